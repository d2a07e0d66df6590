// A board as columns of cards: what each card tells, and what stands in no column.

import { expect, test } from "vitest";
import { type BoardView, boardView } from "../../../../shared/report/views/board-view.ts";
import { recordCard } from "../../../../shared/report/views/record-card.ts";
import { parseDay, serialFromDay } from "../../../../shared/value/day.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import type { World } from "../../../world.ts";
import { dealsPipeline, dealsWorld, works, worldWith } from "../../engine/deals.ts";

const NOW = parseMoment("2026-11-20T12:00:00Z");

function view(world: World, board?: string): BoardView {
  return boardView(world.tables(), { now: NOW, ...(board === undefined ? {} : { board }) });
}

test("a card tells name, owner, worth, since when, until when and the next step of its row", () => {
  const world = dealsWorld();
  const on = { serial: serialFromDay(parseDay("2026-11-05")) };
  world.add({
    Name: "Ada",
    Owner: "Bob",
    Budget: 500,
    Stage: "Offer",
    "Next step": "call",
    "Next step on": on,
  });
  world.run();
  const [card] = view(world).cards;
  expect(card).toEqual({
    ...{ record: world.cell("Ada", "ID"), name: "Ada", stage: "offer", owner: "Bob" },
    value: { amountMinor: 50_000, currency: "EUR" },
    ...{ since: "2026-11-02", due: "2026-11-09", nextStep: "call", nextStepOn: "2026-11-05" },
  });
});

test("a card tells what its Status note says, as after a refused move", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Proposal" });
  world.run();
  expect(view(world).cards[0]).toMatchObject({
    stage: "lead",
    status: "Proposal needs: Budget, Deadline",
  });
});

test("the card of a record carries the same card that its board shows", () => {
  const world = worldWith("Ada");
  expect(recordCard(world.tables(), { record: "Ada", now: NOW }).onBoard).toEqual(view(world).cards[0]);
});

test("a row that was not looked at yet is in no column, and is counted", () => {
  const world = worldWith("Ada");
  world.add({ Name: "Bob" });
  const { cards, waiting } = view(world);
  expect([cards.map(({ name }) => name), waiting]).toEqual([["Ada"], 1]);
});

test("a board needs nothing of the history, and knows how long it is", () => {
  const world = worldWith("Ada", "Bob");
  const whole = view(world);
  const history = world.table("Activity");
  world.replace(world.tables().map((table) => (table === history ? { ...table, rows: [] } : table)));
  expect(view(world)).toEqual(whole);
  expect(whole.seen).toBe(history.rows.length);
});

test("of several boards the one that is asked for is shown, and all are named", () => {
  const world = dealsWorld({ boards: { Deals: dealsPipeline, Works: works } });
  const { boards, board, noun, valueField } = view(world, "Works");
  expect({ boards, board, noun, valueField }).toEqual({
    ...{ boards: ["Deals", "Works"], board: "Works", noun: "installation", valueField: undefined },
  });
});

test("a board that the book does not have is refused by its name", () => {
  expect(() => view(worldWith("Ada"), "Gigs")).toThrow('"Gigs"');
});

test("a spreadsheet that nobody looked at is not shown as an empty board", () => {
  expect(() => boardView([], { now: NOW })).toThrow("Nobody has looked at this sheet yet");
});
