import { expect, test } from "vitest";
import { ADA, dealsCell, lastExecution, smallGoogle } from "./small-google.ts";

const LOCKING = `
function take(ms) { return LockService.getDocumentLock().tryLock(ms); }
function need() { LockService.getDocumentLock().waitLock(100); }
function keep() { var lock = LockService.getDocumentLock(); lock.tryLock(10); SpreadsheetApp.getActive().getName(); return lock.hasLock(); }
function ask() { var lock = LockService.getDocumentLock(); lock.tryLock(10); SpreadsheetApp.getUi().alert("Sure?"); return lock.hasLock(); }
function hold() { var lock = LockService.getDocumentLock(); lock.tryLock(10); Utilities.sleep(700); lock.releaseLock(); Utilities.sleep(500); }
function none() { return LockService.getDocumentLock() === null && SpreadsheetApp.getActiveSpreadsheet() === null; }
function twice() { var lock = LockService.getDocumentLock(); return [lock.tryLock(1), lock.tryLock(1), LockService.getDocumentLock().tryLock(1)]; }`;

test("a lock that somebody holds is waited for, in the world's time", () => {
  const { google, script, book, ada } = smallGoogle(LOCKING);
  const release = google.holdLock(script, book);
  const before = google.now();
  expect(ada.page("take", 1500)).toBe(false);
  expect(google.now() - before).toBeGreaterThanOrEqual(1500);
  expect(() => ada.page("need")).toThrow("Lock timeout: another process was holding the lock for too long.");
  release();
  expect(ada.page("take", 1500)).toBe(true);
});

test("a lock that ends while it is waited for is taken then", () => {
  const { google, script, book, ada } = smallGoogle(LOCKING);
  const before = google.now();
  google.holdLock(script, book, 400);
  expect(ada.page("take", 5000)).toBe(true);
  expect(google.now() - before).toBeLessThan(1000);
});

test("a lock is free again when its execution has ended", () => {
  const { ada, ben } = smallGoogle(LOCKING);
  expect([ada.page("keep"), ben.page("take", 1)]).toEqual([true, true]);
});

test("an execution that has the lock gets it again", () => {
  expect(smallGoogle(LOCKING).ada.page("twice")).toEqual([true, true, true]);
});

test("outside a container there is no document, and no lock on it", () => {
  const { google, script } = smallGoogle(LOCKING);
  expect(google.run(script, "none", { as: ADA })).toBe(true);
});

test("a lock of one script does not keep out another's", () => {
  const { google, book, ada } = smallGoogle(LOCKING);
  const other = google.addScript({
    name: "Other",
    kind: "bound",
    code: "",
    manifest: `{"timeZone":"Etc/UTC","oauthScopes":[]}`,
    spreadsheet: book,
  });
  google.holdLock(other, book);
  expect(ada.page("take", 1)).toBe(true);
});

test("how long a lock was held is told, in the time of its execution", () => {
  const small = smallGoogle(LOCKING);
  small.ada.page("hold");
  // The sleep, and ten milliseconds that letting it go takes.
  expect(lastExecution(small).counts.lockMilliseconds).toBe(710);
});

test("a killed execution's lock lingers as long as the world says", () => {
  const small = smallGoogle(LOCKING);
  small.google.world.lockLingers = 3000;
  small.google.hooks.interfere = ({ number }) => (number === 2 ? { what: "kill", applied: 0 } : undefined);
  expect(() => small.ada.page("keep")).toThrow("killed");
  delete small.google.hooks.interfere;
  expect(small.ben.page("take", 100)).toBe(false);
  small.google.advance(3000);
  expect(small.ben.page("take", 100)).toBe(true);
});

test("while a dialog waits for its answer the others may take the lock", () => {
  const small = smallGoogle(LOCKING);
  small.ada.answers.push("OK");
  small.ada.page("ask");
  expect(small.google.world.locks.size).toBe(0);
  expect(dealsCell(small, 1, 1)).toBe(null);
});
