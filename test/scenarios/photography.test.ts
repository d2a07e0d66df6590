// Event photography: what each job takes in people and money, and what the months take, told before and after. A contract
// is out on the night on which the clocks go back and nobody looks, one job falls through, one costs more than was thought.

import { beforeAll, describe, expect, test } from "vitest";
import type { EventMonth } from "../../shared/metrics/event-months.ts";
import type { EventReport } from "../../shared/report/events-report.ts";
import { formatMoney, type Money } from "../../shared/value/money.ts";
import { hosts, memberOf, type Story } from "./told-on-both.ts";
import { reachedOf, remindersOf, stepsOf } from "./words.ts";

const [olga, ole] = ["Olga", "Ole"];

describe.each(hosts)("photography in %s", (_, begin) => {
  let jobs: Story;
  /** What each booked job takes, and each month. */
  const takes = async (day: string) => {
    const { upcoming = [], over = [], months = [] } = (await jobs.report(day)).events ?? {};
    const sums = (costs: readonly Money[]) => costs.map(formatMoney).join(" + ");
    const jobTakes = ({ name, staff, costs }: EventReport) =>
      `${name}: ${staff ?? "?"} people, ${sums(costs)}`;
    const monthTakes = ({ month, events, staff, staffed, total }: EventMonth) =>
      `${month}: ${events} booked, ${staff ?? "?"} people for ${staffed}, ${sums(total)}`;
    return [...[...over, ...upcoming].map(jobTakes), ...months.map(monthTakes)];
  };

  beforeAll(async () => {
    const people = [olga, ole];
    jobs = await begin({ tab: "Photography", templates: ["photography"], at: "2026-09-07T08:00", people });
  });

  test("jobs are typed with what they are thought to take", async () => {
    jobs.type([memberOf(olga, "Office"), memberOf(ole, "Office")], "Team");
    jobs.type([{ "Day off": "2026-11-11", What: "Armistice Day" }], "Calendar");
    const by = (Contact: string) => ({ Contact, "E-mail": `${Contact.toLowerCase()}@example.org` });
    const takesOf = (people: number, fuel: number) => ({
      "Employees needed": people,
      "Estimated fuel cost": fuel,
    });
    jobs.type([
      { Name: "Wedding", ...by("Wim"), Owner: olga, "Event on": "2026-10-17", ...takesOf(2, 30) },
      { Name: "Gala", ...by("Gia"), Owner: olga, "Event on": "2026-10-31", ...takesOf(3, 45.5) },
      { Name: "Fair", ...by("Fay"), Owner: ole, "Event on": "2026-11-14", "Estimated fuel cost": 12.5 },
    ]);
    expect(await jobs.sync({ at: "2026-09-07T09:00", as: olga })).toEqual([]);
    // What is not booked yet takes nothing.
    expect(await takes("2026-09-07")).toEqual([]);
  });

  test("what is booked takes people and money, in all and by the month", async () => {
    const booked = { Offer: 1500, Venue: "Town hall", "Deposit paid": "yes", Stage: "Booked" };
    jobs.edit("Wedding", { ...booked, Hotel: "none", "Hotel done": "yes" });
    jobs.edit("Fair", { ...booked, "Hotel cost": 80 });
    jobs.edit("Gala", { "Employees needed": "a few", "Hotel cost": 120, Stage: "Offer Made" });
    expect(await jobs.sync({ at: "2026-09-21T09:00", as: olga })).toEqual([
      "Gala: Offer Made needs: Offer",
      expect.stringMatching(/^Gala: Employees needed: "a few" is not a number/),
    ]);
    expect(await takes("2026-09-21")).toEqual([
      "Wedding: 2 people, 30.00 EUR",
      "Fair: ? people, 92.50 EUR",
      "2026-10: 1 booked, 2 people for 1, 30.00 EUR",
      "2026-11: 1 booked, ? people for 0, 92.50 EUR",
    ]);
  });

  test("what is still open is told ten days before, since the rule was edited; a contract goes out", async () => {
    const sooner = { When: "10 days before Event on", Then: "remind owner: in 10 days, and open: {{Open}}" };
    jobs.edit("Still open 14 days before", sooner, "Rules");
    const contract = { Offer: 2400, Venue: "Castle", "Contract link": "https://files.example.org/gala" };
    jobs.edit("Gala", { "Employees needed": 3, ...contract, Stage: "Contract Sent" });
    expect(await jobs.sync({ at: "2026-10-20T09:00", as: olga })).toEqual([]);
    expect(await jobs.run({ at: "2026-10-20T10:00", as: ole }, "move", "Wedding", "Done")).toBe("");
    expect(remindersOf(await jobs.entries("Wedding"))).toEqual([]);
  });

  test("the client is written to on the night on which the clocks go back, though nobody looked for two days", async () => {
    await jobs.sync({ at: "2026-10-23T18:00" });
    expect(await jobs.outbox("Gala")).toEqual([]);
    await jobs.sync({ at: "2026-10-26T09:00" });
    await jobs.sync({ at: "2026-10-30T09:00" });
    const asked = (await jobs.entries("Gala")).filter(({ data }) => data["do"] === "send");
    expect(asked.map(({ at }) => at)).toEqual(["2026-10-25T00:00:00+02:00", "2026-10-30T00:00:00+01:00"]);
    expect(await jobs.outbox("Gala")).toEqual([
      "10-25 The contract for 31 October 2026 → gia@example.org: sent",
      "10-30 The contract for 31 October 2026 → gia@example.org: sent",
    ]);
    expect((await jobs.letter("30 October 2026", "olga@example.com")).split("\n").slice(2)).toEqual([
      "Reminders",
      "- Gala (Photography, Contract Sent): ask for the signed contract",
    ]);
  });

  test("on the day before, it is signed and booked at once: the month takes all of it", async () => {
    const signed = { "Deposit paid": "yes", "Hotel done": "yes", Log: "Reply: yes", Stage: "Booked" };
    jobs.edit("Gala", signed);
    expect(await jobs.sync({ at: "2026-10-30T15:00", as: olga })).toEqual([]);
    expect(await takes("2026-10-30")).toEqual([
      "Wedding: 2 people, 30.00 EUR",
      "Gala: 3 people, 165.50 EUR",
      "Fair: ? people, 92.50 EUR",
      "2026-10: 2 booked, 5 people for 2, 195.50 EUR",
      "2026-11: 1 booked, ? people for 0, 92.50 EUR",
    ]);
    const [october] = (await jobs.report("2026-10-30")).events?.months ?? [];
    expect(october?.costs.map((cost) => `${cost.field} ${formatMoney(cost)}`)).toEqual([
      "Estimated fuel cost 75.50 EUR",
      "Hotel cost 120.00 EUR",
    ]);
  });

  test("the other owner is told of the hotel that is open; on a day off nothing is sent", async () => {
    await jobs.sync({ at: "2026-11-04T09:00" });
    expect((await jobs.letter("4 November 2026", "ole@example.com")).split("\n").slice(2)).toEqual([
      "Reminders",
      "- Fair (Photography, Booked): in 10 days, and open: Hotel",
    ]);
    await jobs.sync({ at: "2026-11-11T09:00" });
    expect(remindersOf(await jobs.entries("Fair"))).toEqual([
      "11-04T00:00 in 10 days, and open: Hotel",
      "11-11T00:00 3 days to go, and still open: Hotel",
    ]);
    expect((await jobs.outbox()).filter((line) => line.startsWith("11-11"))).toEqual([]);
  });

  test("a job that falls through takes nothing, and what it took in the end is typed over what was thought", async () => {
    // What is booked is closed: it is taken back first.
    expect(await jobs.run({ at: "2026-11-13T08:50", as: ole }, "log", "Fair", "reopen", "rain")).toBe("");
    jobs.edit("Fair", { "Lost reason": "rain", Stage: "Cancelled" });
    jobs.edit("Gala", { "Estimated fuel cost": 51.25, Stage: "Done" });
    jobs.sort("Event on");
    expect(await jobs.sync({ at: "2026-11-13T09:00", as: ole })).toEqual([]);
    expect(await jobs.stages()).toEqual(["Wedding: Done", "Gala: Done", "Fair: Cancelled"]);
    expect(await takes("2026-11-13")).toEqual([
      "Gala: 3 people, 171.25 EUR",
      "Wedding: 2 people, 30.00 EUR",
      "2026-10: 2 booked, 5 people for 2, 201.25 EUR",
    ]);
    const moves = (fact: string) => !fact.endsWith("(Stageline)") && !fact.includes("reached");
    expect((await jobs.history("Gala")).filter(moves)).toEqual([
      "09-07 entered Outreach",
      "09-21 not to Offer Made: Offer Made needs: Offer",
      "10-20 Outreach → Contract Sent",
      "10-30 Reply: yes",
      "10-30 Contract Sent → Booked",
      "11-13 Booked → Done",
    ]);
  });

  test("the numbers: two jobs done, one cancelled", async () => {
    const report = await jobs.report("2026-11-30");
    expect(reachedOf(report).slice(0, 2)).toEqual(["Outreach 3 (0 now)", "Date Held 3 (0 now)"]);
    expect(reachedOf(report).slice(-3)).toEqual([
      ...["Booked 3 (0 now)", "Done 2 (2 now)", "Cancelled 1 (1 now)"],
    ]);
    expect(stepsOf(report)).toEqual([
      "Outreach → Date Held: 3 of 3, 0 dropped, 0 pending",
      "Contract Sent → Contract Signed: 1 of 1, 0 dropped, 0 pending",
      "Booked → Done: 2 of 3, 1 dropped, 0 pending",
    ]);
    // Fair had been won, and what falls through after that is not lost in the closing.
    expect(report.outcomes).toMatchObject({ won: 3, lost: 0 });
    const outbox = await jobs.outbox();
    expect(outbox.filter((line) => !line.endsWith(": sent"))).toEqual([]);
    expect(jobs.mails()).toBe(outbox.length);
    expect(await jobs.isSettled({ at: "2026-11-13T12:00" })).toBe(true);
  });
});
