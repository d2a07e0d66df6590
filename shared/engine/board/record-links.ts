// Which records a link may mean. A person writes a name; where several records have it, the ID beside it tells them
// apart: "Ada Lovelace (r0a1b…)". Names are those that the rows show in this run, with the IDs that it gives them.

import type { Definition, Field } from "../../definition/pipeline.ts";
import { nameKey } from "../../table/cell.ts";
import type { BoardLook } from "./board-look.ts";

/** A record that a link may name. */
export interface LinkTarget {
  readonly record: string;
  /** Board id. */
  readonly board: string;
  /** As its row shows it. */
  readonly name: string;
}

/** Where the links of a field lead. */
export interface LinkTargets {
  /** The boards that hold such records, by tab; none where the book lacks their pipeline. */
  readonly tabs: readonly string[];
  /** The records that a text means: the one whose ID it has, else all that are called so. */
  readonly meant: (text: string) => readonly LinkTarget[];
}

const ID_IN_TEXT = /(?:^|\()\s*(r[0-9a-hjkmnp-tv-z]{16})\s*\)?$/;

/**
 * The records that the links of a field may mean, on the boards of the pipeline that its choices name, or of its own.
 *
 * @example
 * linkTargets([], fixtures.book)({ options: ["Offers"] }, "deals").tabs //=> ["Deals"]
 */
export function linkTargets(
  looks: readonly BoardLook[],
  definition: Definition,
): (field: Pick<Field, "options">, ownBoard: string) => LinkTargets {
  const found = new Map<string, LinkTargets>();
  return ({ options }, ownBoard) => {
    const key = options[0] ?? `\n${ownBoard}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const boards = boardsOfLinks(definition, options[0], ownBoard);
    const targets = { tabs: boards.map(({ tab }) => tab), meant: meantAmong(looks, boards) };
    found.set(key, targets);
    return targets;
  };
}

/**
 * The boards whose records a link may name: those of the wanted pipeline, or of the own board's where none is wanted.
 *
 * @example
 * boardsOfLinks(fixtures.book, undefined, "deals").map(({ tab }) => tab) //=> ["Deals"]
 */
export function boardsOfLinks(
  { pipelines, boards }: Definition,
  wanted: string | undefined,
  ownBoard: string,
): Definition["boards"] {
  if (wanted === undefined) {
    const own = boards.find(({ id }) => id === ownBoard)?.pipeline;
    return boards.filter(({ pipeline }) => pipeline === own);
  }
  const pipeline = pipelines.find(({ name }) => nameKey(name) === nameKey(wanted))?.id;
  return boards.filter((board) => board.pipeline === pipeline);
}

function meantAmong(looks: readonly BoardLook[], boards: Definition["boards"]): LinkTargets["meant"] {
  const ids = new Set(boards.map(({ id }) => id));
  const byId = new Map<string, LinkTarget>();
  const byName = new Map<string, LinkTarget[]>();
  for (const { reading, seen } of looks.filter(({ world }) => ids.has(world.board.id))) {
    for (const { row, id } of seen.rows.filter((each) => each.row.name !== "")) {
      const target = { record: id, board: reading.board.id, name: row.name };
      const key = nameKey(row.name);
      byId.set(id, target);
      byName.set(key, [...(byName.get(key) ?? []), target]);
    }
  }
  return (text) => {
    const target = byId.get(ID_IN_TEXT.exec(text)?.[1] ?? "");
    return target === undefined ? (byName.get(nameKey(text)) ?? []) : [target];
  };
}
