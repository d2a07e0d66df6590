// Orders across four departments, from the answers of a web form to a closed transaction: the store's answers and
// the customer's branch, only Accounts says that money has come, and what nobody pays is cancelled.

import { afterAll, beforeAll, expect, test } from "vitest";
import { fileOf } from "../command.ts";
import { stopLibreOffice } from "../hands/libre-office.ts";
import { begin, type Story } from "./story.ts";
import { reachedOf, stepsOf } from "./words.ts";

let orders: Story;
const [cleo, sam, ada] = ["Cleo", "Sam", "Ada"];

beforeAll(async () => {
  orders = await begin("Orders", "--template", "orders", "--now", "2026-01-05T08:00");
});
afterAll(stopLibreOffice);

test("rows of a form's answers and rows that are typed are orders alike", async () => {
  orders.type(
    [
      { Person: "Cleo", Roles: "Customer Service" },
      { Person: "Sam", Roles: "Store" },
      { Person: "Ada", Roles: "Accounts" },
      { Person: "Cory", Roles: "Courier" },
    ],
    "Team",
  );
  orders.type([
    { Name: "Lamp", Product: "Lamp", Owner: "Cleo", "E-mail": "lee@example.org" },
    { Name: "Rug" },
    { Name: "Sofa", Product: "Sofa", Stage: "Order received" },
  ]);
  expect(await orders.sync({ at: "2026-01-05T09:00", as: cleo })).toEqual([]);
  const form = "name,product,mail\nDesk,Desk,dee@example.org\nChair,Chair,\nShelf,Shelf,\n";
  const columns = ["--field", "Name=name", "--field", "Product=product", "--field", "E-mail=mail"];
  await orders.run({ at: "2026-01-05T09:30" }, "import", fileOf(form), "--board", "Orders", ...columns);
  const names = ["Lamp", "Rug", "Sofa", "Desk", "Chair", "Shelf"];
  expect(await orders.stages()).toEqual(names.map((name) => `${name}: Order received`));
});

test("an order without a product waits where it is, and goes to the store once it has one", async () => {
  for (const name of ["Lamp", "Rug", "Sofa", "Desk", "Chair", "Shelf"])
    orders.edit(name, { Stage: "Check with store" });
  expect(await orders.sync({ at: "2026-01-05T10:00", as: cleo })).toEqual([
    'A3: Check with store needs: Product; put back to "Order received"',
  ]);
  expect(await orders.see("Rug", "Stage", "Status note")).toEqual([
    "Order received",
    "Check with store needs: Product",
  ]);
  const turn = { at: "2026-01-05T11:00", as: cleo };
  await orders.run(turn, "set", "Rug", "Product=Rug");
  await orders.run(turn, "move", "Rug", "Check with store");
  expect(await orders.see("Rug", "Stage", "Status note")).toEqual(["Check with store", ""]);
});

test("the store's answers branch: it is there at a cost, or later, in so many days", async () => {
  orders.edit("Lamp", { Stage: "Response from store", Cost: 40 });
  orders.edit("Sofa", { Stage: "Response from store", Cost: 900 });
  orders.edit("Desk", { Stage: "Response from store: Later", Cost: 300, "Available in days": 12 });
  orders.edit("Shelf", { Stage: "Response from store: Later", Cost: 80, "Available in days": 4 });
  orders.edit("Chair", { Stage: "Response from store: Later", Cost: 60 });
  expect(await orders.sync({ at: "2026-01-06T10:00", as: sam })).toEqual([
    'A6: Response from store: Later needs: "Available in days"; put back to "Check with store"',
  ]);
  const turn = { at: "2026-01-06T11:00", as: sam };
  await orders.run(turn, "set", "Chair", "Available in days=30");
  await orders.run(turn, "move", "Chair", "Response from store: Later");
  expect(await orders.run(turn, "move", "Desk", "Customer Invoice")).toContain(
    'after "Response from store: Later" comes Send Customer Order Slip; nothing was changed',
  );
});

test("what is there is invoiced, due in five working days; what comes later is offered on a slip", async () => {
  const slip = { Stage: "Send Customer Order Slip", "Order slip link": "https://slips.example.org/1" };
  orders.edit("Desk", { ...slip, "Slip answer due on": "2026-01-19" });
  orders.edit("Chair", { ...slip, "Slip answer due on": "2026-02-06" });
  orders.edit("Shelf", { ...slip, "Slip answer due on": "2026-01-11" });
  orders.edit("Lamp", { Stage: "Customer Invoice", Amount: 55 });
  orders.edit("Sofa", { Stage: "Customer Invoice", Amount: 1200 });
  expect(await orders.sync({ at: "2026-01-07T09:00", as: cleo })).toEqual([]);
  // From Wednesday the 7th: 8, 9, 12, 13, 14.
  expect(await orders.see("Sofa", "Since", "Due")).toEqual(["2026-01-07", "2026-01-14"]);
});

