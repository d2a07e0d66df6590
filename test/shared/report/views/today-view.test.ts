// What a person finds to do: replies first, then steps, limits and what has to be put right.

import { expect, test } from "vitest";
import type { Message, Rule } from "../../../../shared/definition/rule.ts";
import { type TodayView, todayView } from "../../../../shared/report/views/today-view.ts";
import { parseDay, serialFromDay } from "../../../../shared/value/day.ts";
import { type Moment, parseMoment } from "../../../../shared/value/moment.ts";
import type { World } from "../../../world.ts";
import { dealsPipeline, dealsWorld, worldWith } from "../../engine/deals.ts";

const NOON = parseMoment("2026-11-20T12:00:00Z");
const day = (text: string) => ({ serial: serialFromDay(parseDay(text)) });

function today(world: World, person?: string, now: Moment = NOON): TodayView {
  return todayView(world.tables(), { now, ...(person === undefined ? {} : { person }) });
}

function told(view: TodayView): readonly string[] {
  return view.groups.flatMap(({ kind, items }) =>
    items.map(({ name, sentence }) => `${kind}: ${name} ${sentence}`),
  );
}

test("a book in which nothing waits says so", () => {
  const { groups, headline, nothing } = today(worldWith("Ada"));
  expect(headline).toBe("Nothing waits");
  expect(groups).toEqual([]);
  expect(nothing).toBe("Every reply is answered, no next step is due, and nothing is too long in its stage");
});

test("a reply waits from its hour on, the longest waiting first, until we write again", () => {
  const world = worldWith("Ada", "Bob", "Cleo");
  for (const [name, at] of [
    ["Ada", "2026-11-19T12:00:00Z"],
    ["Bob", "2026-11-16T12:00:00Z"],
    ["Cleo", "2026-11-10T12:00:00Z"],
  ] as const) {
    world.waitUntil(at);
    world.edit(name, { Log: "Reply: yes" });
    world.run();
  }
  world.edit("Cleo", { Log: "E-mail out" });
  world.waitUntil("2026-11-20T11:00:00Z");
  world.run();
  expect(told(today(world))).toEqual([
    "replies: Bob has waited 4 days for an answer",
    "replies: Ada has waited 1 day for an answer",
  ]);
});

test("next steps of today come first, then those just missed; what comes later is not for today", () => {
  const world = worldWith("Ada", "Bob", "Cleo", "Dee");
  world.edit("Ada", { "Next step": "call", "Next step on": day("2026-11-10") });
  world.edit("Bob", { "Next step on": day("2026-11-19") });
  world.edit("Cleo", { "Next step": "visit", "Next step on": day("2026-11-20") });
  world.edit("Dee", { "Next step on": day("2026-11-21") });
  expect(told(today(world))).toEqual([
    "steps: Cleo visit: today",
    "steps: Bob next step: 1 day overdue",
    "steps: Ada call: 10 days overdue",
  ]);
});

test("a limit is told from the day before its end on, in working days once it is over", () => {
  const world = dealsWorld();
  world.add([{ Name: "Ada", Budget: 5, Stage: "Offer" }]);
  world.run();
  // Monday 2 November and five working days: Monday 9 November.
  const on = (moment: string) => told(today(world, undefined, parseMoment(moment)));
  expect(on("2026-11-07T12:00:00Z")).toEqual([]);
  expect(on("2026-11-08T12:00:00Z")).toEqual(["limits: Ada the limit of Offer ends tomorrow"]);
  expect(on("2026-11-09T12:00:00Z")).toEqual(["limits: Ada the limit of Offer ends today"]);
  expect(on("2026-11-11T12:00:00Z")).toEqual(["limits: Ada 2 working days beyond the limit of Offer"]);
});

test("a refused move waits to be put right, with its cell", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Offer" });
  world.run();
  const [group] = today(world).groups;
  expect(group?.items).toMatchObject([
    { name: "Ada", sentence: "Offer needs: Budget", place: { tab: "Deals", cell: "A2" } },
  ]);
});

