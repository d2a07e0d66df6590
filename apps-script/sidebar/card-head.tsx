// The head of a record's card: where it stands, since when and until when, whose it is, how to reach who it is about, and
// what its row complains of.

import "./card-head.css";
import type { CardField } from "../../shared/report/views/card-fields.ts";
import { dayWords } from "./day-words.ts";
import type { CardProps } from "./record-panel.tsx";
import { ask } from "./script.ts";
import { showRecord } from "./show-in-sheet.ts";
import { StageMark } from "./stage-mark.tsx";

export function CardHead({ card, isBusy, onAct }: CardProps) {
  const { board, record, stage, since, due, overdue, owner, score, status, acts } = card;
  const show = async () => ({ said: await showRecord({ board, record }), card });
  const another = () => ask("pageAct", { board, record, act: "new-from", note: "" });
  return (
    <div class="head">
      <p>
        <StageMark stage={stage} /> since {dayWords(since)}
      </p>
      {due !== undefined && (
        <p class={overdue ? "error" : undefined}>
          {overdue ? "Should have moved on by" : "Should move on by"} {dayWords(due)}
        </p>
      )}
      {status !== "" && <p class="notice failed">{status}</p>}
      <p class="secondary">
        {owner === "" ? "Nobody owns it" : `Owner: ${owner}`} · {board}
        {score !== undefined && ` · ${score.score} of ${score.offer} points`}
      </p>
      <Reach fields={card.fields} />
      <div class="bar">
        <button
          type="button"
          class="plain"
          aria-disabled={isBusy}
          onClick={() => void onAct(show, "harmless")}
        >
          Show it in the sheet
        </button>
        <button
          type="button"
          class="plain"
          aria-disabled={isBusy}
          onClick={() => void onAct(another, "counts twice")}
        >
          {acts.newFrom}
        </button>
      </div>
    </div>
  );
}

/** How a field of that type is followed. */
const FOLLOWED: Partial<Readonly<Record<CardField["type"], string>>> = {
  "e-mail": "mailto:",
  phone: "tel:",
};

// A link that somebody typed is followed only where it is one of the web.
function Reach({ fields }: { readonly fields: readonly CardField[] }) {
  const ways = fields.flatMap(({ id, name, type, value, problem }) => {
    const before = type === "link" && /^https?:\/\//i.test(value) ? "" : FOLLOWED[type];
    if (value === "" || problem !== undefined || before === undefined) return [];
    return [{ id, name, value, href: `${before}${type === "phone" ? value.replace(/[^\d+]/g, "") : value}` }];
  });
  if (ways.length === 0) return null;
  return (
    <dl class="reach">
      {ways.map(({ id, name, value, href }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>
            <a href={href} target="_blank" rel="noreferrer">
              {value}
            </a>
          </dd>
        </div>
      ))}
    </dl>
  );
}
