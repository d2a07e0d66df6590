// What changed since the person at the page looked last. It reads the whole sheet, so it is asked for by a click, and
// counts as seen by another.

import { useState } from "preact/hooks";
import type { ChangedRecord, ChangesView } from "../../shared/report/views/changes-view.ts";
import { whoWords } from "./card-history.tsx";
import { timeWords } from "./day-words.ts";
import { OutcomeNotice, Waiting } from "./notice.tsx";
import type { RecordPlace } from "./panel.ts";
import { ask } from "./script.ts";
import { useAct } from "./use-act.ts";

export function ChangesSection({ onRecord }: { readonly onRecord: (place: RecordPlace) => void }) {
  const [changes, setChanges] = useState<ChangesView>();
  const { act, outcome, isBusy } = useAct();
  const show = async () => {
    const view = await ask("pageChanges", {});
    setChanges(view);
    return view.nothing ?? `Changed since ${timeWords(view.since)}`;
  };
  const seen = async ({ asOf, seen: rows }: ChangesView) => {
    const { said } = await ask("pageSeen", { at: asOf, seen: rows });
    setChanges(undefined);
    return said;
  };
  return (
    <section aria-label="Changes">
      <OutcomeNotice outcome={outcome} />
      <Waiting isWaiting={isBusy} />
      <div class="buttons">
        <button type="button" class="plain" aria-disabled={isBusy} onClick={() => void act(show)}>
          What changed since I last looked
        </button>
        {changes !== undefined && (
          <button
            type="button"
            class="plain"
            aria-disabled={isBusy}
            onClick={() => void act(() => seen(changes))}
          >
            I have seen it
          </button>
        )}
      </div>
      {changes !== undefined && (
        <ul>
          {changes.records.map((one) => (
            <li key={`${one.board} ${one.record}`}>
              <Changed one={one} onRecord={onRecord} />
            </li>
          ))}
        </ul>
      )}
      {changes !== undefined && changes.more > 0 && <p class="secondary">and {changes.more} more</p>}
    </section>
  );
}

function Changed(props: { readonly one: ChangedRecord; readonly onRecord: (place: RecordPlace) => void }) {
  const { one, onRecord } = props;
  const { board, record, name, isMine, lines, moreLines } = one;
  return (
    <button type="button" class="card" onClick={() => onRecord({ board, record })}>
      <strong>{name}</strong>
      {lines.map((line) => (
        <span key={line.id}>
          {line.sentence}
          {line.note === "" ? "" : `: ${line.note}`} ({whoWords(line)})
        </span>
      ))}
      {moreLines > 0 && <span>and {moreLines} more before</span>}
      <span class="secondary">{isMine ? `${board} · yours` : board}</span>
    </button>
  );
}
