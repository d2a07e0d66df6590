import { expect, test } from "vitest";
import type { Person } from "../../../../shared/definition/pipeline.ts";
import type { Rule } from "../../../../shared/definition/rule.ts";
import { outboxRows } from "../../../../shared/engine/outbox/outbox-row.ts";
import { digestId, digests } from "../../../../shared/engine/people/digests.ts";
import type { ActBook } from "../../../../shared/engine/rules/rule-act.ts";
import { applyChanges } from "../../../../shared/table/apply-changes.ts";
import { parseDay } from "../../../../shared/value/day.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import { bookOf, offers, type Story, type StoryBook, type Told } from "./people-book.ts";

const ada = person("Ada");
const bob = person("Bob");

function person(name: string, rest: Partial<Person> = {}): Person {
  const id = name.toLowerCase();
  return { id, name, email: `${id}@example.org`, roles: [], ...rest };
}

/** A deal of that name in Lead, to which somebody replied on Thursday morning. */
function replied(name: string, owner = "", at = "2026-11-19T08:30Z"): Story {
  const history: readonly Told[] = [
    ["2026-10-01T08:00Z", "> Lead"],
    [at, "reply-yes"],
  ];
  return { name, owner, history };
}

// 2026-11-20 is a Friday.
function digestsOf(story: Partial<StoryBook>): ReturnType<typeof outboxRows> {
  const book = bookOf({ now: "2026-11-20T08:30Z", team: [ada, bob], ...story });
  return outboxRows(after(book).tables);
}

function after(book: ActBook): ActBook {
  return { ...book, tables: applyChanges(book.tables, digests(book).changes) };
}

function linesTo(story: Partial<StoryBook>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    digestsOf(story).map(({ to, text }) => [
      to[0]?.split("@")[0],
      text.split("\n").flatMap((line) => (line.startsWith("- ") ? [line.slice(2)] : [])),
    ]),
  );
}

test("a digest tells what is new or due, most urgent first, to whom it concerns", () => {
  const late: Story = {
    ...{ name: "Cy", owner: "Ada", history: [["2026-11-02T08:00Z", "> Lead"]] },
    cells: { next_step: "call back", next_step_on: "2026-11-18" },
  };
  const [digest, ...others] = digestsOf({ records: [late, replied("Dan", "Ada")] });
  expect(others).toEqual([]);
  expect(digest).toMatchObject({ to: ["ada@example.org"], state: "waiting to send", why: "Daily digest" });
  expect(digest?.subject).toBe("20 November 2026: 1 reply to answer, 1 overdue");
  expect(digest?.text).toBe(
    [
      "Ada, this is new or due on 20 November 2026.",
      "Replies to answer\n- Dan (Deals, Lead): has waited 1 day for an answer",
      "Overdue\n- Cy (Deals, Lead): call back: 2 days overdue",
    ].join("\n\n"),
  );
});

test("the longest waiting reply comes first", () => {
  const records = [replied("Cy", "Ada", "2026-11-19T20:30Z"), replied("Dan", "Ada", "2026-11-18T08:30Z")];
  expect(linesTo({ records })["ada"]).toEqual([
    "Dan (Deals, Lead): has waited 2 days for an answer",
    "Cy (Deals, Lead): has waited 12 hours for an answer",
  ]);
});

test("a limit that ends by tomorrow is due, one that has ended is overdue", () => {
  const stages = offers.stages.map((stage) => (stage.id === "lead" ? { ...stage, limitDays: 3 } : stage));
  const entered = (name: string, at: string): Story => ({ name, owner: "Ada", history: [[at, "> Lead"]] });
  const records = [entered("Cy", "2026-11-17T08:00Z"), entered("Dan", "2026-11-13T08:00Z")];
  expect(linesTo({ records, pipeline: { ...offers, stages } })["ada"]).toEqual([
    "Dan (Deals, Lead): 2 working days beyond the limit of Lead",
    "Cy (Deals, Lead): the limit of Lead ends today",
  ]);
});

