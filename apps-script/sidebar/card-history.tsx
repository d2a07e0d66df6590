// What became of a record so far, the newest first: what, when, by whom.

import type { HistoryLine } from "../../shared/report/views/history-lines.ts";
import type { RecordCard } from "../../shared/report/views/record-card.ts";
import { timeWords } from "./day-words.ts";

export function CardHistory({ card }: { readonly card: RecordCard }) {
  const { history, moreHistory } = card;
  return (
    <section aria-label="History">
      <h3>History</h3>
      {history.length === 0 && <p class="empty">Nothing is written down yet</p>}
      <ol>
        {history.map((line) => (
          <li key={line.id} class="line">
            <p>{line.undone ? <del>{line.sentence}</del> : line.sentence}</p>
            {line.note !== "" && <p>{line.note}</p>}
            <p class="secondary">
              {timeWords(line.at)} · {whoWords(line)}
            </p>
          </li>
        ))}
      </ol>
      {moreHistory > 0 && <p class="secondary">and {moreHistory} older</p>}
    </section>
  );
}

/** Who did it, in words. */
export function whoWords({ who, how }: HistoryLine): string {
  if (how === "rule") return "by a rule";
  if (how === "import") return "imported";
  return who === "unknown" ? "nobody knows who" : who;
}
