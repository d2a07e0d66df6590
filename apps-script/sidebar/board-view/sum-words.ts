// What cards come to, a sentence for each currency.

import { moneyWords } from "../../../shared/report/number-words.ts";
import type { BoardCard } from "../../../shared/report/views/board-card.ts";
import { moneySums } from "../../../shared/value/money-sums.ts";

export function sumWords(cards: readonly BoardCard[]): readonly string[] {
  return moneySums(cards.flatMap(({ value }) => value ?? [])).map(moneyWords);
}
