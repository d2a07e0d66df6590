// What stands between a message and its being sent twice, or not at all: kills, errors of Google's, the day's quota, and
// people who sort the tab just then.

import { expect, test } from "vitest";
import type { SheetWorld } from "../sheet-world.ts";
import { HOUR_MS, mailsOf, putMessages, sheetWith, statesOf } from "./mail-sheet.ts";

// Rows that were typed wait until the hour: typing them asked for nothing at once where reminders are off.
function worldWithMessages(...rows: Parameters<typeof putMessages>[1][]): SheetWorld {
  const world = sheetWith();
  world.google.hooks.drops = ({ kind }) => kind === "edit";
  putMessages(world, ...rows);
  world.google.hooks.drops = () => false;
  return world;
}

function subjects(...names: readonly string[]) {
  return names.map((subject) => ({ subject, id: subject }));
}

test("the hour sends what is due, the first due first", () => {
  const late = { subject: "late", id: "late", due: "2026-11-02T08:30:00+00:00" };
  const world = worldWithMessages(late, ...subjects("early"));
  world.google.tick();
  expect(mailsOf(world)).toEqual(["cleo@example.org: early", "cleo@example.org: late"]);
  expect(statesOf(world)).toEqual(["late: sent", "early: sent"]);
});

test("the text goes plain and in HTML with every sign escaped; copies go along", () => {
  const world = worldWithMessages({ id: "m1", subject: "Hello", text: "1 < 2", cc: "dora@example.org" });
  world.google.tick();
  expect(world.google.outbox[0]).toMatchObject({
    body: "1 < 2",
    htmlBody: "<p>1 &lt; 2</p>",
    cc: "dora@example.org",
  });
});

test("when the day's mails are used up, but for a reserve, the rest waits for the next day", () => {
  // A plain account may write to 100 recipients a day; ten of them are kept.
  const to = (count: number) =>
    Array.from({ length: count }, (_, index) => `p${index}@example.org`).join(", ");
  const [one, two, three] = subjects("one", "two", "three");
  const world = worldWithMessages({ ...one, to: to(45) }, { ...two, to: to(44) }, { ...three, to: to(2) });
  world.google.tick();
  const subjectsOf = () => world.google.outbox.map(({ subject }) => subject);
  expect(subjectsOf()).toEqual(["one", "two"]);
  world.google.advance(3 * HOUR_MS);
  expect(subjectsOf()).toEqual(["one", "two"]);
  world.google.advance(25 * HOUR_MS);
  expect(subjectsOf()).toEqual(["one", "two", "three"]);
});

test("an address that Google does not take fails, and the others go", () => {
  const world = worldWithMessages({ id: "m1", subject: "one", to: "cleo@example" }, ...subjects("two"));
  world.google.tick();
  expect(statesOf(world)).toEqual(["one: failed", "two: sent"]);
});

test("an error of Google's in the sending leaves what nobody can know, and the others go", () => {
  const world = worldWithMessages(...subjects("one", "two"));
  let mails = 0;
  world.google.hooks.interfere = ({ request }) => {
    if (request.ask !== "sendMail") return undefined;
    mails += 1;
    return mails === 1 ? { what: "fail", applied: 0 } : undefined;
  };
  world.google.tick();
  delete world.google.hooks.interfere;
  expect(statesOf(world)).toEqual(["one: not known whether it was sent", "two: sent"]);
  world.google.advance(3 * HOUR_MS);
  expect(mailsOf(world)).toEqual(["cleo@example.org: two"]);
});

/** Lets Ben sort the tab, up and down in turn, just before writes arrive that this says of. */
function sortedBefore(
  world: SheetWorld,
  isSorted: (write: number) => boolean,
): { readonly count: () => number } {
  let [writes, sorts] = [0, 0];
  world.google.hooks.interfere = ({ request }) => {
    if (request.ask !== "grid" || request.writes.length === 0) return undefined;
    writes += 1;
    if (!isSorted(writes)) return undefined;
    sorts += 1;
    world.ben.sort("Outbox!A2:Q4", [{ column: 5, order: sorts % 2 === 0 ? "descending" : "ascending" }]);
    return undefined;
  };
  return { count: () => sorts };
}

test("whoever sorts the tab now and then while it is written to has every message sent once", () => {
  for (const every of [2, 3]) {
    const world = worldWithMessages(...subjects("one", "two", "three"));
    const sorted = sortedBefore(world, (write) => write % every === 0);
    world.google.tick();
    delete world.google.hooks.interfere;
    world.google.advance(3 * HOUR_MS);
    expect(sorted.count()).toBeGreaterThan(1);
    expect([...mailsOf(world)].sort()).toEqual(
      ["one", "three", "two"].map((each) => `cleo@example.org: ${each}`),
    );
    expect([...statesOf(world)].sort()).toEqual(["one: sent", "three: sent", "two: sent"]);
  }
});

test("whoever sorts it before every single write has none sent twice, and is asked of those that nobody knows of", () => {
  const world = worldWithMessages(...subjects("one", "two", "three"));
  sortedBefore(world, () => true);
  world.google.advance(2 * HOUR_MS);
  delete world.google.hooks.interfere;
  world.google.advance(3 * HOUR_MS);
  expect([...mailsOf(world)].sort()).toEqual([...new Set(mailsOf(world))].sort());
  for (const state of statesOf(world)) expect(state).toMatch(/: (sent|not known whether it was sent)$/);
});

test("when somebody takes the reminders over, each message goes once, from one of the two", () => {
  const world = worldWithMessages(...subjects("one", "two", "three"));
  const { google, script, ben } = world;
  google.install(script, ben.email);
  let hasTakenOver = false;
  google.hooks.interfere = ({ request }) => {
    if (request.ask !== "sendMail" || hasTakenOver) return undefined;
    hasTakenOver = true;
    ben.answers.push("OK");
    ben.menu("Stageline", "Reminders", "Take over");
    return undefined;
  };
  google.tick();
  delete google.hooks.interfere;
  google.advance(2 * HOUR_MS);
  expect(google.outbox.map(({ from, subject }) => `${subject} from ${from}`)).toEqual([
    "one from ada@example.com",
    "two from ben@example.com",
    "three from ben@example.com",
  ]);
});
