// The head of a record's card: where it stands, since when and until when, whose it is, and what its row complains of.

import { dayWords } from "./day-words.ts";
import type { CardProps } from "./record-panel.tsx";
import { showRecord } from "./show-in-sheet.ts";
import { StageMark } from "./stage-mark.tsx";

export function CardHead({ card, isBusy, onAct }: CardProps) {
  const { board, record, stage, since, due, overdue, owner, score, status } = card;
  const show = async () => ({ said: await showRecord({ board, record }), card });
  return (
    <>
      <p>
        <StageMark stage={stage} /> since {dayWords(since)}
      </p>
      {due !== undefined && (
        <p class={overdue ? "error" : undefined}>
          {overdue ? "Was due" : "Due"} {dayWords(due)}
        </p>
      )}
      {status !== "" && <p class="error">{status}</p>}
      <p class="secondary">
        {owner === "" ? "Nobody owns it" : `Owner: ${owner}`} · {board}
        {score !== undefined && ` · ${score.score} of ${score.offer} points`}
      </p>
      <button type="button" class="plain" aria-disabled={isBusy} onClick={() => void onAct(show)}>
        Show it in the sheet
      </button>
    </>
  );
}
