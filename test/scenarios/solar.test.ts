// Solar installation, a simple sale and a long fulfilment, in a file and in a sheet: made of a sale that was won, and
// linked to it, from the survey over permits and parts to the approval. The customer hears at once when the inspection is,
// and once more when its day changes; the owner changes the pipeline on the way; and the sale hears what became of it.

import { beforeAll, describe, expect, test } from "vitest";
import { hosts, memberOf, type Story } from "./told-on-both.ts";
import { reachedOf, stepsOf } from "./words.ts";

const [olga, ivan, sue] = ["Olga", "Ivan", "Sue"];

describe.each(hosts)("installations in %s", (_, begin) => {
  let solar: Story;

  beforeAll(async () => {
    solar = await begin({
      tab: "Solar",
      templates: ["sales", "solar"],
      at: "2026-10-12T08:00",
      people: [olga, ivan, sue],
    });
  });

  test("a sale that is won makes its installation, once, with what the two have in common", async () => {
    const team = { [olga]: "Office", [ivan]: "Installer", [sue]: "Sales manager" };
    solar.type(
      Object.entries(team).map(([name, role]) => memberOf(name, role)),
      "Team",
    );
    solar.type([{ "Day off": "2026-11-11", What: "Armistice" }], "Calendar");
    const terms = { Services: "a solar roof", Amount: 9000, Currency: "EUR", "Payment schedule": "50/50" };
    const deal = { Owner: sue, Stage: "Invoice", ...terms };
    solar.type(
      ["Hill", "Lake", "Mill"].map((Name) => ({
        Name,
        "E-mail": `${Name.toLowerCase()}@example.org`,
        ...deal,
      })),
      "Sales",
    );
    solar.type([
      { Name: "Park", "E-mail": "park@example.org", Owner: olga },
      { Name: "Ridge", Stage: "Installed" },
    ]);
    expect(await solar.sync({ at: "2026-10-12T09:00", as: sue })).toEqual([
      "Ridge: Installed needs: Installed on",
    ]);
    expect(await solar.rows("Invoices", "Number", "Record", "Part", "Due on", "Status")).toEqual([
      "INV-0001 | Hill | 1 of 2 | 2026-10-19 | sent",
      "INV-0002 | Hill | 2 of 2 |  | draft",
      "INV-0003 | Lake | 1 of 2 | 2026-10-19 | sent",
      "INV-0004 | Lake | 2 of 2 |  | draft",
      "INV-0005 | Mill | 1 of 2 | 2026-10-19 | sent",
      "INV-0006 | Mill | 2 of 2 |  | draft",
    ]);
    // Invoices of sales are looked at first.
    expect(await solar.outbox("Hill")).toEqual([
      "10-12 Invoice INV-0001 → hill@example.org: waiting for you: look at it first",
    ]);
    for (const name of ["INV-0001", "INV-0003"])
      solar.edit(`Invoice ${name}`, { "Send or Cancel": "Send" }, "Outbox");
    expect(await solar.sync({ at: "2026-10-12T10:00", as: sue })).toEqual([]);
    for (const Invoice of ["INV-0001", "INV-0003"])
      solar.type([{ Day: "2026-10-14", Invoice, Amount: 4500 }], "Payments");
    for (const name of ["Hill", "Lake", "Mill"]) solar.edit(name, { Stage: "Order Processing" }, "Sales");
    expect(await solar.sync({ at: "2026-10-14T09:00", as: sue })).toEqual([
      "Mill: Order Processing needs: the advance is paid or Advance paid is yes",
    ]);
    expect(await solar.stages()).toEqual(
      ["Park", "Ridge", "Hill", "Lake"].map((name) => `${name}: Site Survey`),
    );
    // Its owner is who fits the first stage.
    expect(await solar.see("Hill", "Owner", "E-mail", "Amount", "Sale")).toEqual([
      ...[ivan, "hill@example.org", "9000", "Hill"],
    ]);
    expect(await solar.seeIn("Sales", "Hill", "Stage", "Installation")).toEqual(["Order Processing", "Hill"]);
    expect(await solar.history("Hill", "Solar")).toEqual([
      '10-14 entered Site Survey: by the rule "Make the installation" (Stageline)',
      '10-14 linked to Hill: made from it by the rule "Make the installation" (Stageline)',
    ]);
    expect(await solar.history("Hill", "Sales")).toEqual([
      "10-12 entered Invoice",
      "10-12 message: Invoice (Stageline)",
      "10-12 invoiced: INV-0001 of 4,500.00 EUR, to be paid by 2026-10-19; INV-0002 of 4,500.00 EUR, still a draft (Stageline)",
      "10-12 E-mail out: Invoice INV-0001 (Stageline)",
      "10-14 Invoice → Order Processing",
      '10-14 linked to Hill: made by the rule "Make the installation" (Stageline)',
    ]);
    expect(await solar.isSettled({ at: "2026-10-14T09:30" })).toBe(true);
  });

  test("entering Inspection Scheduled mails the customer at once; without a day nobody enters it", async () => {
    solar.edit("Hill", { "Inspection on": "2026-10-16", Stage: "Inspection Scheduled" });
    solar.edit("Lake", { "Inspection on": "2026-10-29", Stage: "Inspection Scheduled" });
    solar.edit("Park", { Stage: "Inspection Scheduled" });
    expect(await solar.sync({ at: "2026-10-15T09:00", as: olga })).toEqual([
      "Park: Inspection Scheduled needs: Inspection on",
    ]);
    expect(await solar.outbox("Hill")).toEqual([
      "10-12 Invoice INV-0001 → hill@example.org: sent",
      "10-15 Your inspection on 16 October 2026 → hill@example.org: sent",
    ]);
    expect(await solar.letter("Your inspection on 16 October 2026")).toContain(
      "we come to inspect your roof and meter on 16 October 2026.",
    );
  });

  test("a new day mails once more, and the same day again does not", async () => {
    solar.edit("Lake", { "Inspection on": "2026-11-05" });
    solar.edit("Hill", { "Inspected on": "2026-10-16", Stage: "Inspection Complete" });
    expect(await solar.sync({ at: "2026-10-16T17:00", as: olga })).toEqual([]);
    solar.edit("Lake", { "Inspection on": "2026-11-05" });
    expect(await solar.sync({ at: "2026-10-19T09:00", as: olga })).toEqual([]);
    expect((await solar.outbox("Lake")).slice(1)).toEqual([
      "10-15 Your inspection on 29 October 2026 → lake@example.org: sent",
      "10-16 A new day for your inspection: 5 November 2026 → lake@example.org: sent",
    ]);
  });

  test("what the owner changes in the pipeline holds at once: a stage that warns, one of the office alone, a new name", async () => {
    solar.edit("Permit Requested", { "If something is missing": "warn" }, "Stages");
    solar.edit("Closed", { "Who may move here": "Office" }, "Stages");
    solar.edit("Site Survey", { Stage: "Survey" }, "Stages");
    solar.edit("Park", { "Cancelled because": "the roof is too old", Stage: "Cancelled" });
    solar.delete("Ridge");
    expect(await solar.sync({ at: "2026-10-19T10:00", as: olga })).toEqual([]);
    solar.edit("Hill", { Stage: "Permit Requested" });
    expect(await solar.sync({ at: "2026-10-19T11:00", as: olga })).toEqual([]);
    const missing = "Permit Requested needs: Permit requested on";
    expect(await solar.see("Hill", "Stage", "Status note")).toEqual(["Permit Requested", missing]);
    const turn = { at: "2026-10-19T12:00", as: olga, on: "Solar" };
    expect(await solar.run(turn, "set", "Hill", "Permit requested on=2026-10-19")).toBe("");
    expect(await solar.see("Hill", "Status note")).toEqual([""]);
  });

  test("the permit office is chased as often as the rule says now, also over a change of clocks and two days without a look", async () => {
    solar.edit("Chase the permit", { When: "every 7 days in Permit Requested" }, "Rules");
    expect(await solar.sync({ at: "2026-10-23T18:00", as: olga })).toEqual([]);
    expect(await solar.sync({ at: "2026-10-28T08:05" })).toEqual([]);
    const chased = (await solar.entries("Hill", "Solar")).filter(({ data }) => data["do"] === "remind");
    // Seven days from Monday the 19th in summer time are over as Monday the 26th begins in winter time.
    expect(chased.map(({ at, note }) => `${at} ${note}`)).toEqual([
      "2026-10-26T00:00:00+01:00 ask the permit office how it stands",
    ]);
    expect(await solar.letter("28 October 2026", "olga@example.com")).toContain(
      "Reminders\n- Hill (Solar, Permit Requested): ask the permit office how it stands; owner: Ivan",
    );
  });

  test("an installation goes on to the utility, and the office alone closes it", async () => {
    solar.edit("Hill", {
      ...{ "Permit number": "P-301", "Permit granted on": "2026-11-03", "Part numbers": "12 × SP-400" },
      ...{ "Installation on": "2026-11-10", Stage: "Permit Granted" },
    });
    expect(await solar.sync({ at: "2026-11-03T09:00", as: olga })).toEqual([]);
    const as = (name: string, at: string) => ({ at, as: name, on: "Solar" });
    await solar.run(as(ivan, "2026-11-10T16:50"), "set", "Hill", "Installed on=2026-11-10");
    expect(await solar.run(as(ivan, "2026-11-10T17:00"), "move", "Hill", "Installed")).toBe("");
    expect(await solar.run(as(olga, "2026-11-12T09:00"), "move", "Hill", "Utility Approval")).toBe("");
    await solar.run(as(olga, "2026-11-18T09:00"), "set", "Hill", "Approved on=2026-11-18");
    expect(await solar.run(as(ivan, "2026-11-18T09:10"), "move", "Hill", "Closed")).toBe(
      'only Office may move to "Closed", and "Ivan" is not; ask one of them, or add the role in Team; nothing was changed',
    );
    expect(await solar.run(as(olga, "2026-11-18T10:00"), "move", "Hill", "Closed")).toBe("");
    solar.edit("Lake", { "Cancelled because": "no permit for this roof", Stage: "Cancelled" });
    expect(await solar.sync({ at: "2026-11-19T08:05", as: olga })).toEqual([]);
    // The renamed stage has its new name in the past, too: it is the same stage.
    expect((await solar.history("Hill", "Solar")).filter((line) => line.includes("→"))).toEqual([
      "10-15 Survey → Inspection Scheduled",
      "10-16 Inspection Scheduled → Inspection Complete",
      "10-19 Inspection Complete → Permit Requested: Permit Requested needs: Permit requested on",
      "11-03 Permit Requested → Permit Granted",
      "11-10 Permit Granted → Installed (Ivan)",
      "11-12 Installed → Utility Approval (Olga)",
      "11-18 Utility Approval → Closed (Olga)",
    ]);
    expect(await solar.history("Ridge")).toEqual([
      "10-12 entered Survey",
      "10-12 not to Installed: Installed needs: Installed on",
      "10-19 removed",
    ]);
  });

  test("the sales hear what became of their installations", async () => {
    expect((await solar.history("Hill", "Sales")).slice(-1)).toEqual([
      "11-18 message: the installation is done: write down when it was delivered (Stageline)",
    ]);
    expect((await solar.history("Lake", "Sales")).slice(-1)).toEqual([
      "11-19 message: the installation fell through: talk to the client (Stageline)",
    ]);
    expect((await solar.letter("19 November 2026", "sue@example.com")).split("\n")).toEqual([
      "Sue, this is new or due on 19 November 2026.",
      "",
      "Overdue",
      "- Mill (Sales, Invoice): 22 working days beyond the limit of Invoice",
      "",
      "Reminders",
      "- Hill (Sales, Order Processing): ask why they chose us, and write it down",
      "- Lake (Sales, Order Processing): ask why they chose us, and write it down",
      "- Mill (Sales, Invoice): the advance is not in",
      "- Hill (Sales, Order Processing): the installation is done: write down when it was delivered",
      "- Lake (Sales, Order Processing): the installation fell through: talk to the client",
    ]);
    solar.sort("Amount");
    expect(await solar.sync({ at: "2026-11-19T09:00", as: olga })).toEqual([]);
    expect([...(await solar.stages())].sort()).toEqual([
      "Hill: Closed",
      "Lake: Cancelled",
      "Park: Cancelled",
    ]);
  });

  test("the numbers: one of four closed, two cancelled, one deleted", async () => {
    const report = await solar.report("2026-11-30");
    const passed = ["Inspection Complete", "Design", "Permit Requested", "Permit Granted", "Parts Sourced"];
    expect(reachedOf(report)).toEqual([
      "Survey 4 (0 now)",
      "Inspection Scheduled 2 (0 now)",
      ...[...passed, "Installation Scheduled", "Installed", "Utility Approval"].map(
        (stage) => `${stage} 1 (0 now)`,
      ),
      "Closed 1 (1 now)",
      "Cancelled 2 (2 now)",
    ]);
    // Of Ridge, which was deleted, nobody knows what would have come: it is pending.
    expect(stepsOf(report)).toEqual([
      "Survey → Inspection Scheduled: 2 of 4, 1 dropped, 1 pending",
      "Inspection Scheduled → Inspection Complete: 1 of 2, 1 dropped, 0 pending",
      "Inspection Complete → Design: 1 of 1, 0 dropped, 0 pending",
      "Permit Requested → Permit Granted: 1 of 1, 0 dropped, 0 pending",
      "Permit Granted → Parts Sourced: 1 of 1, 0 dropped, 0 pending",
      "Installed → Utility Approval: 1 of 1, 0 dropped, 0 pending",
      "Utility Approval → Closed: 1 of 1, 0 dropped, 0 pending",
    ]);
    expect(report.ledger[0]).toMatchObject({ stage: "Survey", entries: 4, advanced: 2, lost: 1, removed: 1 });
    expect(report.outcomes).toMatchObject({ won: 1, lost: 2 });
    const sent = (await solar.outbox()).filter((line) => line.endsWith(": sent"));
    expect(solar.mails()).toBe(sent.length);
    expect(await solar.isSettled({ at: "2026-11-19T12:00" })).toBe(true);
  });
});
