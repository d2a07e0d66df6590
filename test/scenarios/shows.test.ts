// Shows at a venue, booked by a team of three who all work on the same records: dates held and secured, offers,
// contracts, deposits. Two shows may ask for one night in one room: nobody is refused for it.

import { afterAll, beforeAll, expect, test } from "vitest";
import { stopLibreOffice } from "../hands/libre-office.ts";
import { begin, type Story } from "./story.ts";
import { reachedOf, stepsOf } from "./words.ts";

let shows: Story;
const [bea, bo, bud] = ["Bea", "Bo", "Bud"];

beforeAll(async () => {
  shows = await begin("Shows", "--template", "shows", "--now", "2026-01-05T08:00");
});
afterAll(stopLibreOffice);

test("shows begin with a first word to the promoter or the agent", async () => {
  shows.type(
    ["Bea", "Bo", "Bud"].map((name) => ({ Person: name, Roles: "Booker" })),
    "Team",
  );
  shows.type([
    { Name: "Jazz", Agent: "Ann", Room: "Main", Owner: "Bea", "Ticket price": 25 },
    { Name: "Folk", Agent: "Abe", Room: "Main", Owner: "Bea" },
    { Name: "Rock", Agent: "Abe", Room: "Cellar" },
    { Name: "Soul", Agent: "Ann", Room: "Main" },
  ]);
  expect(await shows.sync({ at: "2026-01-05T09:00", as: bea })).toEqual([]);
  expect(await shows.stages()).toEqual(["Jazz", "Folk", "Rock", "Soul"].map((name) => `${name}: Outreach`));
});

test("two shows may hold one night in one room, but none holds a night that it does not name", async () => {
  for (const name of ["Jazz", "Folk"])
    shows.edit(name, { Stage: "Date Held", "Event on": "2026-06-20", Log: "Call" });
  shows.edit("Rock", { Stage: "Date Held" });
  shows.edit("Soul", { Stage: "Declined" });
  expect(await shows.sync({ at: "2026-01-12T09:00", as: bo })).toEqual([
    'A4: Date Held needs: Event on; put back to "Outreach"',
    'A5: Declined needs: Lost reason; put back to "Outreach"',
  ]);
  expect(await shows.see("Folk", "Stage", "Event on", "Room")).toEqual(["Date Held", "2026-06-20", "Main"]);
  expect(await shows.see("Soul", "Stage", "Status note")).toEqual([
    "Outreach",
    "Declined needs: Lost reason",
  ]);
});

test("stages may be skipped where nothing is missing, and a copied show is a show of its own", async () => {
  const contract = { Offer: 4000, "Contract link": "https://files.example/jazz" };
  shows.edit("Jazz", { ...contract, Venue: "Old Mill", Stage: "Contract Sent", Log: "E-mail out" });
  shows.edit("Folk", { Stage: "Date Secured" });
  shows.edit("Rock", { Stage: "Date Held", "Event on": "2026-07-04" });
  shows.edit("Soul", { Stage: "Declined", "Lost reason": "on tour" });
  shows.copy("Rock");
  shows.edit("Rock", { Name: "Rock late" });
  expect(await shows.sync({ at: "2026-01-20T09:00", as: bud })).toEqual([
    'A3: Date Secured needs: Venue; put back to "Date Held"',
  ]);
  expect(await shows.history("Rock late")).toEqual(["01-20 copied into Date Held (Bud)"]);
  expect((await shows.history("Rock")).slice(1)).toEqual([
    "01-12 not to Date Held: Date Held needs: Event on (Bo)",
    "01-20 Outreach → Date Held (Bud)",
  ]);
});

