// What a stage needs and a record lacks, as a form: the fields to fill in, and the activities that can be logged from
// here. Saved and moved is one act, so that nothing is half done where the stage still says no. In
// practice, and where a stage only warns, the record may also go as it is.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ActivityWord, CardMove, MissingNeed } from "../../shared/report/views/card-moves.ts";
import { FieldInput } from "./field-input.tsx";
import { newFormId } from "./form-id.ts";
import type { CardProps } from "./record-panel.tsx";
import { ask } from "./script.ts";

export function MissingForm(
  props: CardProps & { readonly move: CardMove; readonly onMoved: () => void; readonly onCancel: () => void },
) {
  const { card, move, isBusy, onAct, onMoved, onCancel } = props;
  const { board, record } = card;
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const form = useRef<HTMLFormElement>(null);
  // At once, not after the next picture: whoever goes on typing means the first field.
  useLayoutEffect(
    () => form.current?.querySelector<HTMLElement>("input,select,textarea,button")?.focus(),
    [],
  );
  const { name: stage } = move.stage;
  const goThere = async (filled: Readonly<Record<string, string>>) => {
    if (await onAct(() => ask("pageMove", { board, record, stage, values: filled }))) onMoved();
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void goThere(values);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // Only the form is left, and not the sidebar around it.
    event.preventDefault();
    onCancel();
  };
  return (
    <form
      ref={form}
      class="missing"
      aria-label={`Move to ${stage}`}
      noValidate
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
    >
      {move.missing.map((need) => (
        <Need
          key={need.words}
          {...props}
          need={need}
          values={values}
          onValue={(id, value) => setValues({ ...values, [id]: value })}
        />
      ))}
      <div class="buttons">
        {move.missing.some(({ fields }) => fields.length > 0) && (
          <button type="submit" class="action" aria-disabled={isBusy}>
            Save and move
          </button>
        )}
        {move.allowed && (
          <button type="button" aria-disabled={isBusy} onClick={() => void goThere({})}>
            Move without it
          </button>
        )}
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

function Need(
  props: CardProps & {
    readonly need: MissingNeed;
    readonly values: Readonly<Record<string, string>>;
    readonly onValue: (id: string, value: string) => void;
  },
) {
  const { card, need, values, faults, onValue } = props;
  const fields = card.fields.filter(({ id }) => need.fields.includes(id));
  const isOneOfSeveral = fields.length + need.activities.length > 1;
  return (
    <>
      {isOneOfSeveral && <p>One of: {need.words}</p>}
      {fields.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          value={values[field.id] ?? field.value}
          problem={faults[field.id] ?? field.problem}
          onValue={(value) => onValue(field.id, value)}
        />
      ))}
      {need.activities.map((activity) => (
        <LogFirst key={activity.kind} {...props} activity={activity} />
      ))}
    </>
  );
}

function LogFirst({ card, isBusy, onAct, activity }: CardProps & { readonly activity: ActivityWord }) {
  const { board, record } = card;
  const [form] = useState(newFormId);
  const log = () => ask("pageLog", { board, record, activity: activity.kind, note: "", form });
  return (
    <button type="button" aria-disabled={isBusy} onClick={() => void onAct(log)}>
      Log “{activity.word}” now
    </button>
  );
}
