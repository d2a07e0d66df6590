// Accounts before there is a deal: worked to find out what is true of them, then nurtured, left alone, or an opportunity
// on the board of sales, whose fate comes back. Whoever is a client, no fit or a duplicate is asked for no new business,
// under whatever row or board; what was agreed with them goes out. A day off lies in it, two working days on which nobody
// looked, and the night to summer time.

import { beforeAll, describe, expect, test } from "vitest";
import { hosts, memberOf, type Story } from "./told-on-both.ts";
import { reachedOf, remindersOf, stepsOf } from "./words.ts";

const [rae, tom, sol] = ["Rae", "Tom", "Sol"];

describe.each(hosts)("prospecting in %s", (_, begin) => {
  let accounts: Story;
  const notSent = async (name: string) =>
    (await accounts.entries(name)).filter(({ kind }) => kind === "not-sent").map(({ note }) => note);
  const reminders = async (name: string) => remindersOf(await accounts.entries(name));
  const stageOf = async (...names: readonly string[]) =>
    (await accounts.stages()).filter((line) => names.some((name) => line.startsWith(`${name}: `)));

  beforeAll(async () => {
    const plan = { tab: "Prospecting", templates: ["prospecting", "sales"], people: [rae, tom, sol] };
    accounts = await begin({ ...plan, at: "2026-01-12T08:00" });
  });

  test("typed accounts are cold; the owner adds a letter, and the rules that send it on both boards", async () => {
    accounts.type([memberOf(rae, "Rep"), memberOf(tom, "Rep"), memberOf(sol, "Sales manager")], "Team");
    accounts.type([{ "Day off": "2026-01-19", What: "Stocktaking" }], "Calendar");
    const letter = {
      Purpose: "outreach",
      To: "contact",
      Subject: "A question",
      Text: "Dear {{Name}}, may I?",
    };
    accounts.type([{ Pipeline: "Prospecting", Message: "A question", ...letter }], "Messages");
    const rules = [
      { Pipeline: "Prospecting", Rule: "Write first", When: "leaves Cold", Then: "send A question" },
      { Pipeline: "Sales", Rule: "Write", When: "enters Initial Outreach", Then: "send First words" },
    ];
    accounts.type(rules, "Rules");
    const of = (Owner: string, ...names: readonly string[]) =>
      names.map((Name) => ({ Name, "E-mail": `ann@${Name.toLowerCase()}.example`, Owner }));
    accounts.type([
      ...of(rae, "Kilo", "Lima", "Opal"),
      ...of(tom, "Mira", "Nova"),
      { Name: "Kilo North", "E-mail": "norm@kilo.example", Owner: tom },
      { Name: "Kilo Works", "E-mail": "ann@kilo.example", Owner: rae },
      { Name: "Pine", "E-mail": "pine@gmail.com", Owner: tom },
      { Name: "Pine Nuts", "E-mail": "nuts@gmail.com", Owner: tom },
      { Name: "Quay", "E-mail": "quinn@quay.example", Owner: rae },
      { Name: "Quay North", "E-mail": "norm@quay.example", Owner: tom },
      { Name: "Quinn", "E-mail": "quinn@quay.example", Owner: tom },
    ]);
    expect(await accounts.sync({ at: "2026-01-12T09:00", as: rae })).toEqual([]);
    expect((await accounts.stages()).every((line) => line.endsWith(": Cold"))).toBe(true);
  });

  test("a client, who does not fit and a duplicate are written to by no rule", async () => {
    accounts.edit("Kilo Works", { Stage: "Duplicate Account" });
    accounts.edit("Quay", { Stage: "Current Client" });
    expect(await accounts.sync({ at: "2026-01-12T10:00", as: rae })).toEqual([
      "Kilo Works: Duplicate Account needs: Duplicate of",
    ]);
    const turn = { at: "2026-01-12T11:00", as: tom };
    expect(await accounts.run(turn, "set", "Pine", "Why not=out of business")).toBe("");
    expect(await accounts.run(turn, "move", "Pine", "Bad Fit")).toBe("");
    await accounts.sync({ at: "2026-01-12T12:00" });
    expect(await notSent("Quay")).toEqual(['nobody in "Current Client" is asked for new business']);
    expect(await notSent("Pine")).toEqual(['nobody in "Bad Fit" is asked for new business']);
  });

  test("nor is a client under another row, domain or board; public mail domains tell nothing", async () => {
    accounts.edit("Kilo Works", { "Duplicate of": "Kilo", Stage: "Duplicate Account" });
    for (const name of ["Kilo", "Lima", "Mira", "Nova", "Opal", "Pine Nuts", "Quay North", "Quinn"])
      accounts.edit(name, { Stage: "Working" });
    const news = { "Company news": "a new office", "Company news on": "2026-01-02", Owner: sol };
    const deals = [
      { Name: "Quay office", Company: "Quays", "E-mail": "quinn@quay.example", ...news },
      { Name: "Quay abroad", Company: "Quay Ltd", "E-mail": "ann@elsewhere.example", ...news },
    ];
    accounts.type(
      deals.map((deal) => ({ ...deal, Stage: "Initial Outreach" })),
      "Sales",
    );
    expect(await accounts.sync({ at: "2026-01-13T09:00", as: rae })).toEqual([]);
    expect(await notSent("Kilo Works")).toEqual([
      'nothing goes out from "Duplicate Account"; the one that it points at is worked',
    ]);
    const client = 'of "Quay" in "Current Client" (Prospecting), which gets no outreach';
    expect(await notSent("Quay North")).toEqual([`quay.example is the domain ${client}`]);
    for (const name of ["Quinn", "Quay office"])
      expect(await notSent(name)).toEqual([`quinn@quay.example is also that ${client}`]);
    const written = ["kilo.example", "lima.example", "mira.example", "nova.example", "opal.example"];
    expect(await accounts.outbox()).toEqual([
      ...written.map((domain) => `01-13 A question → ann@${domain}: sent`),
      "01-13 A question → nuts@gmail.com: sent",
      `01-13 a new office → ann@elsewhere.example: waiting for you: the name is like that ${client}; choose Send if it is another company; look at it first`,
    ]);
  });

  test("each account goes into the bin that the truth about it asks for; opportunities become deals", async () => {
    await accounts.sync({ at: "2026-01-16T09:00" });
    const truth = { Fit: "yes", Influencer: "Ann, who buys" };
    for (const name of ["Kilo", "Mira"])
      accounts.edit(name, { ...truth, "Log note": "let us talk", Log: "Reply: yes" });
    accounts.edit("Lima", { "Log note": "after Easter", Log: "Reply: later", Stage: "Check Back Quarterly" });
    accounts.edit("Invoice", { "Review first": "no" }, "Messages");
    accounts.edit("a new office", { "Send or Cancel": "Send" }, "Outbox");
    accounts.edit("Third follow-up", { When: "8 days after E-mail out" }, "Rules");
    expect(await accounts.sync({ at: "2026-01-16T10:00", as: rae })).toEqual([]);
    for (const name of ["Kilo", "Mira"])
      await accounts.run({ at: "2026-01-16T11:00", as: rae }, "move", name, "Active Opportunity");
    await accounts.run({ at: "2026-01-16T11:00", as: rae }, "log", "Lima", "E-mail out", "until April, then");
    await accounts.sync({ at: "2026-01-16T12:00" });
    expect(await accounts.see("Kilo", "Stage", "Opportunity")).toEqual(["Active Opportunity", "Kilo"]);
    expect(await accounts.rows("Sales", "Name", "Stage", "E-mail", "Owner")).toEqual([
      "Quay office | Initial Outreach | quinn@quay.example | Sol",
      "Quay abroad | Initial Outreach | ann@elsewhere.example | Sol",
      "Kilo | Networking Database | ann@kilo.example | Rae",
      "Mira | Networking Database | ann@mira.example | Tom",
    ]);
  });

  test("who answers nothing is announced a day ahead, and back in Cold, though nobody looked on that day", async () => {
    await accounts.sync({ at: "2026-01-23T09:00" });
    expect((await accounts.letter("23 January 2026", "rae@example.com")).split("\n").slice(2)).toEqual([
      "Reminders",
      "- Opal (Prospecting, Working): follow up for the last time, seventh day",
      "",
      "Moves by itself, unless somebody acts",
      '- Opal (Prospecting, Working): moves to "Cold" on 2026-01-24 unless a reply comes in or it moves before: Back to Cold without a reply: 10 days after E-mail out',
    ]);
    // The tenth day, Friday the 23rd, is let pass; on Monday and Tuesday nobody looks.
    await accounts.sync({ at: "2026-01-28T09:00" });
    const cold = ["Opal", "Nova", "Pine Nuts"];
    expect(await stageOf(...cold)).toEqual(cold.map((name) => `${name}: Cold`));
    const [move] = (await accounts.entries("Opal")).slice(-1);
    expect(move).toMatchObject({ at: "2026-01-24T00:00:00+01:00", who: "Stageline", to: "cold" });
    // The third follow-up came on the 8th day since the rule was changed.
    expect(await accounts.history("Opal")).toEqual([
      "01-12 entered Cold",
      "01-13 Cold → Working",
      "01-13 message: A question (Stageline)",
      "01-13 E-mail out: A question (Stageline)",
      "01-15 message: follow up, second day (Stageline)",
      "01-17 message: follow up, fourth day (Stageline)",
      "01-21 message: follow up for the last time, seventh day (Stageline)",
      "01-24 Working → Cold: Back to Cold without a reply: 10 days after E-mail out (Stageline)",
    ]);
  });

  test("the fate of a deal comes back: a client from then on, or first in line when there is time", async () => {
    const price = { Services: "A shop", Amount: 900, Currency: "EUR", "Payment schedule": "50/50" };
    accounts.edit("Kilo", { ...price, Stage: "Invoice" }, "Sales");
    accounts.edit("Mira", { "Lost reason": "no budget", Stage: "Lost" }, "Sales");
    expect(await accounts.sync({ at: "2026-02-02T09:00", as: sol })).toEqual([]);
    expect(await stageOf("Kilo", "Mira")).toEqual(["Kilo: Active Opportunity", "Mira: Dead Opportunity"]);
    accounts.type([{ Invoice: "INV-0001", Day: "2026-02-03", Amount: 450 }], "Payments");
    accounts.edit("Kilo", { Stage: "Order Processing" }, "Sales");
    expect(await accounts.sync({ at: "2026-02-03T09:00", as: sol })).toEqual([]);
    expect(await stageOf("Kilo", "Mira")).toEqual(["Kilo: Current Client", "Mira: Dead Opportunity"]);
  });

  test("what was agreed with a client goes out, and no new business", async () => {
    const links = { "Delivery link": "https://files.example/1", "Review link": "https://files.example/2" };
    accounts.edit("Kilo", { ...links, Stage: "Order Delivery" }, "Sales");
    for (const name of ["Kilo North", "Opal"]) accounts.edit(name, { Stage: "Working" });
    expect(await accounts.sync({ at: "2026-02-13T09:00", as: rae })).toEqual([]);
    expect((await accounts.outbox()).filter((line) => !line.includes("@example.com")).slice(6)).toEqual([
      "01-13 a new office → ann@elsewhere.example: sent",
      "02-02 Invoice INV-0001 → ann@kilo.example: sent",
      "02-13 A question → ann@opal.example: sent",
      "02-13 Invoice INV-0002 → ann@kilo.example: sent",
    ]);
    expect(await notSent("Kilo North")).toEqual([
      'kilo.example is the domain of "Kilo" in "Current Client" (Prospecting), which gets no outreach',
    ]);
    // 14 to 16 January are 3 days, without the 19th 7 to the 23rd, 17 to 6 February, then 9, 10 and 11.
    expect(await reminders("Quinn")).toEqual(["02-12T00:00 decide what is true of this account"]);
  });

  test("after 90 days an account comes back to Working, announced a day before", async () => {
    await accounts.sync({ at: "2026-04-16T09:00" });
    expect(await accounts.letter("16 April 2026", "rae@example.com")).toContain(
      '- Lima (Prospecting, Check Back Quarterly): moves to "Working" on 2026-04-17',
    );
    await accounts.sync({ at: "2026-04-17T09:00" });
    const back = (await accounts.entries("Lima")).slice(-2);
    expect(back.map(({ at, note }) => `${at} ${note}`)).toEqual([
      "2026-04-17T00:00:00+02:00 Check back: 90 days after entering Check Back Quarterly",
      "2026-04-17T00:00:00+02:00 check back with this account",
    ]);
  });

  test("the histories of account and deal tell each other's story", async () => {
    const told = (await accounts.history("Kilo")).filter((line) => !line.includes(" message: "));
    expect(told.slice(4)).toEqual([
      "01-16 Working → Active Opportunity (Rae)",
      '01-16 entered Networking Database: by the rule "Make the deal" (Stageline)',
      '01-16 linked to Kilo: made by the rule "Make the deal" (Stageline)',
      '01-16 linked to Kilo: made from it by the rule "Make the deal" (Stageline)',
      "02-02 Networking Database → Invoice",
      "02-02 invoiced: INV-0001 of 450.00 EUR, to be paid by 2026-02-09; INV-0002 of 450.00 EUR, still a draft (Stageline)",
      "02-02 E-mail out: Invoice INV-0001 (Stageline)",
      "02-03 Invoice → Order Processing",
      "02-03 Active Opportunity → Current Client: Deal won: linked record is won (Stageline)",
      "02-13 Order Processing → Order Delivery",
      "02-13 invoiced: INV-0002 of 450.00 EUR, to be paid by 2026-02-27 (Stageline)",
      "02-13 E-mail out: Invoice INV-0002 (Stageline)",
    ]);
    expect((await accounts.history("Mira")).slice(-2)).toEqual([
      "02-02 Networking Database → Lost",
      "02-02 Active Opportunity → Dead Opportunity: Deal lost: linked record is lost (Stageline)",
    ]);
  });

  test("the numbers: two opportunities of nine that were worked, and what each rep put out in a week", async () => {
    const report = await accounts.report("2026-04-30", "--by", "Owner");
    expect(reachedOf(report)).toEqual([
      "Cold 12 (3 now)",
      "Working 9 (4 now)",
      "Active Opportunity 2 (0 now)",
      "Check Back Quarterly 1 (0 now)",
      "Dead Opportunity 1 (1 now)",
      "Current Client 2 (2 now)",
      "Bad Fit 1 (1 now)",
      "Duplicate Account 1 (1 now)",
    ]);
    expect(stepsOf(report)).toEqual([
      "Cold → Working: 9 of 12, 3 dropped, 0 pending",
      "Working → Active Opportunity: 2 of 9, 0 dropped, 7 pending",
    ]);
    // An opportunity that was lost later was one all the same; who is better avoided is neither won nor lost.
    expect(report.outcomes).toMatchObject({ won: 2, lost: 0, winRate: 1 });
    expect(report.by.map(({ value, records }) => `${value} ${records}`)).toEqual(["Rae 5", "Tom 7"]);
    // Fifteen weeks, and all in the first of them: 5 ÷ 15 and 1 ÷ 15.
    const outputs = report.goals?.outputs ?? [];
    expect(outputs.map(({ rep, moved, mean, weeks }) => [rep, moved, mean, weeks[0], weeks.length])).toEqual([
      ["Rae", 5, 0.333333, { week: "2026-W03", moved: 5 }, 15],
      ["Tom", 1, 0.066667, { week: "2026-W03", moved: 1 }, 15],
    ]);
    // Moving ranges: 5 and thirteen times 0, 2.66 × 5 ÷ 14 above the mean.
    expect(outputs[0]).toMatchObject({ low: 0, high: 1.283333 });
    expect(outputs[0]?.bins.map(({ stage, moved }) => `${stage} ${moved}`)).toEqual([
      ...["Active Opportunity 2", "Check Back Quarterly 1", "Current Client 1", "Duplicate Account 1"],
    ]);
    expect(await accounts.isSettled({ at: "2026-04-18T12:00" })).toBe(true);
  });
});
