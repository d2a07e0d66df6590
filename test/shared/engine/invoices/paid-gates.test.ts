// What stages and rules ask of payments, through the engine's one call: rules make invoices, people type payments.

import { expect, test } from "vitest";
import type { Pipeline } from "../../../../shared/definition/pipeline.ts";
import { orders } from "../../../../shared/definition/templates/orders.ts";
import { sales } from "../../../../shared/definition/templates/sales.ts";
import { pipelineFromPlan } from "../../../../shared/definition/templates/template.ts";
import { openWorld, told, type World } from "../../../world.ts";
import { invoicesIn } from "./acted-book.ts";

const gated: Pipeline = pipelineFromPlan({
  name: "Jobs",
  noun: "job",
  currency: "EUR",
  stages: [
    { name: "Lead" },
    { name: "Invoice", limitDays: 5 },
    { name: "Work", kind: "won", needs: "the advance is paid" },
    { name: "Closed", kind: "won", needs: "the invoice is paid" },
    { name: "Lost", kind: "lost" },
  ],
  fields: [
    { name: "Amount", type: "money" },
    { name: "Payment schedule", type: "text" },
  ],
  rules: [
    { name: "Bill", when: "enters Invoice", does: "make the invoice" },
    { name: "Take back", when: "enters Lost", does: "void the invoice" },
    {
      name: "Chase",
      when: "every 2 days in Invoice",
      onlyIf: "the advance is not paid",
      does: "remind owner: ask for the advance",
    },
  ],
});

function billed(): World {
  const world = openWorld({ boards: { Jobs: gated } });
  world.add({ Name: "Ada", Stage: "Invoice", Amount: 1000, "Payment schedule": "50/50" });
  world.run();
  return world;
}

const pay = (world: World, amount: number, invoice = "INV-0001") =>
  world.add({ Day: "2026-11-02", Invoice: invoice, Amount: amount }, "Payments");

test("a record that enters the stage gets its invoice in the same look", () => {
  expect(invoicesIn(billed())).toEqual([
    "INV-0001 Ada 1 of 2 500 EUR 2026-11-02 2026-11-09",
    "INV-0002 Ada 2 of 2 500 EUR",
  ]);
});

test("a move that needs the advance is refused until it is paid, and goes with the payment of the same look", () => {
  const world = billed();
  pay(world, 499.99);
  world.edit("Ada", { Stage: "Work" });
  expect(told(world.run().problems)).toContain('A2: Work needs: the advance is paid; put back to "Invoice"');
  expect(world.cell("Ada", "Status note")).toBe("Work needs: the advance is paid");
  pay(world, 0.01);
  world.edit("Ada", { Stage: "Work" });
  expect(world.run().problems).toEqual([]);
  expect(world.cell("Ada", "Stage")).toBe("Work");
});

test("the note of a refusal goes as soon as the money is in", () => {
  const world = billed();
  world.edit("Ada", { Stage: "Work" });
  world.run();
  pay(world, 500);
  world.run();
  expect(world.cell("Ada", "Status note")).toBe(null);
});

test("all parts have to be paid where the whole invoice is asked for", () => {
  const world = billed();
  pay(world, 500);
  world.edit("Ada", { Stage: "Closed" });
  expect(told(world.run().problems)).toEqual([
    'A2: Closed needs: the invoice is paid; put back to "Invoice"',
  ]);
  pay(world, 500, "INV-0002");
  world.edit("Ada", { Stage: "Closed" });
  expect(world.run().problems).toEqual([]);
});

test("a rule that asks for what is not paid stops with the payment", () => {
  const world = billed();
  const chases = () => world.log().filter(({ data }) => data["rule"] === "chase").length;
  world.waitUntil("2026-11-04T10:00:00Z");
  world.run();
  expect(chases()).toBe(1);
  pay(world, 500);
  world.waitUntil("2026-11-09T10:00:00Z");
  world.run();
  expect(chases()).toBe(1);
});

test("whoever is lost has no open invoice any more, and the history says so", () => {
  const world = billed();
  world.edit("Ada", { Stage: "Lost" });
  world.run();
  expect(invoicesIn(world, "Status")).toEqual(["void", "void"]);
  expect(world.log().map(({ note }) => note)).toContain("INV-0001, INV-0002 is void");
});

test("an order for which money came in is not cancelled by itself", () => {
  const world = openWorld({ boards: { Orders: pipelineFromPlan(orders) } });
  world.add(["Lamp", "Rug"].map((Name) => ({ Name, Stage: "Customer Invoice", Amount: 55, Product: Name })));
  world.run();
  pay(world, 5);
  world.waitUntil("2026-11-10T00:00:00Z");
  world.run();
  expect([world.cell("Lamp", "Stage"), world.cell("Rug", "Stage")]).toEqual([
    "Customer Invoice",
    "Invoice Cancelled",
  ]);
  expect(invoicesIn(world, "Number", "Status")).toEqual(["INV-0001 overdue", "INV-0002 void"]);
});

