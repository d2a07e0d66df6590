import { expect, test } from "vitest";
import { ADA, dealsCell, lastExecution, smallGoogle } from "./small-google.ts";

const go = (body: string, plan = {}) => smallGoogle(`function go() { ${body} }`, plan).ada.page("go");

test("a property takes nine kilobytes, and a store five hundred", () => {
  expect(() =>
    go(`PropertiesService.getDocumentProperties().setProperty("a", "x".repeat(9 * 1024));`),
  ).toThrow("Argument too large: value");
  const full = `var store = PropertiesService.getUserProperties();
    for (var i = 0; i < 60; i++) store.setProperty("key" + i, "x".repeat(9000));`;
  expect(() => go(full)).toThrow("You have exceeded the property storage quota");
});

test("properties of the document, the user and the script are apart", () => {
  expect(
    go(`PropertiesService.getDocumentProperties().setProperty("a", 1);
      PropertiesService.getUserProperties().setProperties({ a: "2", b: "3" }).deleteProperty("b");
      return [PropertiesService.getDocumentProperties().getProperties(), PropertiesService.getUserProperties().getKeys(), PropertiesService.getScriptProperties().getProperty("a")];`),
  ).toEqual([{ a: "1" }, ["a"], null]);
});

test("a cached value is gone when its time is over", () => {
  expect(
    go(`var cache = CacheService.getDocumentCache();
      cache.put("short", "x", 5); cache.put("long", "y");
      Utilities.sleep(6000);
      return [cache.get("short"), cache.get("long"), cache.getAll(["long", "none"])];`),
  ).toEqual([null, "y", { long: "y" }]);
});

test("a cache may forget at any time", () => {
  const small = smallGoogle(`function keep() { CacheService.getUserCache().put("a", "b"); }
function kept() { return CacheService.getUserCache().get("a"); }`);
  small.ada.page("keep");
  expect(small.ada.page("kept")).toBe("b");
  small.google.forgetCaches();
  expect(small.ada.page("kept")).toBe(null);
});

test("of more than a thousand cached values those nearest to their end go", () => {
  expect(
    go(`var cache = CacheService.getScriptCache(); var many = {};
      for (var i = 0; i < 1000; i++) many["key" + i] = "x";
      cache.put("first", "x", 60); cache.putAll(many, 600);
      return [cache.get("first"), Object.keys(cache.getAll(Object.keys(many))).length];`),
  ).toEqual([null, 900]);
});

test("mail counts its recipients: a hundred a day for a consumer", () => {
  const small = smallGoogle(`function go(count) {
    var to = []; for (var i = 0; i < count; i++) to.push("p" + i + "@example.com");
    MailApp.sendEmail({ to: to.join(","), subject: "Hello", body: "Text", name: "Tiny" });
    return MailApp.getRemainingDailyQuota();
  }`);
  expect([small.ada.page("go", 50), small.ada.page("go", 40)]).toEqual([50, 10]);
  expect(() => small.ada.page("go", 11)).toThrow("Service invoked too many times for one day: email.");
  expect(() => small.ada.page("go", 51)).toThrow("Limit Exceeded: Email Recipients Per Message.");
  expect(small.google.outbox).toHaveLength(2);
  expect(small.google.outbox[0]).toMatchObject({ from: ADA, subject: "Hello", name: "Tiny", cc: "" });
  small.google.advance(86_400_000);
  expect(small.ada.page("go", 1)).toBe(99);
});

test("an address that is none is refused", () => {
  expect(() => go(`MailApp.sendEmail({ to: "nobody", subject: "s", body: "b" });`)).toThrow(
    "Invalid email: nobody",
  );
});

test("a simple trigger has thirty seconds; whatever it catches, nothing that it does afterwards counts", () => {
  const small = smallGoogle(`function onEdit(e) {
    try { Utilities.sleep(29000); Utilities.sleep(2000); e.source.toast("x"); } catch (error) { e.source.getSheetByName("Deals").getRange("B1").setValue("late"); }
  }`);
  small.ada.type("Deals!A1", "x");
  expect([lastExecution(small).status, lastExecution(small).error?.message]).toEqual([
    "timed out",
    "Exceeded maximum execution time",
  ]);
  expect(dealsCell(small, 1, 2)).toBe(null);
});

test("a person's own call has six minutes", () => {
  expect(() => go(`for (var i = 0; i < 13; i++) Utilities.sleep(30000);`)).toThrow(
    "Exceeded maximum execution time",
  );
  expect(go(`for (var i = 0; i < 11; i++) Utilities.sleep(30000); return 1;`)).toBe(1);
});
