// What others did since the person at the page looked last: folded, and gone once it was seen.

import { useState } from "preact/hooks";
import type { ChangedRecord, ChangesView } from "../../shared/report/views/changes-view.ts";
import { whoWords } from "./card-history.tsx";
import { timeWords } from "./day-words.ts";
import { OutcomeNotice, Waiting } from "./notice.tsx";
import type { RecordPlace } from "./panel.ts";
import { ask } from "./script.ts";
import { useAct } from "./use-act.ts";

interface ChangesProps {
  readonly changes: ChangesView;
  readonly onRecord: (place: RecordPlace) => void;
}

export function ChangesSection({ changes, onRecord }: ChangesProps) {
  const [seen, setSeen] = useState("");
  const { act, outcome, isBusy } = useAct();
  const { asOf, since, seen: rows, records, more } = changes;
  const count = records.length + more;
  const see = async () => {
    const { said } = await ask("pageSeen", { at: asOf, seen: rows });
    setSeen(asOf);
    return said;
  };
  const isSeen = seen === asOf || count === 0;
  return (
    <section aria-label="Changes">
      <h2>What others changed {!isSeen && <span class="secondary">{count}</span>}</h2>
      <OutcomeNotice outcome={outcome} />
      <Waiting isWaiting={isBusy} kind="saving" />
      {isSeen ? (
        <p class="secondary">Nothing changed since {timeWords(seen === asOf ? asOf : since)}</p>
      ) : (
        <>
          <p class="secondary">Since {timeWords(since)}</p>
          <button type="button" aria-disabled={isBusy} onClick={() => void act(see, "harmless")}>
            I have seen it
          </button>
          <details>
            <summary>
              Show {count} {count === 1 ? "record" : "records"}
            </summary>
            <ul>
              {records.map((one) => (
                <li key={`${one.board} ${one.record}`}>
                  <Changed one={one} onRecord={onRecord} />
                </li>
              ))}
            </ul>
            {more > 0 && <p class="secondary">and {more} more</p>}
          </details>
        </>
      )}
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
          {line.note === "" ? "" : `: “${line.note}”`} <span class="secondary">{whoWords(line)}</span>
        </span>
      ))}
      {moreLines > 0 && <span>and {moreLines} more before</span>}
      <span class="secondary">{isMine ? `${board} · yours` : board}</span>
    </button>
  );
}
