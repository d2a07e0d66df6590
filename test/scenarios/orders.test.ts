// Orders across four departments, from the answers of a web form to a closed transaction, in a file and in a sheet: what
// one department does tells the next one, only Accounts says that money has come, and what nobody answers is cancelled
// by itself, over a change of clocks, holidays, and days on which nothing ran.

import { beforeAll, describe, expect, test } from "vitest";
import { hosts, memberOf, type Story } from "./told-on-both.ts";
import { reachedOf, stepsOf } from "./words.ts";

const [cleo, sam, ada, cory] = ["Cleo", "Sam", "Ada", "Cory"];
const NAMES = ["Lamp", "Rug", "Sofa", "Desk", "Chair", "Shelf"];

describe.each(hosts)("orders in %s", (_, begin) => {
  let orders: Story;
  const invoices = () => orders.rows("Invoices", "Number", "Record", "Amount", "Due on", "Status", "Void on");
  /** What was sent to people, without the daily digests. */
  const about = async (...names: readonly string[]) =>
    (await Promise.all(names.map((name) => orders.outbox(name)))).flat();

  beforeAll(async () => {
    orders = await begin({
      tab: "Orders",
      templates: ["orders"],
      at: "2026-03-16T08:00",
      people: [cleo, sam, ada, cory],
      form: { tab: "Web orders", header: ["Timestamp", "Name", "Product", "E-mail"] },
    });
  });

  test("answers of the web form and rows that are typed are orders alike", async () => {
    const team = { [cleo]: "Customer Service", [sam]: "Store", [ada]: "Accounts", [cory]: "Courier" };
    orders.type(
      Object.entries(team).map(([name, role]) => memberOf(name, role)),
      "Team",
    );
    orders.type(
      [{ "Day off": "2026-03-25" }, { "Day off": "2026-04-06", What: "Easter Monday" }],
      "Calendar",
    );
    const by = (name: string) => ({ Owner: cleo, "E-mail": `${name}@example.org`, Quantity: 1 });
    orders.type([
      { Name: "Lamp", Product: "Lamp", ...by("lamp") },
      { Name: "Rug", ...by("rug") },
      { Name: "Sofa", Product: "Sofa", Stage: "Order received", ...by("sofa") },
    ]);
    for (const Name of ["Desk", "Chair", "Shelf"])
      orders.answerForm({ Name, Product: Name, "E-mail": `${Name.toLowerCase()}@example.org` });
    expect(await orders.sync({ at: "2026-03-16T09:00", as: cleo })).toEqual([]);
    expect(await orders.stages()).toEqual(NAMES.map((name) => `${name}: Order received`));
    expect((await orders.entries("Desk"))[0]).toMatchObject({ at: "2026-03-16T09:00:00+01:00" });
  });

  test("an order without a product waits where it is; the store hears of the others at once", async () => {
    for (const name of ["Desk", "Chair"]) orders.edit(name, { Owner: cleo });
    for (const name of NAMES) orders.edit(name, { Stage: "Check with store" });
    expect(await orders.sync({ at: "2026-03-16T10:00", as: cleo })).toEqual([
      "Rug: Check with store needs: Product",
    ]);
    expect(await orders.see("Rug", "Stage", "Status note")).toEqual([
      "Order received",
      "Check with store needs: Product",
    ]);
    expect(await about("Lamp", "Rug")).toEqual(["03-16 Check with store: Lamp → sam@example.com: sent"]);
    const turn = { at: "2026-03-16T11:00", as: cleo };
    expect(await orders.run(turn, "set", "Rug", "Product=Rug")).toBe("");
    expect(await orders.run(turn, "move", "Rug", "Check with store")).toBe("");
    expect(await orders.see("Rug", "Stage", "Status note")).toEqual(["Check with store", ""]);
  });

  test("the store's answers branch: it is there at a cost, or later, in so many days", async () => {
    orders.edit("Lamp", { Cost: 40, Stage: "Response from store" });
    orders.edit("Rug", { Cost: 200, Stage: "Response from store" });
    orders.edit("Sofa", { Cost: 900, Stage: "Response from store" });
    orders.edit("Desk", { Cost: 300, "Available in days": 12, Stage: "Response from store: Later" });
    orders.edit("Shelf", { Cost: 80, "Available in days": 4, Stage: "Response from store: Later" });
    orders.edit("Chair", { Cost: 60, Stage: "Response from store: Later" });
    expect(await orders.sync({ at: "2026-03-17T10:00", as: sam })).toEqual([
      'Chair: Response from store: Later needs: "Available in days"',
    ]);
    const turn = { at: "2026-03-17T11:00", as: sam };
    await orders.run(turn, "set", "Chair", "Available in days=30");
    expect(await orders.run(turn, "move", "Chair", "Response from store: Later")).toBe("");
    expect(await orders.run(turn, "move", "Desk", "Customer Invoice")).toBe(
      'after "Response from store: Later" comes Send Customer Order Slip; nothing was changed',
    );
  });

  test("what is there is invoiced at once, due in five working days; what comes later is offered on a slip", async () => {
    const slip = (day: string) => ({
      "Order slip link": "https://slips.example.org/1",
      "Slip answer due on": day,
      Stage: "Send Customer Order Slip",
    });
    for (const [name, Amount] of Object.entries({ Lamp: 55, Rug: 240, Sofa: 1200 }))
      orders.edit(name, { Amount, Stage: "Customer Invoice" });
    orders.edit("Desk", slip("2026-03-30"));
    orders.edit("Chair", slip("2026-04-16"));
    orders.edit("Shelf", slip("2026-03-22"));
    expect(await orders.sync({ at: "2026-03-18T09:00", as: cleo })).toEqual([
      'Shelf: available in 4 days: "Shelf": it cannot go yet: "Owner" is empty',
    ]);
    // From Wednesday the 18th: 19, 20, 23, 24, 26; nobody works on the 25th.
    expect(await orders.see("Sofa", "Since", "Due", "Invoice number")).toEqual([
      "2026-03-18",
      "2026-03-26",
      "INV-0003",
    ]);
    expect(await invoices()).toEqual([
      "INV-0001 | Lamp | 55 | 2026-03-26 | sent | ",
      "INV-0002 | Rug | 240 | 2026-03-26 | sent | ",
      "INV-0003 | Sofa | 1200 | 2026-03-26 | sent | ",
    ]);
    expect((await about("Sofa", "Chair", "Shelf")).filter((line) => line.startsWith("03-18"))).toEqual([
      "03-18 Your invoice INV-0003 → sofa@example.org, cc ada@example.com: sent",
      "03-18 Chair: available in 30 days → chair@example.org: sent",
      '03-18 Shelf: available in 4 days → shelf@example.org: waiting for you: it cannot go yet: "Owner" is empty',
    ]);
    expect(await orders.letter("Your invoice INV-0003")).toContain(
      "this is invoice INV-0003 of 1,200.00 EUR for Sofa. Please pay by 26 March 2026,",
    );
    expect(await orders.run({ at: "2026-03-18T10:00", as: cleo }, "set", "Shelf", "Owner=Cleo")).toBe("");
  });

  test("only Accounts says that money has come: a move by others goes back, with whom to ask", async () => {
    expect(await orders.run({ at: "2026-03-19T09:00", as: cleo }, "move", "Lamp", "Accounts Invoice")).toBe(
      "",
    );
    orders.edit("Lamp", { "Payment evidence": "https://bank.example.org/1", Stage: "Customer Payment" });
    expect(await orders.sync({ at: "2026-03-23T09:00", as: cleo })).toEqual([]);
    orders.edit("Lamp", { Stage: "Accounts Paid" });
    expect(await orders.sync({ at: "2026-03-23T10:00", as: cleo })).toEqual([
      expect.stringMatching(/^Lamp: only Accounts may move to "Accounts Paid"[;,]/),
    ]);
    // The note is for whoever looks, so it names nobody.
    expect(await orders.see("Lamp", "Stage", "Status note")).toEqual([
      "Customer Payment",
      'only Accounts may move to "Accounts Paid"; move it from the sidebar, or, in a file, sync with --as <your name>',
    ]);
    const turn = { at: "2026-03-23T11:00", as: cleo };
    expect(await orders.run(turn, "move", "Lamp", "Accounts Confirm")).toBe("");
    expect(await orders.run(turn, "move", "Lamp", "Accounts Paid")).toBe(
      'only Accounts may move to "Accounts Paid", and "Cleo" is not; ask one of them, or add the role in Team; nothing was changed',
    );
  });

  test("a payment that is typed makes the invoice paid, and the order goes on to the store", async () => {
    orders.type([{ Day: "2026-03-24", Invoice: "INV-0001", Amount: 55 }], "Payments");
    expect(await orders.sync({ at: "2026-03-24T08:30", as: ada })).toEqual([]);
    expect((await invoices())[0]).toBe("INV-0001 | Lamp | 55 | 2026-03-26 | paid | ");
    expect(await orders.run({ at: "2026-03-24T09:00", as: ada }, "move", "Lamp", "Accounts Paid")).toBe("");
    expect(await orders.run({ at: "2026-03-24T09:10", as: ada }, "move", "Lamp", "Delivery Store")).toBe("");
  });

  test("what lacked an owner goes once it has one; a rule that is edited half-way holds for who waits", async () => {
    orders.edit("Rug", { "Log note": "after the holidays", Log: "Reply: later" });
    orders.edit(
      "No answer to the invoice",
      { When: "8 working days after entering Customer Invoice" },
      "Rules",
    );
    expect(await orders.sync({ at: "2026-03-24T10:00", as: cleo })).toEqual([]);
    expect(await orders.outbox("Shelf")).toContain(
      "03-18 Shelf: available in 4 days → shelf@example.org: sent",
    );
    expect((await orders.history("Shelf")).slice(-2)).toEqual([
      "03-18 message: Order slip (Stageline)",
      "03-23 E-mail out: Shelf: available in 4 days (Stageline)",
    ]);
    expect(await orders.letter("Lamp for Lamp is paid")).toBe(
      "Accounts has confirmed 55.00 EUR for invoice INV-0001. Please pack 1 of Lamp for Lamp, and give it to the courier.",
    );
  });

  test("an answered slip goes on or ends; a yes is not invoiced before the store has it", async () => {
    orders.edit("Desk", { "Log note": "slip is back", Log: "Reply: yes", Stage: "Order Slip Yes" });
    orders.edit("Chair", { "Log note": "too long", Log: "Reply: no", Stage: "Order Slip No" });
    const link = "https://courier.example.org/17";
    orders.edit("Lamp", { "Courier slip number": "C-17", "Courier slip link": link, Stage: "Courier Store" });
    expect(await orders.sync({ at: "2026-03-26T09:00", as: cleo })).toEqual([]);
    const turn = { at: "2026-03-26T11:00", as: cleo };
    expect(await orders.run(turn, "set", "Desk", "Amount=380")).toBe("");
    expect(await orders.run(turn, "move", "Desk", "Customer Invoice")).toBe(
      'Customer Invoice needs: Arrived on or "Available in days" is empty; nothing was changed',
    );
    expect(await orders.run(turn, "move", "Lamp", "Customer Courier")).toBe("");
  });

  test("what will move by itself is announced the day before, to whom it belongs", async () => {
    expect(await orders.sync({ at: "2026-03-27T08:05" })).toEqual([]);
    expect((await orders.letter("27 March 2026", "cleo@example.com")).split("\n")).toEqual([
      "Cleo, this is new or due on 27 March 2026.",
      "",
      "Replies to answer",
      "- Rug (Orders, Customer Invoice): has waited 2 days for an answer",
      "- Desk (Orders, Order Slip Yes): has waited 23 hours for an answer",
      "",
      "Overdue",
      "- Rug (Orders, Customer Invoice): 1 working day beyond the limit of Customer Invoice",
      "- Sofa (Orders, Customer Invoice): 1 working day beyond the limit of Customer Invoice",
      "",
      "Due today or tomorrow",
      "- Lamp (Orders, Customer Courier): the limit of Customer Courier ends today",
      "",
      "Reminders",
      "- Rug (Orders, Customer Invoice): ask when the invoice will be paid",
      "- Sofa (Orders, Customer Invoice): ask when the invoice will be paid",
      "",
      "Moves by itself, unless somebody acts",
      '- Shelf (Orders, Send Customer Order Slip): moves to "Order Slip Cancelled" on 2026-03-28 unless a reply comes in or it moves before: No answer to the slip: 5 days after Slip answer due on',
    ]);
    expect(await orders.run({ at: "2026-03-27T09:00", as: cleo }, "move", "Lamp", "Customer Delivery")).toBe(
      "",
    );
  });

  test("nothing runs over the weekend on which clocks change: on Monday what was due is done, as of when it was due", async () => {
    expect(await orders.sync({ at: "2026-03-30T09:00" })).toEqual([]);
    expect((await orders.entries("Shelf")).slice(-1)).toMatchObject([
      {
        kind: "moved",
        at: "2026-03-28T00:00:00+01:00",
        to: "order_slip_cancelled",
        who: "Stageline",
        note: "No answer to the slip: 5 days after Slip answer due on",
        data: { due: "2026-03-28T00:00:00+01:00" },
      },
    ]);
    expect(await orders.see("Shelf", "Stage", "Since")).toEqual(["Order Slip Cancelled", "2026-03-28"]);
  });

  test("a courier is chased until the customer has it, and then the transaction is closed", async () => {
    expect(await orders.sync({ at: "2026-03-31T08:05" })).toEqual([]);
    const chased = (await orders.entries("Lamp")).filter(({ data }) => data["role"] === "Courier");
    expect(chased.map(({ at, note }) => `${at.slice(0, 10)} ${note}`)).toEqual([
      "2026-03-26 Fetch it: enters Courier Store",
      "2026-03-29 the customer has not confirmed receipt",
      "2026-03-31 the customer has not confirmed receipt",
    ]);
    // In between the clocks went on: days are days of the wall.
    expect(chased.slice(1).map(({ data }) => data["due"])).toEqual([
      "2026-03-29T00:00:00+01:00",
      "2026-03-31T00:00:00+02:00",
    ]);
    expect(await orders.letter("31 March 2026", "cory@example.com")).toContain(
      "Reminders\n- Lamp (Orders, Customer Delivery): the customer has not confirmed receipt; owner: Cleo",
    );
    const turn = { at: "2026-03-31T17:00", as: cleo };
    expect(await orders.run(turn, "move", "Lamp", "Transaction Closed")).toBe(
      "Transaction Closed needs: Received is yes; nothing was changed",
    );
    await orders.run(turn, "set", "Lamp", "Received=yes");
    expect(await orders.run(turn, "move", "Lamp", "Transaction Closed")).toBe("");
  });

  test("after two days in which nothing ran what nobody answered is cancelled once, its invoice void", async () => {
    expect(await orders.sync({ at: "2026-03-31T18:00" })).toEqual([]);
    expect(await orders.stages()).toContain("Sofa: Customer Invoice");
    expect(await orders.sync({ at: "2026-04-03T09:00" })).toEqual([]);
    // Eight working days from the 18th: 19, 20, 23, 24, 26, 27, 30, 31; the clocks had changed by then.
    expect((await orders.history("Sofa")).slice(-3).sort()).toEqual([
      "03-27 message: ask when the invoice will be paid (Stageline)",
      "04-01 Customer Invoice → Invoice Cancelled: No answer to the invoice: 8 working days after entering Customer Invoice (Stageline)",
      "04-01 invoiced: INV-0003 is void (Stageline)",
    ]);
    const due = "2026-04-01T00:00:00+02:00";
    const [move] = (await orders.entries("Sofa")).filter(({ kind }) => kind === "moved").slice(-1);
    expect(move).toMatchObject({ at: due, data: { due }, knownBy: "rule" });
    expect(await invoices()).toEqual([
      "INV-0001 | Lamp | 55 | 2026-03-26 | paid | ",
      "INV-0002 | Rug | 240 | 2026-03-26 | overdue | ",
      "INV-0003 | Sofa | 1200 | 2026-03-26 | void | 2026-04-01",
    ]);
    // Who answered is not cancelled: its owner is reminded.
    expect((await orders.history("Rug")).slice(-2)).toEqual([
      "03-24 Reply: later: after the holidays",
      "03-27 message: ask when the invoice will be paid (Stageline)",
    ]);
  });

  test("what was taken back stays where it is: the rule rests for this time", async () => {
    expect(
      await orders.run({ at: "2026-04-03T10:00", as: cleo }, "log", "Sofa", "undo", "she has until tonight"),
    ).toBe("");
    orders.edit("Desk", { "Arrived on": "2026-04-07", Stage: "Customer Invoice" });
    expect(await orders.sync({ at: "2026-04-07T09:00", as: sam })).toEqual([]);
    expect(await orders.see("Sofa", "Stage", "Status note")).toEqual(["Customer Invoice", ""]);
    // Five working days from Tuesday the 7th.
    expect((await invoices()).slice(2)).toEqual([
      "INV-0003 | Sofa | 1200 | 2026-03-26 | overdue | ",
      "INV-0004 | Desk | 380 | 2026-04-14 | sent | ",
    ]);
    expect(await orders.run({ at: "2026-04-07T10:00", as: cleo }, "move", "Sofa", "Invoice Cancelled")).toBe(
      "",
    );
    orders.sort("Name");
    expect(await orders.sync({ at: "2026-04-08T09:00", as: cleo })).toEqual([]);
    expect((await orders.history("Sofa")).slice(-6).sort()).toEqual([
      "04-01 Customer Invoice → Invoice Cancelled: No answer to the invoice: 8 working days after entering Customer Invoice (Stageline)",
      "04-01 invoiced: INV-0003 is void (Stageline)",
      "04-03 Undo of Invoice Cancelled: she has until tonight (Cleo)",
      "04-03 invoiced: INV-0003 counts again (Stageline)",
      "04-07 Customer Invoice → Invoice Cancelled (Cleo)",
      "04-07 invoiced: INV-0003 is void (Stageline)",
    ]);
    expect((await invoices())[2]).toBe("INV-0003 | Sofa | 1200 | 2026-03-26 | void | 2026-04-07");
    expect(await orders.stages()).toEqual([
      "Chair: Order Slip No",
      "Desk: Customer Invoice",
      "Lamp: Transaction Closed",
      "Rug: Customer Invoice",
      "Shelf: Order Slip Cancelled",
      "Sofa: Invoice Cancelled",
    ]);
  });

  test("the numbers: one sale made, three orders lost, two still on their way", async () => {
    const report = await orders.report("2026-04-08");
    expect(report.outcomes).toMatchObject({ won: 1, lost: 3, winRate: 0.25 });
    const reached = (stage: string) => `${stage} 1 (0 now)`;
    // Desk was invoiced though it never had a plain response: on the main line it has reached it.
    expect(reachedOf(report)).toEqual([
      "Order received 6 (0 now)",
      "Check with store 6 (0 now)",
      "Response from store 4 (0 now)",
      "Customer Invoice 4 (2 now)",
      ...["Accounts Invoice", "Customer Payment", "Accounts Confirm", "Accounts Paid"].map(reached),
      ...["Delivery Store", "Courier Store", "Customer Courier", "Customer Delivery"].map(reached),
      "Transaction Closed 1 (1 now)",
      "Response from store: Later 3 (0 now)",
      "Send Customer Order Slip 3 (0 now)",
      "Order Slip Yes 1 (0 now)",
      "Order Slip No 1 (1 now)",
      "Order Slip Cancelled 1 (1 now)",
      "Invoice Cancelled 1 (1 now)",
    ]);
    // Of six, three had a plain response and Desk went on to its invoice without one; the two slips ended.
    expect(stepsOf(report).slice(0, 5)).toEqual([
      "Order received → Check with store: 6 of 6, 0 dropped, 0 pending",
      "Check with store → Response from store: 4 of 6, 2 dropped, 0 pending",
      "Response from store → Customer Invoice: 3 of 3, 0 dropped, 0 pending",
      "Customer Invoice → Accounts Invoice: 1 of 4, 1 dropped, 2 pending",
      "Accounts Invoice → Customer Payment: 1 of 1, 0 dropped, 0 pending",
    ]);
    const branches = report.branches.map(
      ({ from, to, count, ended }) => `${from} → ${to}: ${count} of ${ended}`,
    );
    expect(branches).toEqual([
      "Check with store → Response from store: Later: 3 of 6",
      "Response from store: Later → Send Customer Order Slip: 3 of 3",
      "Send Customer Order Slip → Order Slip Yes: 1 of 3",
      "Send Customer Order Slip → Order Slip No: 1 of 3",
      "Send Customer Order Slip → Order Slip Cancelled: 1 of 3",
      "Customer Invoice → Invoice Cancelled: 1 of 2",
    ]);
    const sent = (await orders.outbox()).filter((line) => line.endsWith(": sent"));
    expect(orders.mails()).toBe(sent.length);
    expect(await orders.outbox()).toEqual(sent);
    expect(await orders.isSettled({ at: "2026-04-08T12:00" })).toBe(true);
  });
});
