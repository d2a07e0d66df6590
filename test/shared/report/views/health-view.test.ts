// How a book is doing, in words.

import { expect, test } from "vitest";
import { type HostFacts, healthView } from "../../../../shared/report/views/health-view.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import type { World } from "../../../world.ts";
import { dealsWorld, worldWith } from "../../engine/deals.ts";

const OFF: HostFacts = { reminders: { state: "off" } };

function lines(world: World, facts: HostFacts = OFF): Readonly<Record<string, string>> {
  const view = healthView(world.tables(), world.nextRun(), facts);
  return Object.fromEntries(view.lines.map(({ label, value }) => [label, value]));
}

test("a book that was looked at has nothing waiting", () => {
  const world = worldWith("Ada", "Bob");
  expect(lines(world)).toMatchObject({ Records: "2", Waiting: "nothing: every change is in the history" });
  expect(healthView(world.tables(), world.nextRun(), OFF).isWell).toBe(true);
});

test("changes of people that nobody looked at wait, and are not written", () => {
  const world = worldWith("Ada", "Bob");
  world.edit("Ada", { Stage: "Parked" });
  expect(lines(world)["Waiting"]).toBe("1 change of people");
  expect(world.story("Ada")).toEqual(["created lead"]);
});

test("a removed record is no record any more", () => {
  const world = worldWith("Ada", "Bob");
  world.deleteRow("Bob");
  world.run();
  expect(lines(world)["Records"]).toBe("1");
});

test("a mistake is told at its cell", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Wonn" });
  const view = healthView(world.tables(), world.nextRun(), OFF);
  expect(view.isWell).toBe(false);
  expect(view.problems).toEqual([
    expect.objectContaining({ tab: "Deals", cell: "A2", message: expect.stringMatching(/^stage "Wonn"/) }),
  ]);
});

test("practice and live are told apart", () => {
  expect(lines(worldWith("Ada"))["Mode"]).toBe("live");
  const practice = dealsWorld({ practice: true });
  practice.run();
  expect(lines(practice)["Mode"]).toMatch(/^practice/);
});

test("what the host knows is put into words", () => {
  const world = worldWith("Ada");
  world.waitUntil("2026-11-20T12:00:00Z");
  const lastLook = parseMoment("2026-11-20T10:00:00Z");
  const theirs = {
    reminders: { state: "on", owner: "robin@example.org", isMine: false },
    lastLook,
    mailsLeft: 93,
  } as const;
  expect(lines(world, theirs)).toMatchObject({
    Reminders: "on, by robin@example.org",
    "Last look": "2 hours ago",
    "E-mails today": "93 more can go out today",
  });
  expect(lines(world, { reminders: { state: "on", owner: "me", isMine: true } })["Reminders"]).toBe(
    "on, by you",
  );
});

test("how long ago the last look was is told by the instant, whatever zone the head writes it in", () => {
  const world = worldWith("Ada");
  world.waitUntil("2026-11-20T12:00:00Z");
  const ago = (lastLook: string) =>
    lines(world, { reminders: { state: "off" }, lastLook: parseMoment(lastLook) })["Last look"];
  expect(ago("2026-11-20T12:59:00+01:00")).toBe("less than an hour ago");
  expect(ago("2026-11-20T05:00:00-05:00")).toBe("2 hours ago");
});

test("the whole is told in a sentence, and what may not be meant so with the way to change it", () => {
  const world = worldWith("Ada");
  const health = () => healthView(world.tables(), world.nextRun(), OFF);
  expect(health().headline).toMatch(/^Nothing is wrong/);
  expect(health().lines.find(({ label }) => label === "Reminders")?.way).toBe("Stageline > Reminders > On");
  world.edit("Ada", { Stage: "Wonn" });
  expect(health().headline).toBe("1 thing to put right");
});

test("no mail left is told with when the next one goes", () => {
  expect(lines(worldWith("Ada"), { ...OFF, mailsLeft: 0 })["E-mails today"]).toContain("tomorrow");
});
