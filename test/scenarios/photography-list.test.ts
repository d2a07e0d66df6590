// Event photography: jobs that come with their past from another list, a client who is there already, and what people
// mistype. Nothing that was typed is lost: it stays where it is, with what would be right beside it.

import { beforeAll, expect, test } from "vitest";
import { fileOf } from "../command.ts";
import { begin, type Story } from "./story.ts";
import { reachedOf, stepsOf } from "./words.ts";

let jobs: Story;
const olga = "Olga";
const columns = [
  ["--board", "Photography", "--field", "Name=job", "--field", "E-mail=mail", "--field", "Event on=day"],
  ["--field", "Employees needed=people", "--field", "Estimated fuel cost=fuel", "--stage", "stage"],
  ["--on", "Outreach=asked", "--on", "Date Held=held"],
].flat();
const header = "job,mail,day,people,fuel,stage,asked,held";
const list = fileOf(
  [
    header,
    "Gala,gala@example.org,2026-05-09,3,45.50,Date Held,2026-01-10,2026-01-20",
    "Wedding,wed@example.org,2026-06-13,2,30,Outreach,2026-01-12,",
    "Fair,fair@example.org,2026-04-18,1,12.50,Date Held,2026-01-05,2026-01-08",
  ].join("\n"),
);

beforeAll(async () => {
  jobs = await begin("Photography", "--template", "photography", "--now", "2026-02-02T08:00");
});

test("jobs come with their past, once; one of a client who is there waits for somebody to decide", async () => {
  const turn = { at: "2026-02-02T09:00" };
  expect(await jobs.run(turn, "import", list, ...columns)).toContain(
    "3 records added, 0 updated, 0 unchanged",
  );
  expect(await jobs.run(turn, "import", list, ...columns)).toContain(
    "0 records added, 0 updated, 3 unchanged",
  );
  const evening = fileOf(`${header}\nGala evening,gala@example.org,2026-05-09,1,,Outreach,2026-01-25,\n`);
  expect(await jobs.run(turn, "import", evening, ...columns)).toContain("1 imported record waits here");
  expect(await jobs.history("Gala")).toEqual(["01-10 entered Outreach", "01-20 Outreach → Date Held"]);

  jobs.type([{ Name: "Launch", "E-mail": "launch@example.org" }]);
  jobs.edit("Gala evening", { "Take or Drop": "Take" }, "Held");
  expect(await jobs.sync({ at: "2026-02-02T10:00", as: olga })).toEqual([]);
  expect(await jobs.stages()).toEqual([
    ...["Gala: Date Held", "Wedding: Outreach", "Fair: Date Held"],
    ...["Launch: Outreach", "Gala evening: Outreach"],
  ]);
});

test("what nobody can read stays in its cell, with what would be right", async () => {
  jobs.edit("Gala", { Stage: "Bookd" });
  jobs.edit("Wedding", { Offer: "a lot", Stage: "Date Held" });
  jobs.edit("Fair", { Stage: "Offer Made" });
  jobs.edit("Launch", { Log: "Reopen" });
  jobs.edit("Gala evening", { Log: "Phoned" });
  const problems = await jobs.sync({ at: "2026-02-09T09:00", as: olga });
  expect(problems.map((problem) => problem.replace(/^[A-Z]+[2-6]: /, ""))).toEqual([
    'stage "Bookd" is not one of Outreach, Date Held, Date Secured, Offer Made, Contract Sent, Contract Signed, Deposit Received, Booked, Done, Declined, Cancelled',
    'Offer: "a lot" is not an amount like 1234.50',
    'Offer Made needs: Offer; put back to "Date Held"',
    'Reopen is for records that are won, lost or not to be contacted; this one is in "Outreach"',
    '"Phoned" is not one of E-mail out, Reply: yes, Reply: no, Reply: later, Call, Meeting, Rescheduled, Note, Hand over, Reopen, Undo, New job from this',
  ]);
  expect(await jobs.see("Gala", "Stage")).toEqual(["Bookd"]);
  expect(await jobs.see("Wedding", "Stage", "Offer", "Status note")).toEqual([
    ...["Date Held", "a lot"],
    'Offer: "a lot" is not an amount like 1234.50',
  ]);
  expect(await jobs.see("Gala evening", "Log")).toEqual(["Phoned"]);
});

test("mended cells are understood at the next look, and nothing else was done meanwhile", async () => {
  const booked = { Offer: 1500, Venue: "Town hall", "Deposit paid": "yes", "Hotel done": "yes" };
  jobs.edit("Gala", { ...booked, Hotel: "none", Stage: "Booked" });
  jobs.edit("Wedding", { Offer: "€ 2.400,00" });
  jobs.edit("Fair", { Offer: 600, Stage: "Offer Made" });
  jobs.edit("Launch", { Log: "Undo" });
  jobs.edit("Gala evening", { Log: "Call", "Log note": "wants it, too" });
  jobs.copyTab("Photography 2027");
  expect(await jobs.sync({ at: "2026-02-16T09:00", as: olga })).toEqual([
    "1 copied tab waits here; Take makes it a board of its own, Drop leaves it a plain tab",
    expect.stringContaining("there is no move to undo: the record is where it began"),
  ]);
  expect(await jobs.see("Wedding", "Status note")).toEqual([""]);
  expect(await jobs.see("Gala", "Stage", "Score")).toEqual(["Booked", "10"]);
  expect((await jobs.history("Gala evening")).slice(1)).toEqual(["02-16 Call: wants it, too (Olga)"]);

  jobs.edit("Photography 2027", { "Take or Drop": "Drop" }, "Held");
  jobs.edit("Launch", { Log: "" });
  jobs.edit("Fair", { Stage: "Declined", "Lost reason": "too dear" });
  jobs.sort("Event on");
  expect(await jobs.sync({ at: "2026-02-23T09:00", as: olga })).toEqual([]);
  expect(await jobs.history("Fair")).toEqual([
    "01-05 entered Outreach",
    "01-08 Outreach → Date Held",
    "02-09 not to Offer Made: Offer Made needs: Offer (Olga)",
    "02-16 Date Held → Offer Made (Olga)",
    "02-23 Offer Made → Declined (Olga)",
  ]);
});

test("the numbers: one booked, one declined, and what was asked in January by itself", async () => {
  const report = await jobs.report("2026-02-28");
  expect(reachedOf(report)).toEqual([
    "Outreach 5 (2 now)",
    "Date Held 3 (1 now)",
    "Date Secured 2 (0 now)",
    "Offer Made 2 (0 now)",
    ...["Contract Sent", "Contract Signed", "Deposit Received"].map((stage) => `${stage} 1 (0 now)`),
    "Booked 1 (1 now)",
    "Declined 1 (1 now)",
  ]);
  expect(stepsOf(report)).toEqual([
    "Outreach → Date Held: 3 of 5, 0 dropped, 2 pending",
    "Date Held → Date Secured: 2 of 3, 0 dropped, 1 pending",
    "Offer Made → Contract Sent: 0 of 1, 1 dropped, 0 pending",
    "Booked → Done: 0 of 1, 0 dropped, 1 pending",
  ]);
  expect(report.outcomes).toMatchObject({ won: 1, lost: 1, winRate: 0.5 });
  // Launch alone was asked in February.
  const january = await jobs.report("2026-02-28", "--from", "2026-01-01", "--to", "2026-02-01");
  expect(january.steps[0]).toMatchObject({ entered: 4, converted: 3, pending: 1 });
  expect(await jobs.isSettled({ at: "2026-02-28T12:00" })).toBe(true);
});
