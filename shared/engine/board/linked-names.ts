// The names by which records of a board are linked from anywhere, as the head keeps them: a few letters of each. A
// record that takes or leaves such a name means something for other rows; any other name means nothing for them.

import type { Board, Definition, Pipeline } from "../../definition/pipeline.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import { hashOf } from "../../value/hash.ts";
import { boardsOfLinks } from "./record-links.ts";
import type { Told } from "./row-changes.ts";

const LETTERS = 5;
const MOST_CHARACTERS = 8000;
/** Any name may be linked: there are more than a cell can hold, or a board could not be read. */
const ANY = "*";

/** Board id → names by which its records are linked. */
export type LinkedNames = ReadonlyMap<string, readonly string[]>;

/**
 * The names that the links of these rows of a board show, by the boards to which they lead.
 *
 * @example
 * linkedNames(fixtures.book, { pipeline: fixtures.offers, board: "deals" }, []).size //=> 0
 */
export function linkedNames(
  definition: Definition,
  of: { readonly pipeline: Pipeline; readonly board: string },
  told: readonly Told[],
): LinkedNames {
  const names = new Map<string, string[]>();
  for (const { id, type, options } of of.pipeline.fields) {
    if (type !== "record link") continue;
    const shown = told.map(({ row }) => textOf(row.draft.row.cells[id])).filter((text) => text !== "");
    for (const { id: target } of boardsOfLinks(definition, options[0], of.board))
      names.set(target, [...(names.get(target) ?? []), ...shown]);
  }
  return names;
}

/**
 * Whether links of one board may name records of another, or of the same.
 *
 * @example
 * leadsTo(fixtures.book, fixtures.book.boards[0], "deals") //=> false
 */
export function leadsTo(definition: Definition, from: Board, target: string): boolean {
  const pipeline = definition.pipelines.find(({ id }) => id === from.pipeline);
  const links = pipeline?.fields.filter(({ type }) => type === "record link") ?? [];
  return links.some(({ options }) =>
    boardsOfLinks(definition, options[0], from.id).some(({ id }) => id === target),
  );
}

/**
 * The names as the head keeps them.
 *
 * @example
 * mayBeLinked(linkedText(["Ada"]), "ada") //=> true
 */
export function linkedText(names: readonly string[]): string {
  const text = [...new Set(names.map(lettersOf))].sort().join("");
  return text.length > MOST_CHARACTERS ? ANY : text;
}

/**
 * What the head keeps where not all links could be read.
 *
 * @example
 * mayBeLinked(unknownLinks(), "Ada") //=> true
 */
export function unknownLinks(): string {
  return ANY;
}

/**
 * Whether a record of this name may be linked; seldom one that is not.
 *
 * @example
 * mayBeLinked(linkedText(["Ada"]), "Bob") //=> false
 */
export function mayBeLinked(text: string, name: string): boolean {
  if (text === ANY) return true;
  const letters = lettersOf(name);
  for (let at = 0; at < text.length; at += LETTERS) if (text.startsWith(letters, at)) return true;
  return false;
}

function lettersOf(name: string): string {
  return hashOf("l", [nameKey(name)]).slice(1, 1 + LETTERS);
}