test("an answered slip goes on or ends; a yes is not invoiced before the store has it", async () => {
  orders.edit("Desk", { Stage: "Order Slip Yes", Log: "Reply: yes", "Log note": "slip is back" });
  orders.edit("Chair", { Stage: "Order Slip No", Log: "Reply: no", "Log note": "too long" });
  expect(await orders.sync({ at: "2026-01-12T09:00", as: cleo })).toEqual([]);
  const turn = { at: "2026-01-12T10:00", as: cleo };
  await orders.run(turn, "set", "Desk", "Amount=380");
  expect(await orders.run(turn, "move", "Desk", "Customer Invoice")).toContain(
    'Customer Invoice needs: Arrived on or "Available in days" is empty; nothing was changed',
  );
  // Five days after the days stated, nobody has answered for the shelf.
  await orders.run({ at: "2026-01-16T09:00", as: cleo }, "move", "Shelf", "Order Slip Cancelled");
  await orders.run({ at: "2026-01-19T09:00", as: sam }, "set", "Desk", "Arrived on=2026-01-19");
  await orders.run({ at: "2026-01-19T10:00", as: cleo }, "move", "Desk", "Customer Invoice");
  expect(await orders.history("Desk")).toEqual([
    "01-05 entered Order received",
    "01-05 Order received → Check with store (Cleo)",
    "01-06 Check with store → Response from store: Later (Sam)",
    "01-07 Response from store: Later → Send Customer Order Slip (Cleo)",
    "01-12 Reply: yes: slip is back (Cleo)",
    "01-12 Send Customer Order Slip → Order Slip Yes (Cleo)",
    "01-19 Order Slip Yes → Customer Invoice (Cleo)",
  ]);
});

test("only Accounts says that money has come: a move by others goes back, with whom to ask", async () => {
  await orders.run({ at: "2026-01-20T09:00", as: cleo }, "move", "Lamp", "Accounts Invoice");
  orders.edit("Lamp", { Stage: "Customer Payment", "Payment evidence": "https://bank.example.org/1" });
  // What nobody paid or answered is cancelled; here one look too early.
  orders.edit("Sofa", { Stage: "Invoice Cancelled" });
  expect(await orders.sync({ at: "2026-01-20T10:00", as: cleo })).toEqual([]);

  orders.edit("Lamp", { Stage: "Accounts Paid" });
  orders.edit("Sofa", { Log: "Undo", "Log note": "she has until tonight" });
  const reason =
    'only Accounts may move to "Accounts Paid", and "Cleo" is not; ask one of them, or add the role in Team';
  expect(await orders.sync({ at: "2026-01-20T11:00", as: cleo })).toEqual([
    `A2: ${reason}; put back to "Customer Payment"`,
  ]);
  // The note is for whoever looks, so it names nobody.
  expect(await orders.see("Lamp", "Stage", "Status note")).toEqual([
    "Customer Payment",
    'only Accounts may move to "Accounts Paid"; move it from the sidebar, or, in a file, sync with --as <your name>',
  ]);
  await orders.run({ at: "2026-01-20T12:00", as: cleo }, "move", "Lamp", "Accounts Confirm");
  await orders.run({ at: "2026-01-21T09:00", as: ada }, "move", "Lamp", "Accounts Paid");
  expect(await orders.see("Lamp", "Stage", "Status note")).toEqual(["Accounts Paid", ""]);
});

test("the courier's slip goes along, and an order closes when it was received", async () => {
  await orders.run({ at: "2026-01-21T10:00", as: sam }, "move", "Lamp", "Delivery Store");
  const cory = { at: "2026-01-22T09:00", as: "Cory" };
  expect(await orders.run(cory, "move", "Lamp", "Courier Store")).toContain(
    "Courier Store needs: Courier slip number, Courier slip link",
  );
  orders.edit("Lamp", {
    "Courier slip number": "C-17",
    "Courier slip link": "https://courier.example.org/17",
  });
  orders.edit("Lamp", { Stage: "Courier Store" });
  // The desk's invoice has its evidence at once: Accounts Invoice is skipped.
  orders.edit("Desk", { Stage: "Customer Payment", "Payment evidence": "https://bank.example.org/2" });
  orders.edit("Sofa", { Stage: "Invoice Cancelled" });
  orders.sort("Name");
  expect(await orders.sync({ at: "2026-01-22T10:00", as: "Cory" })).toEqual([]);
  for (const stage of ["Customer Courier", "Customer Delivery"])
    await orders.run({ at: "2026-01-23T09:00", as: cleo }, "move", "Lamp", stage);
  expect(
    await orders.run({ at: "2026-01-26T09:00", as: cleo }, "move", "Lamp", "Transaction Closed"),
  ).toContain("Transaction Closed needs: Received is yes");
  await orders.run({ at: "2026-01-26T09:00", as: cleo }, "set", "Lamp", "Received=yes");
  await orders.run({ at: "2026-01-26T09:01", as: cleo }, "move", "Lamp", "Transaction Closed");
  // Sorted by name by the editor; everybody is who they were.
  expect(await orders.stages()).toEqual([
    "Chair: Order Slip No",
    "Desk: Customer Payment",
    "Lamp: Transaction Closed",
    "Rug: Check with store",
    "Shelf: Order Slip Cancelled",
    "Sofa: Invoice Cancelled",
  ]);
});

