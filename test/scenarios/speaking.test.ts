// Speaking gigs, begun in practice: everything is let through and told. When the owner goes live, the same moves are
// put back. Before each gig, what is arranged is ticked, and the score shows how much of it is done.

import { afterAll, beforeAll, expect, test } from "vitest";
import { stopLibreOffice } from "../hands/libre-office.ts";
import { begin, type Story } from "./story.ts";
import { reachedOf, stepsOf } from "./words.ts";

let gigs: Story;
const olga = "Olga";

beforeAll(async () => {
  gigs = await begin("Speaking", "--template", "speaking", "--practice", "--now", "2026-02-02T08:00");
});
afterAll(stopLibreOffice);

test("in practice a row stands where it is typed, and its note says what it would need", async () => {
  gigs.type([{ Person: "Olga", Roles: "Office" }], "Team");
  gigs.type([
    { Name: "Oslo", Topic: "Trust", Audience: 300, Owner: "Olga" },
    { Name: "Paris", Topic: "Fear", Owner: "Zed" },
    { Name: "Rome", Topic: "Trust" },
    { Name: "Bonn", Topic: "Hope", Stage: "Deposit Received" },
  ]);
  expect(await gigs.sync({ at: "2026-02-02T09:00", as: olga })).toEqual([]);
  const missing = "Deposit Received needs: Deposit paid is yes";
  expect(await gigs.see("Bonn", "Stage", "Status note")).toEqual(["Deposit Received", missing]);
  expect(await gigs.history("Bonn")).toEqual([`02-02 entered Deposit Received: ${missing} (Olga)`]);
  // An owner whom the Team does not have is kept as typed.
  expect(await gigs.see("Paris", "Stage", "Owner")).toEqual(["Outreach", "Zed"]);
});

test("in practice a move without what it needs is made, and told until it is live", async () => {
  gigs.edit("Oslo", { Stage: "Date Secured" });
  gigs.edit("Rome", { Stage: "Date Held", "Event on": "2026-06-03" });
  gigs.edit("Paris", { Stage: "Declined" });
  expect(await gigs.sync({ at: "2026-02-09T09:00", as: olga })).toEqual([]);
  expect(await gigs.see("Oslo", "Stage", "Status note")).toEqual([
    "Date Secured",
    "Date Secured needs: Event on, Venue",
  ]);
  gigs.edit("Speaking", { Practice: "no" }, "Pipelines");
  gigs.edit("Oslo", { Stage: "Offer Made" });
  gigs.edit("Rome", { Stage: "Date Secured", Venue: "Forum" });
  expect(await gigs.sync({ at: "2026-02-16T09:00", as: olga })).toEqual([
    'A2: Offer Made needs: Offer; put back to "Date Secured"',
  ]);
  expect(await gigs.see("Oslo", "Stage", "Status note")).toEqual(["Date Secured", "Offer Made needs: Offer"]);
});

test("a journey is arranged piece by piece: three things are worth ten points each", async () => {
  const signed = { Offer: 3000, "Contract link": "https://files.example/oslo", "Deposit paid": "yes" };
  const flight = { "Airplane tickets": "SK 837", "Airplane tickets done": "yes" };
  gigs.edit("Oslo", { ...signed, ...flight, "Event on": "2026-05-20", Stage: "Booked" });
  gigs.edit("Rome", { Log: "Rescheduled", "Log note": "a week later", "Event on": "2026-06-10" });
  gigs.edit("Bonn", { Stage: "Cancelled", "Lost reason": "no hall" });
  gigs.edit("Paris", { Log: "Undo", "Log note": "they did not decline, they asked for time" });
  expect(await gigs.sync({ at: "2026-03-02T09:00", as: olga })).toEqual([]);
  expect(await gigs.see("Oslo", "Stage", "Score", "Hotel done", "Rental car done")).toEqual([
    ...["Booked", "10"],
    ...["", ""],
  ]);
  gigs.edit("Oslo", { Hotel: "Fjord, Harbour Road 1", "Hotel done": "yes", "Rental car done": "no" });
  gigs.sort("Event on");
  expect(await gigs.sync({ at: "2026-05-06T09:00", as: olga })).toEqual([]);
  expect(await gigs.see("Oslo", "Score")).toEqual(["20"]);
  expect(await gigs.history("Oslo")).toEqual([
    "02-02 entered Outreach (Olga)",
    "02-09 Outreach → Date Secured: Date Secured needs: Event on, Venue (Olga)",
    "02-16 not to Offer Made: Offer Made needs: Offer (Olga)",
    "03-02 Date Secured → Booked (Olga)",
    '03-02 reached "Airplane tickets" (Olga)',
    '05-06 reached "Hotel" (Olga)',
    "05-06 message: 14 days to go, and still open: Rental car (Stageline)",
  ]);
  expect((await gigs.history("Paris")).slice(1)).toEqual([
    "02-09 Outreach → Declined: Declined needs: Lost reason (Olga)",
    "03-02 Undo of Declined: they did not decline, they asked for time (Olga)",
  ]);
});

test("the numbers: one booked with one thing open, one cancelled, two on their way", async () => {
  const report = await gigs.report("2026-05-31");
  const scores = report.milestones.map(({ name, score, offer }) => `${name} ${score} of ${offer}`);
  expect(scores).toEqual(["Oslo 20 of 30", "Paris 0 of 30", "Rome 0 of 30", "Bonn 0 of 30"]);
  // Oslo and Bonn reached what they skipped; Paris was never declined after all.
  expect(reachedOf(report)).toEqual([
    "Outreach 4 (1 now)",
    "Date Held 3 (0 now)",
    "Date Secured 3 (1 now)",
    ...["Offer Made", "Contract Sent", "Contract Signed", "Deposit Received"].map(
      (stage) => `${stage} 2 (0 now)`,
    ),
    "Booked 1 (1 now)",
    "Cancelled 1 (1 now)",
  ]);
  expect(stepsOf(report)).toEqual([
    "Outreach → Date Held: 2 of 3, 0 dropped, 1 pending",
    "Date Held → Date Secured: 1 of 1, 0 dropped, 0 pending",
    "Date Secured → Offer Made: 1 of 2, 0 dropped, 1 pending",
    "Deposit Received → Booked: 0 of 1, 1 dropped, 0 pending",
    "Booked → Done: 0 of 1, 0 dropped, 1 pending",
  ]);
  expect(report.outcomes).toMatchObject({ won: 1, lost: 1, winRate: 0.5 });
});

test("before each gig the report names what is still open, and somebody is reminded again", async () => {
  const { events } = await gigs.report("2026-05-16");
  expect(events?.upcoming).toMatchObject([{ name: "Oslo", on: "2026-05-20", open: ["Rental car"] }]);
  const text = await gigs.run({ at: "2026-05-16T12:00" }, "report");
  expect(text).toMatch(/Before each gig\n.*\n.*Oslo +Olga +20 May +1 open: Rental car/);
  await gigs.sync({ at: "2026-05-17T09:00" });
  expect((await gigs.history("Oslo")).slice(-1)).toEqual([
    "05-17 message: 3 days to go, and still open: Rental car (Stageline)",
  ]);
  expect(await gigs.isSettled({ at: "2026-05-17T12:00" })).toBe(true);
});
