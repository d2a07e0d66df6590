// Coaching in six calls: calls held, rescheduled and skipped, and milestones that the client reaches in any order.
// What counts is done once and stays; the score against the time that has gone shows who is on course.

import { afterAll, beforeAll, expect, test } from "vitest";
import { stopLibreOffice } from "../hands/libre-office.ts";
import { begin, type Story } from "./story.ts";
import { reachedOf, stepsOf } from "./words.ts";

let clients: Story;
const [cam, cal] = ["Cam", "Cal"];

beforeAll(async () => {
  clients = await begin("Coaching", "--template", "coaching", "--now", "2026-02-02T08:00");
});
afterAll(stopLibreOffice);

test("clients who are typed with their period are welcome, and due in two working days", async () => {
  clients.type(
    [
      { Person: "Cam", Roles: "Coach" },
      { Person: "Cal", Roles: "Coach" },
    ],
    "Team",
  );
  // 28 days to 2 March, 31 to 2 April, 11 more: 70 days.
  const period = { "Starts on": "2026-02-02", "Ends on": "2026-04-13", Owner: "Cam" };
  clients.type(["Ada", "Ben", "Cy", "Dee", "Eva"].map((name) => ({ Name: name, ...period })));
  expect(await clients.sync({ at: "2026-02-02T09:00", as: cam })).toEqual([]);
  expect(await clients.see("Dee", "Stage", "Due", "Score")).toEqual(["Welcome", "2026-02-04", "0"]);
});

test("a call needs its day first", async () => {
  for (const name of ["Ada", "Ben", "Cy", "Eva"])
    clients.edit(name, { Stage: "Call 1", "Next call on": "2026-02-05" });
  clients.edit("Dee", { Stage: "Call 1" });
  expect(await clients.sync({ at: "2026-02-03T09:00", as: cam })).toEqual([
    'A5: Call 1 needs: Next call on; put back to "Welcome"',
  ]);
  expect(await clients.see("Dee", "Stage", "Status note")).toEqual(["Welcome", "Call 1 needs: Next call on"]);
});

test("ticks earn points in any order, and a skipped call earns and loses none", async () => {
  clients.edit("Ada", { "Web form live": "yes", "First e-mail broadcast": "yes", Log: "Rescheduled" });
  clients.edit("Ben", { "First e-mail broadcast": "yes", "First automation": "yes", Stage: "Call 3" });
  clients.edit("Cy", { "Contacts imported": "yes" });
  clients.edit("Dee", { Stage: "Left", "Left because": "changed jobs" });
  clients.edit("Eva", { "First automation": "yes", "First e-mail broadcast": "yes", "Web form live": "yes" });
  expect(await clients.sync({ at: "2026-02-09T17:00", as: cam })).toEqual([]);
  // The broadcast is worth 30, the form 20, the automation 30, the contacts 20.
  const scores = ["Ada", "Ben", "Cy", "Dee", "Eva"].map((name) => clients.see(name, "Score"));
  expect((await Promise.all(scores)).flat()).toEqual(["50", "60", "20", "0", "80"]);
});

test("a milestone stays reached when its tick is taken away, and is not reached twice", async () => {
  clients.edit("Eva", { "Web form live": "no", Stage: "Call 2" });
  clients.edit("Ada", { Stage: "Call 2", Log: "Rescheduled", "Log note": "ill" });
  clients.edit("Cy", { Log: "Hand over", "Log note": "Cal" });
  clients.edit("Ben", { "Web form live": "yes", "Contacts imported": "yes", Stage: "Call 6" });
  expect(await clients.sync({ at: "2026-02-16T17:00", as: cam })).toEqual([]);
  clients.edit("Eva", { "Web form live": "yes" });
  clients.edit("Ada", { Log: "Undo", "Log note": "the call was not held" });
  clients.edit("Cy", { Log: "Call", "Log note": "first words with the new coach" });
  clients.edit("Ben", { Stage: "Launched" });
  clients.sort("Score");
  expect(await clients.sync({ at: "2026-02-17T17:00", as: cal })).toEqual([]);
  expect(await clients.stages()).toEqual([
    "Dee: Left",
    "Cy: Call 1",
    "Ada: Call 1",
    "Eva: Call 2",
    "Ben: Launched",
  ]);
  expect(await clients.see("Eva", "Score")).toEqual(["80"]);
});

