// The rows of the Pipelines tab: one board each, with the pipeline that it follows. Two boards may follow one
// pipeline; its settings are those of the first, and a later row that says otherwise is a problem.

import { nameKey } from "../../table/cell.ts";
import type { ViewRow } from "../../table/tab-view.ts";
import { identifierFrom } from "../identifier.ts";
import { type PipelineRow, pipelineFromCells } from "./pipelines-tab.ts";
import {
  isIdentifier,
  nameFaults,
  report,
  rowId,
  type SetupReader,
  type SetupTabReader,
} from "./setup-reader.ts";
import type { RowFault } from "./setup-tab.ts";

export interface BoardRow {
  readonly tab: SetupTabReader;
  readonly row: ViewRow;
  readonly said: PipelineRow;
  readonly boardId: string;
  readonly pipelineId: string;
  /** Whether its settings are those of the pipeline. */
  readonly isFirst: boolean;
}

/**
 * The boards of the book, in the order of their rows.
 *
 * @example
 * const reader = setupReader(fixtures.setupTables);
 * readBoardRows(reader, openTab(reader, pipelinesTab)).map((board) => board.boardId) //=> ["deals"]
 */
export function readBoardRows(reader: SetupReader, tab: SetupTabReader): readonly BoardRow[] {
  const seen = new Map<string, number>();
  const firsts = new Map<string, BoardRow>();
  const read = tab.rows.map((row) => ({ row, reading: pipelineFromCells(row.cells) }));
  const written = new Set(read.map(({ reading }) => reading.row.pipelineId).filter(isIdentifier));
  const given = new Set<string>();
  return read.map(({ row, reading }): BoardRow => {
    const { row: said, faults } = reading;
    const first = firsts.get(nameKey(said.name));
    report(reader, { tab, row }, [
      ...faults,
      ...nameFaults(seen, { key: "board", name: said.board, row }),
      ...(first === undefined ? [] : settingFaults(said, first)),
    ]);
    const boardId = rowId(reader, { tab, row }, { name: said.board });
    const pipelineId = first?.pipelineId ?? pipelineIdOf(said, { written, given });
    const board = { tab, row, said, boardId, pipelineId, isFirst: first === undefined };
    if (first === undefined) {
      firsts.set(nameKey(said.name), board);
      given.add(pipelineId);
    }
    return board;
  });
}

// An id that a row above has belongs to that one: the row was copied and given another name.
function pipelineIdOf(
  said: PipelineRow,
  ids: { readonly written: ReadonlySet<string>; readonly given: ReadonlySet<string> },
): string {
  if (isIdentifier(said.pipelineId) && !ids.given.has(said.pipelineId)) return said.pipelineId;
  return identifierFrom(said.name, new Set([...ids.written, ...ids.given]));
}

function settingFaults(said: PipelineRow, first: BoardRow): readonly RowFault[] {
  const settings = [
    ["noun", (row: PipelineRow) => nameKey(row.noun)],
    ["currency", (row: PipelineRow) => row.currency ?? ""],
    ["working_days", (row: PipelineRow) => row.workingDays.join()],
    ["period_start", (row: PipelineRow) => nameKey(row.periodStart)],
    ["period_end", (row: PipelineRow) => nameKey(row.periodEnd)],
  ] as const;
  return settings.flatMap(([key, settingOf]): RowFault[] => {
    if (!said.written.has(key) || settingOf(said) === settingOf(first.said)) return [];
    const other = first.said.written.get(key);
    const message = `row ${first.row.at} says ${other === undefined ? "nothing" : `"${other}"`} for the same pipeline; write the same here, or nothing`;
    return [{ key, message }];
  });
}
