// Business-to-business sales through all eight modules, from names in a database to a client who is kept in touch with:
// news before outreach, follow-ups until a reply, a proposal that says what it promises, half of the money before work.
// Easter Monday lies in it, the night to summer time, and two days on which nobody looked.

import { beforeAll, describe, expect, test } from "vitest";
import { hosts, memberOf, type Story } from "./told-on-both.ts";
import { reachedOf, remindersOf } from "./words.ts";

const [mia, leo, sara, pia] = ["Mia", "Leo", "Sara", "Pia"];
const NEWS_NEEDED =
  "Initial Outreach needs: Company news on within 90 days or Social update on within 90 days";

describe.each(hosts)("sales in %s", (_, begin) => {
  let sales: Story;
  const invoices = () =>
    sales.rows("Invoices", "Number", "Record", "Amount", "Issued on", "Due on", "Status");
  const reminders = async (name: string) => remindersOf(await sales.entries(name));

  beforeAll(async () => {
    const people = [mia, leo, sara, pia];
    sales = await begin({ tab: "Sales", templates: ["sales"], at: "2026-03-02T08:00", people });
  });

  test("rows pasted at once are deals in the Networking Database, and cold", async () => {
    const team = [memberOf(mia, "Data miner"), memberOf(leo, "Lead generator")];
    sales.type([...team, memberOf(sara, "Sales manager"), memberOf(pia, "Pipeline supervisor")], "Team");
    sales.type([{ "Day off": "2026-04-06", What: "Easter Monday" }], "Calendar");
    sales.type([
      { Name: "Acme", "E-mail": "ann@acme.example", Owner: "Leo" },
      { Name: "Bolt", "E-mail": "bob@bolt.example", Owner: "Leo" },
      { Name: "Cora", Phone: "+31 20 555 0100", Owner: "Leo" },
      { Name: "Dune", "E-mail": "dan@dune.example" },
      { Name: "Echo", "Social account": "https://social.example/echo", Owner: "Leo" },
    ]);
    expect(await sales.sync({ at: "2026-03-02T09:00", as: mia })).toEqual([]);
    const names = ["Acme", "Bolt", "Cora", "Dune", "Echo"];
    expect(await sales.stages()).toEqual(names.map((name) => `${name}: Networking Database`));
  });

  test("outreach needs news that are not older than 90 days", async () => {
    const news = { "Company news": "opened an office in Lyon", "Company news on": "2026-02-20" };
    for (const name of ["Acme", "Bolt", "Cora", "Echo"])
      sales.edit(name, { ...news, Company: name, Log: "E-mail out", Stage: "Initial Outreach" });
    // From 1 November to 3 March are 122 days.
    const old = { "Social update": "a prize", "Social update on": "2025-11-01" };
    sales.edit("Dune", { ...old, Company: "Dune", Stage: "Initial Outreach" });
    expect(await sales.sync({ at: "2026-03-03T10:00", as: leo })).toEqual([`Dune: ${NEWS_NEEDED}`]);
    expect(await sales.see("Dune", "Stage", "Status note")).toEqual(["Networking Database", NEWS_NEEDED]);
  });

  test("a deal that nobody owns is the supervisor's, until it has an owner", async () => {
    await sales.sync({ at: "2026-03-04T09:00" });
    expect(await reminders("Dune")).toEqual(["03-04T00:00 nobody works on this deal, give it an owner"]);
    const digests = (await sales.outbox()).filter((line) => line.includes("pia@"));
    expect(digests).toEqual(["03-04 4 March 2026: 1 reminder → pia@example.com: sent"]);
    const update = { "Social update on": "2026-03-01", Owner: "Leo", Log: "E-mail out" };
    sales.edit("Dune", { ...update, Stage: "Initial Outreach" });
    sales.edit("Acme", { "Log note": "tell me more", Log: "Reply: yes" });
    expect(await sales.sync({ at: "2026-03-04T10:00", as: leo })).toEqual([]);
    expect(await sales.run({ at: "2026-03-04T11:00", as: sara }, "set", "Acme", "Owner=Sara")).toBe("");
    expect(await sales.run({ at: "2026-03-04T11:00", as: sara }, "move", "Acme", "Dialogue")).toBe("");
  });

  test("what nobody answers is followed up on the second day; replies that wait come first", async () => {
    await sales.sync({ at: "2026-03-05T09:00" });
    const second = "03-05T00:00 no reply for 2 days, follow up";
    for (const name of ["Bolt", "Cora", "Echo"]) expect(await reminders(name)).toEqual([second]);
    expect(await reminders("Acme")).toEqual(["03-04T10:00 answer as fast as you can"]);
    sales.edit("Bolt", { "Log note": "call me", Log: "Reply: yes" });
    sales.edit("Cora", { Log: "Reply: no" });
    sales.edit("Follow up on the 7th day", { When: "8 days after E-mail out" }, "Rules");
    expect(await sales.sync({ at: "2026-03-05T10:00", as: leo })).toEqual([]);
    const { present } = await sales.report("2026-03-05");
    expect(present.unanswered.map(({ name }) => name)).toEqual(["Acme", "Bolt", "Cora"]);
    expect(await sales.run({ at: "2026-03-05T10:30", as: leo }, "move", "Cora", "Lost")).toBe("");
  });

  test("one click answers for now, and the promise is the next step, which nobody has to follow up", async () => {
    expect(await sales.run({ at: "2026-03-05T11:00", as: leo }, "answer", "Bolt")).toBe("");
    await sales.sync({ at: "2026-03-05T12:00" });
    expect(await sales.outbox("Bolt")).toEqual(["03-05 Your message has arrived → bob@bolt.example: sent"]);
    expect(await sales.see("Bolt", "Next step on")).toEqual(["2026-03-06"]);
    await sales.sync({ at: "2026-03-09T09:00" });
    expect((await reminders("Bolt")).slice(1)).toEqual(["03-05T10:00 answer as fast as you can"]);
    // One whole working day after Thursday the 5th.
    expect((await reminders("Cora")).slice(1)).toEqual(["03-07T00:00 ask why we lost it, and write it down"]);
    const digest = await sales.letter("9 March 2026", "leo@example.com");
    expect(digest).toContain("- Bolt (Sales, Initial Outreach): answer, as promised: 3 days overdue");
    expect(digest.split("\n").filter((line) => line.startsWith("- Echo"))).toEqual([
      "- Echo (Sales, Initial Outreach): no reply for 4 days, follow up",
    ]);
  });

  test("after two days without a look all that was due is done at its time, by the rules as they are now", async () => {
    const promised = {
      ...{ Need: "A shop that sells abroad", Services: "Design and build", Terms: "30 days" },
      ...{ "Delivery deadline": "2026-04-30", "Budget estimate": 5000 },
    };
    sales.edit("Acme", { ...promised, "Log note": "in Lyon", Log: "Meeting", Stage: "Proposal" });
    sales.edit("Cora", { "Lost reason": "no budget this year" });
    sales.edit("Echo", { "Log note": "Mia", Log: "Hand over" });
    expect(await sales.sync({ at: "2026-03-10T17:00", as: sara })).toEqual([]);
    await sales.sync({ at: "2026-03-13T09:00" });
    expect((await reminders("Acme")).slice(1)).toEqual(["03-11T17:00 follow up on the meeting"]);
    // The last follow-up came a day later since the rule was changed.
    const series = (...due: readonly string[]) =>
      due.map((day, index) => `${day}T00:00 no reply for ${[2, 4, 7][index]} days, follow up`);
    expect(await reminders("Echo")).toEqual(series("03-05", "03-07", "03-11"));
    expect((await reminders("Dune")).slice(1)).toEqual(series("03-06", "03-08", "03-12"));
    expect(await sales.letter("13 March 2026", "mia@example.com")).toContain("no reply for 7 days");
  });

  test("an accepted proposal is hot, and asks for the first half of the money", async () => {
    const terms = { Amount: 5001, Currency: "EUR", "Payment schedule": "50/50" };
    sales.edit("Acme", { ...terms, Stage: "Invoice" });
    expect(await sales.sync({ at: "2026-03-16T09:00", as: sara })).toEqual([]);
    expect(await invoices()).toEqual([
      "INV-0001 | Acme | 2500.5 | 2026-03-16 | 2026-03-23 | sent",
      "INV-0002 | Acme | 2500.5 |  |  | draft",
    ]);
    expect(await sales.outbox("Acme")).toEqual([
      "03-16 Invoice INV-0001 → ann@acme.example: waiting for you: look at it first",
    ]);
    sales.edit("Invoice INV-0001", { "Send or Cancel": "Send" }, "Outbox");
    sales.edit("Invoice", { "Review first": "no" }, "Messages");
    expect(await sales.sync({ at: "2026-03-16T10:00", as: sara })).toEqual([]);
    expect(await sales.see("Acme", "Temperature", "Invoice number")).toEqual(["Hot", "INV-0001"]);
    expect(await sales.letter("Invoice INV-0001")).toContain("2,500.50 EUR for Design and build");
  });

  test("work begins when a payment shows that the advance is in; until then it is chased", async () => {
    const turn = { at: "2026-03-17T09:00", as: sara };
    expect(await sales.run(turn, "move", "Acme", "Order Processing")).toBe(
      "Order Processing needs: the advance is paid or Advance paid is yes; nothing was changed",
    );
    await sales.sync({ at: "2026-03-24T09:00" });
    // 17, 18, 19, 20 and 23 March.
    expect((await reminders("Acme")).slice(2)).toEqual(["03-24T00:00 the advance is not in"]);
    sales.type([{ Invoice: "INV-0001", Day: "2026-03-24", Amount: 2500.5 }], "Payments");
    sales.edit("Acme", { "Won reason": "they knew our work", Stage: "Order Processing" });
    expect(await sales.sync({ at: "2026-03-24T10:00", as: sara })).toEqual([]);
    expect(await sales.see("Acme", "Stage", "Temperature", "Status note")).toEqual([
      ...["Order Processing", "Won", ""],
    ]);
    expect((await invoices())[0]).toBe("INV-0001 | Acme | 2500.5 | 2026-03-16 | 2026-03-23 | paid");
  });

  test("a day after a meeting is 24 hours by the clock, through the night to summer time", async () => {
    await sales.run({ at: "2026-03-28T16:00", as: leo }, "move", "Bolt", "Dialogue");
    await sales.run({ at: "2026-03-28T16:00", as: leo }, "log", "Bolt", "Meeting", "at the fair");
    await sales.sync({ at: "2026-03-30T09:00" });
    expect((await reminders("Bolt")).slice(2)).toEqual(["03-29T17:00 follow up on the meeting"]);
  });

  test("delivery asks for the second half, which is chased in The Loop, too", async () => {
    sales.edit("Acme", {
      ...{ "Delivery link": "https://files.example/acme", "Review link": "https://files.example/review" },
      ...{ Satisfaction: 5, "Delivered on": "2026-04-02", Stage: "Order Delivery" },
    });
    sales.edit("Cora", { "Log note": "there is money after all", Log: "Reopen" });
    expect(await sales.sync({ at: "2026-04-02T10:00", as: sara })).toEqual([]);
    expect(await sales.see("Cora", "Stage", "Temperature")).toEqual(["Initial Outreach", "Warm"]);
    expect((await invoices())[1]).toBe("INV-0002 | Acme | 2500.5 | 2026-04-02 | 2026-04-16 | sent");
    await sales.run({ at: "2026-04-10T11:00", as: sara }, "move", "Acme", "The Loop");
    await sales.sync({ at: "2026-04-13T09:00" });
    // 3, 7, 8, 9 and 10 April: the 6th is Easter Monday.
    expect((await reminders("Acme")).slice(3)).toEqual(["04-11T00:00 the balance is still open"]);
    sales.type([{ Invoice: "INV-0002", Day: "2026-04-13", Amount: 2500.5 }], "Payments");
    sales.sort("Stage");
    expect(await sales.sync({ at: "2026-04-13T10:00", as: sara })).toEqual([]);
    expect((await invoices())[1]).toBe("INV-0002 | Acme | 2500.5 | 2026-04-02 | 2026-04-16 | paid");
  });

  test("a client in The Loop hears from us monthly, and never moves back: another deal is made", async () => {
    await sales.sync({ at: "2026-05-11T09:00" });
    const back = await sales.run({ at: "2026-05-12T09:00", as: sara }, "move", "Acme", "Dialogue");
    expect(back).toContain('"The Loop" is closed; pick Reopen in the Log column to take it back');
    sales.edit("How is it going?", { "Send or Cancel": "Send" }, "Outbox");
    expect(await sales.sync({ at: "2026-05-12T10:00", as: sara })).toEqual([]);
    await sales.run({ at: "2026-05-12T11:00", as: sara }, "log", "Acme", "New deal from this", "Acme again");
    expect(await sales.outbox("Acme")).toEqual([
      "03-16 Invoice INV-0001 → ann@acme.example: sent",
      "04-02 Invoice INV-0002 → ann@acme.example: sent",
      "05-10 How is it going? → ann@acme.example: sent",
    ]);
    // The contact comes along, the first deal's terms and temperature do not.
    const again = ["Stage", "E-mail", "Company", "Temperature", "Amount", "Earlier deal"];
    expect(await sales.see("Acme again", ...again)).toEqual([
      ...["Networking Database", "ann@acme.example", "Acme", "Cold", "", "Acme"],
    ]);
  });

  test("the history tells the story of a deal from the first e-mail to the client", async () => {
    const told = (await sales.history("Acme")).filter((line) => !line.includes(" message: "));
    expect(told).toEqual([
      "03-02 entered Networking Database",
      "03-03 E-mail out",
      "03-03 Networking Database → Initial Outreach",
      "03-04 Reply: yes: tell me more",
      "03-04 Initial Outreach → Dialogue (Sara)",
      "03-10 Meeting: in Lyon",
      "03-10 Dialogue → Proposal",
      "03-16 Proposal → Invoice",
      "03-16 invoiced: INV-0001 of 2,500.50 EUR, to be paid by 2026-03-23; INV-0002 of 2,500.50 EUR, still a draft (Stageline)",
      "03-16 E-mail out: Invoice INV-0001 (Stageline)",
      "03-24 Invoice → Order Processing",
      "04-02 Order Processing → Order Delivery",
      "04-02 invoiced: INV-0002 of 2,500.50 EUR, to be paid by 2026-04-16 (Stageline)",
      "04-02 E-mail out: Invoice INV-0002 (Stageline)",
      "04-10 Order Delivery → The Loop (Sara)",
      "05-12 E-mail out: How is it going? (Stageline)",
      "05-12 linked to Acme again: made from this (Sara)",
    ]);
    expect((await sales.history("Cora")).slice(-3)).toEqual([
      "03-05 Initial Outreach → Lost (Leo)",
      "03-07 message: ask why we lost it, and write it down (Stageline)",
      "04-02 Lost → Initial Outreach: Reopen: there is money after all",
    ]);
  });

  test("the numbers: one won, four on their way, every e-mail but two answered", async () => {
    const report = await sales.report("2026-05-31");
    // Cora was opened again, so she counts as lost nowhere.
    expect(reachedOf(report)).toEqual([
      "Networking Database 6 (1 now)",
      "Initial Outreach 5 (3 now)",
      "Dialogue 2 (1 now)",
      ...["Proposal", "Invoice", "Order Processing", "Order Delivery"].map((name) => `${name} 1 (0 now)`),
      "The Loop 1 (1 now)",
      "Lost 1 (0 now)",
    ]);
    expect(report.outcomes).toMatchObject({ won: 1, lost: 0, winRate: 1 });
    // Five were written to; a no is a reply; Dune and Echo have not answered.
    expect(report.response).toMatchObject({ entered: 5, converted: 3, pending: 2, rate: 0.6 });
    // From 2 March, 09:00, to 24 March, 10:00: 22 days and an hour.
    expect(report.cycle.plainMedianWon).toBeCloseTo(22 + 1 / 24, 3);
    expect(report.goals).toMatchObject({
      deliveries: { inTime: 1, late: 0 },
      ...{ satisfaction: { mean: 5, n: 1 }, touched: { n: 1, touched: 1, days: 31 } },
      wonReasons: [{ reason: "they knew our work", records: 1 }],
    });
    const people = report.people.map((each) => `${each.person} ${each.open}, ${each.unanswered} waiting`);
    // Cora's no is to be answered since she is worked again.
    expect(people.toSorted()).toEqual(["Leo 3, 1 waiting", "Mia 1, 0 waiting", "Sara 1, 0 waiting"]);
    expect(report.answers).toMatchObject({ replies: 2, answered: 2 });
    expect(await sales.isSettled({ at: "2026-05-31T12:00" })).toBe(true);
  });
});
