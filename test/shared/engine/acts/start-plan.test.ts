// What is answered when a board is begun: stages, people, days off.

import { expect, test } from "vitest";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import { newPipelineBoard } from "../../../../shared/engine/acts/new-board.ts";
import {
  chosenPipeline,
  type StartAnswers,
  startFaults,
  startPlan,
} from "../../../../shared/engine/acts/start-plan.ts";
import { checkedBook } from "../../../../shared/engine/checked-book.ts";
import { reconcile } from "../../../../shared/engine/reconcile.ts";
import { applyChanges } from "../../../../shared/table/apply-changes.ts";
import { fixtures } from "../../../fixtures.ts";

function answersFor(choice: string, rest: Partial<StartAnswers> = {}): StartAnswers {
  const stages = chosenPipeline(choice).stages.map(({ id, name, kind }) => ({ id, name, kind }));
  const week = [1, 2, 3, 4, 5];
  return { choice, tab: "", noun: "", stages, people: [], workingDays: week, daysOff: "", ...rest };
}

function made(answers: StartAnswers) {
  const plan = { ...startPlan(answers), zone: "UTC", practice: true };
  const { changes, definition } = newPipelineBoard([], fixtures.run, plan);
  return { tables: applyChanges([], changes), definition };
}

test.each([...templates.map(({ key }) => key), "own"])(
  "%s, begun as it is offered, has no problem, and looking again changes nothing",
  (choice) => {
    const answers = answersFor(choice);
    expect(startFaults(answers)).toEqual([]);
    const { tables } = made(answers);
    expect(checkedBook(tables, fixtures.run).problems).toEqual([]);
    expect(reconcile(tables, fixtures.run).changes).toEqual([]);
  },
);

test.each(templates.map(({ key }) => key))(
  "%s without its second stage, its first renamed, and one more before the last, has no problem",
  (choice) => {
    const { stages: offered } = answersFor(choice);
    const [first, , ...rest] = offered;
    const renamed = { id: first?.id ?? "", name: "Very first", kind: "open" as const };
    const added = { id: "", name: "One more", kind: "open" as const };
    const stages = [renamed, ...rest.slice(0, -1), added, ...rest.slice(-1)];
    const { tables, definition } = made(answersFor(choice, { stages }));
    expect(checkedBook(tables, fixtures.run).problems).toEqual([]);
    expect(definition.pipelines[0]?.stages.map(({ name }) => name)).toEqual(stages.map(({ name }) => name));
  },
);

test("people join the Team with their roles, and days off the Calendar with their names", () => {
  const people = [
    { name: "Mira", email: "mira@example.org", roles: "Coach, Office" },
    { name: "", email: "", roles: "" },
  ];
  const { definition, tables } = made(answersFor("coaching", { people, daysOff: "2026-12-25 Christmas" }));
  expect(definition.team).toEqual([
    { id: "mira", name: "Mira", email: "mira@example.org", roles: ["Coach", "Office"] },
  ]);
  expect(definition.holidays).toEqual(["2026-12-25"]);
  expect(tables.find(({ tab }) => tab === "Calendar")?.rows[0]?.cells).toContain("Christmas");
});

test("a board of one's own is called as its tab, and its records as was said", () => {
  const { definition } = made(answersFor("own", { tab: "Repairs", noun: "repair" }));
  expect(definition.pipelines[0]).toMatchObject({ name: "Repairs", noun: "repair" });
});

test("every fault is told at its answer", () => {
  const faults = startFaults(
    answersFor("own", {
      tab: "In/Out",
      stages: [
        { id: "", name: "New", kind: "open" },
        { id: "", name: " ", kind: "open" },
        { id: "", name: "new", kind: "won" },
      ],
      people: [
        { name: "Mira", email: "mira at home", roles: "" },
        { name: "mira", email: "", roles: "" },
        { name: "", email: "ben@example.org", roles: "" },
      ],
      daysOff: "Christmas",
    }),
  );
  expect(faults.map(({ field }) => field)).toEqual([
    ...["tab", "stage-2", "stage-3", "person-1", "person-2", "person-3", "days-off"],
  ]);
});

test.each([
  ["no open stage", [{ id: "", name: "Won", kind: "won" as const }]],
  [
    "won before anything is open",
    [
      { id: "", name: "Won", kind: "won" as const },
      { id: "", name: "New", kind: "open" as const },
    ],
  ],
])("a list with %s is told as a whole", (_, stages) => {
  expect(startFaults(answersFor("own", { stages })).map(({ field }) => field)).toEqual(["stages"]);
});
