import { expect, test } from "vitest";
import type { Google } from "../../../local/apps-script/google.ts";
import { ADA, BEN, smallGoogle } from "./small-google.ts";

const CLOCK = `
function start() { ScriptApp.newTrigger("tick").timeBased().everyHours(1).create(); }
function watch() { ScriptApp.newTrigger("tick").forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
function stop() { ScriptApp.getUserTriggers(SpreadsheetApp.getActive()).forEach(function (trigger) { ScriptApp.deleteTrigger(trigger); }); }
function list() {
  return ScriptApp.getProjectTriggers().map(function (trigger) {
    return [trigger.getHandlerFunction(), String(trigger.getEventType()), String(trigger.getTriggerSource()), trigger.getEventType() === ScriptApp.EventType.CLOCK];
  });
}
function tick(e) {
  console.log(SpreadsheetApp.getActive().getName() + " " + Session.getEffectiveUser().getEmail() + " " + Session.getActiveUser().getEmail() + "|" + e.timezone);
  try { SpreadsheetApp.getUi(); } catch (error) { console.log(error.message); }
}`;
const HOUR_MS = 3_600_000;

test("an hourly trigger fires once in each hour, as its owner, at the same minute", () => {
  const { google, ada } = smallGoogle(CLOCK, { kind: "add-on" });
  ada.page("start");
  const due = google.triggers()[0]?.due ?? 0;
  expect(due - google.now()).toBeLessThanOrEqual(HOUR_MS);
  google.advance(3 * HOUR_MS);
  const ticks = google.executions.filter(({ functionName }) => functionName === "tick");
  expect(ticks.map(({ launch }) => launch?.now)).toEqual([due, due + HOUR_MS, due + 2 * HOUR_MS]);
  expect(ticks[0]?.logs).toEqual([
    `Book ${ADA} |Etc/UTC`,
    "Cannot call SpreadsheetApp.getUi() from this context.",
  ]);
});

test("triggers of an add-on stop where it is no longer enabled", () => {
  const { google, book, script, ada } = smallGoogle(CLOCK, { kind: "add-on" });
  ada.page("start");
  ada.page("watch");
  google.disable(script, book);
  const before = google.executions.length;
  google.advance(2 * HOUR_MS);
  ada.type("Deals!A1", "x");
  expect(google.executions).toHaveLength(before);
});

test("nobody sees or deletes the triggers of another", () => {
  const { google, ada, ben } = smallGoogle(CLOCK);
  ada.page("start");
  expect(ben.page("list")).toEqual([]);
  ben.page("stop");
  expect(google.triggers()).toHaveLength(1);
  ada.page("stop");
  expect(google.triggers()).toEqual([]);
});

test("clock triggers may be listed apart from the spreadsheet in which they were made", () => {
  const { google, ada } = smallGoogle(CLOCK);
  ada.page("start");
  ada.page("watch");
  google.world.clockTriggers = "apart";
  ada.page("stop");
  expect(google.triggers().map(({ type }) => type)).toEqual(["CLOCK"]);
  expect(ada.page("list")).toHaveLength(1);
});

test("a trigger says what it listens to", () => {
  const { ada } = smallGoogle(CLOCK);
  ada.page("start");
  ada.page("watch");
  expect(ada.page("list")).toEqual([
    ["tick", "CLOCK", "CLOCK", true],
    ["tick", "ON_EDIT", "SPREADSHEETS", false],
  ]);
});

test("an add-on has one trigger of each type for each user and document, and each user may have theirs", () => {
  const { google, book, script, ada, ben } = smallGoogle(CLOCK, { kind: "add-on" });
  ada.page("watch");
  expect(() => ada.page("watch")).toThrow(
    "This add-on has created too many edit triggers in this document for this Google user account.",
  );
  google.install(script, BEN);
  ben.page("watch");
  expect(google.triggers().map(({ owner, spreadsheet }) => [owner, spreadsheet])).toEqual([
    [ADA, book],
    [BEN, book],
  ]);
});

test("a script has twenty triggers of a user at the most", () => {
  const { ada } = smallGoogle(CLOCK);
  for (let count = 0; count < 20; count++) ada.page("start");
  expect(() => ada.page("start")).toThrow("This script has too many triggers.");
});

test("triggers of a user run ninety minutes a day, and then not until the day is over", () => {
  const code = `${CLOCK}\nfunction slow() { for (var i = 0; i < 40; i++) Utilities.sleep(8000); }
function begin() { for (var i = 0; i < 18; i++) ScriptApp.newTrigger("slow").timeBased().everyHours(1).create(); }`;
  const { google, ada } = smallGoogle(code);
  ada.page("begin");
  // Each takes 320 s; after the 17th 5,440 s of 5,400 are used up.
  google.advance(HOUR_MS);
  const runs = slowRuns(google);
  expect(runs.filter(({ status }) => status === "done")).toHaveLength(17);
  expect(runs[17]?.error?.message).toBe("Service using too much computer time for one day");
  google.advance(25 * HOUR_MS);
  expect(slowRuns(google).filter(({ status }) => status === "done")).toHaveLength(34);
});

function slowRuns(google: Google) {
  return google.executions.filter(({ functionName }) => functionName === "slow");
}

test("a copy of a spreadsheet has its bound script and its cells, and no triggers or properties", () => {
  const code = `${CLOCK}\nfunction keep() { PropertiesService.getDocumentProperties().setProperty("a", "b"); }
function kept() { return [PropertiesService.getDocumentProperties().getProperty("a"), SpreadsheetApp.getActive().getName()]; }`;
  const { google, book, ada } = smallGoogle(code);
  ada.type("Deals!A1", "x");
  ada.page("keep");
  ada.page("watch");
  const copy = google.person(BEN, google.copySpreadsheet(book, BEN));
  expect(copy.page("kept")).toEqual([null, "Copy of Book"]);
  expect(google.triggers()).toHaveLength(1);
  const before = google.executions.length;
  copy.type("Deals!A2", "y");
  expect(google.executions).toHaveLength(before);
});
