// Shows at a venue, booked by a team of three who all work on the same records: dates held and secured, offers, a contract
// that is out over the night to summer time and two days on which nobody looked, a deposit. Two shows ask for one night
// in one room: nobody is refused for it, and both are told.

import { beforeAll, describe, expect, test } from "vitest";
import { hosts, memberOf, type Story } from "./told-on-both.ts";
import { reachedOf, remindersOf, stepsOf } from "./words.ts";

const [bea, bo, bud] = ["Bea", "Bo", "Bud"];

describe.each(hosts)("shows in %s", (_, begin) => {
  let shows: Story;
  const reminders = async (name: string) => remindersOf(await shows.entries(name));

  beforeAll(async () => {
    const people = [bea, bo, bud];
    shows = await begin({ tab: "Shows", templates: ["shows"], at: "2026-02-02T08:00", people });
  });

  test("shows begin with a first word to the promoter or the agent", async () => {
    shows.type(
      [bea, bo, bud].map((name) => memberOf(name, "Booker")),
      "Team",
    );
    shows.type([{ "Day off": "2026-04-06", What: "Easter Monday" }], "Calendar");
    shows.type([
      { Name: "Jazz", Contact: "Ann", "E-mail": "ann@agency.example", Room: "Main", Owner: bea },
      { Name: "Folk", Contact: "Abe", "E-mail": "abe@agency.example", Room: "Main", Owner: bo },
      { Name: "Rock", Contact: "Abe", "E-mail": "abe@agency.example", Room: "Cellar", Owner: bud },
    ]);
    expect(await shows.sync({ at: "2026-02-02T09:00", as: bea })).toEqual([]);
    expect(await shows.stages()).toEqual(["Jazz: Outreach", "Folk: Outreach", "Rock: Outreach"]);
  });

  test("two shows may hold one night in one room, and both are told; none holds a night that it does not name", async () => {
    for (const name of ["Jazz", "Folk"])
      shows.edit(name, { "Event on": "2026-06-20", Log: "Call", Stage: "Date Held" });
    shows.edit("Rock", { Stage: "Date Held" });
    expect(await shows.sync({ at: "2026-02-09T09:00", as: bo })).toEqual(["Rock: Date Held needs: Event on"]);
    expect(await shows.see("Jazz", "Stage", "Status note")).toEqual([
      "Date Held",
      'the same Event on and Room as "Folk"',
    ]);
    const { events } = await shows.report("2026-02-09");
    expect(events?.same.map(({ name, on, told }) => `${name} ${on}: ${told}`)).toEqual([
      'Jazz 2026-06-20: the same Event on and Room as "Folk"',
      'Folk 2026-06-20: the same Event on and Room as "Jazz"',
    ]);
  });

  test("three work on one show, and each sees what the others did since they looked", async () => {
    for (const as of [bea, bo]) await shows.news({ at: "2026-02-09T10:00", as });
    expect(await shows.run({ at: "2026-02-10T09:00", as: bo }, "log", "Jazz", "call", "4000 is right")).toBe(
      "",
    );
    const turn = { at: "2026-02-10T10:00", as: bud };
    expect(await shows.run(turn, "set", "Jazz", "Venue=Old Mill")).toBe("");
    expect(await shows.run(turn, "move", "Jazz", "Date Secured")).toBe("");
    expect(await shows.run({ at: "2026-02-10T11:00", as: bea }, "log", "Folk", "note", "asks again")).toBe(
      "",
    );
    expect(await shows.news({ at: "2026-02-11T09:00", as: bea })).toEqual([
      'Jazz: moved from "Date Held" to "Date Secured" (Bud)',
      'Jazz: Venue: "Old Mill" (Bud)',
      "Jazz: Call: 4000 is right (Bo)",
    ]);
    // What one owns comes first, and what one did oneself is no news.
    expect(await shows.news({ at: "2026-02-11T09:30", as: bo })).toEqual([
      "Folk: Note: asks again (Bea)",
      'Jazz: moved from "Date Held" to "Date Secured" (Bud)',
      'Jazz: Venue: "Old Mill" (Bud)',
    ]);
    expect(await shows.news({ at: "2026-02-11T10:00", as: bea })).toEqual([]);
  });

  test("while the contract is out the agent is written to every five days, and its booker reminded", async () => {
    const contract = { Offer: 4000, "Contract link": "https://files.example.org/jazz" };
    shows.edit("Jazz", { ...contract, Stage: "Contract Sent" });
    shows.edit("Rock", { "Event on": "2026-07-04", Stage: "Date Held" });
    expect(await shows.sync({ at: "2026-03-13T09:00", as: bea })).toEqual([]);
    expect(await shows.see("Jazz", "Stage", "Since", "Due")).toEqual([
      ...["Contract Sent", "2026-03-13", "2026-03-27"],
    ]);
    await shows.sync({ at: "2026-03-18T09:00" });
    expect(await shows.outbox("Jazz")).toEqual([
      "03-18 The contract for 20 June 2026 → ann@agency.example: sent",
    ]);
    expect(await shows.letter("The contract for 20 June 2026")).toContain(
      "the contract for Jazz on 20 June 2026 is with you: https://files.example.org/jazz.",
    );
    expect(await reminders("Jazz")).toEqual(["03-18T00:00 ask for the signed contract"]);
  });

  test("a rule that is edited half-way acts as edited from the next time on: all three are reminded", async () => {
    shows.edit(
      "Nudge while the contract is out",
      { Then: "send Contract question; remind Booker: call the agent" },
      "Rules",
    );
    shows.copy("Rock");
    shows.edit("Rock", { Name: "Rock late" });
    expect(await shows.sync({ at: "2026-03-20T09:00", as: bud })).toEqual([]);
    expect(await shows.see("Rock late", "Stage", "Status note")).toEqual([
      "Date Held",
      'the same Event on and Room as "Rock"',
    ]);
    await shows.sync({ at: "2026-03-23T09:00" });
    expect((await reminders("Jazz")).slice(1)).toEqual(["03-23T00:00 call the agent"]);
    const digests = (await shows.outbox()).filter((line) => line.startsWith("03-23 23 March"));
    expect(digests).toEqual([
      "03-23 23 March 2026: 1 overdue, 1 reminder → bo@example.com: sent",
      "03-23 23 March 2026: 1 reminder → bea@example.com: sent",
      "03-23 23 March 2026: 1 reminder → bud@example.com: sent",
    ]);
    expect(await shows.letter("23 March 2026", "bo@example.com")).toContain(
      "- Jazz (Shows, Contract Sent): call the agent; owner: Bea",
    );
  });

  test("after a weekend without a look, on which clocks changed, the agent is written to once, as of when it was due", async () => {
    await shows.sync({ at: "2026-03-27T18:00" });
    await shows.sync({ at: "2026-03-30T09:00" });
    await shows.sync({ at: "2026-04-02T09:00" });
    const asked = (await shows.entries("Jazz")).filter(({ data }) => data["do"] === "send");
    expect(asked.map(({ at }) => at)).toEqual([
      "2026-03-18T00:00:00+01:00",
      "2026-03-23T00:00:00+01:00",
      "2026-03-28T00:00:00+01:00",
      "2026-04-02T00:00:00+02:00",
    ]);
    expect(await shows.outbox("Jazz")).toEqual(
      ["03-18", "03-23", "03-28", "04-02"].map(
        (day) => `${day} The contract for 20 June 2026 → ann@agency.example: sent`,
      ),
    );
  });

  test("with the signature nobody is nudged any more, and a declined show leaves the night to the other one", async () => {
    shows.edit("Jazz", { Log: "Reply: yes", Stage: "Contract Signed" });
    shows.edit("Folk", { "Lost reason": "on tour", Stage: "Declined" });
    shows.edit("Rock late", { "Lost reason": "one show a night is enough", Stage: "Cancelled" });
    expect(await shows.sync({ at: "2026-04-03T09:00", as: bo })).toEqual([]);
    await shows.sync({ at: "2026-04-08T09:00" });
    expect(await shows.outbox("Jazz")).toHaveLength(4);
    // From Tuesday the 7th, the day after Easter Monday, ten working days.
    expect(await shows.see("Jazz", "Due", "Status note")).toEqual(["2026-04-20", ""]);
    expect(await shows.see("Rock", "Status note")).toEqual([""]);
  });

  test("money is in before a show is promoted, and whoever had declined may come back", async () => {
    const turn = { at: "2026-04-09T09:00", as: bea };
    expect(await shows.run(turn, "move", "Jazz", "Deposit Received")).toBe(
      "Deposit Received needs: Deposit paid is yes; nothing was changed",
    );
    shows.edit("Jazz", { Deposit: 2000, "Deposit paid": "yes", Stage: "Deposit Received" });
    shows.edit("Folk", { "Log note": "the tour is off", Log: "Reopen" });
    shows.sort("Name");
    expect(await shows.sync({ at: "2026-04-10T09:00", as: bea })).toEqual([]);
    await shows.run({ at: "2026-04-13T09:00", as: bo }, "move", "Jazz", "Booked and Ready to Promote");
    await shows.sync({ at: "2026-04-13T10:00" });
    await shows.run({ at: "2026-06-21T09:00", as: bud }, "move", "Jazz", "Done");
    expect(await shows.stages()).toEqual([
      ...["Folk: Date Held", "Jazz: Done", "Rock: Date Held", "Rock late: Cancelled"],
    ]);
  });

  test("the history of a show tells of all who worked on it", async () => {
    const byPeople = (fact: string) => !fact.endsWith("(Stageline)");
    expect((await shows.history("Jazz")).filter(byPeople)).toEqual([
      "02-02 entered Outreach",
      "02-09 Call",
      "02-09 Outreach → Date Held",
      "02-10 Call: 4000 is right (Bo)",
      "02-10 Date Held → Date Secured (Bud)",
      "03-13 Date Secured → Contract Sent",
      "04-03 Reply: yes",
      "04-03 Contract Sent → Contract Signed",
      "04-10 Contract Signed → Deposit Received",
      "04-13 Deposit Received → Booked and Ready to Promote (Bo)",
      "06-21 Booked and Ready to Promote → Done (Bud)",
    ]);
    expect((await shows.history("Folk")).slice(3)).toEqual([
      "02-10 Note: asks again (Bea)",
      "04-03 Date Held → Declined",
      "04-10 Declined → Date Held: Reopen: the tour is off",
    ]);
  });

  test("the numbers: one show done, one cancelled, two that may still come about", async () => {
    await shows.sync({ at: "2026-06-22T09:00" });
    const report = await shows.report("2026-06-30");
    const after = ["Date Secured", "Offer Made", "Contract Sent", "Contract Signed", "Deposit Received"];
    expect(reachedOf(report)).toEqual([
      ...["Outreach 4 (0 now)", "Date Held 4 (2 now)"],
      ...[...after, "Booked and Ready to Promote"].map((stage) => `${stage} 1 (0 now)`),
      ...["Done 1 (1 now)", "Declined 1 (0 now)", "Cancelled 1 (1 now)"],
    ]);
    // Rock late was first seen in Date Held: it reached Outreach, but never entered it.
    expect(report.steps[0]).toMatchObject({ entered: 3, firstSeenLater: 1 });
    expect(stepsOf(report).slice(0, 2)).toEqual([
      "Outreach → Date Held: 3 of 3, 0 dropped, 0 pending",
      "Date Held → Date Secured: 1 of 4, 1 dropped, 2 pending",
    ]);
    expect(report.outcomes).toMatchObject({ won: 1, lost: 1, winRate: 0.5 });
    expect(report.events?.months.map(({ month, events }) => `${month}: ${events}`)).toEqual(["2026-06: 1"]);
    const outbox = await shows.outbox();
    expect(outbox.filter((line) => !line.endsWith(": sent"))).toEqual([]);
    expect(shows.mails()).toBe(outbox.length);
    expect(await shows.isSettled({ at: "2026-06-22T12:00" })).toBe(true);
  });
});
