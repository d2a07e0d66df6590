// Coaching in six calls, on to a launch or to whoever leaves: calls held and put off, what the client does in any order,
// and each week who is behind. Easter Monday lies in it, the night to summer time, two days on which nobody looked, and
// a client who goes from one coach to the other.

import { beforeAll, describe, expect, test } from "vitest";
import { hosts, memberOf, type Story } from "./told-on-both.ts";
import { reachedOf, remindersOf, stepsOf } from "./words.ts";

const [cam, cal] = ["Cam", "Cal"];
const FIRST_CALL = { Stage: "Call 1" };

describe.each(hosts)("coaching in %s", (_, begin) => {
  let clients: Story;
  const told = async (name: string, words: string) =>
    remindersOf(await clients.entries(name)).filter((each) => each.includes(words));
  const digest = async (day: string, name: string) =>
    (await clients.letter(day, `${name.toLowerCase()}@example.com`)).split("\n").slice(2);

  beforeAll(async () => {
    const people = [cam, cal];
    clients = await begin({ tab: "Coaching", templates: ["coaching"], at: "2026-02-02T08:00", people });
  });

  test("clients who are typed with their period are welcome, and due in two working days", async () => {
    clients.type([memberOf(cam, "Coach"), memberOf(cal, "Coach")], "Team");
    clients.type([{ "Day off": "2026-04-06", What: "Easter Monday" }], "Calendar");
    // 28 days to 2 March, 31 to 2 April, 11 more: 70 days.
    const period = { "Starts on": "2026-02-02", "Ends on": "2026-04-13" };
    const names = { Ada: cam, Ben: cam, Cy: cam, Eva: cal };
    clients.type(Object.entries(names).map(([Name, Owner]) => ({ Name, Owner, ...period })));
    expect(await clients.sync({ at: "2026-02-02T09:00", as: cam })).toEqual([]);
    expect(await clients.see("Ben", "Stage", "Due", "Score")).toEqual(["Welcome", "2026-02-04", "0"]);
  });

  test("a call needs its day first", async () => {
    for (const name of ["Ada", "Cy", "Eva"])
      clients.edit(name, { "Next call on": "2026-02-05", ...FIRST_CALL });
    clients.edit("Ben", FIRST_CALL);
    expect(await clients.sync({ at: "2026-02-03T09:00", as: cam })).toEqual([
      "Ben: Call 1 needs: Next call on",
    ]);
    expect(await clients.see("Ben", "Stage", "Status note")).toEqual([
      "Welcome",
      "Call 1 needs: Next call on",
    ]);
  });

  test("on the day of a call its coach is told of it, and of a first call that nobody has planned", async () => {
    await clients.sync({ at: "2026-02-05T08:05" });
    expect(await digest("5 February 2026", cam)).toEqual([
      "Overdue",
      "- Ben (Coaching, Welcome): 1 working day beyond the limit of Welcome",
      "",
      "Reminders",
      "- Ada (Coaching, Call 1): the next call is on 5 February 2026",
      "- Cy (Coaching, Call 1): the next call is on 5 February 2026",
      "- Ben (Coaching, Welcome): the first call is not in the calendar",
    ]);
    expect(await digest("5 February 2026", cal)).toEqual([
      "Reminders",
      "- Eva (Coaching, Call 1): the next call is on 5 February 2026",
    ]);
  });

  test("a call that is put off is in the history each time, and only its new day is told of", async () => {
    const held = { "Log note": "writes to her list", Log: "Meeting" };
    const next = { "Next call on": "2026-02-12", Stage: "Call 2" };
    clients.edit("Ada", { "First e-mail broadcast": "yes", ...held, ...next });
    clients.edit("Cy", { "Next call on": "2026-02-12", "Log note": "ill", Log: "Rescheduled" });
    clients.edit("Ben", { "Next call on": "2026-02-06", ...FIRST_CALL });
    expect(await clients.sync({ at: "2026-02-05T17:00", as: cam })).toEqual([]);
    clients.edit("Ada", { "Web form live": "yes", Log: "Meeting" });
    clients.edit("Ada", { "Next call on": "2026-02-19", Stage: "Call 3" });
    clients.edit("Cy", { "Next call on": "2026-02-17", "Log note": "travels", Log: "Rescheduled" });
    expect(await clients.sync({ at: "2026-02-12T17:00", as: cam })).toEqual([]);
    await clients.run({ at: "2026-02-12T18:00", as: cal }, "set", "Eva", "First e-mail broadcast=yes");
    await clients.sync({ at: "2026-02-16T09:00" });
    // The 12th was told of to nobody who had another day by then.
    expect(await told("Cy", "next call")).toEqual([
      "02-04T00:00 the next call is on 5 February 2026",
      "02-16T00:00 the next call is on 17 February 2026",
    ]);
    const putOff = (await clients.history("Cy")).filter((fact) => fact.includes("Rescheduled"));
    expect(putOff).toEqual(["02-05 Rescheduled: ill", "02-12 Rescheduled: travels"]);
  });

  test("whoever is behind is told of once a week, with what is still open", async () => {
    clients.edit("Ada", { "First automation": "yes", Log: "Meeting" });
    clients.edit("Ada", { "Next call on": "2026-02-26", Stage: "Call 4" });
    clients.edit("Cy", { "Contacts imported": "yes", Log: "Meeting" });
    clients.edit("Cy", { "Next call on": "2026-03-05", Stage: "Call 2" });
    expect(await clients.sync({ at: "2026-02-19T17:00", as: cam })).toEqual([]);
    await clients.sync({ at: "2026-02-23T09:00" });
    const open = "First e-mail broadcast sent, Web form live, First automation built";
    const behind = `behind the pace of the coaching period, still open: ${open}`;
    // Day 14 asks for 20 points, the smallest milestone; day 21 for 30, nine tenths of which are 27.
    expect(await told("Ben", "behind")).toEqual([
      `02-16T00:00 ${behind}, Contacts imported`,
      `02-23T00:00 ${behind}, Contacts imported`,
    ]);
    expect(await told("Cy", "behind")).toEqual([
      `02-16T00:00 ${behind}, Contacts imported`,
      `02-23T00:00 ${behind}`,
    ]);
    expect([...(await told("Ada", "behind")), ...(await told("Eva", "behind"))]).toEqual([]);
    expect(await told("Ada", "without a call")).toEqual([]);
  });

  test("of whoever leaves it is asked why, until it is written down", async () => {
    expect(await clients.run({ at: "2026-02-24T09:00", as: cam }, "move", "Ben", "Left")).toBe("");
    await clients.sync({ at: "2026-02-26T09:00" });
    const why = "ask why the client left, and write it down";
    expect(await told("Ben", why)).toEqual([`02-26T00:00 ${why}`]);
    expect(await digest("26 February 2026", cam)).toContain(`- Ben (Coaching, Left): ${why}`);
    clients.edit("Ben", { "Left because": "changed jobs" });
    clients.edit("Ada", { "Contacts imported": "yes", Log: "Meeting" });
    clients.edit("Ada", { "Next call on": "2026-03-24", Stage: "Call 5" });
    clients.edit("Cy", { "Log note": cal, Log: "Hand over" });
    expect(await clients.sync({ at: "2026-02-26T17:00", as: cam })).toEqual([]);
    await clients.sync({ at: "2026-02-27T08:05" });
    expect((await digest("27 February 2026", cal)).slice(-2)).toEqual([
      "New in your hands",
      expect.stringMatching(/^- Cy \(Coaching, Call 2\): handed over by (Cam|somebody)$/),
    ]);
    // Nothing is left for Cam to do, and so nothing is sent.
    const sent = (await clients.outbox()).filter((line) => line.startsWith("02-27"));
    expect(sent).toEqual([
      "02-27 27 February 2026: 1 overdue, 4 reminders, 1 new or coming → cal@example.com: sent",
    ]);
  });

  test("a tick that is taken away takes no points, and an undone move is one that never was", async () => {
    const turn = { at: "2026-03-10T09:00", as: cal };
    await clients.run(turn, "set", "Eva", "First e-mail broadcast=no");
    expect(await clients.run(turn, "move", "Eva", "Call 2")).toBe("");
    expect(await clients.run(turn, "log", "Eva", "undo", "the call was not held")).toBe("");
    expect(await clients.see("Eva", "Stage", "Score")).toEqual(["Call 1", "30"]);
    await clients.sync({ at: "2026-03-10T10:00" });
    // Day 36 asks for 51 points, nine tenths of which are 46.
    for (const name of ["Cy", "Eva"])
      expect((await told(name, "behind")).slice(-1)).toEqual([expect.stringMatching(/^03-10T00:00 /)]);
  });

  test("a rule that is edited half-way holds for the next call; whoever caught up is behind no more", async () => {
    clients.edit("Cy", { "Web form live": "yes", "First automation": "yes", "Next call on": "2026-04-01" });
    clients.edit("Ada", { Log: "Meeting", Stage: "Call 6" });
    const week = { When: "7 days after Next call on", Then: "remind owner: a week without a call" };
    clients.edit("No call for long", week, "Rules");
    expect(await clients.sync({ at: "2026-03-24T17:00", as: cam })).toEqual([]);
    // From Wednesday the 25th ten working days, without Easter Monday.
    expect(await clients.see("Ada", "Stage", "Score", "Due")).toEqual(["Call 6", "100", "2026-04-08"]);
    expect((await told("Cy", "behind")).slice(3)).toEqual([]);
  });

  test("after two days without a look, and a change of clocks, all is told as of when it was due", async () => {
    await clients.sync({ at: "2026-03-29T18:00" });
    await clients.sync({ at: "2026-04-01T09:00" });
    // The 24th and seven days, and the day before the 1st of April.
    const late = [...(await clients.entries("Ada")), ...(await clients.entries("Cy"))]
      .filter(({ at }) => at.startsWith("2026-03-3"))
      .map(({ at, note }) => `${at} ${note}`);
    expect(late).toEqual([
      "2026-03-31T00:00:00+02:00 a week without a call",
      "2026-03-31T00:00:00+02:00 the next call is on 1 April 2026",
    ]);
    expect(await digest("1 April 2026", cam)).toEqual([
      "Reminders",
      "- Ada (Coaching, Call 6): a week without a call",
    ]);
  });

  test("the sixth call ends in a launch; who needs longer gets a longer period", async () => {
    clients.edit("Ada", { "Next call on": "", "Log note": "goes on alone", Log: "Meeting" });
    clients.edit("Eva", { "Left because": "no time for it", Stage: "Left" });
    clients.edit("Cy", { "Ends on": "2026-05-11" });
    clients.sort("Score");
    expect(await clients.sync({ at: "2026-04-03T17:00", as: cam })).toEqual([]);
    expect(await clients.run({ at: "2026-04-10T09:00", as: cam }, "move", "Ada", "Launched")).toBe("");
    await clients.sync({ at: "2026-04-13T09:00" });
    expect(await clients.stages()).toEqual(["Ben: Left", "Eva: Left", "Cy: Call 2", "Ada: Launched"]);
    const story = (await clients.history("Ada")).filter((fact) => !fact.includes("reached"));
    expect(story).toEqual([
      "02-02 entered Welcome",
      "02-03 Welcome → Call 1",
      "02-04 message: the next call is on 5 February 2026 (Stageline)",
      "02-05 Meeting: writes to her list",
      "02-05 Call 1 → Call 2",
      "02-12 Meeting",
      "02-12 Call 2 → Call 3",
      "02-19 Meeting",
      "02-19 Call 3 → Call 4",
      "02-25 message: the next call is on 26 February 2026 (Stageline)",
      "02-26 Meeting",
      "02-26 Call 4 → Call 5",
      "03-24 Meeting",
      "03-24 Call 5 → Call 6",
      "03-23 message: the next call is on 24 March 2026 (Stageline)",
      "03-31 message: a week without a call (Stageline)",
      "04-03 Meeting: goes on alone",
      "04-10 Call 6 → Launched (Cam)",
    ]);
  });

  test("the numbers: each client beside an even pace, one launched and two left", async () => {
    const report = await clients.report("2026-04-13");
    const putOff = report.milestones.map(({ name, rescheduled = 0 }) => `${name} ${rescheduled}`);
    expect(putOff).toEqual(["Ada 0", "Ben 0", "Cy 2", "Eva 0"]);
    // Cy has 70 points on day 70 of 98, and so all of them on day 100.
    const scores = report.milestones.map(({ name, score, status, projected, closed }) =>
      [name, score, status, projected, closed].join(" "),
    );
    expect(scores).toEqual([
      "Ada 100 launched  true",
      "Ben 0 not started  true",
      "Cy 70 on course 2026-05-13 ",
      "Eva 30 behind 2026-09-24 true",
    ]);
    expect(reachedOf(report)).toEqual([
      ...["Welcome 4 (0 now)", "Call 1 4 (0 now)", "Call 2 2 (1 now)"],
      ...["Call 3", "Call 4", "Call 5", "Call 6"].map((call) => `${call} 1 (0 now)`),
      ...["Launched 1 (1 now)", "Left 2 (2 now)"],
    ]);
    expect(stepsOf(report).slice(0, 4)).toEqual([
      "Welcome → Call 1: 4 of 4, 0 dropped, 0 pending",
      "Call 1 → Call 2: 2 of 4, 2 dropped, 0 pending",
      "Call 2 → Call 3: 1 of 2, 0 dropped, 1 pending",
      "Call 3 → Call 4: 1 of 1, 0 dropped, 0 pending",
    ]);
    expect(report.outcomes).toMatchObject({ won: 1, lost: 2 });
    expect(report.goals?.lostReasons).toEqual([
      { reason: "changed jobs", records: 1 },
      { reason: "no time for it", records: 1 },
    ]);
    const outbox = await clients.outbox();
    const sent = outbox.filter((line) => line.endsWith(": sent"));
    expect(outbox.filter((line) => !sent.includes(line) && !line.endsWith("tells it all"))).toEqual([]);
    expect(clients.mails()).toBe(sent.length);
    expect(await clients.isSettled({ at: "2026-04-13T12:00" })).toBe(true);
  });
});
