// What was sold begins on the board that fulfils it: same company, same contact, on the day after the deal is won.

import type { Beginning } from "../life-plan.ts";
import { enteredKind, type Story } from "../record-story.ts";
import { after, hasHappened, type Telling } from "../telling.ts";
import { offers } from "./sales-life.ts";

/** The beginnings of what won deals ask of a board; `cells` says what a record there takes over of its deal. */
export function soldBeginnings(
  telling: Telling,
  deals: readonly Story[],
  wanted: { readonly board: string; readonly cells: (deal: Story) => Beginning["cells"] },
): readonly Beginning[] {
  const services = offers
    .filter(({ fulfilledOn }) => fulfilledOn === wanted.board)
    .map((each) => each.services);
  return deals.flatMap((deal) => {
    const isOurs = services.some((service) => service === deal.text("services"));
    const won = enteredKind(deal, "won");
    if (won === undefined || !isOurs) return [];
    const at = after(telling, won, 1);
    return hasHappened(telling, at) ? [{ at, cells: wanted.cells(deal) }] : [];
  });
}
