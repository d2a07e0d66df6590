// Programs outside of Google in a run with people and scripts: what the scheduler promises them, and what it holds them to.

import { afterAll, expect, test } from "vitest";
import {
  type OutsideClock,
  type OutsideDesk,
  outsideDesk,
} from "../../../local/apps-script/scheduler/outside-desk.ts";
import type { RequestFate } from "../../../local/apps-script/scheduler/outside-program.ts";
import {
  type OutsidePlan,
  runTogether,
  type TogetherPlan,
} from "../../../local/apps-script/scheduler/run-together.ts";
import { openWorkerThreads } from "../../../local/apps-script/scheduler/worker-threads.ts";
import { writeGrid } from "../../../local/grid/script/write-grid.ts";
import { tabNamed } from "../../../local/grid/spreadsheet.ts";
import { dealsCell, type SmallGoogle, smallGoogle } from "./small-google.ts";

const threads = openWorkerThreads();
afterAll(() => threads.close());

// Counts edits in B1 under the lock, and leaves it while somebody has the turn in A1.
const COUNTING = `
function onEdit(e) {
  var lock = LockService.getDocumentLock();
  if (!lock.tryLock(100000)) return;
  var sheet = e.source.getSheetByName("Deals");
  if (sheet.getRange("A1").getValue() === "taken") return;
  var count = sheet.getRange("B1").getValue() || 0;
  for (var row = 1; row <= 10; row++) sheet.getRange(row, 3).getValue();
  sheet.getRange("B1").setValue(count + 1);
  SpreadsheetApp.flush();
  lock.releaseLock();
  console.log("counted");
}`;

interface Outside {
  readonly small: SmallGoogle;
  readonly clock: OutsideClock;
  /** Asks the "API" of this test, and does it. */
  readonly ask: <Answer>(name: string, effect: () => Answer) => Promise<Answer>;
}

function asking(desk: OutsideDesk): Outside["ask"] {
  return async (name, effect) => {
    const fate = await desk.request(name);
    const reached: readonly RequestFate[] = ["served", "cut after its effect", "unheard"];
    const answer = reached.includes(fate) ? effect() : undefined;
    if (fate === "unheard") await new Promise(() => {});
    if (answer === undefined || fate !== "served") throw new Error(fate);
    return answer;
  };
}

function put({ google, book }: SmallGoogle, column: number, value: string | number): true {
  const file = google.spreadsheet(book);
  const range = {
    tab: tabNamed(file.state, "Deals")?.id ?? 0,
    ...{ row: 1, column, rows: 1, columns: 1 },
  };
  file.state = writeGrid(file.state, { do: "setValues", range, values: [[value]] });
  return true;
}

/** Takes the turn, waits, counts. */
function countingAfter(waitMs: number) {
  return async ({ small, clock, ask }: Outside) => {
    await ask("take the turn", () => put(small, 1, "taken"));
    await clock.wait(waitMs);
    const count = await ask("read", () => Number(dealsCell(small, 1, 2)));
    await ask("write", () => put(small, 2, count + 1) && put(small, 1, ""));
  };
}

/** Ada and Ben type, and of so many acts one lets an hour pass; the work is done a number of times by one program after the other. */
async function run(
  work: (outside: Outside) => Promise<void>,
  plan: Partial<Omit<TogetherPlan, "outside">> &
    Partial<OutsidePlan> & { readonly times?: number; readonly hourEach?: number } = {},
) {
  const small = smallGoogle(COUNTING);
  const desk = outsideDesk(small.google.world);
  const ask = asking(desk);
  const errors: string[] = [];
  const { times = 10, hourEach, pace = 0.2, flights = {}, faults, ...rest } = plan;
  const program = desk.program("count", (clock) =>
    work({ small, clock, ask }).catch((error: Error) => {
      errors.push(error.message);
    }),
  );
  const lanes = [small.ada, small.ben].map((person, lane) =>
    Array.from({ length: 20 }, (_, index) => () => {
      person.type(`Deals!${lane === 0 ? "D" : "E"}${index + 1}`, "x");
      if (hourEach !== undefined && index % hourEach === 0) small.google.advance(3_600_000);
    }),
  );
  const outside = {
    lanes: [Array.from({ length: times }, () => program)],
    pace,
    flights,
    ...(faults === undefined ? {} : { faults }),
  };
  const report = await runTogether(small.google, { seed: 7, threads, lanes, ...rest, outside });
  const counted = small.google.executions.filter(({ logs }) => logs.includes("counted")).length;
  return { small, report, errors, counted };
}

