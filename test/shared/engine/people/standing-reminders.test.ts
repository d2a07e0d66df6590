import { expect, test } from "vitest";
import type { Pipeline } from "../../../../shared/definition/pipeline.ts";
import type { Rule } from "../../../../shared/definition/rule.ts";
import { standingReminders } from "../../../../shared/engine/people/standing-reminders.ts";
import { bookOf, idOf, offers, type Story, type Told } from "./people-book.ts";

const nudge: Rule = {
  id: "nudge",
  name: "Nudge",
  when: { on: "time", amount: 2, unit: "days", from: { of: "entry", stage: "offer" } },
  whileIn: [],
  onlyIf: [],
  does: [{ do: "remind", text: "ask again" }],
  until: [],
};

const reminded = reminder("2026-11-18T00:00Z");

function reminder(
  at: string,
  rest: { note?: string; occurrence?: string; rule?: string; role?: string } = {},
): Told {
  const { note = "ask again", ...told } = rest;
  const data = { do: "remind", rule: "nudge", action: "0", ...told };
  return [at, "message", { data, note, knownBy: "rule", who: "Stageline" }];
}

function standing(
  rule: Partial<Rule> | readonly Partial<Rule>[],
  after: readonly Told[],
  cells: Story["cells"] = {},
): readonly string[] {
  const budget = { ...field, id: "budget", name: "Budget" };
  const eventOn = { ...field, id: "event_on", name: "Event on", type: "day" as const };
  const rules = [rule].flat().map((each) => ({ ...nudge, ...each }));
  const pipeline: Pipeline = { ...offers, fields: [budget, eventOn], rules };
  const entered: Told = ["2026-11-16T09:00Z", "> Offer"];
  const history: readonly Told[] = [["2026-11-16T08:00Z", "> Lead"], entered, reminded, ...after];
  const book = bookOf({ now: "2026-11-20T08:30Z", pipeline, records: [{ name: "Ada", cells, history }] });
  const board = book.boards.get("deals");
  const [state, row] = [board?.states.get(idOf("Ada")), board?.rows.get(idOf("Ada"))];
  if (board === undefined || state === undefined || row === undefined) throw new Error("no such record");
  const record = { pipeline, state, row, entries: board.entriesOf(idOf("Ada")) };
  return standingReminders(record, book.run.now).map(({ text }) => text);
}

const field = {
  ...{ type: "number" as const, options: [], aliases: [] },
  ...{ personal: false, unique: false, carriesOver: false },
};

test("a reminder stands until something comes after it", () => {
  expect(standing({}, [])).toEqual(["ask again"]);
});

test("whoever logs something on the record has taken it up", () => {
  expect(standing({}, [["2026-11-18T10:00Z", "call"]])).toEqual([]);
  expect(standing({}, [["2026-11-18T10:00Z", "note"]])).toEqual([]);
});

test("what was logged before it, and what the book sent by itself, is no answer to it", () => {
  const byRule = { knownBy: "rule", who: "Stageline" } as const;
  expect(standing({}, [["2026-11-17T10:00Z", "call"]])).toEqual(["ask again"]);
  expect(standing({}, [["2026-11-18T10:00Z", "email-out", byRule]])).toEqual(["ask again"]);
});

test("a reply ends it only where the rule says so", () => {
  const replied: readonly Told[] = [["2026-11-18T10:00Z", "reply-yes"]];
  expect(standing({ until: ["a reply"] }, replied)).toEqual([]);
  expect(standing({}, replied)).toEqual(["ask again"]);
});

test("a move ends it, but not where conditions of the rule say when it is done", () => {
  const moved: readonly Told[] = [["2026-11-18T10:00Z", "> Won"]];
  const isOpen = { onlyIf: [{ anyOf: [{ test: "empty", field: "budget" } as const] }] };
  expect(standing({}, moved)).toEqual([]);
  expect(standing(isOpen, moved)).toEqual(["ask again"]);
  expect(standing({ ...isOpen, until: ["a move"] }, moved)).toEqual([]);
});

test("it ends when what the rule asks for is filled in", () => {
  const isOpen = { onlyIf: [{ anyOf: [{ test: "empty", field: "budget" } as const] }] };
  expect(standing(isOpen, [], { budget: 500 })).toEqual([]);
});

test("it ends when the record leaves the stages in which the rule works", () => {
  const isOpen = { onlyIf: [{ anyOf: [{ test: "empty", field: "budget" } as const] }], whileIn: ["offer"] };
  expect(standing(isOpen, [["2026-11-18T10:00Z", "> Won"]])).toEqual([]);
  expect(standing(isOpen, [])).toEqual(["ask again"]);
});

test("a rule about lost records reminds of those that are lost", () => {
  const when = { on: "enters", stage: "lost" } as const;
  const lost: readonly Told[] = [
    ["2026-11-18T10:00Z", "> Lost"],
    reminder("2026-11-18T10:00Z", { note: "ask why" }),
  ];
  expect(standing({ when }, lost)).toEqual(["ask why"]);
});

test("while a next step is planned for a later day it rests", () => {
  expect(standing({}, [], { next_step_on: "2026-11-21" })).toEqual([]);
  expect(standing({}, [], { next_step_on: "2026-11-20" })).toEqual(["ask again"]);
});

test("of one rule only the latest reminder counts", () => {
  expect(standing({}, [reminder("2026-11-19T00:00Z", { note: "ask a third time" })])).toEqual([
    "ask a third time",
  ]);
});

test("of a series of follow-ups only the latest counts, but for what another role is reminded of", () => {
  const from = { of: "activity", activity: "email-out" } as const;
  const when = { on: "time", amount: 2, unit: "days", from } as const;
  const rules = ["first", "second"].map((id) => ({ id, when, until: ["a reply"] as const }));
  const after = (rest: { occurrence: string; role?: string }) => {
    const day2 = reminder("2026-11-18T00:00Z", { note: "day 2", rule: "first", occurrence: "e1" });
    const day4 = reminder("2026-11-20T00:00Z", { note: "day 4", rule: "second", ...rest });
    return standing(rules, [day2, day4]);
  };
  expect(after({ occurrence: "e1" })).toEqual(["day 4"]);
  expect(after({ occurrence: "e2" })).toEqual(["day 2", "day 4"]);
  expect(after({ occurrence: "e1", role: "Supervisor" })).toEqual(["day 2", "day 4"]);
});

test("a rule that is gone reminds of nothing", () => {
  expect(standing({ id: "another" }, [])).toEqual([]);
});

test("a reminder before a day that was put off since is no longer meant", () => {
  const from = { of: "field", field: "event_on" } as const;
  const when = { on: "time", amount: -3, unit: "days", from } as const;
  const told = [reminder("2026-11-19T00:00Z", { note: "book the hall", occurrence: "event_on 2026-11-22" })];
  expect(standing({ when }, told, { event_on: "2026-11-22" })).toEqual(["book the hall"]);
  expect(standing({ when }, told, { event_on: "2026-12-22" })).toEqual([]);
});

test("who is behind no more is reminded no more", () => {
  // No milestones, so nobody can be behind.
  expect(standing({ when: { on: "behind" } }, [])).toEqual([]);
});
