// What can be logged on a record, and a record handed over to a colleague with a word along.

import { useId, useState } from "preact/hooks";
import { ActivityForm } from "./activity-form.tsx";
import { newFormId } from "./form-id.ts";
import type { CardProps } from "./record-panel.tsx";
import { ask } from "./script.ts";

export function CardActivity(props: CardProps) {
  const { card, isBusy, onAct } = props;
  const { board, record } = card;
  return (
    <section aria-label="Log">
      <h3>Log what happened</h3>
      <ActivityForm
        label={`Log on ${card.name}`}
        isBusy={isBusy}
        onLog={(typed) => onAct(() => ask("pageLog", { board, record, ...typed }))}
      />
      <details>
        <summary>Hand over</summary>
        <HandOver {...props} />
      </details>
    </section>
  );
}

function HandOver({ card, isBusy, onAct }: CardProps) {
  const { board, record, acts, owner } = card;
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const [form, setForm] = useState(newFormId);
  const id = useId();
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (!(await onAct(() => ask("pageHandOver", { board, record, to, note, form })))) return;
    setTo("");
    setNote((typed) => (typed === note ? "" : typed));
    setForm(newFormId());
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)}>
      <label for={id}>Hand over to</label>
      <input
        id={id}
        type="text"
        list={`${id}-people`}
        value={to}
        aria-describedby={`${id}-now`}
        onInput={(event) => setTo(event.currentTarget.value)}
      />
      <datalist id={`${id}-people`}>
        {acts.handOverTo
          .filter((name) => name !== owner)
          .map((name) => (
            <option key={name} value={name} />
          ))}
      </datalist>
      <label for={`${id}-note`}>A word along</label>
      <textarea
        id={`${id}-note`}
        rows={2}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <p class="secondary" id={`${id}-now`}>
        {owner === "" ? "Nobody owns it now" : `${owner} owns it now`}; the history goes along
      </p>
      <button type="submit" aria-disabled={isBusy}>
        Hand over
      </button>
    </form>
  );
}
