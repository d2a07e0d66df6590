// "Create a record on …" as rules do it: a row at the first stage of that pipeline's first board, with what the two have
// in common, tied both ways. The id of the record follows from the act, so that a run which is cut short makes it once:
// the row comes first, then the history that tells of it. Where the record led to one there already that is still open,
// that one is meant, and no second is made: so a move that is undone and done again makes one.

import type { BoardRow } from "../../board/board-row.ts";
import { datedDefinitions } from "../../definition/definition-versions.ts";
import type { Board } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { RowCells } from "../../table/layout.ts";
import { quoted } from "../../table/shown-cell.ts";
import type { Tables } from "../../table/table.ts";
import { compareMoments, type Moment } from "../../value/moment.ts";
import { factEntry } from "../row/entry-making.ts";
import {
  type ActBoard,
  type ActBook,
  type ActsDone,
  actEntryId,
  RULES_ACT_AS,
  type RuleAct,
} from "../rules/rule-act.ts";
import { dataOf, ruling } from "../rules/rule-entries.ts";
import { forthField } from "./link-fields.ts";
import { standingBoard } from "./linked-fates.ts";
import { createdByRule, madeRecord } from "./made-record.ts";
import { type Tie, tieData, tiesOf } from "./record-ties.ts";

/**
 * What comes of acts that create a record; other acts are left out. An act whose record is gone, or whose board is not
 * there or waits to be mended, is not done yet. Rows have to be written before the entries.
 *
 * @example
 * createActs({ boards: new Map() }, []) //=> { changes: [], entries: [] }
 */
export function createActs(book: ActBook, acts: readonly RuleAct[]): ActsDone {
  const others = new Map<string, Other>();
  const changes: Change[] = [];
  const entries: Entry[] = [];
  for (const act of acts) {
    const place = placeOf(book, act);
    if (place === undefined) continue;
    const { from, to, source } = place;
    const way = [from.board.id, act.record, to.board.id].join("\n");
    const known = others.get(way);
    const other =
      known ?? openOther(book, place) ?? madeRecord(act, { ...place, team: book.definition.team });
    others.set(way, other);
    if (known === undefined && other.row !== undefined && !isThere(book, other.record))
      changes.push({ kind: "append", tab: to.tab, rows: [other.row] });
    if (known === undefined && other.row !== undefined && !isKnown(book, other.record))
      entries.push(
        createdByRule({ ...book.run, now: place.at }, to, {
          made: { ...other, row: other.row },
          reason: reasonOf(act),
        }),
      );
    const field = fieldFor(book, place, other);
    entries.push(...tieEntries(book, place, { other, field }));
    if (field !== undefined && textOf(source.cells[field]) !== other.name)
      changes.push({ kind: "setField", tab: from.tab, record: act.record, field, value: other.name });
  }
  return { changes, entries };
}

interface Place {
  readonly act: RuleAct;
  /** When the record came in, and was tied: when it was due, however late it is done. */
  readonly at: Moment;
  readonly from: ActBoard;
  readonly to: ActBoard;
  readonly source: BoardRow;
  readonly ties: readonly Tie[];
}

/** The record that is made, or that is there already. */
interface Other {
  readonly record: string;
  readonly name: string;
  /** Of one that is made. */
  readonly row?: RowCells;
  /** The field in which its row names the record that it is made from. */
  readonly field?: string | undefined;
}

function placeOf({ run, tables, definition, boards }: ActBook, act: RuleAct): Place | undefined {
  if (act.action.do !== "create") return undefined;
  const { pipeline: wanted } = act.action;
  const pipeline = definition.pipelines.find(({ name }) => nameKey(name) === nameKey(wanted));
  const board = definition.boards.find((each) => each.pipeline === pipeline?.id);
  const [from, to] = [boards.get(act.board), boards.get(board?.id ?? "")];
  const source = from?.rows.get(act.record);
  if (from === undefined || to === undefined || source === undefined || source.name === "") return undefined;
  const state = from.states.get(act.record);
  if (state?.removed !== false) return undefined;
  const isEarlier = isOlderThan(tables, to.board, act.due);
  if (isEarlier && state.now.entry !== act.occurrence) return undefined;
  const at = isEarlier ? run.now : act.due;
  return { act, at, from, to, source, ties: tiesOf(from.entriesOf(act.record)) };
}

