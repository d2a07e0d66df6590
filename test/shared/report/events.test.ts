// What is open before each event, and what the months take, on the built-in pipelines of events. Day 0 is 1 January
// 2026, and the report is made on day 100, 11 April.

import { expect, test } from "vitest";
import type { Pipeline } from "../../../shared/definition/pipeline.ts";
import { templates } from "../../../shared/definition/templates/templates.ts";
import type { Entry } from "../../../shared/log/entry.ts";
import { pathsOf } from "../../../shared/log/paths-builder.ts";
import { textParts } from "../../../shared/report/board-parts.ts";
import { boardReport } from "../../../shared/report/board-report.ts";
import { csvTables } from "../../../shared/report/csv-report.ts";
import { eventSections, takenSection } from "../../../shared/report/event-words.ts";
import type { FieldValue } from "../../../shared/table/field-type.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { money } from "../../../shared/value/money.ts";
import { dayMoment, entryOf, moves } from "../../moves.ts";

type Held = Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;

const euros = (amount: number) => money(amount * 100, "EUR");

function builtIn(key: string): Pipeline {
  const found = templates.find((template) => template.key === key);
  if (found === undefined) throw new Error(`no template ${key}`);
  return found.pipeline;
}

function reportOf(key: string, entries: readonly Entry[], held: Held) {
  const pipeline = builtIn(key);
  const asOf = dayMoment(100);
  const stageIds = pipeline.stages.map(({ id }) => id);
  const rows = new Map(Object.keys(held).map((id) => [id, { name: id, owner: "Bo", nextStep: "" }]));
  const values = new Map(Object.entries(held));
  return boardReport({
    ...{ pipeline, board: "Board", entries, asOf, rows, values },
    paths: pathsOf(stageIds, entries, asOf),
  });
}

const reading = { today: parseDay("2026-04-11"), most: 5 };

test("before each booked gig that is still to come stands what is open, the nearest first", () => {
  const all = { airplane_tickets_done: true, hotel_done: true, rental_car_done: true };
  const entries = moves(
    ...["rome: Booked@1", "oslo: Booked@1", "bern: Booked@1 Done", "bonn: Booked@1 Cancelled"],
    ...["kiel: Date_Held@1", "gent: Booked@1", "nice: Booked@1", "lyon: Booked@1 removed"],
  );
  const report = reportOf("speaking", entries, {
    rome: { event_on: "2026-05-01", hotel_done: false, airplane_tickets_done: true },
    oslo: { event_on: "2026-04-11", ...all },
    bern: { event_on: "2026-04-10" },
    bonn: { event_on: "2026-05-01" },
    kiel: { event_on: "2026-05-01" },
    gent: {},
    nice: { event_on: "2026-06-01" },
    lyon: { event_on: "2026-05-01" },
  });
  expect(report.events?.upcoming.map(({ name, open }) => [name, open])).toEqual([
    ["oslo", []],
    ["rome", ["Hotel", "Rental car"]],
    ["nice", ["Airplane tickets", "Hotel", "Rental car"]],
  ]);
  const { title, table } = eventSections(report, reading).upcoming;
  expect(title).toBe("Before each gig");
  expect(table?.rows.map(({ name, cells }) => [name, ...cells])).toEqual([
    ["oslo", "Bo", "today", "nothing"],
    ["rome", "Bo", "1 May", "2 open: Hotel, Rental car"],
    ["nice", "Bo", "1 June", "3 open: Airplane tickets, Hotel, Rental car"],
  ]);
});

test("of jobs that are not booked yet nothing has to be arranged", () => {
  const held = { ada: { event_on: "2026-05-01" }, bob: { event_on: "2026-05-01" } };
  const told = (stage: string) =>
    textParts(reportOf("photography", moves("ada: Date_Held@1", `bob: ${stage}@1`), held), reading)
      .flatMap(({ sections }) => sections)
      .filter(({ title }) => title === "Milestones" || title === "Before each job")
      .map(({ title, table }) => [title, table?.rows.map(({ name }) => name)]);
  expect(told("Date_Held")).toEqual([]);
  expect(told("Booked")).toEqual([["Before each job", ["bob"]]]);
});

test("an arrangement that fell through is open again, though its points were earned", () => {
  const ticked = entryOf({
    record: "rome",
    kind: "milestone",
    at: dayMoment(2),
    data: { milestone: "hotel" },
  });
  const held = { event_on: "2026-05-01", airplane_tickets_done: true, rental_car_done: true };
  const report = reportOf("speaking", [...moves("rome: Booked@1"), ticked], {
    rome: { ...held, hotel_done: false },
  });
  expect(report.events?.upcoming[0]?.open).toEqual(["Hotel"]);
  expect(report.milestones[0]).toMatchObject({ score: 10 });
});

