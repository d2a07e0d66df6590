import { expect, test } from "vitest";
import { manifestWith, smallGoogle } from "./small-google.ts";

const go = (body: string, plan = {}) => smallGoogle(`function go() { ${body} }`, plan).ada.page("go");

test("a script finds the language and Google's services, and nothing of Node or a browser", () => {
  const names = [
    "process",
    "require",
    "Buffer",
    "setTimeout",
    "URL",
    "fetch",
    "structuredClone",
    "TextEncoder",
    "window",
    "WebAssembly",
    "crypto",
    "atob",
  ];
  expect(
    go(`return ${JSON.stringify(names)}.filter(function (name) { return name in globalThis; });`),
  ).toEqual([]);
});

test("text does not become code", () => {
  expect(() => go(`return eval("1");`)).toThrow(/Code generation from strings disallowed/);
  expect(() => go(`return new Function("return 1")();`)).toThrow(/Code generation from strings disallowed/);
});

test("each execution begins with fresh globals", () => {
  const small = smallGoogle("var seen = 0;\nfunction go() { seen += 1; return seen; }");
  expect([small.ada.page("go"), small.ada.page("go")]).toEqual([1, 1]);
});

test("the clock stands still but for calls, sleep and whoever moves it", () => {
  const small = smallGoogle(
    `function go() { var start = Date.now(); Utilities.sleep(1500); return [new Date(start).toISOString(), new Date() - start]; }`,
  );
  expect(small.ada.page("go")).toEqual(["2026-11-02T09:00:00.000Z", 1500]);
  small.google.advance(3_600_000);
  expect((small.ada.page("go") as [string])[0]).toBe("2026-11-02T10:00:01.500Z");
});

test("local times of a script are those of the zone in its manifest", () => {
  const body = `var date = new Date(2026, 6, 1, 12, 30);
    date.setDate(date.getDate() + 1);
    return [date.toISOString(), date.getHours(), date.getTimezoneOffset(), String(date), new Date("2026-07-01T12:30:00").toISOString(), new Date("2026-07-01").toISOString()];`;
  expect(go(body, { manifest: manifestWith(undefined, "America/New_York") })).toEqual([
    "2026-07-02T16:30:00.000Z",
    12,
    240,
    "Thu Jul 02 2026 12:30:00 GMT-0400",
    "2026-07-01T16:30:00.000Z",
    "2026-07-01T00:00:00.000Z",
  ]);
});

test("ids and random numbers are the same for the same seed, and differ from each other", () => {
  const body = `return [Utilities.getUuid(), Utilities.getUuid(), Math.random()];`;
  const [first, second] = go(body) as string[];
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(second).not.toBe(first);
  expect(go(body)).toEqual(go(body));
  expect(go(body, { seed: 2 })).not.toEqual(go(body));
});

test("a date is put in words by the letters of Java", () => {
  expect(
    go(
      `return Utilities.formatDate(new Date("2026-10-25T01:10:05.070Z"), "Europe/Amsterdam", "EEE d MMMM yy, h:mm a 'o''clock' SSS Z XXX u");`,
    ),
  ).toBe("Sun 25 October 26, 2:10 AM o'clock 070 +0100 +01:00 7");
});

test("promises that a function leaves behind are settled before its execution ends", () => {
  const small = smallGoogle(
    `function go() { Promise.resolve().then(function () { console.log("later"); }); console.info("at once", 1); }`,
  );
  small.ada.page("go");
  expect(small.google.executions.at(-1)?.logs).toEqual(["info: at once 1", "later"]);
});

test("a function that throws is shown to the person who asked for it", () => {
  expect(() => go(`throw new RangeError("too far");`)).toThrow("too far");
});

test("what a script wrote before it threw is written", () => {
  const small = smallGoogle(
    `function go() { SpreadsheetApp.getActive().getRange("Deals!A1").setValue("x"); throw new Error("no"); }`,
  );
  expect(() => small.ada.page("go")).toThrow("no");
  expect(small.google.failures()).toHaveLength(1);
  expect(small.ada.range("Deals!A1").row).toBe(1);
});