test("a copied tab in Held waits for everybody", () => {
  const world = worldWith("Ada");
  world.replace([...world.tables(), { ...world.table("Deals"), tab: "Deals (2)" }]);
  world.run();
  expect(told(today(world, "Robin"))).toEqual([
    expect.stringMatching(/^waiting: Deals \(2\) a copy of the tab Deals .*; choose Take or Drop$/),
  ]);
});

test("a person is told of what is theirs and of what nobody owns", () => {
  const world = worldWith("Ada", "Bob", "Cleo");
  for (const [name, Owner] of [
    ["Ada", "Robin"],
    ["Bob", "Kim"],
    ["Cleo", null],
  ] as const)
    world.edit(name, { Owner, "Next step on": day("2026-11-20") });
  world.run();
  const names = today(world, "robin").groups.flatMap(({ items }) => items.map(({ name }) => name));
  expect(names).toEqual(["Ada", "Cleo"]);
});

test("a long list is cut, and its length is told", () => {
  const world = worldWith(...Array.from({ length: 60 }, (_, index) => `Deal ${index}`));
  for (const name of world.names()) world.edit(name, { "Next step on": day("2026-11-20") });
  const [group] = today(world).groups;
  expect([group?.count, group?.items.length]).toEqual([60, 50]);
});

test("a reminder is told until it was taken up", () => {
  const world = dealsWorld({ boards: { Deals: { ...dealsPipeline, rules: [reminding()] } } });
  world.add([{ Name: "Ada", Owner: "Robin", Budget: 5, Stage: "Offer" }]);
  world.run();
  expect(told(today(world, "Robin"))).toContain("reminders: Ada look at it");
  world.edit("Ada", { Log: "Call" });
  world.run();
  expect(told(today(world, "Robin"))).not.toContain("reminders: Ada look at it");
});

test("a reminder before a day is gone when the day is put off, and comes again before the new one", () => {
  const from = { of: "field", field: "deadline" } as const;
  const rule: Rule = { ...reminding(), when: { on: "time", amount: -3, unit: "days", from } };
  const world = dealsWorld({ boards: { Deals: { ...dealsPipeline, rules: [rule] } } });
  world.add([{ Name: "Ada", Deadline: day("2026-11-22") }]);
  const shownOn = (moment: string) => {
    world.waitUntil(moment);
    world.run();
    return told(today(world, undefined, parseMoment(moment)));
  };
  expect(shownOn("2026-11-18T12:00:00Z")).toEqual([]);
  expect(shownOn("2026-11-20T12:00:00Z")).toEqual(["reminders: Ada look at it"]);
  world.edit("Ada", { Deadline: day("2026-12-10") });
  expect(shownOn("2026-11-20T13:00:00Z")).toEqual([]);
  expect(shownOn("2026-12-08T12:00:00Z")).toEqual(["reminders: Ada look at it"]);
});

test("a reminder for a role is told to the people of the role, and to nobody else", () => {
  const team = [
    { id: "ada", name: "Ada", roles: ["Store"] },
    { id: "bob", name: "Bob", roles: [] },
  ];
  const boards = { Deals: { ...dealsPipeline, rules: [reminding("Store")] } };
  const world = dealsWorld({ boards, team });
  world.add([{ Name: "Cy", Owner: "Bob", Budget: 5, Stage: "Offer" }]);
  world.run();
  const isTold = (person: string) => told(today(world, person)).includes("reminders: Cy look at it");
  expect([isTold("Ada"), isTold("Bob")]).toEqual([true, false]);
});

test("who stands in for somebody away sees what is theirs", () => {
  const team = [
    { id: "ada", name: "Ada", roles: [], awayUntil: parseDay("2026-11-30"), standIn: "Bob" },
    { id: "bob", name: "Bob", roles: [] },
  ];
  const world = dealsWorld({ team });
  world.add([{ Name: "Cy", Owner: "Ada", "Next step on": day("2026-11-20") }]);
  world.run();
  expect(told(today(world, "Bob"))).toEqual(["steps: Cy next step: today"]);
  const back = parseMoment("2026-12-01T12:00:00Z");
  expect(told(today(world, "Bob", back))).toEqual([]);
});

