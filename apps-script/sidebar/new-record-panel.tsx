// New: a record from a form, what it needs at once first. The form stays open for the next one, and says where the last
// one went; what somebody typed stays until it was taken.

import { useState } from "preact/hooks";
import type { FormField, RecordForm } from "../../shared/report/views/record-form.ts";
import { AskedView } from "./asked-view.tsx";
import { BoardChoice } from "./board-choice.tsx";
import { FieldInput } from "./field-input.tsx";
import { newFormId } from "./form-id.ts";
import { OutcomeNotice, Waiting } from "./notice.tsx";
import type { PanelProps, RecordPlace } from "./panel.ts";
import { ask } from "./script.ts";
import { useAct } from "./use-act.ts";
import { useAnswer } from "./use-answer.ts";

export function NewRecordPanel({ visit, onRecord, onNewBoard }: PanelProps) {
  const [board, setBoard] = useState("");
  const asked = useAnswer(() => ask("pageNewForm", { board }), [visit, board]);
  return (
    <AskedView asked={asked} onNewBoard={onNewBoard}>
      {({ boards, form }) =>
        form === null ? (
          <p class="empty">There is no board yet</p>
        ) : (
          <>
            <BoardChoice boards={boards} chosen={form.board} onChoose={setBoard} />
            <NewRecord key={form.board} form={form} onRecord={onRecord} />
          </>
        )
      }
    </AskedView>
  );
}

function NewRecord(props: { readonly form: RecordForm; readonly onRecord: (place: RecordPlace) => void }) {
  const { form, onRecord } = props;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [formId, setFormId] = useState(newFormId);
  const [isUnfolded, setUnfolded] = useState(false);
  const [made, setMade] = useState<RecordPlace>();
  const { act, isBusy, outcome } = useAct();
  const values = Object.fromEntries(form.fields.map(({ id, value }) => [id, typed[id] ?? value]));
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    const wasMade = await act(async () => {
      const { said, card } = await ask("pageCreate", { board: form.board, values, form: formId });
      setMade({ board: card.board, record: card.record });
      return said;
    });
    if (!wasMade) return;
    setTyped({});
    setFormId(newFormId());
  };
  const late = form.fields.filter(({ early }) => !early);
  const input = (field: FormField) => (
    <FieldInput
      key={field.id}
      field={field}
      value={values[field.id] ?? ""}
      mark={field.needed ? "needed" : undefined}
      need={field.orElse.length > 0 ? `Needed: this or ${field.orElse.join(" or ")}` : undefined}
      problem={outcome?.fields[field.id]}
      onValue={(value) => setTyped({ ...typed, [field.id]: value })}
    />
  );
  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)}>
      <h2>{form.title}</h2>
      <OutcomeNotice outcome={outcome}>
        {outcome?.kind === "said" && made !== undefined && (
          <button type="button" onClick={() => onRecord(made)}>
            Open it
          </button>
        )}
      </OutcomeNotice>
      {form.fields.filter(({ early }) => early).map(input)}
      {late.length > 0 && (
        <details
          open={isUnfolded || late.some(({ id }) => outcome?.fields[id] !== undefined)}
          onToggle={(event) => setUnfolded(event.currentTarget.open)}
        >
          <summary>More fields ({late.length})</summary>
          {late.map(input)}
        </details>
      )}
      <div class="bar submit">
        <button type="submit" class="create" aria-disabled={isBusy}>
          Add it
        </button>
        <span class="secondary">It starts in {form.first}</span>
        <Waiting isWaiting={isBusy} kind="saving" />
      </div>
    </form>
  );
}