test("without a team nobody stands at the gate: whoever it is says that money has come", async () => {
  const small = await begin("Orders", "--template", "orders", "--now", "2026-01-05T08:00");
  const turn = { at: "2026-01-05T09:00" };
  const file = fileOf("name,stage\nVase,Accounts Confirm\n");
  const columns = ["--board", "Orders", "--field", "Name=name", "--stage", "stage"];
  await small.run(turn, "import", file, ...columns);
  expect(await small.run(turn, "move", "Vase", "Accounts Paid")).toBe('"Vase" is in "Accounts Paid"');
});

test("the history tells who cancelled, who took it back, and who cancelled in the end", async () => {
  expect((await orders.history("Sofa")).slice(3)).toEqual([
    "01-07 Response from store → Customer Invoice (Cleo)",
    "01-20 Customer Invoice → Invoice Cancelled (Cleo)",
    "01-20 Undo of Invoice Cancelled: she has until tonight (Cleo)",
    "01-22 Customer Invoice → Invoice Cancelled (Cory)",
  ]);
});

test("the numbers: one sale made, three orders lost, two still on their way", async () => {
  const report = await orders.report("2026-01-31");
  expect(report.outcomes).toMatchObject({ won: 1, lost: 3, winRate: 0.25 });
  // Lamp went all the way, Sofa was invoiced, Desk reached what it skipped: Response, Accounts Invoice.
  expect(reachedOf(report)).toEqual([
    "Order received 6 (0 now)",
    "Check with store 6 (1 now)",
    "Response from store 3 (0 now)",
    "Customer Invoice 3 (0 now)",
    "Accounts Invoice 2 (0 now)",
    "Customer Payment 2 (1 now)",
    "Accounts Confirm 1 (0 now)",
    "Accounts Paid 1 (0 now)",
    "Delivery Store 1 (0 now)",
    "Courier Store 1 (0 now)",
    "Customer Courier 1 (0 now)",
    "Customer Delivery 1 (0 now)",
    "Transaction Closed 1 (1 now)",
    "Response from store: Later 3 (0 now)",
    "Send Customer Order Slip 3 (0 now)",
    "Order Slip Yes 1 (0 now)",
    "Order Slip No 1 (1 now)",
    "Order Slip Cancelled 1 (1 now)",
    "Invoice Cancelled 1 (1 now)",
  ]);
  // A step counts those who really entered it: Desk never entered Response or Accounts Invoice.
  expect(stepsOf(report)).toEqual([
    "Order received → Check with store: 6 of 6, 0 dropped, 0 pending",
    "Check with store → Response from store: 3 of 6, 2 dropped, 1 pending",
    "Response from store → Customer Invoice: 2 of 2, 0 dropped, 0 pending",
    "Customer Invoice → Accounts Invoice: 2 of 3, 1 dropped, 0 pending",
    "Accounts Invoice → Customer Payment: 1 of 1, 0 dropped, 0 pending",
    "Customer Payment → Accounts Confirm: 1 of 2, 0 dropped, 1 pending",
    "Accounts Confirm → Accounts Paid: 1 of 1, 0 dropped, 0 pending",
    "Accounts Paid → Delivery Store: 1 of 1, 0 dropped, 0 pending",
    "Delivery Store → Courier Store: 1 of 1, 0 dropped, 0 pending",
    "Courier Store → Customer Courier: 1 of 1, 0 dropped, 0 pending",
    "Customer Courier → Customer Delivery: 1 of 1, 0 dropped, 0 pending",
    "Customer Delivery → Transaction Closed: 1 of 1, 0 dropped, 0 pending",
  ]);
  // Three of the five answers of the store were "later"; the slips had one answer of each kind.
  expect(report.branches).toEqual([
    { from: "Check with store", to: "Response from store: Later", count: 3, ended: 5, share: 0.6 },
    { from: "Response from store: Later", to: "Send Customer Order Slip", count: 3, ended: 3, share: 1 },
    { from: "Send Customer Order Slip", to: "Order Slip Yes", count: 1, ended: 3, share: 0.333333 },
    { from: "Send Customer Order Slip", to: "Order Slip No", count: 1, ended: 3, share: 0.333333 },
    { from: "Send Customer Order Slip", to: "Order Slip Cancelled", count: 1, ended: 3, share: 0.333333 },
    { from: "Customer Invoice", to: "Invoice Cancelled", count: 1, ended: 3, share: 0.333333 },
  ]);
  expect(await orders.isSettled({ at: "2026-01-31T12:00" })).toBe(true);
});
