// The quick look: what an edit means, from the rows that it touched alone. It takes the same steps as a look at the
// whole book, over what the rows remember of their history, and comes to the same changes; or it says that the whole
// book has to be looked at (whole-reasons.ts). Edits elsewhere of which nobody was told are left to that, too.

import { peoplesKeys } from "../../board/board-layout.ts";
import { type BoardReading, readBoard } from "../../board/board-row.ts";
import { definitionHash, lastDefinition } from "../../definition/definition-versions.ts";
import type { Board, Definition } from "../../definition/pipeline.ts";
import { checkOf } from "../../log/check.ts";
import type { Memory } from "../../log/record-memory.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import type { Change } from "../../table/change.ts";
import type { Table } from "../../table/table.ts";
import { type RowChanges, rowChanges, type Told, type ToldRows, toldRows } from "../board/row-changes.ts";
import { flaggable, flagMark } from "../board/same-flags.ts";
import { seenRows } from "../board/seen-rows.ts";
import { grownStanding } from "../board/standing-records.ts";
import { grownHead } from "../counted-history.ts";
import { type Head, headChanges, openChanges, readHead } from "../head.ts";
import { appendedHistory } from "../history-changes.ts";
import { asksWholeBook } from "../row/event-rules.ts";
import type { BoardRun } from "../row/row-draft.ts";
import { type Flag, NO_FLAG } from "../row/row-memory.ts";
import { watchedFields } from "../row/watched-field.ts";
import type { Run } from "../run.ts";
import { knownColumns } from "./known-columns.ts";
import type { Look, Looked } from "./look.ts";
import { statesOf, type TouchedRow, touchedRow } from "./touched-row.ts";
import { boardReason, bookReason, seenReason } from "./whole-reasons.ts";

/**
 * What the touched rows mean, or why they alone do not tell.
 *
 * @example
 * quickLook({ tables: [], tab: "Deals", rows: [2], columns: { first: 0, last: 0 }, ids: { of: "board", ids: [] } }, fixtures.run)
 * //=> { how: "whole", why: "nobody has looked at the whole book yet" }
 */
export function quickLook(look: Look, run: Run): Looked {
  const head = readHead(look.tables);
  if (head.definition === "") return whole("nobody has looked at the whole book yet");
  const definition = definitionInForce(look, head);
  if (definition === undefined) return whole("the definition in force is not at hand");
  const table = look.tables.find(({ tab }) => tab === look.tab);
  const board = boardOf(definition, look.tab, table);
  if (table === undefined || board === undefined) return whole("the tab is no board that is known");
  const columns = knownColumns(head, board.id);
  const why = bookReason({ look, run, head, table, columns });
  const reading = why === undefined ? readBoard(definition, board, table) : undefined;
  if (reading === undefined) return whole(why ?? "the board has no pipeline");
  const touched = reading.rows.map((row) => touchedRow(row, board.id));
  const place = { definition, pipeline: reading.pipeline, boardId: board.id };
  const boardWhy = boardReason({ look, run, head, table, columns, reading, board: place, touched });
  if (boardWhy !== undefined) return whole(boardWhy);
  return lookAtRows({ look, run, head, definition, reading, touched });
}

interface Readable {
  readonly look: Look;
  readonly run: Run;
  readonly head: Head;
  readonly definition: Definition;
  readonly reading: BoardReading;
  readonly touched: readonly TouchedRow[];
}

function lookAtRows(readable: Readable): Looked {
  const { look, run, head, definition, reading, touched } = readable;
  const states = statesOf(touched);
  const seed = `${run.seed}\n${reading.board.id}`;
  const { rows } = seenRows(reading, { states, elsewhere: new Set(), seed });
  const why = seenReason({ touched, seen: rows });
  if (why !== undefined) return whole(why);
  const told = toldRows(boardRunOf(readable), reading, { rows, states });
  if (told.told.some(({ row }) => asksWholeBook(reading.pipeline, row.draft.entries)))
    return whole("a rule takes the whole book");
  const flags = new Map(touched.map(({ row, memory }) => [row.at, flagIn(memory)]));
  const flagOf = ({ seen }: Told) => flags.get(seen.row.at) ?? NO_FLAG;
  if (!told.told.every((each) => isComparedAsBefore(reading, each, flagOf(each))))
    return whole("others may hold the same");
  const changes = rowChanges(reading, told, flagOf);
  return {
    how: "done",
    changes: bookChanges(look, changes, grownWith(head, reading.board.id, { told, changes })),
    entries: changes.entries,
    problems: changes.problems,
    definition,
  };
}

function whole(why: string): Looked {
  return { how: "whole", why };
}

function definitionInForce(look: Look, head: Head): Definition | undefined {
  const { definition = lastDefinition(look.tables) } = look;
  return definition !== undefined && definitionHash(definition) === head.definition ? definition : undefined;
}

function boardOf({ boards }: Definition, tab: string, table: Table | undefined): Board | undefined {
  return boards.find(({ id }) => table?.key === `board_${id}`) ?? boards.find((board) => board.tab === tab);
}

function boardRunOf({ run, definition, reading, touched }: Readable): BoardRun {
  const { pipeline, layout, board } = reading;
  const known = new Map(
    touched.flatMap((each) => (each.memory === undefined ? [] : [[each.row.id, each] as const])),
  );
  return {
    run,
    definition,
    pipeline,
    boardId: board.id,
    watched: watchedFields(pipeline),
    keys: peoplesKeys(layout),
    entriesOf: (record) => known.get(record)?.entries ?? [],
    countOf: (record) => known.get(record)?.memory?.total ?? 0,
    behind: (record) => {
      const row = known.get(record);
      return row?.memory === undefined ? undefined : { entries: row.seal.entries, last: row.memory.last };
    },
  };
}

function flagIn(memory: Memory | undefined): Flag {
  return memory === undefined ? NO_FLAG : { text: memory.flag, mark: memory.flagMark };
}

// What a record holds in compared fields is told to the others that hold the same, and to those that did.
function isComparedAsBefore(reading: BoardReading, told: Told, before: Flag): boolean {
  const now = flaggable(told).map((record) => flagMark(reading.pipeline, record))[0] ?? "";
  return before.mark === now;
}

function grownWith(
  head: Head,
  board: string,
  { told, changes }: { readonly told: ToldRows; readonly changes: RowChanges },
): Head {
  const began = new Set(changes.entries.filter(({ kind }) => kind === "created").map(({ record }) => record));
  const ids = told.told.map(({ seen }) => seen.id).filter((id) => began.has(id));
  const grown = grownHead(head, changes.entries.map(checkOf));
  return {
    ...grown,
    standing: { ...head.standing, [board]: grownStanding(head.standing[board] ?? "", ids) },
  };
}

function bookChanges({ tables }: Look, changes: RowChanges, head: Head): readonly Change[] {
  const facts: readonly Change[] = [
    ...changes.identities,
    ...changes.renames,
    ...appendedHistory(tables, changes.entries),
    ...changes.cells,
    ...changes.seals,
  ];
  if (facts.length === 0) return [];
  const opened = openChanges(tables);
  return [...opened, ...facts, ...headChanges(applyChanges(tables, opened), head)];
}