test("nobody who has nothing to do is written to, nor anybody without an address", () => {
  expect(digestsOf({ records: [] })).toEqual([]);
  const team = [{ id: "ada", name: "Ada", roles: [] }];
  expect(digestsOf({ records: [replied("Cy", "Ada")], team })).toEqual([]);
});

test("a digest goes out from its time of day on, on a day on which somebody works", () => {
  const records = [replied("Cy", "Ada")];
  const count = (now: string, rest: Partial<StoryBook> = {}) => digestsOf({ now, records, ...rest }).length;
  expect(count("2026-11-20T07:59Z")).toBe(0);
  expect(count("2026-11-20T08:00Z")).toBe(1);
  expect(count("2026-11-20T08:00Z", { rest: { digestAt: "09:15" } })).toBe(0);
  expect(count("2026-11-20T09:15Z", { rest: { digestAt: "09:15" } })).toBe(1);
  expect(count("2026-11-21T12:00Z")).toBe(0);
  expect(count("2026-11-20T12:00Z", { holidays: [parseDay("2026-11-20")] })).toBe(0);
});

test("there is one of a person and a day, however often the book is looked at", () => {
  const once = after(bookOf({ now: "2026-11-20T08:30Z", team: [ada], records: [replied("Cy", "Ada")] }));
  expect(outboxRows(once.tables).map(({ id }) => id)).toEqual([digestId(ada, parseDay("2026-11-20"))]);
  expect(digests(once).changes).toEqual([]);
  const later = { ...once, run: { ...once.run, now: parseMoment("2026-11-20T17:00Z") } };
  expect(digests(later).changes).toEqual([]);
});

test("a digest that still waits when the next one comes is cancelled", () => {
  const friday = after(bookOf({ now: "2026-11-20T08:30Z", team: [ada], records: [replied("Cy", "Ada")] }));
  const monday = after({ ...friday, run: { ...friday.run, now: parseMoment("2026-11-23T08:00Z") } });
  expect(outboxRows(monday.tables).map(({ state, note }) => [state, note])).toEqual([
    ["cancelled", "the digest of a later day tells it all"],
    ["waiting to send", ""],
  ]);
});

test("in a book that practises a digest waits for a person", () => {
  const [digest] = digestsOf({ records: [replied("Cy", "Ada")], rest: { practice: true } });
  expect(digest?.state).toBe("waiting for you");
});

test("the day on which mail is switched on is silent where its digest was due before", () => {
  const records = [replied("Cy", "Ada")];
  expect(digestsOf({ records, state: { messages_since: "2026-11-20T08:10:00+00:00" } })).toEqual([]);
  expect(digestsOf({ records, state: { messages_since: "2026-11-20T07:10:00+00:00" } }).length).toBe(1);
});

test("who is away gets none, and the stand-in gets it all", () => {
  const away = person("Ada", { awayUntil: parseDay("2026-11-20"), standIn: "Bob" });
  const lines = linesTo({ team: [away, bob], records: [replied("Cy", "Ada"), replied("Dan", "Bob")] });
  expect(lines).toEqual({
    bob: [
      "Cy (Deals, Lead): has waited 1 day for an answer; owner: Ada",
      "Dan (Deals, Lead): has waited 1 day for an answer",
    ],
  });
});

test("where nobody stands in, the supervisor hears of it; without one it waits", () => {
  const away = person("Ada", { awayUntil: parseDay("2026-11-20") });
  const records = [replied("Cy", "Ada")];
  const eve = person("Eve", { roles: ["Pipeline supervisor"] });
  expect(Object.keys(linesTo({ team: [away, bob, eve], records }))).toEqual(["eve"]);
  expect(linesTo({ team: [away, bob], records })).toEqual({});
});

