import { expect, test } from "vitest";
import { told, type World } from "../../../world.ts";
import { act, invoicesIn, openJobs } from "./acted-book.ts";

// The first look is at nine on Monday 2 November 2026; the invoice is due on the 9th.
function billed(schedule = "50/50"): World {
  const world = openJobs();
  world.add({ Name: "Ada", Stage: "Invoice", Amount: 1000, "Payment schedule": schedule });
  world.run();
  act(world, "Ada", { rule: "Bill" });
  return world;
}

const stand = (world: World) => invoicesIn(world, "Number", "Status", "Paid", "Open");

test("an invoice is sent once it has its day; a later part is a draft", () => {
  expect(stand(billed())).toEqual(["INV-0001 sent 0 500", "INV-0002 draft 0 500"]);
});

test("a payment makes it part-paid, then paid; beyond its last day it is overdue", () => {
  const world = billed();
  world.add({ Day: "2026-11-03", Invoice: "inv-0001", Amount: 199.99 }, "Payments");
  world.waitUntil("2026-11-04T09:00:00Z");
  world.run();
  expect(stand(world)[0]).toBe("INV-0001 part-paid 199.99 300.01");
  world.waitUntil("2026-11-10T00:00:00Z");
  world.run();
  expect(stand(world)[0]).toBe("INV-0001 overdue 199.99 300.01");
  world.add({ Day: "2026-11-10", Invoice: "INV-0001", Amount: "300,01 €" }, "Payments");
  world.run();
  expect(stand(world)).toEqual(["INV-0001 paid 500 0", "INV-0002 draft 0 500"]);
});

test("what is paid beyond one part goes to the next", () => {
  const world = billed();
  world.add({ Day: "2026-11-02", Invoice: "INV-0001", Amount: 1200 }, "Payments");
  world.run();
  expect(stand(world)).toEqual(["INV-0001 paid 500 0", "INV-0002 paid 500 0"]);
});

test("a payment of a day to come counts from that day on", () => {
  const world = billed();
  world.add({ Day: "2026-11-05", Invoice: "INV-0001", Amount: 500 }, "Payments");
  expect(told(world.run().problems)).toEqual(['A2: "2026-11-05" is still to come; it counts from then on']);
  expect(stand(world)[0]).toBe("INV-0001 sent 0 500");
  world.waitUntil("2026-11-05T08:00:00Z");
  expect(world.run().problems).toEqual([]);
  expect(stand(world)[0]).toBe("INV-0001 paid 500 0");
});

test("a payment that cannot be understood counts for nothing and is told at its cell", () => {
  const world = billed();
  world.add(
    [
      { Day: "2026-11-02", Invoice: "INV-7", Amount: 5 },
      { Day: "2026-11-02", Invoice: "INV-0001", Amount: 5, Currency: "USD" },
      { Day: "soon", Invoice: "INV-0001", Amount: 5 },
      { Day: "2026-11-02", Invoice: "INV-0001", Amount: "five" },
      { Day: "2026-11-02", Amount: 5 },
      { Invoice: "INV-0001", Amount: 5 },
    ],
    "Payments",
  );
  expect(told(world.run().problems)).toEqual([
    'B2: "INV-7" is not the number of an invoice; the tab Invoices has them',
    'D3: "USD" is not EUR, the currency of INV-0001; amounts are not converted',
    'A4: "soon" is not a day like 2026-11-20',
    'C5: "five" is not an amount like 1234.50',
    "B6: the number of the invoice is missing; the tab Invoices has them",
    "A7: the day is missing; write one like 2026-11-20",
  ]);
  expect(stand(world)[0]).toBe("INV-0001 sent 0 500");
});

test("a credit of all of it credits the invoice, one of a part lowers what is open", () => {
  const world = billed();
  world.edit("INV-0001", { Credited: 100 }, "Invoices");
  world.edit("INV-0002", { Credited: 500 }, "Invoices");
  world.run();
  expect(stand(world)).toEqual(["INV-0001 sent 0 400", "INV-0002 credited 0 0"]);
});

test("an invoice that somebody voids asks for nothing, and a payment of it is told", () => {
  const world = billed();
  world.edit("INV-0001", { "Void on": "2026-11-02" }, "Invoices");
  world.add({ Day: "2026-11-02", Invoice: "INV-0001", Amount: 5 }, "Payments");
  expect(told(world.run().problems)).toEqual([
    'B2: "INV-0001" is void; write the number of the invoice that it pays',
  ]);
  expect(stand(world)[0]).toBe("INV-0001 void 0 0");
});

test("an invoice that somebody typed gets its id, its number and the record that it names", () => {
  const world = billed();
  world.add({ Record: "ada", Amount: 20, Currency: "EUR", "Issued on": "2026-11-01" }, "Invoices");
  expect(world.run().problems).toEqual([]);
  expect(invoicesIn(world, "Number", "Record", "Board", "Status")[2]).toBe("INV-0003 ada Jobs sent");
  expect(invoicesIn(world, "Record ID")[2]).toBe(invoicesIn(world, "Record ID")[0]);
  expect(world.run().changes).toEqual([]);
});

test("a copied invoice is another one, and its number is asked for", () => {
  const world = billed("");
  world.copyRow("INV-0001", { from: "Invoices" });
  expect(told(world.run().problems)).toEqual([
    'A3: "INV-0001" is the number of row 2, too; give this one another, or empty the cell and it gets one',
  ]);
  const [first, copy] = invoicesIn(world, "ID");
  expect(copy).not.toBe(first);
  const at = world.table("Invoices").rows[1];
  expect(at).toBeDefined();
  world.pasteColumn("Number", ["INV-0001", null], "Invoices");
  expect(world.run().problems).toEqual([]);
  expect(invoicesIn(world, "Number")).toEqual(["INV-0001", "INV-0002"]);
});

test("an invoice without a sound amount or currency stands nowhere until it is mended", () => {
  const world = billed("");
  world.edit("INV-0001", { Amount: "lots", Currency: "EURO" }, "Invoices");
  expect(told(world.run().problems)).toEqual(['G2: "EURO" is not a currency code like EUR']);
  world.edit("INV-0001", { Currency: "EUR" }, "Invoices");
  expect(told(world.run().problems)).toEqual(['F2: "lots" is not an amount like 1234.50']);
  expect(stand(world)).toEqual(["INV-0001"]);
});

test("a look right after a look changes nothing in the tabs of money", () => {
  const world = billed();
  world.add({ Day: "2026-11-02", Invoice: "INV-0001", Amount: 5 }, "Payments");
  world.run();
  expect(world.run().changes).toEqual([]);
});
