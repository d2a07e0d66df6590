// What can be logged on a record, and what can be done with it beside moving it: hand over, undo, a new one from
// it. The id of the form stays until it was logged, so that a click too many logs once.

import { useId, useState } from "preact/hooks";
import type { ActivityKind } from "../../shared/definition/activity.ts";
import { newFormId } from "./form-id.ts";
import type { CardProps } from "./record-panel.tsx";
import { ask } from "./script.ts";

export function CardActivity(props: CardProps) {
  return (
    <section aria-label="Log">
      <h3>Log an activity</h3>
      <LogForm {...props} />
      <details>
        <summary>More</summary>
        <HandOver {...props} />
        <OtherActs {...props} />
      </details>
    </section>
  );
}

function LogForm({ card, isBusy, onAct }: CardProps) {
  const { board, record, acts } = card;
  const [activity, setActivity] = useState<ActivityKind>(acts.activities[0]?.kind ?? "note");
  const [note, setNote] = useState("");
  const [form, setForm] = useState(newFormId);
  const id = useId();
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (!(await onAct(() => ask("pageLog", { board, record, activity, note, form })))) return;
    // What was typed meanwhile stays.
    setNote((typed) => (typed === note ? "" : typed));
    setForm(newFormId());
  };
  const choose = (kind: string) =>
    setActivity(acts.activities.find((each) => each.kind === kind)?.kind ?? activity);
  return (
    <form onSubmit={(event) => void onSubmit(event)}>
      <label for={`${id}-kind`}>What happened</label>
      <select id={`${id}-kind`} value={activity} onChange={(event) => choose(event.currentTarget.value)}>
        {acts.activities.map(({ kind, word }) => (
          <option key={kind} value={kind}>
            {word}
          </option>
        ))}
      </select>
      <label for={`${id}-note`}>Note</label>
      <textarea
        id={`${id}-note`}
        rows={2}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <button type="submit" class="action" aria-disabled={isBusy}>
        Log it
      </button>
    </form>
  );
}

function HandOver({ card, isBusy, onAct }: CardProps) {
  const { board, record, acts } = card;
  const [person, setPerson] = useState("");
  const id = useId();
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    const wasDone = await onAct(() => ask("pageAct", { board, record, act: "hand-over", note: person }));
    if (wasDone) setPerson("");
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)}>
      <label for={id}>Hand over to</label>
      <input
        id={id}
        type="text"
        list={`${id}-people`}
        value={person}
        onInput={(event) => setPerson(event.currentTarget.value)}
      />
      <datalist id={`${id}-people`}>
        {acts.handOverTo.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="submit" aria-disabled={isBusy}>
        Hand over
      </button>
    </form>
  );
}

function OtherActs({ card, isBusy, onAct }: CardProps) {
  const { board, record, acts } = card;
  const offered = [
    ...(acts.undo === undefined ? [] : [{ act: "undo" as const, words: `Undo: ${acts.undo}` }]),
    { act: "new-from" as const, words: acts.newFrom },
  ];
  return (
    <div class="buttons">
      {offered.map(({ act, words }) => (
        <button
          key={act}
          type="button"
          aria-disabled={isBusy}
          onClick={() => void onAct(() => ask("pageAct", { board, record, act, note: "" }))}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
