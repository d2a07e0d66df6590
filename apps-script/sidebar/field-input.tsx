// One field of a form: its label, the control that fits its type, its help, and what is wrong with it, all tied
// together for those who hear the page. Every value is text, as if it were typed into a cell.

import "./field-input.css";
import { useId } from "preact/hooks";
import type { FieldType } from "../../shared/table/field-type.ts";

export interface InputField {
  readonly id: string;
  readonly name: string;
  readonly type: FieldType;
  readonly options: readonly string[];
  readonly help?: string;
}

/** What the field's label, help and problem are to its control. */
interface ControlProps {
  readonly field: InputField;
  readonly value: string;
  readonly attributes: {
    readonly id: string;
    readonly "aria-describedby": string;
    readonly "aria-invalid": boolean;
    readonly onInput: (event: { readonly currentTarget: { readonly value: string } }) => void;
  };
}

export function FieldInput(props: {
  readonly field: InputField;
  readonly value: string;
  /** Beside the name, such as "needed". */
  readonly mark?: string | undefined;
  /** What it is needed for. */
  readonly need?: string | undefined;
  readonly problem?: string | undefined;
  readonly onValue: (value: string) => void;
}) {
  const { field, value, mark, need, problem, onValue } = props;
  const id = useId();
  const told = [
    { id: `${id}-need`, look: "secondary", text: need },
    { id: `${id}-help`, look: "secondary", text: field.help },
    { id: `${id}-problem`, look: "error", text: problem },
  ].filter(({ text }) => text !== undefined);
  const attributes = {
    id,
    "aria-describedby": told.map((each) => each.id).join(" "),
    "aria-invalid": problem !== undefined,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      onValue(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>
        {field.name}
        {mark !== undefined && <span class="secondary"> · {mark}</span>}
      </label>
      <Control field={field} value={value} attributes={attributes} />
      {told.map((each) => (
        <p key={each.id} id={each.id} class={each.look}>
          {each.text}
        </p>
      ))}
    </div>
  );
}

function Control({ field, value, attributes }: ControlProps) {
  switch (field.type) {
    case "long text":
      return <textarea {...attributes} rows={3} value={value} />;
    case "choice":
    case "yes/no":
      if (field.options.length > 0) return <Choice {...{ field, value, attributes }} />;
      return <input {...attributes} type="text" value={value} />;
    default:
      return <Line {...{ field, value, attributes }} />;
  }
}

// A value that the list lacks stays what it is until somebody chooses another.
function Choice({ field, value, attributes }: ControlProps) {
  const choices = [...new Set(["", ...field.options, value])];
  return (
    <select {...attributes} value={value}>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  );
}

function Line({ field, value, attributes }: ControlProps) {
  const listId = `${attributes.id}-options`;
  if (field.options.length === 0)
    return <input {...attributes} {...inputOf(field.type, value)} value={value} />;
  return (
    <>
      <input {...attributes} {...inputOf(field.type, value)} list={listId} value={value} />
      <datalist id={listId}>
        {field.options.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
    </>
  );
}

interface InputKind {
  readonly type: string;
  readonly inputMode?: "decimal";
  readonly max?: string;
}

// Numbers and amounts stay text: a browser's number field refuses what the sheet understands, such as "1.234,50 EUR".
// So does a day or a time that its own field could not show, and would lose.
function inputOf(type: FieldType, value: string): InputKind {
  switch (type) {
    case "e-mail":
      return { type: "email" };
    case "phone":
      return { type: "tel" };
    case "link":
      return { type: "url" };
    case "number":
    case "money":
      return { type: "text", inputMode: "decimal" };
    case "day":
      if (!/^(\d{4}-\d\d-\d\d)?$/.test(value)) return { type: "text" };
      // Without a last day its year would take six digits from whoever types one day after the other.
      return { type: "date", max: "9999-12-31" };
    case "time":
      return { type: /^(\d\d:\d\d)?$/.test(value) ? "time" : "text" };
    default:
      return { type: "text" };
  }
}
