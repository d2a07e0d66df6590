// The second question: who works on it. Nobody is an answer, too: then every role is everybody's.

import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Fault } from "./fault.tsx";
import { IconButton } from "./stage-rows.tsx";

export interface PersonRow {
  /** Of the row, as long as the page is open. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  /** Parted by commas. */
  readonly roles: string;
}

const CELLS = [
  { part: "name", words: "Name", type: "text" },
  { part: "email", words: "E-mail", type: "text" },
  { part: "roles", words: "Roles, if any", type: "text" },
] as const;

export function PeopleRows(props: {
  readonly rows: readonly PersonRow[];
  readonly onRows: (rows: readonly PersonRow[]) => void;
  readonly faults: Readonly<Record<string, string>>;
}) {
  const { rows, onRows, faults } = props;
  const count = useRef(0);
  const list = useRef<HTMLUListElement>(null);
  const isAdded = useRef(false);
  const id = useId();
  // As soon as it is drawn, not after the next picture: whoever types at once means this place.
  useLayoutEffect(() => {
    if (!isAdded.current) return;
    isAdded.current = false;
    list.current?.querySelector<HTMLElement>("li:last-child input")?.focus();
  }, [rows]);
  const add = () => {
    count.current += 1;
    isAdded.current = true;
    onRows([...rows, { key: `person-${count.current}`, name: "", email: "", roles: "" }]);
  };
  return (
    <fieldset>
      <legend>2. Who works on it?</legend>
      <p class="secondary">Just you? Then leave it empty; people can be added later</p>
      <ul class="rows" ref={list}>
        {rows.map((row, at) => {
          const fault = faults[`person-${at + 1}`];
          return (
            <li key={row.key} class="person">
              <span class="row">
                {CELLS.map(({ part, words, type }) => (
                  <input
                    key={part}
                    type={type}
                    aria-label={`${words.replace(", if any", "")} of person ${at + 1}`}
                    placeholder={words}
                    value={row[part]}
                    onInput={(event) => {
                      const value = event.currentTarget.value;
                      onRows(rows.map((each) => (each.key === row.key ? { ...each, [part]: value } : each)));
                    }}
                    aria-invalid={fault !== undefined}
                    aria-describedby={`${id}-${at}`}
                  />
                ))}
                <IconButton
                  label={`Remove person ${at + 1}`}
                  sign="×"
                  onClick={() => onRows(rows.filter((each) => each.key !== row.key))}
                />
              </span>
              <Fault id={`${id}-${at}`} message={fault} />
            </li>
          );
        })}
      </ul>
      <button type="button" class="plain" onClick={add}>
        Add a person
      </button>
    </fieldset>
  );
}
