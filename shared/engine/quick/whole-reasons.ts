// When a few rows do not tell what an edit means, and the whole book has to be looked at. Every such case stands here
// with its reason; what is not in these lists, the rows themselves tell exactly. The first that is true is the answer.

import type { BoardReading } from "../../board/board-row.ts";
import { isRowId } from "../../board/identity.ts";
import type { Table } from "../../table/table.ts";
import { exchangeGuard } from "../board/guards.ts";
import { mayBeLinked, unknownLinks } from "../board/linked-names.ts";
import type { SeenRow } from "../board/seen-rows.ts";
import type { Head } from "../head.ts";
import type { Run } from "../run.ts";
import { isSameMap, type KnownColumns, stillHolds } from "./known-columns.ts";
import { hasDoubledId, hasEmptiedRow, isAnotherSet, needsAllIds } from "./known-ids.ts";
import { type BoardIn, hasUnknownLink } from "./known-links.ts";
import type { Look } from "./look.ts";
import { asksWhatIsPaid } from "./paid-needs.ts";
import {
  asksForMore,
  isBefore,
  isCalledAnew,
  isFresh,
  isOwn,
  isPlain,
  namesOf,
  statesOf,
  type TouchedRow,
} from "./touched-row.ts";

/** A case in which the whole book is looked at. */
type Reason<Facts> = readonly [why: string, isSo: (facts: Facts) => boolean];

/** What is known before the board is read. */
export interface BookFacts {
  readonly look: Look;
  readonly run: Run;
  readonly head: Head;
  readonly table: Table;
  readonly columns: KnownColumns | undefined;
}

const bookReasons: readonly Reason<BookFacts>[] = [
  ["a run was cut short", ({ head }) => head.open !== ""],
  ["somebody accepts what guards would stop", ({ run }) => run.acceptsGuards === true],
  ["the time zone of the book changed", ({ run, head }) => run.zone.name !== head.zone],
  [
    "the history has other rows than were counted",
    ({ look, head }) => (look.historyRows ?? head.entries) !== head.entries,
  ],
  ["the header was edited", ({ look }) => look.rows.includes(1)],
  ["where the columns are is not known", ({ columns }) => columns === undefined],
  ["the header changed", ({ columns, table }) => columns !== undefined && !stillHolds(columns, table.header)],
  ["columns were moved", ({ columns, table }) => !isSameMap(columns?.at ?? {}, table.marks)],
];

/** What is known once the rows are read. */
export interface BoardFacts extends BookFacts {
  readonly reading: BoardReading;
  readonly board: BoardIn;
  readonly touched: readonly TouchedRow[];
}

const boardReasons: readonly Reason<BoardFacts>[] = [
  ["the board waits to be mended", ({ reading }) => reading.stopped.length > 0],
  [
    "columns cannot be told apart",
    ({ reading: { view } }) => view.columns.problems.length + view.columns.missing.length > 0,
  ],
  ["an example may have been copied", ({ reading }) => reading.examples.length > 0],
  ["a record lost all that it held", ({ reading }) => hasEmptiedRow(reading)],
  [
    "whose IDs stand on the board is not known",
    ({ look, reading, touched }) => look.ids.of === "touched" && needsAllIds(look, reading, touched),
  ],
  ["an ID stands twice", ({ look, touched }) => hasDoubledId(look.ids, touched)],
  [
    "records are gone from the board, or came to it",
    ({ look, head, board }) => isAnotherSet(look.ids, head.standing[board.boardId]),
  ],
];

/** A touched row on its board. */
export interface RowFacts {
  readonly run: Run;
  readonly board: BoardIn;
  /** The names by which records of the board are linked, as the head keeps them. */
  readonly linked: string;
  readonly touched: TouchedRow;
}

const rowReasons: readonly Reason<RowFacts>[] = [
  ["a row is left alone until it is mended", ({ touched }) => touched.row.untouchable],
  ["the Log cell asks for more than an entry", ({ touched }) => asksForMore(touched)],
  ["what is paid has to be looked up", ({ board, touched }) => asksWhatIsPaid(board, touched)],
  ["a link has to be looked up", ({ board, touched }) => hasUnknownLink(board, touched)],
  [
    "other records may name this one",
    ({ linked, touched }) =>
      isCalledAnew(touched) && namesOf(touched).some((name) => mayBeLinked(linked, name)),
  ],
];

const knownRowReasons: readonly Reason<RowFacts>[] = [
  ["the ID is none of ours", ({ touched }) => !isRowId(touched.row.id)],
  [
    "the row was last seen as another record, or elsewhere",
    ({ board, touched }) => !isOwn(touched, board.boardId),
  ],
  ["the row does not say what its history is", ({ touched }) => touched.memory?.record !== touched.row.id],
  ["the record was removed", ({ touched }) => touched.state?.removed !== false],
  ["its stage is no longer in Stages", ({ board, touched }) => !hasStage(board, touched)],
  ["its history goes beyond this moment", ({ run, touched }) => !isBefore(touched, run.now)],
  ["others are told its name", ({ touched }) => isCalledAnew(touched) && touched.memory?.flag !== ""],
];

/** The rows with the records that they are. */
export interface SeenFacts {
  readonly touched: readonly TouchedRow[];
  readonly seen: readonly SeenRow[];
}

const seenReasons: readonly Reason<SeenFacts>[] = [
  ["rows seem to have been sorted or copied", ({ touched, seen }) => !isPlain(touched, seen)],
  [
    "many records changed stage at once",
    ({ touched, seen }) => exchangeGuard(seen, statesOf(touched)) !== undefined,
  ],
];

/**
 * Why the whole book has to be looked at, as far as it is known before the rows are read; `undefined` for no reason.
 *
 * @example
 * bookReason({ head: { ...readHead([]), open: "yes" } }) //=> "a run was cut short"
 */
export function bookReason(facts: BookFacts): string | undefined {
  return firstOf(bookReasons, facts);
}

/**
 * Why, once they are read.
 *
 * @example
 * boardReason({ reading: { stopped: ["no name"] } }) //=> "the board waits to be mended"
 */
export function boardReason(facts: BoardFacts): string | undefined {
  return firstOf(boardReasons, facts) ?? rowsReason(facts);
}

/**
 * Why, once it is known which records they are.
 *
 * @example
 * seenReason({ touched: [], seen: [] }) //=> undefined
 */
export function seenReason(facts: SeenFacts): string | undefined {
  return firstOf(seenReasons, facts);
}

function rowsReason({ run, board, head, touched }: BoardFacts): string | undefined {
  const linked = head.linked[board.boardId] ?? unknownLinks();
  return first(touched, (each) => rowReason({ run, board, linked, touched: each }));
}

function rowReason(facts: RowFacts): string | undefined {
  return firstOf(rowReasons, facts) ?? (isFresh(facts.touched) ? undefined : firstOf(knownRowReasons, facts));
}

function hasStage({ pipeline }: BoardIn, { state }: TouchedRow): boolean {
  return pipeline.stages.some(({ id }) => id === state?.now.stage);
}

function firstOf<Facts>(reasons: readonly Reason<Facts>[], facts: Facts): string | undefined {
  return reasons.find(([, isSo]) => isSo(facts))?.[0];
}

function first<Item>(items: readonly Item[], find: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
