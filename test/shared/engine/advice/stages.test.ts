// Advice on stages: too many, unused, cut off, and needs that nobody has.

import { describe, expect, test } from "vitest";
import { stageUses } from "../../../../shared/engine/advice/stage-use.ts";
import { instantMs } from "../../../../shared/value/moment.ts";
import { dayMoment, pathsIn } from "../../../moves.ts";
import { adviceOn, jobs, walks } from "./advised.ts";

const DAY = { minutes: 24 * 60 };

describe("the number of stages", () => {
  const many = (count: number) =>
    jobs({
      stages: Array.from({ length: count }, (_, number) => ({
        name: number === count - 1 ? "Done" : `Step ${number + 1}`,
        kind: number === count - 1 ? ("won" as const) : ("open" as const),
        role: number < 2 ? "Office" : `Role ${number}`,
      })),
    });

  test("twenty are not too many", () => {
    expect(adviceOn({ pipeline: many(20) })).toEqual([]);
  });

  test("more than twenty are, and neighbours of one role could be one", () => {
    expect(adviceOn({ pipeline: many(21) })).toEqual([
      'Pipelines!B2: "Jobs" has 21 stages; with more than 20 people lose their way; merge some, such as "Step 1" with "Step 2"',
    ]);
  });
});

describe("the use of stages", () => {
  const pipeline = jobs({
    stages: [
      { name: "Ask" },
      { name: "Check" },
      { name: "Do" },
      { name: "Done", kind: "won" },
      { name: "Later", kind: "parked" },
    ],
  });

  test("a stage that 20 records went past, and none was in, is always skipped", () => {
    const skipped =
      'Stages!B3: "Check" is always skipped: 20 jobs went past it and none was in it; merge it with "Ask" or "Do"';
    expect(adviceOn({ pipeline, history: walks(20, ["ask", "do"], DAY) })).toEqual([skipped]);
    expect(adviceOn({ pipeline, history: walks(19, ["ask", "do"], DAY) })).toEqual([]);
  });

  test("records that were first seen further on say nothing of the stages before", () => {
    expect(adviceOn({ pipeline, history: walks(40, ["do", "done"], DAY) })).toEqual([]);
  });

  test("what went by before the stage was there does not count as skipping it", () => {
    const paths = pathsIn(pipeline, 100, ["ada: ask@0 do@10", "bob: ask@0 do@20"]);
    const addedMs = (days: number) => new Map([["check", instantMs(dayMoment(days))]]);
    const passed = (days: number) => stageUses(pipeline, paths, addedMs(days))[1]?.passed;
    expect([0, 15, 25].map(passed)).toEqual([2, 1, 0]);
  });

  test("a stage that 34 of 35 left within the hour is told with both counts", () => {
    const history = [
      ...walks(34, ["check", "do"], { minutes: 60, name: "quick" }),
      ...walks(1, ["check", "do"], { minutes: 61, name: "slow" }),
    ];
    expect(adviceOn({ pipeline, history })).toEqual([
      'Stages!B3: "Check" is usually left within the hour: 34 of 35; merge it with "Ask" or "Do"',
    ]);
  });

  test("a date without a time of day does not count as quick", () => {
    expect(adviceOn({ pipeline, history: walks(40, ["check", "do"], { minutes: 0 }) })).toEqual([]);
  });

  test("a stage beside the line that none of 50 records was ever in could go", () => {
    const history = walks(50, ["ask", "check"], DAY);
    expect(adviceOn({ pipeline, history })).toEqual([
      'Stages!B6: not a job of 50 was ever in "Later"; leave the stage out if nobody needs it',
    ]);
  });
});

describe("the ways between stages", () => {
  test("a stage that no other names among its next ones is not reached", () => {
    const pipeline = jobs({
      stages: [
        { name: "Ask", next: ["Do"] },
        { name: "Do", next: ["Done"] },
        { name: "Done", kind: "won" },
        { name: "Lost", kind: "lost" },
      ],
    });
    expect(adviceOn({ pipeline })).toEqual([
      'Stages!B5: no way leads from the first stage to "Lost": a job can only begin there; add it to the next stages of another',
    ]);
  });

  test("a stage that a rule moves to is reached", () => {
    const pipeline = jobs({
      stages: [
        { name: "Ask", next: ["Done"] },
        { name: "Done", kind: "won" },
        { name: "Lost", kind: "lost" },
      ],
      rules: [{ name: "Give up", when: "9 days after entering Ask", does: "move to Lost" }],
    });
    expect(adviceOn({ pipeline })).toEqual([]);
  });

  test("an open stage whose only next stage is itself is never left", () => {
    const pipeline = jobs({
      stages: [
        { name: "Ask" },
        { name: "Wait", onMainLine: false, next: ["Wait"] },
        { name: "Done", kind: "won" },
      ],
    });
    expect(adviceOn({ pipeline })).toEqual([
      'Stages!I3: a job never gets out of "Wait": its next stages name no other; add one, or empty the cell',
    ]);
  });

  test("next stages that leave out the next one of the main line bar the usual way", () => {
    const pipeline = jobs({
      stages: [{ name: "Ask", next: ["Done"] }, { name: "Do" }, { name: "Done", kind: "won" }],
    });
    expect(adviceOn({ pipeline })).toEqual([
      'Stages!I2: after "Ask" the main line goes on with "Do", but the next stages are "Done": the usual way passes it by; add "Do", or take it off the main line',
      'Stages!B3: no way leads from the first stage to "Do": a job can only begin there; add it to the next stages of another',
    ]);
  });

  test("a line that ends open wins nothing", () => {
    expect(adviceOn({ pipeline: jobs({ stages: [{ name: "Ask" }, { name: "Do" }] }) })).toEqual([
      'Stages!D3: "Do" is the last stage and still open, so nothing is ever won; give the stage that closes a job the kind "won"',
    ]);
  });
});

