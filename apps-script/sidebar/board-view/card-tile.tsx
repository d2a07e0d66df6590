// A card in its column. What is late says so in words, not in colour alone.

import "./card-tile.css";
import { countWords, moneyWords } from "../../../shared/report/number-words.ts";
import type { ColumnCard } from "../../../shared/report/views/board-columns.ts";
import type { Day } from "../../../shared/value/day.ts";
import { dayWords } from "../day-words.ts";
import type { ColumnProps } from "./board-column.tsx";

export function CardTile(
  props: Pick<ColumnProps, "moving" | "today" | "onActive" | "onOpen" | "onAsk" | "onTakeUp"> & {
    readonly card: ColumnCard;
    /** Whether Tab stops here. */
    readonly isStop: boolean;
    readonly isLifted: boolean;
  },
) {
  const { card, isStop, isLifted, moving, onActive, onOpen, onAsk, onTakeUp } = props;
  const { record, name, detail, value } = card;
  const isMoving = moving.has(record);
  const look = ["tile", isMoving && "moving", isLifted && "lifted"].filter(Boolean).join(" ");
  return (
    <li class={look} data-record={record}>
      <button
        type="button"
        class="tile-open"
        tabIndex={isStop ? 0 : -1}
        aria-busy={isMoving}
        onFocus={() => onActive(record)}
        onClick={() => onOpen(card)}
        onPointerDown={(event) => onTakeUp(event, card)}
      >
        <strong class="tile-name">{name}</strong>
        {detail !== undefined && <span class="tile-line">{detail}</span>}
        {value !== undefined && <span class="tile-worth">{moneyWords(value)}</span>}
        <Marks {...props} />
      </button>
      <button
        type="button"
        class="tile-move"
        tabIndex={-1}
        aria-label={`Move ${name}`}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => onAsk(card, currentTarget.getBoundingClientRect())}
      >
        ⋯
      </button>
    </li>
  );
}

function Marks({ card, today }: { readonly card: ColumnCard; readonly today: Day }) {
  const { owner, days, due, isOverdue, nextStep, nextStepOn, isStepDue, status } = card;
  const who = owner === "" ? "No owner" : owner;
  const step = [nextStep, nextStepOn && shortDay(nextStepOn, today)].filter(Boolean).join(", ");
  return (
    <>
      {step !== "" && <span class={isStepDue ? "tile-line error" : "tile-line"}>Next: {step}</span>}
      {due !== undefined && (
        <span class={isOverdue ? "tile-line error" : "tile-line"}>
          {isOverdue ? "Was due" : "Due"} {shortDay(due, today)}
        </span>
      )}
      {status !== undefined && <span class="tile-line tile-status">{status}</span>}
      <span class="tile-foot">
        <span>{who}</span>
        {days !== undefined && <span>{days === 0 ? "since today" : countWords(days, "day")}</span>}
      </span>
    </>
  );
}

// The year only where it is another.
function shortDay(day: Day, today: Day): string {
  const words = dayWords(day);
  return day.slice(0, 4) === today.slice(0, 4) ? words.slice(0, -5) : words;
}
