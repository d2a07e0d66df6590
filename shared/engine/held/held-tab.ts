// The tab Held: imported records that may be somebody's second row, because they have the e-mail address or phone
// number of another record, and copies of a board's tab. Each waits, a record whole and with its history, until a person
// says Take or Drop; the row stays for good, so that the same thing is asked about once.

import * as z from "zod/mini";
import { type Entry, entryKinds } from "../../log/entry.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import type { SetField } from "../../table/change.ts";
import type { RowCells, TabLayout } from "../../table/layout.ts";
import { type Moment, parseMoment } from "../../value/moment.ts";

/** The layout of the tab Held. */
export const heldTab: TabLayout = {
  key: "held",
  tab: "Held",
  hidden: false,
  tabColour: "#f9ab00",
  columns: [
    { key: "board", header: "Board", widthCharacters: 16, format: "text", derived: true },
    { key: "name", header: "Name", widthCharacters: 26, format: "text", derived: true },
    { key: "reason", header: "Reason", widthCharacters: 50, format: "text", derived: true },
    {
      key: "decision",
      header: "Take or Drop",
      widthCharacters: 14,
      format: "text",
      dropdown: { kind: "values", values: ["Take", "Drop"] },
      note: "Take: add it to its board, with its history; Drop: leave it here for good",
    },
    { key: "from", header: "From", widthCharacters: 14, format: "text", derived: true },
    { key: "state", header: "Done", widthCharacters: 14, format: "text", derived: true },
    { key: "data", header: "Data", widthCharacters: 20, format: "text", derived: true, hidden: true },
    { key: "id", header: "ID", widthCharacters: 20, format: "text", derived: true, hidden: true },
  ],
  preparedRows: 200,
};

/** What the Done column says of a row that was decided. */
export const TAKEN = "taken";
export const DROPPED = "dropped";
export const GONE = "no longer there";

/**
 * What sets the Done column of a row.
 *
 * @example
 * doneAs("Held", { id: "r1" }, TAKEN).value //=> "taken"
 */
export function doneAs(tab: string, cells: RowCells, value: string): SetField {
  return { kind: "setField", tab, record: textOf(cells["id"]), field: "state", value };
}

/** A record that waits: its row as it will stand on the board, and its history. */
export interface HeldRecord {
  readonly row: RowCells;
  readonly entries: readonly Entry[];
}

/** A copy of a board's tab that waits. */
export interface HeldCopy {
  readonly tab: string;
  /** The id of the board that it is a copy of. */
  readonly board: string;
}

/** What a person says of a row. */
export type Decision = "take" | "drop";

const Cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.object({ serial: z.number() }),
  z.object({ error: z.string() }),
]);

const Held = z.object({
  row: z.record(z.string(), Cell),
  entries: z.array(
    z.object({
      at: z.custom<Moment>((value) => isMoment(value)),
      board: z.string(),
      record: z.string(),
      kind: z.enum(entryKinds),
      from: z.optional(z.string()),
      to: z.optional(z.string()),
      n: z.int(),
      who: z.string(),
      knownBy: z.literal("import"),
      name: z.string(),
      note: z.string(),
      data: z.record(z.string(), z.string()),
      id: z.string(),
    }),
  ),
});

const Copy = z.object({ tab: z.string(), board: z.string() });

/**
 * The record as its Data cell keeps it.
 *
 * @example
 * heldFromText(textFromHeld({ row: { name: "Ada" }, entries: [] })) //=> { row: { name: "Ada" }, entries: [] }
 */
export function textFromHeld({ row, entries }: HeldRecord): string {
  return JSON.stringify({ row, entries });
}

/**
 * The record that a Data cell keeps; `undefined` where somebody wrote in it.
 *
 * @example
 * heldFromText("abc") //=> undefined
 */
export function heldFromText(text: string): HeldRecord | undefined {
  try {
    const read = Held.safeParse(JSON.parse(text));
    return read.success ? (read.data as HeldRecord) : undefined;
  } catch {
    return undefined; // told as a problem at its row
  }
}

/**
 * The copied tab as its Data cell keeps it.
 *
 * @example
 * copyFromText(textFromCopy({ tab: "Deals (2)", board: "deals" }))?.tab //=> "Deals (2)"
 */
export function textFromCopy({ tab, board }: HeldCopy): string {
  return JSON.stringify({ tab, board });
}

/**
 * The copied tab that a Data cell keeps; `undefined` where it keeps a record.
 *
 * @example
 * copyFromText(textFromHeld({ row: { name: "Ada" }, entries: [] })) //=> undefined
 */
export function copyFromText(text: string): HeldCopy | undefined {
  try {
    const read = Copy.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined; // somebody wrote in it: told where it is decided on
  }
}

/**
 * What the Take-or-Drop cell says; `undefined` where it says neither.
 *
 * @example
 * decisionOf({ decision: " TAKE " }) //=> "take"
 */
export function decisionOf(cells: RowCells): Decision | undefined {
  const key = nameKey(textOf(cells["decision"]));
  return key === "take" || key === "drop" ? key : undefined;
}

function isMoment(value: unknown): boolean {
  try {
    return parseMoment(value) !== undefined;
  } catch {
    return false;
  }
}
