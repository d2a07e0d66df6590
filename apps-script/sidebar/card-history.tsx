// What became of a record so far, the newest first: what, when, by whom; and its last move taken back, where there is one.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { HistoryLine } from "../../shared/report/views/history-lines.ts";
import type { RecordCard } from "../../shared/report/views/record-card.ts";
import { timeWords } from "./day-words.ts";
import type { CardProps } from "./record-panel.tsx";
import { ask } from "./script.ts";

/** What one sees at a glance. */
const MOST_AT_FIRST = 8;

export function CardHistory(props: { readonly card: RecordCard; readonly children?: ComponentChildren }) {
  const { history, moreHistory } = props.card;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? history : history.slice(0, MOST_AT_FIRST);
  const left = history.length - MOST_AT_FIRST;
  return (
    <section aria-label="History">
      <h3>History</h3>
      {props.children}
      {history.length === 0 && <p class="empty">Nothing is written down yet</p>}
      <ol>
        {shown.map((line) => (
          <li key={line.id} class="line">
            <p>{line.undone ? <del>{line.sentence}</del> : line.sentence}</p>
            {line.note !== "" && <p>“{line.note}”</p>}
            <p class="secondary">
              {timeWords(line.at)} · {whoWords(line)}
            </p>
          </li>
        ))}
      </ol>
      {left > 0 && (
        <button type="button" class="plain" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? "Show fewer" : `Show ${left} more`}
        </button>
      )}
      {isWhole && moreHistory > 0 && <p class="secondary">and {moreHistory} older</p>}
    </section>
  );
}

export function CardUndo({ card: { board, record, acts }, isBusy, onAct }: CardProps) {
  if (acts.undo === undefined) return null;
  const undo = () => ask("pageAct", { board, record, act: "undo", note: "" });
  return (
    <button type="button" aria-disabled={isBusy} onClick={() => void onAct(undo, "counts twice")}>
      Undo the last move: {acts.undo}
    </button>
  );
}

/** Who did it, in words. */
export function whoWords({ who, how }: HistoryLine): string {
  if (how === "rule") return "by a rule";
  if (how === "import") return "imported";
  return who === "unknown" ? "nobody knows who" : who;
}