// A board that came into the book later gets the records that stand where the rule saw them still, and no others; they
// come in when it does.
function isOlderThan(tables: Tables, board: Board, due: Moment): boolean {
  const versions = datedDefinitions(tables);
  const without = versions.findIndex(
    ({ definition }) => !definition.boards.some(({ id }) => id === board.id),
  );
  const since = without < 0 ? undefined : versions[without - 1]?.at;
  return since !== undefined && compareMoments(since, due) > 0;
}

function openOther(book: ActBook, { from, to, ties }: Place): Other | undefined {
  const isOwn = from.pipeline.id === to.pipeline.id;
  const leading = ties.filter(({ way }) => way === "to" || (way === "names" && !isOwn));
  return leading.flatMap(({ record, board }): readonly Other[] => {
    const stands = standingBoard(book, record, board);
    const state = stands?.states.get(record);
    if (stands?.pipeline.id !== to.pipeline.id || state === undefined || isOver(book, record)) return [];
    return [{ record, name: stands.rows.get(record)?.name || state.name }];
  })[0];
}

// Won, lost or gone: whoever comes to the same point again begins anew.
function isOver(book: ActBook, record: string): boolean {
  const board = standingBoard(book, record);
  const stage = board?.states.get(record)?.now.stage;
  const kind = board?.pipeline.stages.find(({ id }) => id === stage)?.kind;
  return kind !== "open" && kind !== "parked";
}

// A run that was cut short may have left the row behind, and the next one have taken it in.
function isKnown({ boards }: ActBook, record: string): boolean {
  return [...boards.values()].some(({ states }) => states.has(record));
}

function isThere(book: ActBook, record: string): boolean {
  return isKnown(book, record) || [...book.boards.values()].some(({ rows }) => rows.has(record));
}

function reasonOf({ rule }: RuleAct): string {
  return `by the rule ${quoted(rule.name)}`;
}

function fieldFor(book: ActBook, { from, to, source, ties }: Place, other: Other): string | undefined {
  const isFree = (record: string) => record === other.record || isOver(book, record);
  return forthField({ from: from.pipeline, to: to.pipeline, row: source, ties }, isFree);
}

// The first of them says that the act is done.
function tieEntries(
  book: ActBook,
  { act, at, from, to, source }: Place,
  tied: { readonly other: Other; readonly field: string | undefined },
): readonly Entry[] {
  const { other, field } = tied;
  const run = ruling(book.run);
  const id = idOf(act);
  const n = (board: ActBoard, record: string) => board.states.get(record)?.n ?? 1;
  const older = { board: from.board.id, record: act.record, name: source.name, n: n(from, act.record) };
  const newer = { board: to.board.id, record: other.record, name: other.name, n: n(to, other.record) };
  const reason = reasonOf(act);
  const isMade = other.row !== undefined;
  const told = { who: RULES_ACT_AS, occurrence: id, at: isMade ? at : run.now };
  const same = { kind: "linked", ...told } as const;
  const forth = factEntry(run, {
    ...same,
    subject: older,
    data: { ...tieData({ ...newer, way: "to", field }), ...dataOf(act, act.index) },
    note: isMade ? `made ${reason}` : `there already, found ${reason}`,
  });
  const back = factEntry(run, {
    ...same,
    subject: newer,
    data: tieData({ ...older, way: "from", field: other.field }),
    note: isMade ? `made from it ${reason}` : `found ${reason}`,
  });
  return [{ ...forth, id }, back];
}

function idOf(act: RuleAct): string {
  return actEntryId({ ...act, rule: act.rule.id });
}