describe("what a stage needs first", () => {
  const fields = [
    { name: "Size", type: "choice", options: ["Small", "Big"] },
    { name: "Signed", type: "yes/no" },
    { name: "Price", type: "number" },
    { name: "Seen on", type: "day" },
    { name: "Client", type: "text" },
  ] as const;

  function needing(needs: string): readonly string[] {
    const stages = [{ name: "Ask" }, { name: "Do", needs }, { name: "Done", kind: "won" as const }];
    return adviceOn({ pipeline: jobs({ stages, fields }) });
  }

  test.each([
    ["Size is Huge", '"Size" is never "Huge"; its choices are "Small", "Big"'],
    ["Signed is true", '"Signed" is never "true"; write "yes"'],
    ["Price is 1,000.00", '"Price" is never "1,000.00"; write "1000"'],
    ["Seen on is tomorrow", '"Seen on" is never "tomorrow": it holds day'],
    ["Client at least 3", '"Client" holds text, and is never at least 3; ask for a number'],
    ["Price within 3 days", '"Price" holds number, and no day that could be within 3 days; ask for a day'],
    ["Client is empty; Client is Ada", '"Client is empty" and "Client is Ada" exclude each other'],
    ["Size is Big; Size is Small", '"Size is Big" and "Size is Small" exclude each other'],
    ["Signed; Signed is no", '"Signed" and "Signed is no" exclude each other'],
    ["Price is 2; Price at least 3", '"Price is 2" and "Price at least 3" exclude each other'],
  ])("%s is what no record ever has", (needs, reason) => {
    expect(needing(needs)).toEqual([`Stages!H3: "Do" can never be entered: ${reason}`]);
  });

  test.each([
    "Size is big",
    "Signed is yes",
    "Price is 1000",
    "Seen on is 2026-03-02",
    "Price is 3; Price at least 3",
  ])("%s is possible", (needs) => {
    expect(needing(needs)).toEqual([]);
  });

  test("an alternative that never helps is told, and the stage can still be entered", () => {
    expect(needing("Size is Huge or Signed")).toEqual([
      'Stages!H3: one alternative never helps: "Size" is never "Huge"; its choices are "Small", "Big"',
    ]);
  });

  test("a stage that only warns is entered all the same, with something missing", () => {
    const stages = [
      { name: "Ask" },
      { name: "Do", needs: "Size is Huge", enforce: "warn" as const },
      { name: "Done", kind: "won" as const },
    ];
    expect(adviceOn({ pipeline: jobs({ stages, fields }) })[0]).toContain(
      '"Do" has always something missing:',
    );
  });

  test("a day within 0 days is that day only", () => {
    expect(needing("Seen on within 0 days")).toEqual([
      'Stages!H3: "Seen on" within 0 days is true until the end of that day only; write how many days it may be old',
    ]);
  });

  test("the first stage cannot ask for what is logged on a record that is not there yet", () => {
    const stages = [
      { name: "Ask", needs: "Reply: yes logged" },
      { name: "Done", kind: "won" as const },
    ];
    expect(adviceOn({ pipeline: jobs({ stages }) })).toEqual([
      'Stages!H2: a job begins in "Ask" with nothing logged yet, so none has what is needed first; ask for it in a later stage',
    ]);
  });
});

test("a milestone of the first stage, of a stage that is not reached, or of no points says nothing", () => {
  const pipeline = jobs({
    stages: [
      { name: "Ask", next: ["Done"] },
      { name: "Done", kind: "won" },
      { name: "Extra", kind: "won", onMainLine: false },
    ],
  });
  const milestones = [
    { id: "asked", name: "Asked", points: 5, reachedWhen: { by: "stage", stage: "ask" } },
    { id: "extra", name: "Extra", points: 5, reachedWhen: { by: "stage", stage: "extra" } },
    { id: "called", name: "Called", points: 0, reachedWhen: { by: "activity", activity: "call" } },
  ] as const;
  expect(
    adviceOn({ pipeline: { ...pipeline, milestones } }).filter((each) => each.startsWith("Milestones")),
  ).toEqual([
    'Milestones!D2: every job has "Asked" from its first day, as it begins in "Ask"; name a later stage',
    'Milestones!D3: "Extra" may never be reached: no way leads from the first stage to "Extra"',
    'Milestones!C4: "Called" is worth 0 points, and adds to no score',
  ]);
});