test("the mail of an invoice tells its number, amount and last day", () => {
  const world = openWorld({ boards: { Orders: pipelineFromPlan(orders) } });
  world.add({
    Name: "Lee",
    Stage: "Customer Invoice",
    Amount: 55,
    Product: "Lamp",
    "E-mail": "lee@example.org",
  });
  world.edit("Lee", { Owner: "Cleo" });
  world.run();
  expect(
    world
      .table("Outbox")
      .rows.map(({ cells }) => cells.join("\n"))
      .join(),
  ).toContain("this is invoice INV-0001 of 55.00 EUR for Lamp. Please pay by 9 November 2026");
});

test("in sales the balance is asked for on delivery, unless all of it is paid", () => {
  const world = openWorld({ boards: { Sales: pipelineFromPlan(sales) } });
  const deal = { Stage: "Invoice", Amount: 800, Currency: "EUR", Services: "advice" };
  world.add([
    { Name: "Acme", ...deal, "Payment schedule": "50/50" },
    { Name: "Brook", ...deal, "Payment schedule": "All before work" },
  ]);
  world.run();
  pay(world, 400);
  pay(world, 800, "INV-0003");
  const delivered = { "Delivery link": "https://d.example.org", "Review link": "https://r.example.org" };
  for (const name of ["Acme", "Brook"]) world.edit(name, { Stage: "Order Delivery", ...delivered });
  world.run();
  expect(world.cell("Acme", "Stage")).toBe("Order Delivery");
  expect(invoicesIn(world, "Number", "Record", "Part", "Status")).toEqual([
    "INV-0001 Acme 1 of 2 paid",
    "INV-0002 Acme 2 of 2 sent",
    "INV-0003 Brook paid",
  ]);
  const mails = world.log().filter(({ kind, data }) => kind === "message" && data["message"] === "invoice");
  expect(mails.map(({ name }) => name)).toEqual(["Acme", "Brook", "Acme"]);
});

test("an order that somebody cancels by hand has its invoice voided, as one that is cancelled by itself", () => {
  const world = openWorld({ boards: { Orders: pipelineFromPlan(orders) } });
  world.add({ Name: "Ada", Stage: "Customer Invoice", Product: "Lamp", Amount: 100 });
  world.run();
  world.edit("Ada", { Stage: "Invoice Cancelled" });
  world.run();
  expect(invoicesIn(world, "Number", "Status", "Note")).toEqual([
    'INV-0001 void void by the rule "Void what is cancelled"',
  ]);
});

test("the invoice counts again when the move that voided it is undone, and is not voided again", () => {
  const world = billed();
  world.edit("Ada", { Stage: "Lost" });
  world.run();
  world.edit("INV-0002", { "Void on": "2026-11-01", Note: "our mistake" }, "Invoices");
  world.edit("Ada", { Log: "Undo" });
  world.run();
  expect(invoicesIn(world, "Status", "Note")).toEqual(["sent", "void our mistake"]);
  expect(world.log().map(({ note }) => note)).toContain("INV-0001 counts again");
  expect(world.run().changes).toEqual([]);
});

test("a book that practises makes invoices, and leaves it to people to void them", () => {
  const world = openWorld({ boards: { Jobs: gated }, practice: true });
  world.add({ Name: "Ada", Stage: "Invoice", Amount: 5 });
  world.run();
  world.edit("Ada", { Stage: "Lost" });
  world.run();
  expect(invoicesIn(world, "Status")).toEqual(["sent"]);
  expect(world.log().map(({ note }) => note)).toContain(
    "no invoice was voided: while the book practises, void it yourself",
  );
});

test("the mail of an invoice that waits is cancelled when nobody has to pay it any more", () => {
  const world = openWorld({ boards: { Orders: pipelineFromPlan(orders) } });
  const order = { Stage: "Customer Invoice", Amount: 55, Product: "Lamp", Owner: "Cleo" };
  world.add(["Ann", "Ben"].map((Name) => ({ Name, ...order, "E-mail": `${Name}@example.org` })));
  world.run();
  pay(world, 55);
  world.edit("INV-0002", { "Void on": "2026-11-02" }, "Invoices");
  world.run();
  const { header, rows } = world.table("Outbox");
  const seen = rows.map(({ cells }) => [cells[header.indexOf("State")], cells[header.indexOf("Note")]]);
  expect(seen).toEqual([
    ["cancelled", "INV-0001 is paid"],
    ["cancelled", "INV-0002 is void"],
  ]);
});
