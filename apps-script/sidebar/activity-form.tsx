// What happened with a record, to be logged: what it was, and a note. The id of the form stays until it was logged, so
// that a click too many logs once. Ctrl and Enter hand it in from the note.

import { useId, useState } from "preact/hooks";
import { type ActivityKind, activityKinds, wordOfActivity } from "../../shared/definition/activity.ts";
import { newFormId } from "./form-id.ts";

export interface TypedActivity {
  readonly activity: ActivityKind;
  readonly note: string;
  readonly form: string;
}

export function ActivityForm(props: {
  readonly label: string;
  readonly isBusy: boolean;
  /** Tells whether it was logged. */
  readonly onLog: (typed: TypedActivity) => Promise<boolean>;
}) {
  const { label, isBusy, onLog } = props;
  const [activity, setActivity] = useState<ActivityKind>("email-out");
  const [note, setNote] = useState("");
  const [form, setForm] = useState(newFormId);
  const id = useId();
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (!(await onLog({ activity, note, form }))) return;
    // What was typed meanwhile stays.
    setNote((typed) => (typed === note ? "" : typed));
    setForm(newFormId());
  };
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLTextAreaElement }) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
  };
  const choose = (kind: string) => setActivity(activityKinds.find((each) => each === kind) ?? activity);
  return (
    <form aria-label={label} onSubmit={(event) => void onSubmit(event)}>
      <label for={`${id}-kind`}>What happened</label>
      <select id={`${id}-kind`} value={activity} onChange={(event) => choose(event.currentTarget.value)}>
        {activityKinds.map((kind) => (
          <option key={kind} value={kind}>
            {wordOfActivity(kind)}
          </option>
        ))}
      </select>
      <label for={`${id}-note`}>Note</label>
      <textarea
        id={`${id}-note`}
        rows={2}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="action" aria-disabled={isBusy}>
        Log it
      </button>
    </form>
  );
}
