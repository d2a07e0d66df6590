// A short story on both hosts, which holds them to tell the same.

import { describe, expect, test } from "vitest";
import { hosts, memberOf } from "./told-on-both.ts";

describe.each(hosts)("in %s", (_, begin) => {
  test("hands, forms, commands, mail and numbers are told alike", async () => {
    const header = ["Timestamp", "Name", "E-mail"];
    const plan = { tab: "Solar", templates: ["solar"], at: "2026-03-02T08:00", people: ["Ivan"] };
    const story = await begin({ ...plan, form: { tab: "Answers", header } });
    story.type([memberOf("Ivan", "Office")], "Team");
    story.type([
      { Name: "Hill", Owner: "Ivan", "E-mail": "hill@example.org" },
      { Name: "Lake", Owner: "Ivan", Stage: "Installed" },
    ]);
    story.answerForm({ Name: "Mill", "E-mail": "mill@example.org" });
    expect(await story.sync({ at: "2026-03-02T09:00", as: "Ivan" })).toEqual([
      "Lake: Installed needs: Installed on",
    ]);
    expect(await story.stages()).toEqual(["Hill: Site Survey", "Lake: Site Survey", "Mill: Site Survey"]);
    const turn = { at: "2026-03-02T10:00", as: "Ivan" };
    expect(await story.run(turn, "move", "Hill", "Inspection Scheduled")).toContain(
      "Inspection Scheduled needs: Inspection on",
    );
    expect(await story.run(turn, "set", "Hill", "Inspection on=2026-03-12")).toBe("");
    expect(await story.run(turn, "move", "Hill", "Inspection Scheduled")).toBe("");
    expect(await story.run(turn, "log", "Hill", "call", "she is at home")).toBe("");
    story.delete("Lake");
    story.sort("Name");
    expect(await story.sync({ at: "2026-03-03T09:00", as: "Ivan" })).toEqual([]);
    expect(await story.history("Hill")).toEqual([
      "03-02 entered Site Survey",
      "03-02 Site Survey → Inspection Scheduled (Ivan)",
      "03-02 message: Inspection (Stageline)",
      "03-02 Call: she is at home (Ivan)",
      "03-03 E-mail out: Your inspection on 12 March 2026 (Stageline)",
    ]);
    expect(await story.outbox("Hill")).toEqual([
      "03-02 Your inspection on 12 March 2026 → hill@example.org: sent",
    ]);
    expect(story.mails()).toBe(1);
    expect((await story.report("2026-03-31")).outcomes).toMatchObject({ won: 0, lost: 0 });
    expect(await story.isSettled({ at: "2026-03-03T10:00" })).toBe(true);
  });
});
