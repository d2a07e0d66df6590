// Cells of the set-up tabs typed over by whatever people type, paste or drop there: junk, other scripts, numbers,
// dates, errors, texts of 300 characters, and what stands in a neighbouring cell.

import fc from "fast-check";
import type { Definition } from "../../../../shared/definition/pipeline.ts";
import { setupTabs } from "../../../../shared/definition/setup/write-setup.ts";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import type { Cell } from "../../../../shared/table/cell.ts";
import type { Tables } from "../../../../shared/table/table.ts";
import { parseDay } from "../../../../shared/value/day.ts";
import { setupTablesOf } from "../definitions.ts";

/** A cell by its tab, the key of its column, and where that is. */
export interface Place {
  readonly tab: string;
  readonly key: string;
  readonly row: number;
  readonly column: number;
}

export interface Spoiled {
  readonly place: Place;
  readonly cell: Cell;
}

export const books = templates.map(({ key, pipeline }) => {
  const roles = pipeline.stages.flatMap(({ role }) => role ?? []);
  const definition: Definition = {
    zone: "UTC",
    practice: false,
    pipelines: [pipeline],
    boards: [{ id: "board", tab: "Board", pipeline: pipeline.id }],
    team: [
      { id: "ada", name: "Ada", email: "ada@example.org", roles: roles.slice(0, 2), aliases: ["Addie"] },
      { id: "bob", name: "Bob", roles: [] },
    ],
    holidays: [parseDay("2026-12-25"), parseDay("2027-01-01")],
  };
  return { key, definition, tables: setupTablesOf(definition) };
});

export type Book = (typeof books)[number];

/** The cells that people write. */
export function placesIn(tables: Tables): readonly Place[] {
  return setupTabs.flatMap((layout) => {
    const rows = tables.find(({ tab }) => tab === layout.tab)?.rows ?? [];
    return rows.flatMap(({ at }) =>
      layout.columns.flatMap((column, index) =>
        column.derived === true ? [] : [{ tab: layout.tab, key: column.key, row: at, column: index }],
      ),
    );
  });
}

function cellAt(tables: Tables, { tab: name, row, column }: Place): Cell {
  const table = tables.find(({ tab }) => tab === name);
  return table?.rows.find(({ at }) => at === row)?.cells[column] ?? null;
}

export function spoil(tables: Tables, { place, cell }: Spoiled): Tables {
  return tables.map((table) => {
    if (table.tab !== place.tab) return table;
    const rows = table.rows.map((row) => {
      if (row.at !== place.row) return row;
      const width = Math.max(table.header.length, row.cells.length);
      const cells = Array.from({ length: width }, (_, index) => row.cells[index] ?? null);
      return { at: row.at, cells: cells.with(place.column, cell) };
    });
    return { ...table, rows };
  });
}

const junk: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(
    null,
    " ",
    "x",
    "yes",
    "no",
    "🎯",
    "=SUM(A1:A9)",
    "@x",
    "'quoted",
    '"',
    ";",
    ",",
    "or",
  ),
  fc.constantFrom<Cell>(
    "الصفقة",
    "‏שלום",
    "客户",
    "Won, at last; or not",
    "Lead or Lost",
    "logged",
    "1e999",
    "-0",
  ),
  fc.constantFrom<Cell>(true, false, 0, -1, 0.5, 7, 1e21, Number.MAX_VALUE, "x".repeat(300)),
  fc.constantFrom<Cell>({ serial: 46110 }, { serial: 0.5 }, { error: "#REF!" }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);

/** A cell, and junk or what stands in another cell of its column or row. */
export function spoiledIn(tables: Tables): fc.Arbitrary<Spoiled> {
  const places = placesIn(tables);
  return fc.constantFrom(...places).chain((place) => {
    const near = places.filter(
      (other) => other.tab === place.tab && (other.column === place.column || other.row === place.row),
    );
    const neighbour = fc.constantFrom(...near).map((other) => cellAt(tables, other));
    return fc.oneof(junk, neighbour).map((cell) => ({ place, cell }));
  });
}
