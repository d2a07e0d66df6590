// Every definition that was ever in force, in the hidden tab _definition: JSON in parts that fit a cell, with its
// hash and the moment from which it ruled. The last one is the last good definition.

import { textOf } from "../table/cell.ts";
import type { RowCells } from "../table/layout.ts";
import { tableOf, type ViewRow, viewOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import { hashOf } from "../value/hash.ts";
import { compareMoments, type Moment, momentInZone, utc } from "../value/moment.ts";
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
  const known = hashesKnown.get(definition);
  if (known !== undefined) return known;
  const text = canonicalText(definition);
  // Mostly what stands in the book is what was read from it.
  const hash = readVersions.get(text)?.hash ?? hashOf("d", [text]);
  hashesKnown.set(definition, hash);
  return hash;
}

const hashesKnown = new WeakMap<Definition, string>();

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
 * The definition that was last in force; `undefined` where the tab holds none that is whole. One that was altered
 * by hand, or lost a part, gives way to the one before it.
 *
 * @example
 * lastDefinition([]) //=> undefined
 */
export function lastDefinition(tables: Tables): Definition | undefined {
  for (const version of versionsOf(tables)) {
    const definition = wholeDefinition(version);
    if (definition !== undefined) return definition;
  }
  return undefined;
}

/**
 * Every definition that was ever in force and is still whole, the latest first: all the names that its stages and
 * fields ever had.
 *
 * @example
 * everyDefinition([]) //=> []
 */
export function everyDefinition(tables: Tables): readonly Definition[] {
  return datedDefinitions(tables).map(({ definition }) => definition);
}

/** A definition and the moment from which it ruled. */
export interface DatedDefinition {
  readonly at: Moment;
  readonly definition: Definition;
}

/**
 * The same, each with the moment from which it ruled.
 *
 * @example
 * datedDefinitions([]) //=> []
 */
export function datedDefinitions(tables: Tables): readonly DatedDefinition[] {
  return versionsOf(tables).flatMap((version) => {
    const definition = wholeDefinition(version);
    return definition === undefined ? [] : [{ at: version.at, definition }];
  });
}

/**
 * The first and the last row of the tab that hold the latest version with this hash; `undefined` where they are not
 * all of it, or others stand between them.
 *
 * @example
 * versionPlace([], "d1") //=> undefined
 */
export function versionPlace(
  tables: Tables,
  hash: string,
): { readonly first: number; readonly last: number } | undefined {
  const version = versionsOf(tables).find((each) => each.hash === hash);
  if (version === undefined || wholeDefinition(version) === undefined) return undefined;
  const [first, last] = [Math.min(...version.rows), Math.max(...version.rows)];
  return last - first + 1 === version.rows.length ? { first, last } : undefined;
}

/**
 * The definition that a text holds, such as a host keeps beside the book; `undefined` where it holds none.
 *
 * @example
 * definitionFrom(JSON.stringify(fixtures.book)).boards.length //=> 1
 */
export function definitionFrom(text: string): Definition | undefined {
  return parsed(text);
}

function versionsOf(tables: Tables): readonly Version[] {
  const table = tableOf(tables, definitionTab);
  return table === undefined ? [] : versionsIn(viewOf(table, definitionTab).rows);
}

function wholeDefinition(version: Version): Definition | undefined {
  const parts = [...version.parts].sort(([left], [right]) => left - right);
  const { hash, definition } = readVersion(parts.map(([, part]) => part).join(""));
  return hash === version.hash ? definition : undefined;
}

// A look asks for the same versions a dozen times, of cells that may have been read anew; hash and definition follow from
// the text alone, and working them out is dear where no code is warm, as in each run of a script.
const readVersions = new Map<
  string,
  { readonly hash: string; readonly definition: Definition | undefined }
>();
/** Only so that a process that sees many books keeps few of them. */
const MOST_READ = 50;

function readVersion(text: string) {
  const known = readVersions.get(text);
  if (known !== undefined) return known;
  const read = { hash: hashOf("d", [text]), definition: parsed(text) };
  if (readVersions.size >= MOST_READ) readVersions.clear();
  readVersions.set(text, read);
  return read;
}

interface Version {
  readonly hash: string;
  readonly at: Moment;
  /** Part number → its text: a part that was written twice counts once. */
  readonly parts: Map<number, string>;
  /** The numbers of its rows. */
  readonly rows: number[];
}

// The latest first, whatever the order of the rows; of one moment, the one that stands lower.
function versionsIn(rows: readonly ViewRow[]): readonly Version[] {
  const versions = new Map<string, Version>();
  for (const { at: row, cells } of rows) {
    const hash = textOf(cells["hash"]);
    const at = momentInZone(textOf(cells["at"]), utc);
    if (at === undefined) continue;
    const key = `${at}\n${hash}`;
    const version = versions.get(key) ?? { hash, at, parts: new Map<number, string>(), rows: [] };
    version.parts.set(Number(textOf(cells["part"])), textOfPart(cells));
    version.rows.push(row);
    versions.set(key, version);
  }
  return [...versions.values()].reverse().sort((left, right) => compareMoments(right.at, left.at));
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