test("money is in before a show is promoted, and whoever had declined may come back", async () => {
  shows.edit("Jazz", { Stage: "Contract Signed", Log: "Reply: yes" });
  shows.edit("Folk", { Log: "Hand over", "Log note": "Bo" });
  shows.edit("Soul", { Log: "Reopen", "Log note": "the tour is off" });
  shows.edit("Rock late", { Stage: "Cancelled", "Lost reason": "one show a night is enough" });
  expect(await shows.sync({ at: "2026-02-02T09:00", as: bea })).toEqual([]);
  const turn = { at: "2026-02-09T09:00", as: bea };
  expect(await shows.run(turn, "move", "Jazz", "Deposit Received")).toContain(
    "Deposit Received needs: Deposit paid is yes; nothing was changed",
  );
  shows.edit("Jazz", { Deposit: 2000, "Deposit paid": "yes", Stage: "Deposit Received" });
  shows.edit("Rock", { Stage: "Date Secured", Venue: "Old Mill" });
  shows.sort("Name");
  expect(await shows.sync({ at: "2026-02-09T10:00", as: bea })).toEqual([]);
  await shows.run({ at: "2026-02-10T09:00", as: bo }, "move", "Jazz", "Booked and Ready to Promote");
  await shows.run({ at: "2026-06-21T09:00", as: bud }, "move", "Jazz", "Done");
  expect(await shows.stages()).toEqual([
    ...["Folk: Date Held", "Jazz: Done", "Rock: Date Secured"],
    ...["Rock late: Cancelled", "Soul: Outreach"],
  ]);
  expect(await shows.see("Folk", "Owner")).toEqual(["Bo"]);
});

test("the history of a show names all three who worked on it", async () => {
  expect(await shows.history("Jazz")).toEqual([
    "01-05 entered Outreach (Bea)",
    "01-12 Call (Bo)",
    "01-12 Outreach → Date Held (Bo)",
    "01-20 E-mail out (Bud)",
    "01-20 Date Held → Contract Sent (Bud)",
    "02-02 Reply: yes (Bea)",
    "02-02 Contract Sent → Contract Signed (Bea)",
    "02-09 Contract Signed → Deposit Received (Bea)",
    "02-10 Deposit Received → Booked and Ready to Promote (Bo)",
    "06-21 Booked and Ready to Promote → Done (Bud)",
  ]);
  expect((await shows.history("Soul")).slice(1)).toEqual([
    "01-12 not to Declined: Declined needs: Lost reason (Bo)",
    "01-20 Outreach → Declined (Bud)",
    "02-02 Declined → Outreach: Reopen: the tour is off (Bea)",
  ]);
});

test("the numbers: one show done, one cancelled, three that may still come about", async () => {
  const report = await shows.report("2026-06-30");
  const after = ["Offer Made", "Contract Sent", "Contract Signed", "Deposit Received"];
  expect(reachedOf(report)).toEqual([
    "Outreach 5 (1 now)",
    "Date Held 4 (1 now)",
    "Date Secured 2 (1 now)",
    ...[...after, "Booked and Ready to Promote"].map((stage) => `${stage} 1 (0 now)`),
    "Done 1 (1 now)",
    "Declined 1 (0 now)",
    "Cancelled 1 (1 now)",
  ]);
  // Rock late was first seen in Date Held: it reached Outreach, but never entered it. Jazz skipped two stages.
  expect(report.steps[0]).toMatchObject({ entered: 4, firstSeenLater: 1 });
  expect(stepsOf(report)).toEqual([
    "Outreach → Date Held: 3 of 4, 0 dropped, 1 pending",
    "Date Held → Date Secured: 2 of 4, 1 dropped, 1 pending",
    "Date Secured → Offer Made: 0 of 1, 0 dropped, 1 pending",
    "Contract Sent → Contract Signed: 1 of 1, 0 dropped, 0 pending",
    "Contract Signed → Deposit Received: 1 of 1, 0 dropped, 0 pending",
    "Deposit Received → Booked and Ready to Promote: 1 of 1, 0 dropped, 0 pending",
    "Booked and Ready to Promote → Done: 1 of 1, 0 dropped, 0 pending",
  ]);
  expect(report.outcomes).toMatchObject({ won: 1, lost: 1, winRate: 0.5 });
  expect(await shows.isSettled({ at: "2026-06-30T12:00" })).toBe(true);
});
