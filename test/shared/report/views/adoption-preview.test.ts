// What somebody reads before a tab becomes a board.

import { expect, test } from "vitest";
import { adoptInBook } from "../../../../shared/engine/adopt/adopt-in-book.ts";
import { presentDefinition } from "../../../../shared/engine/setup/present-definition.ts";
import { adoptionPreview } from "../../../../shared/report/views/adoption-preview.ts";
import { plainTab } from "../../../../shared/table/tab-facts.ts";
import type { Table } from "../../../../shared/table/table.ts";
import { fixtures } from "../../../fixtures.ts";

const fresh = { zone: "UTC", practice: true };

function preview(table: Table) {
  const present = presentDefinition([table], fresh);
  const wanted = { present, tab: table.tab, facts: plainTab, wishes: {} };
  return adoptionPreview(adoptInBook([table], fixtures.run, wanted).adoption);
}

test("each column is told what becomes of it and why", () => {
  expect(preview(fixtures.crmTable)).toMatchObject({
    possible: true,
    columns: [
      { letters: "A", header: "Company", becomes: "Name", why: "its header says so" },
      { letters: "B", header: "Status", becomes: "Stage", why: "its header says so" },
      { letters: "C", header: "E-mail", becomes: "e-mail", why: "every cell is one" },
    ],
  });
});

test("each stage is told how many rows stand in it", () => {
  const { stages } = preview(fixtures.crmTable);
  expect(stages.map(({ stage, count }) => [stage.name, stage.kind, count])).toEqual([
    ["Lead", "open", 1],
    ["Won", "won", 1],
  ]);
});

test("what stands against it is told, at its cell, in words that do for every host", () => {
  const nameless = preview({
    ...fixtures.crmTable,
    header: ["1", "2", "3"],
    rows: [{ at: 2, cells: [1, 2, 3] }],
  });
  expect(nameless).toMatchObject({ possible: false, sentence: '"CRM" cannot become a board as it is' });
  expect(nameless.refusals.map(({ message }) => message)).toEqual([
    'no column looks like the names of records; head the one that holds them "Name"',
  ]);
  expect(preview({ ...fixtures.crmTable, merges: ["A2:A3"] }).refusals).toMatchObject([{ cell: "A2" }]);
});
