// How a card of a board stands on a day: how long it has been where it is, and whether its days have come.

import { type Day, dayNumber } from "../../value/day.ts";
import type { BoardCard } from "./board-card.ts";

/** How a card stands on a day. */
export interface CardStanding {
  /** Days in its stage; absent where the sheet does not say since when. */
  readonly days?: number;
  /** The limit of its stage has ended. */
  readonly isOverdue: boolean;
  /** The day of its next step has come. */
  readonly isStepDue: boolean;
}

/**
 * How a card stands on a day.
 *
 * @example
 * cardStanding({ since: parseDay("2026-11-02"), due: parseDay("2026-11-09") }, parseDay("2026-11-20"))
 * //=> { days: 18, isOverdue: true, isStepDue: false }
 */
export function cardStanding(
  { since, due, nextStepOn }: Pick<BoardCard, "since" | "due" | "nextStepOn">,
  today: Day,
): CardStanding {
  return {
    ...(since === undefined ? {} : { days: dayNumber(today) - dayNumber(since) }),
    isOverdue: due !== undefined && due < today,
    isStepDue: nextStepOn !== undefined && nextStepOn <= today,
  };
}
