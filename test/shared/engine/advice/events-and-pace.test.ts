// Advice on records that hold the same, and on rules that look after whoever is behind.

import { expect, test } from "vitest";
import type { PipelinePlan } from "../../../../shared/definition/templates/template.ts";
import { adviceOn, jobs } from "./advised.ts";

const fields: PipelinePlan["fields"] = [
  { name: "Starts on", type: "day" },
  { name: "Ends on", type: "day" },
  { name: "Room", type: "text" },
  { name: "Sent", type: "yes/no" },
];

test("two that hold the same date and room are worth a look, each at its row, while both are live", () => {
  const evening = { serial: 46_500 };
  const pipeline = jobs({ fields, flagsSame: ["Starts on", "Room"] });
  const rows = [
    { Name: "Hamlet", "Starts on": evening, Room: "Main" },
    { Name: "Faust", "Starts on": evening, Room: "main" },
    { Name: "Lear", "Starts on": evening, Room: "Cellar" },
  ];
  const advice = adviceOn({ pipeline, rows }).filter((sentence) => sentence.includes("the same"));
  expect(advice).toEqual([
    'Jobs!D2: "Hamlet" has the same Starts on and Room as "Faust"',
    'Jobs!D3: "Faust" has the same Starts on and Room as "Hamlet"',
  ]);
});

const rules = [{ name: "Behind", when: "is behind", does: "remind owner: {{Open}}" }];
const milestones = [{ name: "Sent", points: 10, field: "Sent" }];
const period = { start: "Starts on", end: "Ends on" };

test.each([
  [
    "without points",
    { period },
    'Rules!C2: "Behind" never works: a job earns no points; name what earns some on the Milestones tab',
  ],
  [
    "without a period",
    { milestones },
    'Rules!C2: "Behind" never works: nothing says by when a job should be done; fill in "Period starts" and "Period ends" on the Pipelines tab',
  ],
])("nobody can be behind %s", (_, plan, sentence) => {
  expect(adviceOn({ pipeline: jobs({ fields, rules, ...plan }) })).toEqual([sentence]);
});

test("with both there is nothing to say", () => {
  expect(adviceOn({ pipeline: jobs({ fields, rules, milestones, period }) })).toEqual([]);
});