test("what nobody owns is for the supervisor, else for the role of its stage, else for everybody", () => {
  const records = [replied("Cy")];
  const stages = offers.stages.map((stage) => (stage.id === "lead" ? { ...stage, role: "Store" } : stage));
  const pipeline = { ...offers, stages };
  const store = person("Dan", { roles: ["Store"] });
  const eve = person("Eve", { roles: ["Pipeline supervisor"] });
  expect(Object.keys(linesTo({ pipeline, records, team: [ada, store, eve] }))).toEqual(["eve"]);
  expect(Object.keys(linesTo({ pipeline, records, team: [ada, store] }))).toEqual(["dan"]);
  expect(Object.keys(linesTo({ pipeline, records, team: [ada, bob] }))).toEqual(["ada", "bob"]);
});

test("a reminder for a role goes to the people of the role, one for the owner to the owner", () => {
  const rule: Rule = {
    ...{ id: "nudge", name: "Nudge", when: { on: "enters", stage: "lead" } },
    ...{ whileIn: [], onlyIf: [], until: [], does: [{ do: "remind", text: "look at it" }] },
  };
  const told = (role?: string): Told => {
    const data = { do: "remind", rule: "nudge", action: "0", ...(role === undefined ? {} : { role }) };
    return ["2026-11-19T08:00Z", "message", { data, note: "look at it", knownBy: "rule" }];
  };
  const record = (name: string, role?: string): Story => {
    return { name, owner: "Ada", history: [["2026-11-18T08:00Z", "> Lead"], told(role)] };
  };
  const store = person("Dan", { roles: ["Store"] });
  const records = [record("Cy"), record("Eli", "Store")];
  expect(linesTo({ pipeline: { ...offers, rules: [rule] }, team: [ada, store], records })).toEqual({
    ada: ["Cy (Deals, Lead): look at it"],
    dan: ["Eli (Deals, Lead): look at it; owner: Ada"],
  });
});

test("what a colleague handed over since the last digest is told once, to the new owner", () => {
  const handed: Told = ["2026-11-19T15:00Z", "hand-over", { who: "Bob", data: { from: "Bob", to: "Ada" } }];
  const records: readonly Story[] = [
    { name: "Cy", owner: "Ada", history: [["2026-11-18T08:00Z", "> Lead"], handed] },
  ];
  expect(linesTo({ records })).toEqual({ ada: ["Cy (Deals, Lead): handed over by Bob"] });
  const before = {
    id: "d",
    why: "Daily digest",
    person: "ada",
    due: "2026-11-19T16:00:00+00:00",
    state: "sent",
  };
  expect(digestsOf({ records, outbox: [before] }).length).toBe(1);
});

test("a move into a stage of another role is told to the people of that role, but not to who moved it", () => {
  const roles: Readonly<Record<string, string>> = { lead: "Sales", offer: "Accounts" };
  const stages = offers.stages.map((stage) => {
    const role = roles[stage.id];
    return role === undefined ? stage : { ...stage, role };
  });
  const moved: Told = ["2026-11-19T15:00Z", "> Offer", { who: "Ada" }];
  const records: readonly Story[] = [
    { name: "Cy", owner: "Ada", history: [["2026-11-18T08:00Z", "> Lead"], moved] },
  ];
  const team = [person("Ada", { roles: ["Sales", "Accounts"] }), person("Bob", { roles: ["Accounts"] })];
  expect(linesTo({ pipeline: { ...offers, stages }, records, team })).toEqual({
    bob: ["Cy (Deals, Offer): came to Accounts, moved by Ada"],
  });
});

test("lost deals ask for nothing, and winning settles what was asked before", () => {
  const ended = (name: string, stage: "Won" | "Lost"): Story => {
    const { history } = replied(name, "Ada");
    return { name, owner: "Ada", history: [...history, ["2026-11-19T17:00Z", `> ${stage}`]] };
  };
  expect(digestsOf({ records: [ended("Cy", "Won"), ended("Dan", "Lost")] })).toEqual([]);
});

