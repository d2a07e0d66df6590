// Accounts before there is a deal: imported cold, worked to find out what is true of them, then nurtured, left alone,
// or an opportunity. Whoever is a client, a bad fit or a duplicate is never prospected, and closed for it.

import { afterAll, beforeAll, expect, test } from "vitest";
import { rowsOf } from "../book-contents.ts";
import { fileOf } from "../command.ts";
import { stopLibreOffice } from "../hands/libre-office.ts";
import { begin, type Story } from "./story.ts";
import { reachedOf, stepsOf } from "./words.ts";

let accounts: Story;
const rae = "Rae";

beforeAll(async () => {
  accounts = await begin("Prospecting", "--template", "prospecting", "sales", "--now", "2026-01-12T08:00");
});
afterAll(stopLibreOffice);

test("imported accounts are cold, and an owner whom nobody knew joins the Team without a role", async () => {
  accounts.type([{ Person: "Rae", "E-mail": "rae@example.org", Roles: "Rep" }], "Team");
  accounts.type([{ Name: "Kilo Ltd", Website: "https://kilo.example", Owner: "Rae" }]);
  expect(await accounts.sync({ at: "2026-01-12T09:00", as: rae })).toEqual([]);
  const lines = ["name,rep", "Kilo,Rae", "Lima,Rae", "Nova,Tom", "Opal,Rae", "Pine,Tom", "Quay,Rae"];
  const columns = ["--board", "Prospecting", "--field", "Name=name", "--field", "Owner=rep"];
  const turn = { at: "2026-01-12T10:00" };
  const said = await accounts.run(turn, "import", fileOf(lines.join("\n")), ...columns);
  expect(said).toContain("1 owner was added to Team, without a role");
  const [, ...team] = await rowsOf(accounts.path, "Team"); // the first is an example
  expect(team.map(({ cells }) => [cells["Person"], cells["Roles"]])).toEqual([
    ["Rae", "Rep"],
    ["Tom", null],
  ]);
  const names = ["Kilo Ltd", "Kilo", "Lima", "Nova", "Opal", "Pine", "Quay"];
  expect(await accounts.stages()).toEqual(names.map((name) => `${name}: Cold`));
});

test("a duplicate has to point at the account that is worked; what is worked is due in twenty working days", async () => {
  for (const name of ["Kilo", "Lima", "Nova", "Pine"]) accounts.edit(name, { Stage: "Working" });
  accounts.edit("Opal", { Stage: "Working", Log: "E-mail out", "Log note": "about their move" });
  accounts.edit("Kilo Ltd", { Stage: "Duplicate Account" });
  accounts.edit("Quay", { Stage: "Current Client" });
  expect(await accounts.sync({ at: "2026-01-13T09:00", as: rae })).toEqual([
    'A2: Duplicate Account needs: Duplicate of; put back to "Cold"',
  ]);
  // From Tuesday the 13th: 14 to 16 are 3 days, two weeks to the 30th make 13, one to 6 February 18, then 9 and 10.
  expect(await accounts.see("Nova", "Since", "Due")).toEqual(["2026-01-13", "2026-02-10"]);
});

test("each account goes into the bin that the truth about it asks for", async () => {
  accounts.edit("Kilo", { Stage: "Active Opportunity", Fit: "yes" });
  accounts.edit("Kilo Ltd", { Stage: "Duplicate Account", "Duplicate of": "Kilo" });
  accounts.edit("Lima", { Stage: "Check Back Quarterly", Log: "Reply: later", "Log note": "after Easter" });
  accounts.edit("Opal", { Stage: "Cold" });
  accounts.edit("Pine", { Stage: "Bad Fit", "Why not": "out of business" });
  expect(await accounts.sync({ at: "2026-01-19T09:00", as: rae })).toEqual([
    'A3: Active Opportunity needs: Influencer; put back to "Working"',
  ]);
  accounts.type([{ Name: "Kilo deal", "E-mail": "ann@kilo.example" }], "Sales");
  accounts.edit("Kilo", { Stage: "Active Opportunity", Influencer: "Ann, who buys" });
  accounts.edit("Kilo", { Opportunity: "Kilo dael" });
  const [problem] = await accounts.sync({ at: "2026-01-20T09:00", as: rae });
  const reason = 'Opportunity: "Kilo dael" is not the name of a record of Sales';
  expect(problem).toContain(reason);
  expect(await accounts.see("Kilo", "Stage", "Status note")).toEqual(["Active Opportunity", reason]);
});

