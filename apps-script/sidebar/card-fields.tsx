// The fields of a record as a form. Only what was changed is saved, so that what somebody else typed meanwhile stays.

import { useState } from "preact/hooks";
import { FieldInput } from "./field-input.tsx";
import type { CardProps } from "./record-panel.tsx";
import { ask } from "./script.ts";

export function CardFields({ card, isBusy, onAct, faults }: CardProps) {
  const { board, record, fields } = card;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const changed = fields.filter(({ id, value }) => (typed[id] ?? value) !== value);
  const values = Object.fromEntries(changed.map(({ id }) => [id, typed[id] ?? ""]));
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (changed.length === 0) return;
    // What was typed meanwhile stays.
    if (await onAct(() => ask("pageSet", { board, record, values })))
      setTyped((now) =>
        Object.fromEntries(Object.entries(now).filter(([id, value]) => value !== values[id])),
      );
  };
  return (
    <details>
      <summary>Fields</summary>
      <form noValidate onSubmit={(event) => void onSubmit(event)}>
        {fields.map((field) => (
          <FieldInput
            key={field.id}
            field={field}
            value={typed[field.id] ?? field.value}
            problem={faults[field.id] ?? field.problem}
            onValue={(value) => setTyped({ ...typed, [field.id]: value })}
          />
        ))}
        <button type="submit" class="action" aria-disabled={isBusy || changed.length === 0}>
          Save {changed.length > 0 && `${changed.length} ${changed.length === 1 ? "field" : "fields"}`}
        </button>
      </form>
    </details>
  );
}