test("what will move by itself tomorrow is told to the owner, or to the role of the stage where nobody owns it", () => {
  const rule: Rule = {
    ...{ id: "late", name: "Late", whileIn: [], onlyIf: [], until: [] },
    when: { on: "time", amount: 5, unit: "working days", from: { of: "entry", stage: "offer" } },
    does: [{ do: "move", stage: "lost" }],
  };
  const stages = offers.stages.map((stage) => (stage.id === "offer" ? { ...stage, role: "Store" } : stage));
  // Five working days from Friday the 13th are over when Friday the 20th is.
  const record = (name: string, owner: string): Story => {
    return { name, owner, history: [["2026-11-13T08:00Z", "> Offer"]] };
  };
  const records = [record("Cy", "Ada"), record("Dan", "")];
  const team = [ada, person("Eli", { roles: ["Store"] })];
  const moves = 'moves to "Lost" on 2026-11-21: Late: 5 working days after entering Offer';
  expect(linesTo({ pipeline: { ...offers, stages, rules: [rule] }, team, records })).toEqual({
    ada: [`Cy (Deals, Offer): ${moves}`],
    eli: [`Dan (Deals, Offer): ${moves}; nobody owns it`],
  });
});

test("what comes up after the digests of a day were made is told the next day", () => {
  const quiet = bookOf({ now: "2026-11-19T08:00Z", team: [ada, bob], records: [] });
  const noon = bookOf({ now: "2026-11-19T12:00Z", team: [ada, bob], records: [replied("Cy", "Ada")] });
  const later = { ...noon, tables: applyChanges(noon.tables, digests(quiet).changes) };
  expect(digests(later).changes).toEqual([]);
  const friday = after({ ...later, run: { ...later.run, now: parseMoment("2026-11-20T08:00Z") } });
  expect(outboxRows(friday.tables).map(({ to }) => to)).toEqual([["ada@example.org"]]);
});

test("a run that was cut short before it noted that the day is done makes none a second time", () => {
  const book = bookOf({ now: "2026-11-20T08:30Z", team: [ada, bob], records: [replied("Cy")] });
  const { changes } = digests(book);
  for (let kept = 0; kept <= changes.length; kept++) {
    const cut = { ...book, tables: applyChanges(book.tables, changes.slice(0, kept)) };
    const rows = outboxRows(after(after(cut)).tables);
    expect(rows.map(({ to, state }) => [to[0], state])).toEqual([
      ["ada@example.org", "waiting to send"],
      ["bob@example.org", "waiting to send"],
    ]);
  }
});

test("rows that somebody deleted to tidy up do not come back the same day", () => {
  const done = after(bookOf({ now: "2026-11-20T08:30Z", team: [ada], records: [replied("Cy", "Ada")] }));
  const tidied = applyChanges(done.tables, [{ kind: "replaceBody", tab: "Outbox", rows: [] }]);
  expect(digests({ ...done, tables: tidied }).changes).toEqual([]);
});

test("after the clocks went back the digest is due by the wall clock", () => {
  // Amsterdam: an hour ahead of UTC from 25 October 2026, 01:00 UTC on; two before.
  const changeMs = Date.UTC(2026, 9, 25, 1);
  const zone = { name: "Europe/Amsterdam", offsetMinutesAt: (ms: number) => (ms < changeMs ? 120 : 60) };
  const records = [replied("Cy", "Ada", "2026-10-23T08:00:00+02:00")];
  const count = (now: string) => digestsOf({ now, zone, records }).length;
  expect(count("2026-10-26T07:59:00+01:00")).toBe(0);
  expect(count("2026-10-26T08:00:00+01:00")).toBe(1);
  expect(count("2026-10-23T07:59:00+02:00")).toBe(0);
  expect(count("2026-10-23T08:01:00+02:00")).toBe(1);
});