test("who is a client or off the line leaves it by Reopen only, whatever is typed", async () => {
  const closed = (name: string) => `"${name}" is closed; pick Reopen in the Log column to take it back`;
  accounts.edit("Kilo", { Stage: "Dead Opportunity", Opportunity: "Kilo deal" });
  accounts.edit("Quay", { Stage: "Working" });
  expect(await accounts.sync({ at: "2026-02-02T09:00", as: rae })).toEqual([
    `A3: ${closed("Active Opportunity")}; put back to "Active Opportunity"`,
    `A8: ${closed("Current Client")}; put back to "Current Client"`,
  ]);
  accounts.edit("Kilo", { Stage: "Dead Opportunity", Log: "Reopen", "Log note": "the deal was lost" });
  accounts.sort("Name");
  expect(await accounts.sync({ at: "2026-02-02T10:00", as: rae })).toEqual([]);
  expect(await accounts.see("Quay", "Stage", "Status note")).toEqual([
    "Current Client",
    closed("Current Client"),
  ]);
  expect((await accounts.history("Kilo")).slice(1)).toEqual([
    "01-13 Cold → Working (Rae)",
    "01-19 not to Active Opportunity: Active Opportunity needs: Influencer (Rae)",
    "01-20 Working → Active Opportunity (Rae)",
    "02-02 linked to Kilo deal (Rae)",
    `02-02 not to Dead Opportunity: ${closed("Active Opportunity")} (Rae)`,
    "02-02 Active Opportunity → Dead Opportunity: Reopen: the deal was lost (Rae)",
  ]);
});

test("a parked account comes back to Working, and no Reopen is asked", async () => {
  // 90 days after 19 January.
  await accounts.run({ at: "2026-04-19T09:00", as: "Tom" }, "move", "Lima", "Working");
  expect((await accounts.history("Lima")).slice(2)).toEqual([
    "01-19 Reply: later: after Easter (Rae)",
    "01-19 Working → Check Back Quarterly (Rae)",
    "04-19 Check Back Quarterly → Working (Tom)",
  ]);
});

test("the numbers: one opportunity of five that were worked, and three of whom nobody knows yet", async () => {
  const report = await accounts.report("2026-04-30", "--by", "Owner");
  expect(reachedOf(report)).toEqual([
    "Cold 7 (1 now)",
    "Working 5 (2 now)",
    "Active Opportunity 1 (0 now)",
    "Check Back Quarterly 1 (0 now)",
    "Dead Opportunity 1 (1 now)",
    "Current Client 1 (1 now)",
    "Bad Fit 1 (1 now)",
    "Duplicate Account 1 (1 now)",
  ]);
  // Quay and Kilo Ltd never were worked, Pine was and is no fit; Lima, Nova and Opal may still come to it.
  expect(stepsOf(report)).toEqual([
    "Cold → Working: 5 of 7, 2 dropped, 0 pending",
    "Working → Active Opportunity: 1 of 5, 1 dropped, 3 pending",
  ]);
  // An opportunity that was lost later was one all the same; what is better avoided is neither won nor lost.
  expect(report.outcomes).toMatchObject({ won: 1, lost: 0, winRate: 1 });
  const owners = report.by.map(({ value, records, now }) => [
    value,
    records,
    now.map(({ stage, count }) => `${stage} ${count}`),
  ]);
  expect(owners).toEqual([
    ["Rae", 5, ["Cold 1", "Working 1", "Dead Opportunity 1", "Current Client 1", "Duplicate Account 1"]],
    ["Tom", 2, ["Working 1", "Bad Fit 1"]],
  ]);
  expect(await accounts.isSettled({ at: "2026-04-30T12:00" })).toBe(true);
});
