// Laws of advice: whatever the definition, advice comes back; each piece at a cell of the book and in words that a
// person can act on; and it depends on nothing but what it is given.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Definition } from "../../../../shared/definition/pipeline.ts";
import { bookAdvice } from "../../../../shared/engine/advice/book-advice.ts";
import { bookLayouts } from "../../../../shared/engine/book-layouts.ts";
import { applyChanges } from "../../../../shared/table/apply-changes.ts";
import type { Tables } from "../../../../shared/table/table.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import { definitions, setupTablesOf } from "../../definition/definitions.ts";

const now = parseMoment("2026-11-20T08:30:00Z");

function tablesOf(definition: Definition): Tables {
  const layouts = bookLayouts(definition).map(
    (layout) => ({ kind: "layOut", tab: layout.tab, layout }) as const,
  );
  const stages = definition.pipelines[0]?.stages ?? [];
  const rows = stages.map(({ name }, index) => ({ name: `record ${index}`, stage: name, owner: "Robin" }));
  const [board] = definition.boards;
  const append = board === undefined ? [] : [{ kind: "append", tab: board.tab, rows } as const];
  return applyChanges(setupTablesOf(definition), [...layouts, ...append]);
}

test("every definition gets its advice, at cells that the book has, and twice the same", () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      const tables = tablesOf(definition);
      const advice = bookAdvice(tables, definition, now);
      for (const { tab, cell, message } of advice) {
        expect(tables.map((table) => table.tab)).toContain(tab);
        expect(cell ?? "A1").toMatch(/^[A-Z]+\d+$/);
        expect(message).not.toMatch(/undefined|NaN/);
      }
      expect(bookAdvice(tables, definition, now)).toEqual(advice);
    }),
    { numRuns: 150 },
  );
});

test("a definition whose tabs are gone gets its advice at the tabs", () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      for (const { cell } of bookAdvice([], definition, now)) expect(cell).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});
