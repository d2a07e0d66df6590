// What holds for every workflow, sound or not.

import fc from "fast-check";
import { expect, test } from "vitest";
import { Definition, type Pipeline } from "../../../../shared/definition/pipeline.ts";
import { readSetup } from "../../../../shared/definition/setup/read-setup.ts";
import type { StepTable } from "../../../../shared/definition/workflow/step.ts";
import { fixtures } from "../../../fixtures.ts";
import { setupTablesOf } from "../definitions.ts";
import { junkTables, spoiledTables, workflowOf, workflowOfTable, workflowTables } from "./workflows.ts";

function expectReadBack(pipeline: Pipeline): void {
  const boards = [{ id: "board", tab: "Board", pipeline: pipeline.id }];
  const definition = { ...fixtures.emptyBook, pipelines: [pipeline], boards };
  expect(Definition.safeParse(definition).error).toBeUndefined();
  const read = readSetup(setupTablesOf(definition), undefined);
  expect(read.problems).toEqual([]);
  expect(read.minted).toEqual([]);
  expect(read.definition).toEqual(definition);
}

function builtFrom(table: StepTable): Pipeline {
  const { pipeline, problems } = workflowOfTable(table);
  expect(problems).toEqual([]);
  if (pipeline === undefined) throw new Error("a sound workflow gave no pipeline");
  return pipeline;
}

function cellsUnder(table: StepTable, header: string): readonly string[] {
  const column = table.header.indexOf(header);
  return table.rows.map(({ cells }) => cells[column] ?? "");
}

test("the pipeline of any sound workflow is read from the set-up tabs as it was written", () => {
  fc.assert(
    fc.property(workflowTables, (table) => expectReadBack(builtFrom(table))),
    { numRuns: 100 },
  );
});

test("every stage of a sound workflow that is open is left somehow, and its usual way ends in won", () => {
  fc.assert(
    fc.property(workflowTables, (table) => {
      const { stages } = builtFrom(table);
      for (const { kind, next } of stages) if (kind === "open") expect(next.length).toBeGreaterThan(0);
      const line = stages.filter(({ onMainLine }) => onMainLine);
      expect(line[0]?.name).toBe("Crew 0");
      expect(line.at(-1)?.kind).toBe("won");
      for (const [index, stage] of line.slice(0, -1).entries())
        expect(stage.next[0]).toBe(line[index + 1]?.id);
    }),
    { numRuns: 100 },
  );
});

test("every deadline of a sound workflow is a rule or a limit of its stage", () => {
  fc.assert(
    fc.property(workflowTables, (table) => {
      const { stages, rules } = builtFrom(table);
      const waiting = table.rows.filter((_, index) => cellsUnder(table, "No answer within")[index] !== "");
      for (const { cells } of waiting) {
        const stage = stages.find(({ name }) => name === cells[0]);
        const isWatched = rules.some(
          ({ when, whileIn }) =>
            (when.on === "time" && whileIn.includes(stage?.id ?? "")) ||
            (when.on === "every" && when.stage === stage?.id),
        );
        expect(isWatched || stage?.limitDays !== undefined).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test("every step of a sound workflow is in exactly one stage, and a stage stays within a department", () => {
  fc.assert(
    fc.property(workflowTables, (table) => {
      const { explained } = workflowOfTable(table);
      const told = explained.flatMap(({ steps }) => steps).filter((step) => step !== "Cancelled");
      expect([...told].sort()).toEqual([...cellsUnder(table, "Step")].sort());
      const departments = new Map(table.rows.map(({ cells }) => [cells[0], cells[1]]));
      for (const { steps, department } of explained)
        for (const step of steps) expect(departments.get(step) ?? "").toBe(department ?? "");
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["junk", junkTables, 1500],
  ["a sound workflow with spoiled cells", spoiledTables, 300],
])("%s gives a pipeline that holds, or problems at lines that are there", (_what, tables, numRuns) => {
  fc.assert(
    fc.property(tables, (table) => {
      const { pipeline, problems, explained } = workflowOfTable(table);
      if (pipeline !== undefined) {
        expect(problems).toEqual([]);
        expect(explained.length).toBe(pipeline.stages.length);
        expectReadBack(pipeline);
        return;
      }
      expect(problems.length).toBeGreaterThan(0);
      const lines = new Set([1, ...table.rows.map(({ line }) => line)]);
      for (const { line, message } of problems) {
        expect(lines.has(line)).toBe(true);
        expect(message).not.toMatch(/undefined|^$|\.$/);
      }
    }),
    { numRuns },
  );
});

test("any text below the header is understood or told of, whatever its quotes and line ends", () => {
  const text = fc.string({ unit: "grapheme" }).filter((each) => !each.includes("\0"));
  const pieces = fc.array(fc.oneof(fc.constantFrom(",", '"', "\n", "\r", ";", "Desk", "won", "start"), text));
  fc.assert(
    fc.property(pieces, (all) => {
      const { pipeline, problems } = workflowOf(`Step,Department,Starts when,Result\n${all.join("")}`);
      expect(pipeline === undefined).toBe(problems.length > 0);
    }),
    { numRuns: 300 },
  );
});
