// The columns of a board, for whom it is looked at: which cards, in which order, and what they come to. The stages that
// are worked in stand in a row; parked, lost and avoid stand aside. Of what is won, only what came lately or still waits
// for something is seen at first: what rests there grows for ever.

import { dayNumber } from "../../value/day.ts";
import { type MoneySum, moneySums } from "../../value/money-sums.ts";
import type { BoardCard } from "./board-card.ts";
import type { BoardView } from "./board-view.ts";
import { type CardStanding, cardStanding } from "./card-standing.ts";
import type { StageChip } from "./stage-chip.ts";

export interface BoardColumn {
  readonly stage: StageChip;
  /** Whether it is one of those that are folded until somebody opens them. */
  readonly isAside: boolean;
  /** The most urgent first; of what is closed or parked, the latest. */
  readonly cards: readonly ColumnCard[];
  /** How many of them are seen at first. */
  readonly atFirst: number;
  readonly overdue: number;
  /** One sum for each currency. */
  readonly value: readonly MoneySum[];
}

export type ColumnCard = BoardCard & CardStanding;

/** Whose cards, and which: an empty text is all of them. */
export interface BoardFilter {
  readonly owner: OwnerChoice;
  readonly text: string;
  /** Records that were just put where they are, the last one first: they stand on top, where one looks for them. */
  readonly arrived?: readonly string[];
}

/** Everybody's, nobody's, or those of one person. */
export type OwnerChoice =
  | { readonly who: "all" }
  | { readonly who: "nobody" }
  | { readonly who: "person"; readonly name: string };

/** What came to a won stage within so many days came lately (house rule). */
const LATELY_DAYS = 30;

/**
 * The columns, those that stand aside the last.
 *
 * @example
 * const seen = applyChanges(fixtures.bookTables, reconcile(fixtures.bookTables, fixtures.run).changes);
 * boardColumns(boardView(seen, { now: fixtures.run.now }), { owner: { who: "all" }, text: "" })
 *   .map(({ stage, cards }) => `${stage.name}: ${cards.length}`) //=> ["Lead: 1", "Offer: 0", "Won: 0", "Lost: 0"]
 */
export function boardColumns(
  view: Pick<BoardView, "stages" | "cards" | "today">,
  filter: BoardFilter,
): readonly BoardColumn[] {
  const { stages, today } = view;
  const matches = matcherOf(filter);
  const cardsOf = new Map<string, ColumnCard[]>(stages.map(({ id }) => [id, []]));
  for (const card of view.cards) {
    if (matches(card)) cardsOf.get(card.stage)?.push({ ...card, ...cardStanding(card, today) });
  }
  const columns = stages.map((stage) => columnOf(stage, cardsOf.get(stage.id) ?? [], filter.arrived ?? []));
  return [...columns.filter(({ isAside }) => !isAside), ...columns.filter(({ isAside }) => isAside)];
}

/**
 * Everybody who owns a card, by name.
 *
 * @example
 * boardOwners([{ record: "r1", name: "Ada", stage: "lead", owner: "Bo" }]) //=> ["Bo"]
 */
export function boardOwners(cards: readonly BoardCard[]): readonly string[] {
  const owners = new Set(cards.map(({ owner }) => owner).filter((owner) => owner !== ""));
  return [...owners].sort((left, right) => left.localeCompare(right));
}

function columnOf(stage: StageChip, found: readonly ColumnCard[], arrived: readonly string[]): BoardColumn {
  const isAside = stage.kind !== "open" && stage.kind !== "won";
  const [isSeen, inOrder] = stage.kind === "won" ? [isWaiting, latestFirst] : [isAny, orderOf(stage)];
  const onTop = found.filter(({ record }) => arrived.includes(record));
  onTop.sort((left, right) => arrived.indexOf(left.record) - arrived.indexOf(right.record));
  const others = found.filter((card) => !onTop.includes(card)).sort(inOrder);
  const seen = [...onTop, ...others.filter(isSeen)];
  const cards = [...seen, ...others.filter((card) => !isSeen(card))];
  return {
    ...{ stage, isAside, cards },
    atFirst: seen.length,
    overdue: isAside ? 0 : cards.filter(({ isOverdue }) => isOverdue).length,
    value: moneySums(cards.flatMap(({ value }) => value ?? [])),
  };
}

function isWaiting({ days = 0, due, nextStepOn }: ColumnCard): boolean {
  return days <= LATELY_DAYS || due !== undefined || nextStepOn !== undefined;
}

function isAny(): boolean {
  return true;
}

function orderOf({ kind }: StageChip): (left: ColumnCard, right: ColumnCard) => number {
  return kind === "open" ? byUrgency : latestFirst;
}

// What is over its limit, then what has a step to take, then the longest in the stage.
function byUrgency(left: ColumnCard, right: ColumnCard): number {
  return urgencyOf(right) - urgencyOf(left) || (right.days ?? 0) - (left.days ?? 0);
}

function urgencyOf({ isOverdue, isStepDue }: ColumnCard): number {
  return (isOverdue ? 2 : 0) + (isStepDue ? 1 : 0);
}

function latestFirst(left: ColumnCard, right: ColumnCard): number {
  return sinceNumber(right) - sinceNumber(left);
}

function sinceNumber({ since }: ColumnCard): number {
  return since === undefined ? Number.POSITIVE_INFINITY : dayNumber(since);
}

function matcherOf({ owner, text }: BoardFilter): (card: BoardCard) => boolean {
  const words = folded(text)
    .split(" ")
    .filter((word) => word !== "");
  const isOwned = ownedBy(owner);
  return (card) => {
    if (!isOwned(card.owner)) return false;
    if (words.length === 0) return true;
    const told = folded([card.name, card.owner, card.detail, card.nextStep, card.status].join(" "));
    return words.every((word) => told.includes(word));
  };
}

function ownedBy(choice: OwnerChoice): (owner: string) => boolean {
  switch (choice.who) {
    case "all":
      return () => true;
    case "nobody":
      return (owner) => owner === "";
    case "person": {
      const wanted = folded(choice.name);
      return (owner) => folded(owner) === wanted;
    }
  }
}

// As people look for it: without case, and "Müller" under "muller", too.
function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}
