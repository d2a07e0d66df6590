// What happened on a board between two views of it, in one sentence: others work on it while somebody looks.

import type { BoardCard } from "./board-card.ts";
import type { BoardView } from "./board-view.ts";

/** So many records are named; the others are counted. */
const MOST_NAMED = 3;

type Seen = Pick<BoardView, "cards" | "stages">;

/**
 * What changed; empty where the later view shows nothing new.
 *
 * @example
 * const ada = { record: "r1", name: "Ada", stage: "lead", owner: "" };
 * const before = { stages: fixtures.offers.stages.map(stageChip), cards: [ada] };
 * boardNews(before, { ...before, cards: [{ ...ada, stage: "won" }] }) //=> "Ada went to Won"
 */
export function boardNews(before: Seen, after: Seen): string {
  const known = new Map(before.cards.map((card) => [card.record, card] as const));
  const present = new Set(after.cards.map(({ record }) => record));
  const told = [
    ...after.cards.flatMap((card) => newsOf(card, known.get(card.record), after.stages)),
    ...before.cards.flatMap(({ record, name }) => (present.has(record) ? [] : [`${name} is gone`])),
  ];
  const named = told.slice(0, MOST_NAMED).join(", ");
  return told.length > MOST_NAMED ? `${named}, and ${told.length - MOST_NAMED} more` : named;
}

function newsOf(
  card: BoardCard,
  before: BoardCard | undefined,
  stages: BoardView["stages"],
): readonly string[] {
  const { name, stage, owner } = card;
  const stageName = stages.find(({ id }) => id === stage)?.name ?? "";
  if (before === undefined) return [`${name} is new in ${stageName}`];
  if (before.stage !== stage) return [`${name} went to ${stageName}`];
  if (before.owner !== owner) return [owner === "" ? `nobody owns ${name}` : `${name} is ${owner}'s`];
  return isSame(before, card) ? [] : [`${name} has changed`];
}

function isSame(left: BoardCard, right: BoardCard): boolean {
  const { value: one, ...plain } = left;
  const { value: other, ...others } = right;
  const isWorthSame = one?.amountMinor === other?.amountMinor && one?.currency === other?.currency;
  return isWorthSame && textOf(plain) === textOf(others);
}

function textOf(card: Omit<BoardCard, "value">): string {
  return Object.entries(card)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .join("\n");
}