test("the history has calls that were put off, a change of coach and an undone move", async () => {
  expect(await clients.history("Ada")).toEqual([
    "02-02 entered Welcome (Cam)",
    "02-03 Welcome → Call 1 (Cam)",
    "02-09 Rescheduled (Cam)",
    '02-09 reached "First e-mail broadcast sent" (Cam)',
    '02-09 reached "Web form live" (Cam)',
    "02-04 message: a call tomorrow (Stageline)",
    "02-16 Rescheduled: ill (Cam)",
    "02-16 Call 1 → Call 2 (Cam)",
    "02-17 Undo of Call 2: the call was not held (Cal)",
  ]);
  expect((await clients.history("Cy")).slice(2)).toEqual([
    '02-09 reached "Contacts imported" (Cam)',
    "02-04 message: a call tomorrow (Stageline)",
    "02-16 Hand over: Cam → Cal (Cam)",
    "02-17 Call: first words with the new coach (Cal)",
  ]);
  expect((await clients.history("Dee")).slice(1)).toEqual([
    "02-03 not to Call 1: Call 1 needs: Next call on (Cam)",
    "02-09 Welcome → Left (Cam)",
  ]);
});

test("the numbers: half of the time has gone, and each client is held against it", async () => {
  const report = await clients.report("2026-03-09");
  // Day 35 of 70, 100 points on offer: a pace of 1 is 50 points. The present pace ends after 35 days × 100 ÷ score.
  const scores = report.milestones.map(({ name, score, status, pace, projected }) =>
    [name, score, status, pace, projected].join(" "),
  );
  expect(scores).toEqual([
    "Ada 50 on course 1 2026-04-13",
    "Ben 100 launched 2 ",
    "Cy 20 behind 0.4 2026-07-27",
    "Dee 0 not started 0 ",
    "Eva 80 ahead 1.6 2026-03-18",
  ]);
  expect(report.milestones.filter(({ closed }) => closed === true).map(({ name }) => name)).toEqual([
    "Ben",
    "Dee",
  ]);
  expect(reachedOf(report)).toEqual([
    "Welcome 5 (0 now)",
    "Call 1 4 (2 now)",
    "Call 2 2 (1 now)",
    ...["Call 3", "Call 4", "Call 5", "Call 6"].map((call) => `${call} 1 (0 now)`),
    "Launched 1 (1 now)",
    "Left 1 (1 now)",
  ]);
  // Ben skipped 2, 4 and 5: who never entered a call is counted in no step from it.
  expect(stepsOf(report)).toEqual([
    "Welcome → Call 1: 4 of 5, 1 dropped, 0 pending",
    "Call 1 → Call 2: 2 of 4, 0 dropped, 2 pending",
    "Call 2 → Call 3: 0 of 1, 0 dropped, 1 pending",
    "Call 3 → Call 4: 1 of 1, 0 dropped, 0 pending",
    "Call 6 → Launched: 1 of 1, 0 dropped, 0 pending",
  ]);
  expect(report.outcomes).toMatchObject({ won: 1, lost: 1, winRate: 0.5 });
});

test("whoever is behind is told of once a week, with what is still open", async () => {
  const told = async (name: string) =>
    (await clients.history(name)).filter((fact) => fact.includes("behind the pace"));
  const open = "still open: First e-mail broadcast sent, Web form live, First automation built";
  const behind = `message: behind the pace of the coaching period, ${open} (Stageline)`;
  await clients.sync({ at: "2026-03-09T18:00" });
  expect(await clients.isSettled({ at: "2026-03-09T19:00" })).toBe(true);
  await clients.sync({ at: "2026-03-12T18:00" });
  expect((await told("Cy")).map((fact) => fact.slice(6))).toEqual([behind]);
  // Day 38 asks for 54.3 of 100 and day 42 for 60: Ada has 50, nine tenths of which are 48.9 and 54.
  await clients.sync({ at: "2026-03-16T18:00" });
  expect(await told("Cy")).toHaveLength(2);
  expect(await told("Ada")).toHaveLength(1);
  expect([...(await told("Ben")), ...(await told("Dee")), ...(await told("Eva"))]).toEqual([]);
});
