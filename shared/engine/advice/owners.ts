// Records that nobody works on, and owners whom Team does not know: what is written to an owner reaches neither.

import type { BoardRow } from "../../board/board-row.ts";
import type { Person } from "../../definition/pipeline.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { problemAt } from "../../table/tab-view.ts";
import { countOf } from "../../value/noun.ts";
import type { Advice, BoardFacts, PipelineFacts } from "./advice.ts";
import { namesWords } from "./advice-words.ts";
import { nearNameIn } from "./near-names.ts";

/** An owner of records whom Team does not know. */
export interface UnknownOwner {
  readonly name: string;
  readonly rows: readonly BoardRow[];
  /** The one person of the team whose name is a slip away. */
  readonly near?: string;
}

/**
 * What is told of records in open stages without an owner, and of owners who are not in Team.
 *
 * @example
 * ownerAdvice(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0]) //=> []
 */
export function ownerAdvice(facts: PipelineFacts): readonly Advice[] {
  const { team } = facts.book.definition;
  return facts.boards.flatMap((board) => [...ownerless(facts, board), ...strangers(team, board)]);
}

/**
 * The owners on a board whom a Team with people in it does not know, by name or by address.
 *
 * @example
 * unknownOwners([], { board: fixtures.book.boards[0], paths: fixtures.paths("ada: Lead") }) //=> []
 */
export function unknownOwners(team: readonly Person[], { reading }: BoardFacts): readonly UnknownOwner[] {
  if (team.length === 0 || reading === undefined) return [];
  const known = new Set(team.flatMap(({ name, email = name }) => [nameKey(name), nameKey(email)]));
  const owners = new Map<string, BoardRow[]>();
  for (const row of reading.rows) {
    const key = nameKey(textOf(row.cells["owner"]));
    if (key === "" || known.has(key) || row.untouchable) continue;
    const same = owners.get(key);
    if (same === undefined) owners.set(key, [row]);
    else same.push(row);
  }
  return [...owners.values()].map((rows) => {
    const name = textOf(rows[0]?.cells["owner"]);
    const near = nearNameIn(
      team.map((person) => person.name),
      name,
    );
    return { name, rows, ...(near === undefined ? {} : { near }) };
  });
}

function ownerless({ pipeline, book }: PipelineFacts, { reading }: BoardFacts): readonly Advice[] {
  if (reading === undefined) return [];
  const open = reading.rows.filter(({ stage, name }) => name !== "" && stage?.kind === "open");
  const alone = open.filter(({ cells }) => textOf(cells["owner"]) === "");
  const [first] = alone;
  // A board that nobody owns anything on is worked together.
  const isOwned = book.definition.team.length > 0 || alone.length < open.length;
  if (first === undefined || !isOwned) return [];
  const verb = alone.length === 1 ? "has" : "have";
  const message = `${countOf(alone.length, `open ${pipeline.noun}`)} ${verb} no owner: ${namesWords(alone.map(({ name }) => name))}; nobody is reminded of them`;
  return [problemAt(reading.view, { row: first.at, key: "owner" }, message)];
}

function strangers(team: readonly Person[], board: BoardFacts): readonly Advice[] {
  const { reading } = board;
  if (reading === undefined) return [];
  return unknownOwners(team, board).map(({ name, rows, near }) => {
    const right = near === undefined ? "add the name there" : `${quoted(near)} may be meant`;
    const where = rows.length === 1 ? "" : `, in ${rows.length} rows`;
    const message = `owner ${quoted(name)} is not in Team${where}; ${right}`;
    return problemAt(reading.view, { row: rows[0]?.at ?? 1, key: "owner" }, message);
  });
}