test("people and costs are summed per job and month, and each sum says from how many it comes", () => {
  const entries = moves("ada: Booked@1", "bob: Booked@1 Done", "cyd: Booked@1", "dan: Offer_Made@1");
  const report = reportOf("photography", entries, {
    ada: {
      event_on: "2026-05-01",
      employees_needed: 3,
      estimated_fuel_cost: euros(40),
      hotel_cost: euros(120),
    },
    bob: { event_on: "2026-03-31", employees_needed: 1, estimated_fuel_cost: euros(10) },
    cyd: { event_on: "2026-05-31", estimated_fuel_cost: euros(25.5), deposit: euros(900) },
    dan: { event_on: "2026-05-31", employees_needed: 9 },
  });
  expect(report.events?.upcoming[0]).toMatchObject({
    name: "ada",
    staff: 3,
    costs: [{ amountMinor: 16_000 }],
  });
  expect(report.events?.months).toEqual([
    {
      ...{ month: "2026-03", events: 1, staff: 1, staffed: 1 },
      costs: [{ field: "Estimated fuel cost", ...euros(10), records: 1 }],
      total: [{ ...euros(10), records: 1 }],
    },
    {
      ...{ month: "2026-05", events: 2, staff: 3, staffed: 1 },
      costs: [
        { field: "Estimated fuel cost", ...euros(65.5), records: 2 },
        { field: "Hotel cost", ...euros(120), records: 1 },
      ],
      total: [{ ...euros(185.5), records: 3 }],
    },
  ]);
  expect(report.events?.over).toMatchObject([{ name: "bob", staff: 1, costs: [{ amountMinor: 1000 }] }]);
  expect(report.events?.over[0]).not.toHaveProperty("open");
  expect(takenSection(report).table?.rows).toEqual([
    { name: "bob", cells: ["31 March 2026", "1", "10 EUR"] },
  ]);
  const { title, table } = eventSections(report, reading).months;
  expect(title).toBe("Jobs per month");
  expect(table?.columns.map((column) => column.title)).toEqual([
    ...["Jobs", "Staff", "Estimated fuel cost", "Hotel cost", "Costs"],
  ]);
  expect(table?.rows.map(({ name, cells }) => [name, ...cells])).toEqual([
    ["May 2026", "2", "3", "65.50 EUR", "120 EUR", "185.50 EUR"],
    ["March 2026", "1", "1", "10 EUR", "", "10 EUR"],
  ]);
});

test("two shows on one date in one room are told of each other, booked or held", () => {
  const entries = moves(
    "jazz: Booked_and_Ready_to_Promote@1",
    "folk: Date_Held@1",
    "rock: Date_Held@1",
    "pop: Date_Held Declined",
  );
  const there = { event_on: "2026-05-01", room: "Hall" };
  const report = reportOf("shows", entries, {
    jazz: there,
    folk: { ...there, room: "hall " },
    rock: { ...there, room: "Cellar" },
    pop: there,
  });
  expect(report.events?.same.map(({ name, told }) => [name, told])).toEqual([
    ["jazz", 'the same Event on and Room as "folk"'],
    ["folk", 'the same Event on and Room as "jazz"'],
  ]);
  const { sentences, table } = eventSections(report, { ...reading, most: 1 }).upcoming;
  expect(sentences).toEqual([
    'jazz (1 May 2026): the same Event on and Room as "folk"',
    "1 show more that is the same as another",
  ]);
  // Shows have nothing to arrange: their table asks nothing.
  expect(table?.columns.map((column) => column.title)).toEqual(["Owner", "On"]);
});

test("a pipeline without a day of events tells of none", () => {
  expect(reportOf("sales", moves("ada: Dialogue@1"), { ada: {} })).not.toHaveProperty("events");
});

test("the flat tables tell each event and each cost of a month", () => {
  const held = { event_on: "2026-05-01", employees_needed: 3, estimated_fuel_cost: euros(40.5) };
  const board = reportOf("photography", moves("ada: Booked@1"), { ada: held });
  const tables = csvTables({ asOf: "2026-04-11T00:00:00Z", log: { entries: 0, hash: "" }, boards: [board] });
  const rowsOf = (name: string) =>
    tables.find((table) => table.name === name)?.rows.map((row) => row.slice(3));
  expect(rowsOf("events")).toEqual([
    ["ada", "ada", "Bo", "Booked", "2026-05-01", 1, "Hotel", 3, 40.5, "EUR"],
  ]);
  expect(rowsOf("events per month")).toEqual([["2026-05", 1, 3, 1, "Estimated fuel cost", 40.5, "EUR", 1]]);
});