test("who takes the turn and waits for longer than a lock is held overtakes no script, whatever the clock does", async () => {
  let overlaps = 0;
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const plan = { seed, pace: 1, flights: { usualMs: 60 }, hourEach: 2 };
    const { small, report, counted } = await run(countingAfter(6000), plan);
    expect(dealsCell(small, 1, 2)).toBe(counted + 10);
    overlaps += report.requestOverlaps;
  }
  expect(overlaps).toBeGreaterThan(20);
});

test("who does not wait loses what a script counted, or makes it lose", async () => {
  const lost = new Set<boolean>();
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const { small, counted } = await run(countingAfter(0), { seed, flights: { usualMs: 100 } });
    lost.add(Number(dealsCell(small, 1, 2)) < counted + 10);
  }
  expect(lost).toContain(true);
});

test("the same seed gives the same run", async () => {
  const plan = { faults: { kill: 0.1, fault: 0.2 }, flights: { slow: 0.1 } };
  const [one, other] = [await run(countingAfter(6000), plan), await run(countingAfter(6000), plan)];
  expect(one.report).toEqual(other.report);
  expect(one.errors).toEqual(other.errors);
  expect(one.small.google.world.now).toBe(other.small.google.world.now);
  expect(one.small.google.spreadsheet(one.small.book).state.tabs).toEqual(
    other.small.google.spreadsheet(other.small.book).state.tabs,
  );
});

test("of programs that were killed nothing goes on, and the next one begins", async () => {
  const ends: string[] = [];
  const work = async (outside: Outside) => {
    ends.push("begun");
    await outside.ask("first", () => true);
    await outside.ask("second", () => ends.push("second"));
    ends.push("ended");
  };
  const { report } = await run(work, { times: 30, faults: { kill: 0.3 } });
  const count = (word: string) => ends.filter((end) => end === word).length;
  expect(report.programKills).toBeGreaterThan(5);
  expect([count("begun"), count("ended")]).toEqual([30, 30 - report.programKills]);
  // Some were killed when the second request had arrived.
  expect(count("second")).toBeGreaterThan(count("ended"));
});

test("a request meets with each of the faults, and the program is told of them", async () => {
  const { report, errors } = await run(({ ask }) => ask("once", () => true).then(() => undefined), {
    times: 60,
    faults: { fault: 0.7 },
  });
  expect(errors).toHaveLength(report.requestFaults);
  expect(new Set(errors)).toEqual(
    new Set([
      ...["put off", "put off for a while", "failed", "unavailable"],
      ...["cut before its effect", "cut after its effect"],
    ]),
  );
});

test("a slow request is on its way for seconds, and no hour passes meanwhile", async () => {
  const seconds: number[] = [];
  const work = async ({ clock, ask }: Outside) => {
    const before = clock.nowMs();
    await ask("slowly", () => true);
    seconds.push((clock.nowMs() - before) / 1000);
  };
  await run(work, { times: 12, flights: { slow: 1, slowMs: 20_000 }, ticks: 3 });
  expect(Math.max(...seconds)).toBeGreaterThan(5);
  expect(Math.max(...seconds)).toBeLessThan(30);
});

test("what a program throws ends the run", async () => {
  const small = smallGoogle("");
  const desk = outsideDesk(small.google.world);
  const program = desk.program("stumbles", async () => {
    throw new Error("stumbled");
  });
  const running = runTogether(small.google, { seed: 1, threads, lanes: [], outside: { lanes: [[program]] } });
  await expect(running).rejects.toThrow("stumbled");
});
