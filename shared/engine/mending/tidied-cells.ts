// Set-up cells that are understood, written as the book itself would write them, where only case and spaces differ:
// "enters  offer" becomes "enters Offer". Texts that people read (goals, help, messages) stay as they are.

import { everyDefinition } from "../../definition/definition-versions.ts";
import { readSetup } from "../../definition/setup/read-setup.ts";
import { setupRows, setupTabs } from "../../definition/setup/write-setup.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import type { RowCells, TabLayout } from "../../table/layout.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { withCell } from "./set-up-cells.ts";

const PROSE = new Set(["goal", "help", "subject", "body", "default", "what"]);

/**
 * The tables with such cells tidied.
 *
 * @throws {StagelineError} `usage`, when the book has no boards
 * @example
 * tidiedCells(fixtures.setupTables) === fixtures.setupTables //=> true
 */
export function tidiedCells(tables: Tables): Tables {
  const { definition } = readSetup(tables, undefined, everyDefinition(tables));
  const written = setupRows(definition);
  let tidied = tables;
  for (const layout of setupTabs) {
    const table = tableOf(tables, layout);
    if (table === undefined) continue;
    const { columns, rows } = viewOf(table, layout);
    const derived = new Set(
      layout.columns.flatMap((column) => (column.derived === true ? [column.key] : [])),
    );
    const wanted = new Map((written[layout.key] ?? []).map((row) => [rowKey(layout, row), row]));
    for (const row of rows) {
      const canonical = wanted.get(rowKey(layout, row.cells));
      for (const [key, column] of canonical === undefined ? [] : columns.at) {
        const text = canonical?.[key];
        const present = row.cells[key];
        if (derived.has(key) || PROSE.has(key) || typeof text !== "string" || typeof present !== "string")
          continue;
        if (present === text || nameKey(present) !== nameKey(text)) continue;
        tidied = withCell(tidied, { tab: table.tab, at: row.at, column }, text);
      }
    }
  }
  return tidied;
}

// The first column that names the row, within its pipeline: two rows of one name are a problem, and are left alone.
function rowKey(layout: TabLayout, cells: RowCells): string {
  const naming = layout.columns.filter(({ key }) => key !== "pipeline" || layout.key === "pipelines")[0]?.key;
  return [cells["pipeline"], cells[naming ?? ""]].map((cell) => nameKey(textOf(cell))).join("\n");
}
