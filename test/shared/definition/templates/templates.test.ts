import { describe, expect, test } from "vitest";
import { textFromNeeds } from "../../../../shared/definition/need-text.ts";
import {
  mainLineOf,
  type Pipeline,
  Pipeline as PipelineShape,
} from "../../../../shared/definition/pipeline.ts";
import { fieldsOf, standardFieldIds, standardHeader } from "../../../../shared/definition/standard-field.ts";
import { coaching as coachingPlan } from "../../../../shared/definition/templates/coaching.ts";
import { sales as salesPlan } from "../../../../shared/definition/templates/sales.ts";
import { pipelineFromPlan } from "../../../../shared/definition/templates/template.ts";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import { nameKey } from "../../../../shared/table/cell.ts";

const coaching = pipelineFromPlan(coachingPlan);
const sales = pipelineFromPlan(salesPlan);

function isDistinct(words: readonly string[]): boolean {
  return new Set(words.map(nameKey)).size === words.length;
}

function needsOf(pipeline: Pipeline, stage: string): string {
  const needs = pipeline.stages.find(({ name }) => name === stage)?.needs ?? [];
  return textFromNeeds(needs, fieldsOf(pipeline));
}

describe.each(templates.map(({ key, pipeline }) => [key, pipeline] as const))("%s", (_key, pipeline) => {
  test("has the shape of a pipeline, and begins with an open stage", () => {
    expect(PipelineShape.safeParse(pipeline).error).toBeUndefined();
    expect(mainLineOf(pipeline)[0]?.kind).toBe("open");
    expect(mainLineOf(pipeline).some(({ kind }) => kind === "won")).toBe(true);
  });

  test("tells its stages, fields and milestones apart by id and by name", () => {
    for (const things of [pipeline.stages, pipeline.fields, pipeline.milestones]) {
      expect(isDistinct(things.map(({ id }) => id))).toBe(true);
      expect(isDistinct(things.map(({ name }) => name))).toBe(true);
    }
  });

  test("takes no id and no header that every board has", () => {
    expect(pipeline.fields.filter(({ id }) => standardFieldIds.includes(id))).toEqual([]);
    expect(pipeline.fields.filter(({ name }) => standardHeader(name) !== undefined)).toEqual([]);
  });

  test("gives each stage a goal, and a choice its values", () => {
    expect(pipeline.stages.filter(({ goal }) => goal === undefined).map(({ name }) => name)).toEqual([]);
    expect(pipeline.fields.filter(({ type, options }) => type === "choice" && options.length === 0)).toEqual(
      [],
    );
  });
});

test("sales has eight modules in order, won from the closing on, and Lost beside them", () => {
  expect(sales.stages.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    "Networking Database: open",
    "Initial Outreach: open",
    "Dialogue: open",
    "Proposal: open",
    "Invoice: open",
    "Order Processing: won",
    "Order Delivery: won",
    "The Loop: won",
    "Lost: lost",
  ]);
  expect(mainLineOf(sales)).toHaveLength(8);
});

test.each([
  ["Networking Database", "Name; E-mail or Phone or Social account"],
  [
    "Initial Outreach",
    "Company; Company news or Social update; Company news on within 90 days or Social update on within 90 days",
  ],
  ["Dialogue", "Reply: yes logged"],
  ["Proposal", "Need; Services; Terms; Delivery deadline; Budget estimate"],
  ["Invoice", "Amount; Currency; Payment schedule"],
  ["Order Processing", "the advance is paid or Advance paid is yes"],
  ["Order Delivery", "Delivery link; Review link"],
  ["The Loop", "Delivered on"],
  ["Lost", ""],
])("in sales %s needs first: %s", (stage, needs) => {
  expect(needsOf(sales, stage)).toBe(needs);
});

test("a temperature in sales is one of five", () => {
  const temperature = sales.fields.find(({ name }) => name === "Temperature");
  expect(temperature?.options).toEqual(["Cold", "Warm", "Hot", "Won", "Lost"]);
});

test("coaching leads through six calls to Launched, or to Left", () => {
  expect(coaching.stages.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    "Welcome: open",
    ...[1, 2, 3, 4, 5, 6].map((call) => `Call ${call}: open`),
    "Launched: won",
    "Left: lost",
  ]);
  expect(coaching.period).toEqual({ start: "starts_on", end: "ends_on" });
});

test("coaching scores what the client does: four milestones, each a yes/no field", () => {
  expect(coaching.milestones.map(({ name }) => name)).toEqual([
    "First e-mail broadcast sent",
    "Web form live",
    "First automation built",
    "Contacts imported",
  ]);
  for (const { reachedWhen } of coaching.milestones) {
    const field = reachedWhen.by === "field" ? reachedWhen.field : "";
    expect(coaching.fields.find(({ id }) => id === field)?.type).toBe("yes/no");
  }
});

test("a plan that names a stage or a field that it lacks is refused", () => {
  const plan = { name: "P", noun: "p", fields: [] };
  expect(() => pipelineFromPlan({ ...plan, stages: [{ name: "A", next: ["B"] }] })).toThrow(
    'the plan has nothing called "B"',
  );
  expect(() => pipelineFromPlan({ ...plan, stages: [{ name: "A", needs: "Size" }] })).toThrow(
    'A: "Size" is not a field of this pipeline',
  );
});
