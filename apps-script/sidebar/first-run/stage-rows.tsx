// The first question: which stages, in which order, and what each is for. A row that moves keeps the focus on the button
// that moved it, so that it is moved on by the same key.

import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { StageKind } from "../../../shared/definition/pipeline.ts";
import { Fault } from "./fault.tsx";

export interface StageRow {
  /** Of the row, as long as the page is open. */
  readonly key: string;
  /** Of the stage that it was offered as; empty for a new one. */
  readonly id: string;
  readonly name: string;
  readonly kind: StageKind;
}

const KINDS: readonly { readonly kind: StageKind; readonly words: string }[] = [
  { kind: "open", words: "open" },
  { kind: "won", words: "won" },
  { kind: "lost", words: "lost" },
  { kind: "parked", words: "parked" },
  { kind: "avoid", words: "leave alone" },
];

export function StageRows(props: {
  readonly rows: readonly StageRow[];
  readonly onRows: (rows: readonly StageRow[]) => void;
  readonly faults: Readonly<Record<string, string>>;
}) {
  const { rows, onRows, faults } = props;
  const count = useRef(0);
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef("");
  const id = useId();
  // As soon as it is drawn, not after the next picture: whoever types at once means this place.
  useLayoutEffect(() => {
    if (wanted.current === "") return;
    list.current?.querySelector<HTMLElement>(`[data-focus="${wanted.current}"]`)?.focus();
    wanted.current = "";
  }, [rows]);
  const change = (key: string, with_: Partial<StageRow>) =>
    onRows(rows.map((row) => (row.key === key ? { ...row, ...with_ } : row)));
  const add = () => {
    count.current += 1;
    const key = `new-${count.current}`;
    wanted.current = `${key} name`;
    const at = lastOpen(rows) + 1;
    onRows([...rows.slice(0, at), { key, id: "", name: "", kind: "open" }, ...rows.slice(at)]);
  };
  const remove = (at: number) => {
    const next = rows[at + 1] ?? rows[at - 1];
    wanted.current = next === undefined ? "" : `${next.key} name`;
    onRows(rows.filter((_, index) => index !== at));
  };
  const move = (at: number, to: number) => {
    const row = rows[at];
    if (row === undefined || to < 0 || to >= rows.length) return;
    wanted.current = `${row.key} ${to < at ? "up" : "down"}`;
    const others = rows.filter((_, index) => index !== at);
    onRows([...others.slice(0, to), row, ...others.slice(to)]);
  };
  return (
    <fieldset>
      <legend>1. Which stages does it go through?</legend>
      <ol class="rows" ref={list}>
        {rows.map(({ key, name, kind }, at) => {
          const label = name.trim() === "" ? `stage ${at + 1}` : name;
          const fault = faults[`stage-${at + 1}`];
          return (
            <li key={key}>
              <span class="row">
                <input
                  type="text"
                  aria-label={`Name of stage ${at + 1}`}
                  data-focus={`${key} name`}
                  value={name}
                  onInput={(event) => change(key, { name: event.currentTarget.value })}
                  aria-invalid={fault !== undefined}
                  aria-describedby={`${id}-${at}`}
                />
                <select
                  aria-label={`What ${label} is`}
                  value={kind}
                  onChange={(event) => {
                    const found = KINDS.find((each) => each.kind === event.currentTarget.value);
                    if (found !== undefined) change(key, { kind: found.kind });
                  }}
                >
                  {KINDS.map((each) => (
                    <option key={each.kind} value={each.kind}>
                      {each.words}
                    </option>
                  ))}
                </select>
                <IconButton
                  label={`Move ${label} up`}
                  sign="↑"
                  focus={`${key} up`}
                  onClick={() => move(at, at - 1)}
                  isOff={at === 0}
                />
                <IconButton
                  label={`Move ${label} down`}
                  sign="↓"
                  focus={`${key} down`}
                  onClick={() => move(at, at + 1)}
                  isOff={at === rows.length - 1}
                />
                <IconButton
                  label={`Remove ${label}`}
                  sign="×"
                  focus={`${key} remove`}
                  onClick={() => remove(at)}
                />
              </span>
              <Fault id={`${id}-${at}`} message={fault} />
            </li>
          );
        })}
      </ol>
      <Fault id={`${id}-list`} message={faults["stages"]} />
      <button type="button" class="plain" onClick={add}>
        Add a stage
      </button>
    </fieldset>
  );
}

// A new stage stands where work still goes on.
function lastOpen(rows: readonly StageRow[]): number {
  return rows.map(({ kind }) => kind).lastIndexOf("open");
}

export function IconButton(props: {
  readonly label: string;
  readonly sign: string;
  readonly focus?: string;
  readonly isOff?: boolean;
  readonly onClick: () => void;
}) {
  const { label, sign, focus, isOff = false, onClick } = props;
  return (
    <button
      type="button"
      class="icon"
      aria-label={label}
      title={label}
      data-focus={focus}
      aria-disabled={isOff}
      onClick={onClick}
    >
      {sign}
    </button>
  );
}
