// Which cards stand in which column, in which order, for whom; what they come to; and what happened between two looks.

import { expect, test } from "vitest";
import type { BoardCard } from "../../../../shared/report/views/board-card.ts";
import {
  type BoardFilter,
  boardColumns,
  boardOwners,
} from "../../../../shared/report/views/board-columns.ts";
import { boardNews } from "../../../../shared/report/views/board-news.ts";
import { stageChip } from "../../../../shared/report/views/stage-chip.ts";
import { parseDay } from "../../../../shared/value/day.ts";
import { money } from "../../../../shared/value/money.ts";
import { dealsPipeline } from "../../engine/deals.ts";

const today = parseDay("2026-11-20");
const stages = dealsPipeline.stages.map(stageChip);
const ALL: BoardFilter = { owner: { who: "all" }, text: "" };

function card(name: string, stage: string, rest: Partial<BoardCard> = {}): BoardCard {
  return { record: `r${name}`, name, stage, owner: "", since: parseDay("2026-11-18"), ...rest };
}

function columns(cards: readonly BoardCard[], filter: Partial<BoardFilter> = {}) {
  return boardColumns({ stages, cards, today }, { ...ALL, ...filter });
}

function namesIn(stage: string, cards: readonly BoardCard[], filter: Partial<BoardFilter> = {}) {
  return columns(cards, filter)
    .find((column) => column.stage.id === stage)
    ?.cards.map(({ name }) => name);
}

test("parked and lost stand aside, behind all that is worked on and won", () => {
  expect(columns([]).map(({ stage, isAside }) => `${stage.name}${isAside ? " aside" : ""}`)).toEqual([
    ...["Lead", "Offer", "Proposal", "Won", "Loop"],
    ...["Parked aside", "Lost aside"],
  ]);
});

test("what is over its limit comes first, then what has a step to take, then the longest in the stage", () => {
  const cards = [
    card("new", "lead", { since: today }),
    card("old", "lead", { since: parseDay("2026-01-05") }),
    card("step", "lead", { nextStepOn: today }),
    card("over", "lead", { due: parseDay("2026-11-19") }),
    card("in time", "lead", { due: today, since: parseDay("2026-11-19") }),
  ];
  expect(namesIn("lead", cards)).toEqual(["over", "step", "old", "in time", "new"]);
});

test("what was just moved stands on top of its column, the last one first", () => {
  const cards = [card("over", "lead", { due: parseDay("2026-11-19") }), card("a", "lead"), card("b", "lead")];
  expect(namesIn("lead", cards, { arrived: ["rb", "ra"] })).toEqual(["b", "a", "over"]);
});

test("amounts are summed for each currency by itself, in the column that is seen", () => {
  const cards = [
    card("a", "lead", { value: money(100, "EUR"), owner: "Bo" }),
    card("b", "lead", { value: money(250, "EUR") }),
    card("c", "lead", { value: money(7, "USD"), owner: "Bo" }),
  ];
  const [whole] = columns(cards);
  const [bos] = columns(cards, { owner: { who: "person", name: "bo" } });
  const sums = (column: typeof whole) =>
    column?.value.map(({ amountMinor, currency }) => `${amountMinor} ${currency}`);
  expect([sums(whole), sums(bos)]).toEqual([
    ["350 EUR", "7 USD"],
    ["100 EUR", "7 USD"],
  ]);
});

test("of what is won only what came within 30 days, or waits for something, is seen at first", () => {
  const long = { since: parseDay("2026-10-20") };
  const cards = [
    card("rests", "won", long),
    card("has a limit", "won", { ...long, due: parseDay("2026-12-24") }),
    card("30 days ago", "won", { since: parseDay("2026-10-21") }),
  ];
  const won = columns(cards).find(({ stage }) => stage.id === "won");
  expect(won?.cards.map(({ name }) => name)).toEqual(["30 days ago", "has a limit", "rests"]);
  expect(won?.atFirst).toBe(2);
});

test("whose cards are seen is everybody's, one person's or nobody's", () => {
  const cards = [card("a", "lead", { owner: "Bo" }), card("b", "lead"), card("c", "lead", { owner: "Zoë" })];
  expect(boardOwners(cards)).toEqual(["Bo", "Zoë"]);
  expect(namesIn("lead", cards, { owner: { who: "nobody" } })).toEqual(["b"]);
  expect(namesIn("lead", cards, { owner: { who: "person", name: "Zoë" } })).toEqual(["c"]);
});

test("a text is looked for word by word, without case and accents, in all that the card tells", () => {
  const cards = [card("Müller", "lead", { detail: "Bakery North" }), card("Miller", "lead")];
  expect(namesIn("lead", cards, { text: " north  MULLER " })).toEqual(["Müller"]);
  expect(namesIn("lead", cards, { text: "south" })).toEqual([]);
});

test("what happened between two looks is told record by record, and three of them by name", () => {
  const before = {
    stages,
    cards: [card("a", "lead"), card("b", "lead"), card("c", "lead"), card("d", "lead")],
  };
  const cards = [
    card("a", "won"),
    card("b", "lead", { owner: "Bo" }),
    card("d", "lead", { nextStep: "call" }),
  ];
  expect(boardNews(before, { stages, cards: [...cards, card("e", "offer")] })).toBe(
    "a went to Won, b is Bo's, d has changed, and 2 more",
  );
  expect(boardNews(before, { stages, cards: before.cards.slice(0, 3) })).toBe("d is gone");
  expect(boardNews(before, before)).toBe("");
});