test("who looks after the whole sees what lies with each person; others do not", () => {
  const team = [
    { id: "eve", name: "Eve", roles: ["Pipeline supervisor"] },
    { id: "bob", name: "Bob", roles: [] },
  ];
  const world = dealsWorld({ team });
  world.add([
    { Name: "Ada", Owner: "Bob", "Next step on": day("2026-11-10") },
    { Name: "Cy", Owner: "Bob", Log: "Reply: yes" },
    { Name: "Dan" },
  ]);
  world.run();
  expect(today(world, "Eve").people).toEqual([
    { person: "Bob", open: 2, overdue: 1, untouched: 0, unanswered: 1 },
    { person: "", open: 1, overdue: 0, untouched: 0, unanswered: 0 },
  ]);
  expect(today(world, "Bob").people).toBeUndefined();
});

function reminding(role?: string): Rule {
  return {
    ...{ id: "look", name: "Look", when: { on: "enters", stage: "offer" } },
    ...{ whileIn: [], onlyIf: [], until: [] },
    does: [{ do: "remind", text: "look at it", ...(role === undefined ? {} : { role }) }],
  };
}

test("a message that waits for somebody is told to the owner of its record, with the cell to decide in", () => {
  const welcome: Message = {
    ...{ id: "hello", name: "Hello", purpose: "service", to: "contact", cc: [] },
    ...{ subject: "Welcome", body: "Dear {{Name}}", reviewFirst: true },
  };
  const rule: Rule = { ...reminding(), does: [{ do: "send", message: "hello" }] };
  const world = dealsWorld({ boards: { Deals: { ...dealsPipeline, rules: [rule], messages: [welcome] } } });
  world.add([{ Name: "Ada", Owner: "Robin", Budget: 5, Stage: "Offer", "E-mail": "ada@example.org" }]);
  world.run();
  const [group] = today(world, "Robin").groups.filter(({ kind }) => kind === "messages");
  expect(group?.items).toMatchObject([
    {
      name: "Ada",
      sentence: '"Welcome" to ada@example.org waits for you: look at it first; choose Send or Cancel',
      place: { tab: "Outbox", cell: "B2" },
    },
  ]);
  expect(told(today(world, "Kim")).filter((line) => line.startsWith("messages"))).toEqual([]);
  world.edit("Ada", { "Send or Cancel": "Send" }, "Outbox");
  expect(today(world, "Robin").groups.map(({ kind }) => kind)).not.toContain("messages");
});

test("who is neither in Team nor owns anything sees everybody's, and is told why; without a Team there is nothing to tell", () => {
  const team = [{ id: "ann", name: "Ann", roles: [] }];
  const [teamed, alone] = [dealsWorld({ team }), dealsWorld()].map((world) => {
    world.add([{ Name: "Ada", Owner: "Ann", "Next step on": day("2026-11-20") }]);
    world.run();
    return today(world, "zoe@example.org");
  });
  expect([teamed, alone].map((view) => view?.groups[0]?.items.map(({ name }) => name))).toEqual([
    ["Ada"],
    ["Ada"],
  ]);
  expect(teamed?.note).toContain('"zoe@example.org" is not on the Team tab');
  expect(alone?.note).toBeUndefined();
});

test("what should have been done before is late, and a planned step tells what would be done", () => {
  const world = worldWith("Ada", "Bob");
  world.edit("Ada", { "Next step": "call", "Next step on": day("2026-11-19") });
  world.edit("Bob", { "Next step on": day("2026-11-20") });
  const [group] = today(world).groups;
  expect(group?.items.map(({ name, isLate, step }) => [name, isLate, step])).toEqual([
    ["Bob", undefined, ""],
    ["Ada", true, "call"],
  ]);
});
