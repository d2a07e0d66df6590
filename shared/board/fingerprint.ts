// A fingerprint is what a row held when the engine last saw it, in 17 letters: six of its name, ten of all that
// people own in it. It tells a row that was sorted away from its id from one that was edited: the first has a
// fingerprint that another id is known by. What the engine writes, and columns that people added, stay out.

import { type Cell, textOf } from "../table/cell.ts";
import type { RowCells, TabLayout } from "../table/layout.ts";
import { hashOf } from "../value/hash.ts";
import { peoplesKeys } from "./board-layout.ts";

const NAME_LETTERS = 7;

/**
 * The fingerprint of a row, given the keys of the columns that people own.
 *
 * @example
 * fingerprintOf({ name: "Ada", owner: null }, ["name", "owner"]) === fingerprintOf({ name: "Ada" }, ["name"]) //=> true
 */
export function fingerprintOf(cells: RowCells, keys: readonly string[]): string {
  const all: string[] = [];
  for (const key of inOrder(keys)) {
    const text = canonicalText(cells[key]);
    if (text !== "") all.push(key, text);
  }
  return nameFingerprint(textOf(cells["name"])) + hashOf("f", all).slice(1, 11);
}

const ordersKnown = new WeakMap<readonly string[], readonly string[]>();

// By key, not by place: a column that the definition puts elsewhere changes no row.
function inOrder(keys: readonly string[]): readonly string[] {
  const known = ordersKnown.get(keys);
  if (known !== undefined) return known;
  const order = [...keys].sort();
  ordersKnown.set(keys, order);
  return order;
}

/**
 * The part of a fingerprint that tells the name.
 *
 * @example
 * namePartOf(fingerprintOf({ name: "Ada" }, ["name"])) === nameFingerprint("Ada") //=> true
 */
export function namePartOf(fingerprint: string): string {
  return fingerprint.slice(0, NAME_LETTERS);
}

/**
 * @example
 * nameFingerprint("Ada").length //=> 7
 */
export function nameFingerprint(name: string): string {
  return hashOf("f", [name]).slice(0, NAME_LETTERS);
}

/**
 * The fingerprint of a row of any tab of ours, as hosts compare it before they give a row its id.
 *
 * @example
 * fingerprintIn(fixtures.pricesLayout, { price: 2 }) === fingerprintIn(fixtures.pricesLayout, { price: 3 }) //=> false
 */
export function fingerprintIn(layout: TabLayout, cells: RowCells): string {
  return fingerprintOf(cells, peoplesKeys(layout));
}

// A number that was stored with the last digits of its fraction lost is the same number.
function canonicalText(cell: Cell | undefined): string {
  if (typeof cell === "number") return String(Number(cell.toPrecision(12)));
  if (typeof cell === "object" && cell !== null && "serial" in cell)
    return String(Number(cell.serial.toPrecision(12)));
  const text = textOf(cell);
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
