import { expect, test } from "vitest";
import { historyChanges } from "../../../../shared/engine/history-changes.ts";
import { invoiceActs } from "../../../../shared/engine/invoices/invoice-acts.ts";
import { type Typed, told, type World } from "../../../world.ts";
import { act, actOn, bookOf, invoicesIn, openJobs } from "./acted-book.ts";

// The first look is at nine on Monday 2 November 2026.
function jobAt(cells: Typed): World {
  const world = openJobs();
  world.add({ Name: "Ada", Stage: "Invoice", Amount: 1000, ...cells });
  world.run();
  return world;
}

const notes = (world: World) =>
  world.log().flatMap(({ kind, note }) => (kind === "invoiced" || kind === "not-sent" ? [note] : []));

test("an invoice is for the amount, goes out on the day, and is due at the limit of its stage", () => {
  const world = jobAt({});
  act(world, "Ada", { rule: "Bill" });
  expect(invoicesIn(world)).toEqual(["INV-0001 Ada 1000 EUR 2026-11-02 2026-11-09"]);
  expect(notes(world)).toEqual(["INV-0001 of 1,000.00 EUR, to be paid by 2026-11-09"]);
  expect(world.cell("Ada", "Invoice number")).toBe("INV-0001");
});

test("a schedule of 50/50 makes two parts that lose no cent, the second a draft", () => {
  const world = jobAt({ Amount: 100.01, "Payment schedule": "50/50", Company: "Acme" });
  act(world, "Ada", { rule: "Bill" });
  expect(invoicesIn(world)).toEqual([
    "INV-0001 Ada 1 of 2 50.01 EUR 2026-11-02 2026-11-09",
    "INV-0002 Ada 2 of 2 50 EUR",
  ]);
  expect(invoicesIn(world, "Customer")).toEqual(["Acme", "Acme"]);
});

test("another rule sends the next part out; the same rule asks for no second one", () => {
  const world = jobAt({ "Payment schedule": "50/50" });
  act(world, "Ada", { rule: "Bill" });
  act(world, "Ada", { rule: "Bill", occurrence: "second" });
  expect(invoicesIn(world)[1]).toBe("INV-0002 Ada 2 of 2 500 EUR");
  act(world, "Ada", { rule: "Bill the rest", due: "2026-12-01T10:00:00Z" });
  expect(invoicesIn(world)[1]).toBe("INV-0002 Ada 2 of 2 500 EUR 2026-12-01 2026-12-08");
  expect(notes(world).slice(1)).toEqual([
    "there is INV-0001, INV-0002 already",
    "INV-0002 of 500.00 EUR, to be paid by 2026-12-08",
  ]);
  expect(world.cell("Ada", "Invoice number")).toBe("INV-0002");
});

test("what is paid after delivery is a draft until it is asked for", () => {
  const world = jobAt({ "Payment schedule": "After delivery" });
  act(world, "Ada", { rule: "Bill" });
  expect(invoicesIn(world)).toEqual(["INV-0001 Ada 1000 EUR"]);
});

test("a record's own currency is that of its invoice, with its own minor unit", () => {
  const world = jobAt({ Currency: "jpy", Amount: 1001, "Payment schedule": "50/50" });
  act(world, "Ada", { rule: "Bill" });
  expect(invoicesIn(world, "Amount", "Currency")).toEqual(["501 JPY", "500 JPY"]);
});

test("without an amount there is no invoice; it is said once, at the cell, and made when the amount is there", () => {
  const world = jobAt({ Amount: null });
  const done = act(world, "Ada", { rule: "Bill" });
  expect(told(done.problems)).toEqual([
    "E2: no invoice was made: Amount is missing; an amount like 1234.50 is needed",
  ]);
  expect(act(world, "Ada", { rule: "Bill" }).entries).toEqual([]);
  world.edit("Ada", { Amount: 70 });
  act(world, "Ada", { rule: "Bill" });
  expect(invoicesIn(world)).toEqual(["INV-0001 Ada 70 EUR 2026-11-02 2026-11-09"]);
  expect(notes(world)).toHaveLength(2);
});

test("a record that was lost meanwhile is not billed", () => {
  const world = jobAt({ Stage: "Lost" });
  act(world, "Ada", { rule: "Bill" });
  expect(invoicesIn(world)).toEqual([]);
  expect(notes(world)).toEqual(['no invoice was made: it is in "Lost" by now']);
});

test("void becomes what is open, with its day and reason, also a draft", () => {
  const world = jobAt({ "Payment schedule": "50/50" });
  act(world, "Ada", { rule: "Bill" });
  act(world, "Ada", { rule: "Take back", due: "2026-11-10T00:00:00Z" });
  expect(invoicesIn(world, "Number", "Void on", "Note")).toEqual([
    'INV-0001 2026-11-10 void by the rule "Take back"',
    'INV-0002 2026-11-10 void by the rule "Take back"',
  ]);
  expect(notes(world)[1]).toBe("INV-0001, INV-0002 is void");
});

test("an invoice for which money came in is not voided by itself, and that is said", () => {
  const world = jobAt({});
  act(world, "Ada", { rule: "Bill" });
  world.add({ Day: "2026-11-02", Invoice: "INV-0001", Amount: 10 }, "Payments");
  act(world, "Ada", { rule: "Take back" });
  expect(invoicesIn(world, "Void on")).toEqual([""]);
  expect(notes(world)[1]).toBe("there was no invoice to void; INV-0001 stays, since money came in for it");
});

test("after all were voided, the same rule may bill again, with a number that nobody had", () => {
  const world = jobAt({});
  act(world, "Ada", { rule: "Bill" });
  act(world, "Ada", { rule: "Take back" });
  world.deleteRow("INV-0001", "Invoices");
  act(world, "Ada", { rule: "Bill", occurrence: "second" });
  expect(invoicesIn(world, "Number")).toEqual(["INV-0002"]);
});

test("numbers follow one another through a pass of several records", () => {
  const world = openJobs();
  for (const name of ["Ada", "Bob"]) world.add({ Name: name, Stage: "Invoice", Amount: 5 });
  world.run();
  const book = bookOf(world);
  const done = invoiceActs(book, [
    actOn(book, "Ada", { rule: "Bill" }),
    actOn(book, "Bob", { rule: "Bill" }),
  ]);
  world.apply([...done.changes, ...historyChanges(world.tables(), done.entries)]);
  expect(invoicesIn(world, "Number", "Record")).toEqual(["INV-0001 Ada", "INV-0002 Bob"]);
});

test("a run that was cut short after any of its changes bills once all the same", () => {
  const whole = jobAt({ "Payment schedule": "50/50" });
  act(whole, "Ada", { rule: "Bill" });
  act(whole, "Ada", { rule: "Bill the rest" });
  act(whole, "Ada", { rule: "Take back" });
  for (let cut = 0; cut < 6; cut++) {
    const world = jobAt({ "Payment schedule": "50/50" });
    for (const rule of ["Bill", "Bill the rest", "Take back"]) {
      const book = bookOf(world);
      world.apply(invoiceActs(book, [actOn(book, "Ada", { rule })]).changes.slice(0, cut));
      act(world, "Ada", { rule, due: book.run.now });
    }
    expect(invoicesIn(world)).toEqual(invoicesIn(whole));
    expect(notes(world)).toEqual(notes(whole));
  }
});
