// Every definition that was ever in force, in the hidden tab _definition: JSON in parts that fit a cell, with its
// hash and the moment from which it ruled. The last one is the last good definition.

import { textOf } from "../table/cell.ts";
import type { RowCells } from "../table/layout.ts";
import { tableOf, viewOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import { hashOf } from "../value/hash.ts";
import type { Moment } from "../value/moment.ts";
import { Definition } from "./pipeline.ts";
import { setupTab, textColumn } from "./setup/setup-tab.ts";

/** Below the 50,000 characters that a cell of Google Sheets holds, and the 32,767 of Excel. */
const PART_CHARACTERS = 30_000;

/** The tab of the versions, one row a part. */
export const definitionTab = setupTab("_definition", "_definition", [
  textColumn("hash", "Hash"),
  textColumn("at", "From", { widthCharacters: 26 }),
  textColumn("part", "Part", { format: "number" }),
  textColumn("text", "Text", { widthCharacters: 60 }),
]);

/**
 * What tells two definitions apart.
 *
 * @example
 * definitionHash(fixtures.book) === definitionHash({ ...fixtures.book, practice: true }) //=> false
 */
export function definitionHash(definition: Definition): string {
  return hashOf("d", [canonicalText(definition)]);
}

/**
 * The rows by which a definition is kept.
 *
 * @example
 * versionRows(fixtures.book, parseMoment("2026-11-20T08:30:00Z")).length //=> 1
 */
export function versionRows(definition: Definition, at: Moment): readonly RowCells[] {
  const text = canonicalText(definition);
  const hash = definitionHash(definition);
  const rows: RowCells[] = [];
  for (let start = 0; start < text.length; start += PART_CHARACTERS) {
    const part = rows.length + 1;
    rows.push({
      hash,
      at,
      part,
      text: text.slice(start, start + PART_CHARACTERS),
      id: `${hash}_${part}_${at}`,
    });
  }
  return rows;
}

/**
 * The definition that was last in force; `undefined` where the tab is missing, empty, or cannot be understood.
 *
 * @example
 * lastDefinition([]) //=> undefined
 */
export function lastDefinition(tables: Tables): Definition | undefined {
  const table = tableOf(tables, definitionTab);
  const rows = table === undefined ? [] : viewOf(table, definitionTab).rows;
  const last = rows[rows.length - 1];
  if (last === undefined) return undefined;
  const isLast = (cells: RowCells) =>
    cells["hash"] === last.cells["hash"] && cells["at"] === last.cells["at"];
  const text = rows.filter(({ cells }) => isLast(cells)).map(({ cells }) => textOfPart(cells));
  return parsed(text.join(""));
}

// JSON with its keys in order: the same definition is the same text, however it was put together.
function canonicalText(definition: Definition): string {
  return JSON.stringify(definition, (_key, value: unknown) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}

// Not `textOf`: a part may begin or end with a space that belongs to the text.
function textOfPart(cells: RowCells): string {
  const text = cells["text"];
  return typeof text === "string" ? text : textOf(text);
}

function parsed(text: string): Definition | undefined {
  try {
    const result = Definition.safeParse(JSON.parse(text));
    return result.success ? result.data : undefined;
  } catch {
    return undefined; // not JSON: somebody wrote in the tab; the definition in force is kept anew
  }
}
