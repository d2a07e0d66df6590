import { afterAll, expect, test } from "vitest";
import { runTogether, type TogetherPlan } from "../../../local/apps-script/scheduler/run-together.ts";
import { openWorkerThreads } from "../../../local/apps-script/scheduler/worker-threads.ts";
import { dealsCell, type SmallGoogle, smallGoogle } from "./small-google.ts";

const threads = openWorkerThreads();
afterAll(() => threads.close());

// Counts edits in B1, and notes each in column C: read, then write.
const COUNTING = `
function onEdit(e) {
  var lock = LockService.getDocumentLock();
  if (LOCKS && !lock.tryLock(100000)) return;
  var sheet = e.source.getSheetByName("Deals");
  var count = sheet.getRange("B1").getValue() || 0;
  sheet.getRange("B1").setValue(count + 1);
  SpreadsheetApp.flush();
  if (LOCKS) lock.releaseLock();
}`;
const withLock = `var LOCKS = true;${COUNTING}`;
const withoutLock = `var LOCKS = false;${COUNTING}`;

/** Ada and Ben type by turns, each twenty times. */
function lanesOf({ ada, ben }: SmallGoogle): TogetherPlan["lanes"] {
  return [ada, ben].map((person, lane) =>
    Array.from(
      { length: 20 },
      (_, index) => () => person.type(`Deals!${lane === 0 ? "D" : "E"}${index + 1}`, "x"),
    ),
  );
}

async function run(code: string, plan: Partial<TogetherPlan> = {}) {
  const small = smallGoogle(code);
  const report = await runTogether(small.google, { seed: 7, threads, lanes: lanesOf(small), ...plan });
  return { small, report, seen: small.google.executions.length };
}

test("with a lock no edit that a trigger saw is counted twice or not at all", async () => {
  const { small, report, seen } = await run(withLock);
  expect(report.overlaps).toBeGreaterThan(10);
  expect(dealsCell(small, 1, 2)).toBe(seen);
  expect(report.acts).toBe(40);
  expect(report.droppedEvents).toBe(40 - seen);
});

test("without a lock two executions read the same count, and one of them is lost", async () => {
  const { small, seen } = await run(withoutLock);
  expect(dealsCell(small, 1, 2)).toBeLessThan(seen);
});

test("the same seed gives the same run", async () => {
  const faults = { kill: 0.05, fail: 0.05, drop: 0.1 };
  const [one, other] = [await run(withLock, { faults }), await run(withLock, { faults })];
  expect(one.report).toEqual(other.report);
  expect(one.small.google.spreadsheet(one.small.book).state.tabs).toEqual(
    other.small.google.spreadsheet(other.small.book).state.tabs,
  );
  expect(one.report.kills * one.report.failedCalls * one.report.droppedEvents).toBeGreaterThan(0);
});

test("another seed gives another run", async () => {
  const [one, other] = [await run(withLock), await run(withLock, { seed: 8 })];
  expect(one.report.trace).not.toEqual(other.report.trace);
});

test("after kills the others go on: a lock that was left lingers and is then free", async () => {
  const { small, report } = await run(withLock, { faults: { kill: 0.2 } });
  const ended = small.google.executions.map(({ status }) => status);
  expect(ended.filter((status) => status === "killed")).toHaveLength(report.kills);
  expect(report.kills).toBeGreaterThan(3);
  expect(new Set(ended)).toEqual(new Set(["done", "killed"]));
  const counted = Number(dealsCell(small, 1, 2));
  small.google.advance(10_000);
  small.ada.type("Deals!F1", "x");
  expect(dealsCell(small, 1, 2)).toBe(counted + 1);
});

test("of the writes that wait when an execution is killed, the first ones may arrive", async () => {
  const code = `function onEdit(e) {
    var sheet = e.source.getSheetByName("Deals");
    for (var row = 1; row <= 9; row++) sheet.getRange(row, 1).setValue("written");
  }`;
  const heights = new Set<number>();
  for (let seed = 1; seed <= 12; seed++) {
    const small = smallGoogle(code);
    const lanes = [[() => small.ada.type("Deals!B1", "x")]];
    await runTogether(small.google, { seed, threads, lanes, faults: { kill: 0.5 } });
    heights.add(
      Array.from({ length: 9 }, (_, row) => dealsCell(small, row + 1, 1)).lastIndexOf("written") + 1,
    );
  }
  expect(heights).toContain(9);
  expect([...heights].some((height) => height > 0 && height < 9)).toBe(true);
});

test("nothing of a killed execution runs any more, and its thread runs others", async () => {
  const code = `function onEdit(e) {
    var isRead = false;
    while (!isRead) {
      try { e.source.getSheetByName("Deals").getRange("A1").getValue(); isRead = true; }
      catch (error) { while (true) {} }
      finally { while (!isRead) {} }
    }
  }`;
  const { small, report } = await run(code, { faults: { kill: 0.5 } });
  expect(report.kills).toBeGreaterThan(5);
  expect(new Set(small.google.executions.map(({ status }) => status))).toEqual(new Set(["done", "killed"]));
});

test("a call that failed throws in the script, which may go on", async () => {
  const code = `function onEdit(e) {
    try { e.source.getSheetByName("Deals").getRange("A1").getValue(); } catch (error) { console.log(error.message); }
  }`;
  const { small, report } = await run(code, { faults: { fail: 0.3 } });
  const logs = small.google.executions.flatMap(({ logs: lines }) => lines);
  expect(logs).toHaveLength(report.failedCalls);
  expect(logs[0]).toBe(`Service Spreadsheets timed out while accessing document with id ${small.book}.`);
});

test("a thread gives each execution globals of its own", async () => {
  const { small } = await run("var seen = 0;\nfunction onEdit() { seen += 1; console.log(seen); }");
  expect(new Set(small.google.executions.flatMap(({ logs }) => logs))).toEqual(new Set(["1"]));
});

test("who calls from the page waits for the answer before acting again", async () => {
  const small = smallGoogle(
    `function go() { return SpreadsheetApp.getActive().getRange("Deals!A1").getValue(); }`,
  );
  const calls: ReturnType<typeof small.ada.startPage>[] = [];
  const call = () => {
    const record = small.ada.startPage("go");
    calls.push(record);
    return record;
  };
  const lanes = [[call, () => small.ada.type("Deals!A1", "later")]];
  await runTogether(small.google, { seed: 1, threads, lanes, pace: 50 });
  expect(calls.map(({ status, result }) => [status, result])).toEqual([["done", ""]]);
  expect(dealsCell(small, 1, 1)).toBe("later");
});

test("what the spreadsheet refuses a person is counted, and the others go on", async () => {
  const small = smallGoogle("");
  const lanes = [[() => small.ada.deleteRows("Deals!A1", 1000), () => small.ada.type("Deals!A1", "x")]];
  const report = await runTogether(small.google, { seed: 1, threads, lanes });
  expect([report.acts, report.refusedActs, dealsCell(small, 1, 1)]).toEqual([2, 1, "x"]);
});

test("an hour that passes is no wait of a script that asked for seconds", async () => {
  const small = smallGoogle(withLock.replace("100000", "5000"));
  const release = small.google.holdLock(small.script, small.book);
  const lane = [() => small.ada.type("Deals!D1", "x"), () => small.google.advance(3_600_000)];
  await runTogether(small.google, { seed: 7, threads, lanes: [lane] });
  release();
  expect(small.google.executions.map(({ status }) => status)).toEqual(["done"]);
  expect(small.google.executions[0]?.milliseconds).toBeLessThan(10_000);
});
