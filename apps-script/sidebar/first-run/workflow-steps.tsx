// The steps of a workflow as rows that are typed into, each with what is wrong at its answer.

import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { AskedOfStep, TypedStep, WorkflowFault } from "../../../shared/report/views/workflow-preview.ts";
import { IconButton } from "./stage-rows.tsx";

export interface StepRow {
  /** Of the row, as long as the page is open. */
  readonly key: string;
  readonly step: TypedStep;
}

interface Question {
  readonly part: AskedOfStep;
  readonly label: string;
  readonly hint: string;
}

const ALWAYS: readonly Question[] = [
  { part: "step", label: "What is done", hint: "such as Check the stock" },
  { part: "department", label: "By whom", hint: "such as Store" },
];

const MORE: readonly Question[] = [
  { part: "startsWhen", label: "What starts it", hint: "the step above; or Yes to Check the stock" },
  { part: "answers", label: "Possible answers", hint: "Yes, Later, No" },
  { part: "within", label: "No answer within", hint: "5 working days" },
  { part: "otherwise", label: "Then", hint: "the name of a step; or cancelled" },
];

const RESULTS = [
  { value: "", words: "it goes on" },
  { value: "won", words: "won: the work has succeeded" },
  { value: "lost", words: "lost: it ends without success" },
  { value: "parked", words: "parked: it rests" },
];

const EMPTY: TypedStep = {
  ...{ step: "", department: "", startsWhen: "", answers: "" },
  ...{ within: "", otherwise: "", result: "" },
};

export function WorkflowSteps(props: {
  readonly rows: readonly StepRow[];
  readonly onRows: (rows: readonly StepRow[]) => void;
  readonly faults: readonly WorkflowFault[];
}) {
  const { rows, onRows, faults } = props;
  const count = useRef(0);
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef("");
  // As soon as it is drawn, not after the next picture: whoever types at once means this place.
  useLayoutEffect(() => {
    if (wanted.current === "") return;
    list.current?.querySelector<HTMLElement>(`[data-focus="${wanted.current}"]`)?.focus();
    wanted.current = "";
  }, [rows]);
  const change = (key: string, part: AskedOfStep, value: string) =>
    onRows(rows.map((row) => (row.key === key ? { key, step: { ...row.step, [part]: value } } : row)));
  const addBelow = (at: number) => {
    count.current += 1;
    const key = `new-${count.current}`;
    wanted.current = `${key} step`;
    onRows([...rows.slice(0, at + 1), { key, step: EMPTY }, ...rows.slice(at + 1)]);
  };
  const remove = (at: number) => {
    const next = rows[at + 1] ?? rows[at - 1];
    wanted.current = next === undefined ? "" : `${next.key} step`;
    onRows(rows.filter((_, index) => index !== at));
  };
  return (
    <>
      <ol class="steps" ref={list}>
        {rows.map((row, at) => (
          <li key={row.key}>
            <Step
              {...{ row, at }}
              faults={faults.filter(({ step }) => step === at)}
              onChange={(part, value) => change(row.key, part, value)}
              onAdd={() => addBelow(at)}
              onRemove={() => remove(at)}
            />
          </li>
        ))}
      </ol>
      {rows.length === 0 && (
        <button type="button" onClick={() => addBelow(-1)}>
          Add a step
        </button>
      )}
    </>
  );
}

function Step(props: {
  readonly row: StepRow;
  readonly at: number;
  readonly faults: readonly WorkflowFault[];
  readonly onChange: (part: AskedOfStep, value: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}) {
  const { row, at, faults, onChange, onAdd, onRemove } = props;
  const id = useId();
  const name = row.step.step.trim() === "" ? `step ${at + 1}` : row.step.step;
  const isMore = MORE.some(({ part }) => row.step[part] !== "" || faults.some((fault) => fault.at === part));
  const question = ({ part, label, hint }: Question) => {
    const wrong = faults.filter((fault) => fault.at === part);
    return (
      <div key={part} class="asked">
        <label for={`${id}-${part}`}>{label}</label>
        <input
          id={`${id}-${part}`}
          type="text"
          placeholder={hint}
          data-focus={`${row.key} ${part}`}
          value={row.step[part]}
          onInput={(event) => onChange(part, event.currentTarget.value)}
          aria-invalid={wrong.length > 0}
          aria-describedby={`${id}-${part}-fault`}
        />
        <Faults id={`${id}-${part}-fault`} faults={wrong} />
      </div>
    );
  };
  return (
    <fieldset>
      <legend>Step {at + 1}</legend>
      <div class="questions">{ALWAYS.map(question)}</div>
      <details open={isMore}>
        <summary>Answers and deadlines</summary>
        <div class="questions">{MORE.map(question)}</div>
      </details>
      <div class="asked">
        <label for={`${id}-result`}>After it</label>
        <select
          id={`${id}-result`}
          value={row.step.result}
          onChange={(event) => onChange("result", event.currentTarget.value)}
        >
          {RESULTS.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <Faults
        id={`${id}-fault`}
        faults={faults.filter((fault) => fault.at === undefined || fault.at === "result")}
      />
      <div class="buttons">
        <button type="button" class="plain" aria-label={`Add a step below ${name}`} onClick={onAdd}>
          Add a step below
        </button>
        <IconButton label={`Remove ${name}`} sign="×" onClick={onRemove} />
      </div>
    </fieldset>
  );
}

function Faults({ id, faults }: { readonly id: string; readonly faults: readonly WorkflowFault[] }) {
  if (faults.length === 0) return null;
  return (
    <div id={id}>
      {faults.map(({ message }) => (
        <p key={message} class="error">
          {message}
        </p>
      ))}
    </div>
  );
}
