// The card of a record: where it stands, where it may go and what would let it, and what became of it.

import { expect, test } from "vitest";
import { recordAt } from "../../../../shared/report/views/record-at.ts";
import { type CardQuery, type RecordCard, recordCard } from "../../../../shared/report/views/record-card.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import type { World } from "../../../world.ts";
import { dealsWorld, withStages, worldWith } from "../../engine/deals.ts";

const NOW = parseMoment("2026-11-20T12:00:00Z");

function card(world: World, record: string, query: Partial<CardQuery> = {}): RecordCard {
  return recordCard(world.tables(), { record, now: NOW, ...query });
}

test("a stage that asks for something names the fields that would let the record in", () => {
  const { moves } = card(worldWith("Ada"), "Ada");
  const proposal = moves.find(({ stage }) => stage.name === "Proposal");
  expect(proposal).toMatchObject({ allowed: false, reason: "Proposal needs: Budget, Deadline" });
  expect(proposal?.missing).toEqual([
    { words: "Budget", fields: ["budget"], activities: [] },
    { words: "Deadline", fields: ["deadline"], activities: [] },
  ]);
});

test("the next stage of the main line is marked, and allowed once its needs are met", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Budget: 500 });
  const { moves } = card(world, "Ada");
  expect(moves.filter(({ isNext }) => isNext).map(({ stage, allowed }) => [stage.name, allowed])).toEqual([
    ["Offer", true],
  ]);
});

test("what a person may not do is not allowed to that person alone", () => {
  const team = [{ id: "ann", name: "Ann", roles: ["Accountant"] }];
  const world = dealsWorld({
    boards: { Deals: withStages({ Won: { mayEnter: ["Accountant"] } }) },
    team,
  });
  world.add({ Name: "Ada" });
  world.run();
  const mayWin = (actor: string) =>
    card(world, "Ada", { actor }).moves.find(({ stage }) => stage.name === "Won")?.allowed;
  expect([mayWin("Ann"), mayWin("Bob")]).toEqual([true, false]);
});

test("a closed record has no moves but Reopen", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Lost" });
  world.run();
  const { moves, acts } = card(world, "Ada");
  expect(moves.some(({ allowed }) => allowed)).toBe(false);
  expect(acts).toMatchObject({ reopen: true, undo: 'back to "Lead"' });
});

test("what is closed asks for no fields: filling them in would not open it", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Lost" });
  world.run();
  expect(card(world, "Ada").moves.flatMap(({ missing }) => missing)).toEqual([]);
});

test("a record where it began has nothing to undo", () => {
  expect(card(worldWith("Ada"), "Ada").acts).not.toHaveProperty("undo");
});

test("in practice a move is allowed, and what is missing is said all the same", () => {
  const world = dealsWorld({ practice: true });
  world.add({ Name: "Ada" });
  world.run();
  const offer = card(world, "Ada").moves.find(({ stage }) => stage.name === "Offer");
  expect(offer).toMatchObject({ allowed: true, reason: "Offer needs: Budget" });
});

test("the history stands in plain sentences, the newest first, with what was taken back marked", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Budget: 500, Stage: "Offer" });
  world.run({ actor: "Robin", knownBy: "event" });
  world.edit("Ada", { Log: "Undo" });
  world.run();
  world.edit("Ada", { Log: "Call", "Log note": "all well" });
  world.run();
  const { history } = card(world, "Ada");
  expect(
    history.map(({ sentence, who, undone }) => `${sentence}, ${who}${undone ? ", undone" : ""}`),
  ).toEqual([
    'reached the milestone "Called", unknown',
    "Call, unknown",
    'the move to "Offer" was taken back, unknown',
    'reached the milestone "Offered", Robin',
    'moved from "Lead" to "Offer", Robin, undone',
    'Budget: "500", Robin',
    'came in at "Lead", unknown',
  ]);
});

test("a deleted stage keeps its name in the history", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Parked" });
  world.run();
  world.edit("Ada", { Stage: "Lead" });
  world.run();
  world.deleteRow("Parked", "Stages");
  world.run();
  expect(card(world, "Ada").history.map(({ sentence }) => sentence)).toContain(
    'moved from "Lead" to "Parked"',
  );
});

test("an old history is cut, and what was left out is counted", () => {
  const world = worldWith("Ada");
  for (const stage of ["Parked", "Lead", "Parked"]) {
    world.edit("Ada", { Stage: stage });
    world.run();
  }
  const { history, moreHistory } = card(world, "Ada", { most: 3 });
  expect([history.length, moreHistory]).toEqual([3, 1]);
});

test("the card tells limit, owner, score and status of its row", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Owner: "Bob", Budget: 5, Stage: "Offer" });
  world.run();
  world.edit("Ada", { Stage: "Proposal" });
  world.run();
  expect(card(world, "Ada")).toMatchObject({
    ...{ board: "Deals", noun: "deal", owner: "Bob", stage: { name: "Offer", kind: "open" } },
    ...{ due: "2026-11-09", overdue: true, status: "Proposal needs: Deadline" },
    score: { score: 5, offer: 10 },
  });
});

test("a cell that cannot be read keeps its text, with what would be right", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Budget: "lots" });
  const budget = card(world, "Ada").fields.find(({ id }) => id === "budget");
  expect(budget?.value).toBe("lots");
  expect(budget?.problem).toMatch(/^"lots" is not an amount/);
});

test("a card needs no more of the history than the entries of its record", () => {
  const world = worldWith("Ada", "Bob");
  const whole = card(world, "Ada");
  const log = world.table("Activity");
  const own = log.rows.filter(({ cells }) => cells.includes(whole.record));
  world.replace(world.tables().map((table) => (table === log ? { ...log, rows: own } : table)));
  expect(card(world, "Ada")).toEqual(whole);
});

test("a row that was not looked at yet has no card", () => {
  const world = worldWith("Ada");
  world.add({ Name: "Bob" });
  expect(() => card(world, "Bob")).toThrow('"Bob" waits in its tab to be mended');
});

test("a row of a board is that of its record; a row of another tab is none", () => {
  const world = worldWith("Ada");
  world.add({ Name: "Bob" });
  const at = (tab: string, row: number) => recordAt(world.tables(), { tab, row });
  expect(at("Deals", 2)).toEqual({ ...at("Deals", 2), name: "Ada", record: world.cell("Ada", "ID") });
  expect(at("Deals", 3)).toMatchObject({ name: "Bob", record: "" });
  expect([at("Deals", 4), at("Stages", 2)]).toEqual([undefined, undefined]);
});
