// What came into somebody's hands: records that a colleague handed over, and those that entered a stage of the person's
// role from another's. It tells of what is there still, and of nothing that the person did.

import { personNamed } from "../../definition/absence.ts";
import type { Person, Pipeline } from "../../definition/pipeline.ts";
import { rolesNamedIn } from "../../definition/role-names.ts";
import type { Entry } from "../../log/entry.ts";
import { nameKey } from "../../table/cell.ts";
import { compareMoments, instantMs, type Moment } from "../../value/moment.ts";
import type { ActBoard, ActBook } from "../rules/rule-act.ts";
import { ownerOf } from "./duties.ts";

export interface HandOff {
  readonly board: string;
  readonly record: string;
  readonly name: string;
  /** Name of the stage. */
  readonly stage: string;
  readonly sentence: string;
  readonly at: Moment;
}

/**
 * What came into the hands of these people after `since`, the first at the top.
 *
 * @example
 * handOffsTo({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [] }, [], fixtures.run.now) //=> []
 */
export function handOffsTo(book: ActBook, people: readonly Person[], since: Moment): readonly HandOff[] {
  const told = [...book.boards.values()].flatMap((board) =>
    [...board.rows.keys()].flatMap((record) => handOffOf({ book, board, people, since }, record)),
  );
  return told.sort((left, right) => compareMoments(left.at, right.at));
}

interface Handing {
  readonly book: ActBook;
  readonly board: ActBoard;
  readonly people: readonly Person[];
  readonly since: Moment;
}

// A record is told of once, for what happened to it last.
function handOffOf(handing: Handing, record: string): readonly HandOff[] {
  const { board, since } = handing;
  const [row, state] = [board.rows.get(record), board.states.get(record)];
  const stage = board.pipeline.stages.find(({ id }) => id === state?.now.stage);
  if (row === undefined || state === undefined || state.removed || stage === undefined) return [];
  const fresh = board.entriesOf(record).filter(({ at }) => instantMs(at) > instantMs(since));
  const owner = ownerOf(row);
  for (const entry of [...fresh].sort((left, right) => compareMoments(right.at, left.at))) {
    const isPresent = entry.kind === "hand-over" || entry.id === state.now.entry;
    const sentence = isPresent ? sentenceOf(handing, entry, owner) : undefined;
    if (sentence === undefined) continue;
    return [{ ...{ board: board.tab, record, name: row.name, stage: stage.name }, sentence, at: entry.at }];
  }
  return [];
}

function sentenceOf(handing: Handing, entry: Entry, owner: string): string | undefined {
  const { people, book, board } = handing;
  if (people.some(({ name }) => nameKey(name) === nameKey(entry.who))) return undefined;
  const { team } = book.definition;
  if (entry.kind === "hand-over") {
    const to = personNamed(team, entry.data["to"] ?? "");
    const isTheirs = to !== undefined && people.includes(to) && personNamed(team, owner) === to;
    return isTheirs ? `handed over by ${giverOf(entry)}` : undefined;
  }
  if (entry.kind !== "moved") return undefined;
  const role = roleOf(board.pipeline, entry.to);
  const isOfAnother = nameKey(role) !== nameKey(roleOf(board.pipeline, entry.from));
  const isTheirs = people.some(({ roles }) => hasRole(roles, role));
  return isOfAnother && isTheirs ? `came to ${role}, moved by ${giverOf(entry)}` : undefined;
}

function giverOf({ who }: Entry): string {
  return nameKey(who) === "unknown" ? "somebody" : who;
}

function roleOf({ stages }: Pipeline, id: string | undefined): string {
  return stages.find((stage) => stage.id === id)?.role ?? "";
}

function hasRole(roles: readonly string[], role: string): boolean {
  const wanted = new Set(rolesNamedIn(role).map(nameKey));
  return roles.some((each) => wanted.has(nameKey(each)));
}
