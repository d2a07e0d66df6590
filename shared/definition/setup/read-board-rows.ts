// The rows of the Pipelines tab: one board each, with the pipeline that it follows. Two boards may follow one
// pipeline; its settings are those of the first, and a later row that says otherwise is a problem. A tab that people
// renamed is the same board, and its cell here follows; a pipeline that they renamed in one row follows in the others.

import { nameKey } from "../../table/cell.ts";
import { tabNameFault } from "../../table/tab-name.ts";
import type { ViewRow } from "../../table/tab-view.ts";
import { identifierFrom } from "../identifier.ts";
import { withFormerNamesOf } from "../named.ts";
import { type PipelineRow, pipelineFromCells } from "./pipelines-tab.ts";
import {
  follow,
  isIdentifier,
  nameFaults,
  type PipelineName,
  report,
  rowId,
  type SetupReader,
  type SetupTabReader,
} from "./setup-reader.ts";
import { problemsOfRow, type RowFault } from "./setup-tab.ts";

export interface BoardRow {
  readonly tab: SetupTabReader;
  readonly row: ViewRow;
  readonly said: PipelineRow;
  /** The name of its tab, as it is now. */
  readonly board: string;
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
  const fed = new Map<string, string>();
  const read = tab.rows.map((row) => ({ row, reading: pipelineFromCells(row.cells) }));
  const written = new Set(read.map(({ reading }) => reading.row.pipelineId).filter(isIdentifier));
  const given = new Set<string>();
  return read.map(({ row, reading }): BoardRow => {
    const { faults } = reading;
    const renamed = renamedPipeline(reader, firsts, reading.row);
    const said = renamed === undefined ? reading.row : { ...reading.row, name: renamed };
    const first = firsts.get(nameKey(said.name));
    report(reader, { tab, row }, [
      ...faults,
      ...nameFaults(seen, { key: "board", name: said.board, row }),
      ...(first === undefined ? [] : settingFaults(said, first)),
      ...bookFaults(reader, { tab, row, said }, read[0]?.reading.row ?? said),
    ]);
    const boardId = rowId(reader, { tab, row }, { name: said.board });
    const pipelineId = first?.pipelineId ?? pipelineIdOf(said, { written, given });
    const place = { tab, row, said, boardId, pipelineId, isFirst: first === undefined };
    const board = { ...place, board: tabOfBoard(reader, place) };
    report(reader, { tab, row }, newTabFaults(reader, board.board));
    report(reader, { tab, row }, feedFaults(reader, fed, said));
    follow(reader, board, { pipeline: renamed, pipeline_id: pipelineId });
    if (first === undefined) {
      firsts.set(nameKey(said.name), board);
      given.add(pipelineId);
    }
    return board;
  });
}

/**
 * The pipelines of these boards, by their present names and those that they had.
 *
 * @example
 * const reader = setupReader(fixtures.setupTables);
 * pipelineNames(reader, readBoardRows(reader, openTab(reader, pipelinesTab))) //=> [{ id: "offers", name: "Offers", aliases: [] }]
 */
export function pipelineNames(reader: SetupReader, boards: readonly BoardRow[]): readonly PipelineName[] {
  const named = boards
    .filter((board) => board.isFirst)
    .map(({ pipelineId, said }) => ({ id: pipelineId, name: said.name, aliases: [] }));
  return withFormerNamesOf(named, formerPipelines(reader));
}

function formerPipelines(reader: SetupReader): readonly PipelineName[] {
  return reader.earlier.flatMap(({ pipelines }) =>
    pipelines.map(({ id, name }) => ({ id, name, aliases: [] })),
  );
}

// The present name of the pipeline that a row calls by a former one: its hidden ID says which it is.
function renamedPipeline(
  reader: SetupReader,
  firsts: ReadonlyMap<string, BoardRow>,
  said: PipelineRow,
): string | undefined {
  if (firsts.has(nameKey(said.name))) return undefined;
  const first = [...firsts.values()].find(({ pipelineId }) => pipelineId === said.pipelineId);
  const wasCalledSo = formerPipelines(reader).some(
    ({ id, name }) => id === first?.pipelineId && nameKey(name) === nameKey(said.name),
  );
  return wasCalledSo ? first?.said.name : undefined;
}

// Where the mark on a tab and the cell disagree, the one that is new is what was edited.
function tabOfBoard(reader: SetupReader, place: Omit<BoardRow, "board">): string {
  const { said, boardId } = place;
  const marked = reader.tables.filter(({ key }) => key === `board_${boardId}`).map((table) => table.tab);
  const [tab] = marked;
  const same = marked.find((name) => nameKey(name) === nameKey(said.board));
  if (tab === undefined || same !== undefined) return same ?? said.board;
  const before = reader.earlier[0]?.boards.find((board) => board.id === boardId)?.tab;
  if (before === undefined || nameKey(before) === nameKey(said.board)) {
    follow(reader, place, { board: tab });
    return tab;
  }
  const message = `the tab of this board is called "${tab}"; rename the tab itself, and this cell follows`;
  reader.remarks.push(...problemsOfRow(place.tab.view, place.row, [{ key: "board", message }]));
  return tab;
}

// An id that a row above has belongs to that one: the row was copied and given another name.
function pipelineIdOf(
  said: PipelineRow,
  ids: { readonly written: ReadonlySet<string>; readonly given: ReadonlySet<string> },
): string {
  if (isIdentifier(said.pipelineId) && !ids.given.has(said.pipelineId)) return said.pipelineId;
  return identifierFrom(said.name, new Set([...ids.written, ...ids.given]));
}

// A tab that is yet to be made: its name must be one that a tab can have, and not that of a tab of ours.
function newTabFaults(reader: SetupReader, name: string): readonly RowFault[] {
  const table = reader.tables.find((each) => nameKey(each.tab) === nameKey(name));
  const isKept = table?.key !== undefined && !table.key.startsWith("board_");
  if (isKept)
    return [
      { key: "board", message: `"${name}" is a tab that Stageline keeps; give the board another name` },
    ];
  const fault = table === undefined && name !== "" ? tabNameFault(name) : undefined;
  return fault === undefined ? [] : [{ key: "board", message: `"${name}" ${fault}` }];
}

// A tab that feeds a board is one of people's, and feeds that one only: of each of its rows comes one record.
function feedFaults(
  reader: SetupReader,
  fed: Map<string, string>,
  { board, fedBy }: PipelineRow,
): readonly RowFault[] {
  if (fedBy === "") return [];
  const other = fed.get(nameKey(fedBy));
  fed.set(nameKey(fedBy), other ?? board);
  const table = reader.tables.find(({ tab }) => nameKey(tab) === nameKey(fedBy));
  const message =
    table?.key !== undefined
      ? `"${fedBy}" is a tab of Stageline's; name the one with the answers of a form`
      : other === undefined
        ? undefined
        : `"${fedBy}" feeds the board "${other}" already; a tab feeds one board`;
  return message === undefined ? [] : [{ key: "fed_by", message }];
}

// What holds for the whole book stands in every row. The first row counts: the others follow when it changes.
function bookFaults(
  reader: SetupReader,
  place: Pick<BoardRow, "tab" | "row" | "said">,
  first: PipelineRow,
): readonly RowFault[] {
  const { said } = place;
  const [before] = reader.earlier;
  const practice = first.practice ? "yes" : "no";
  const settings = [
    {
      key: "practice",
      now: practice,
      isSame: said.practice === first.practice,
      wasSame: said.practice === before?.practice,
    },
    { key: "zone", now: first.zone, isSame: said.zone === first.zone, wasSame: said.zone === before?.zone },
    {
      key: "digest_at",
      now: first.digestAt ?? "",
      isSame: said.digestAt === first.digestAt,
      wasSame: said.digestAt === before?.digestAt,
    },
  ];
  return settings.flatMap(({ key, now, isSame, wasSame }): readonly RowFault[] => {
    if (isSame || !said.written.has(key)) return [];
    if (wasSame) {
      follow(reader, place, { [key]: now });
      return [];
    }
    return [
      {
        key,
        message: `the first row says "${now}" for the whole book; write it there, and the others follow`,
      },
    ];
  });
}

function settingFaults(said: PipelineRow, first: BoardRow): readonly RowFault[] {
  const settings = [
    ["noun", (row: PipelineRow) => nameKey(row.noun)],
    ["currency", (row: PipelineRow) => row.currency ?? ""],
    ["working_days", (row: PipelineRow) => row.workingDays.join()],
    ["period_start", (row: PipelineRow) => nameKey(row.periodStart)],
    ["period_end", (row: PipelineRow) => nameKey(row.periodEnd)],
    ["flags_same", (row: PipelineRow) => row.flagsSame.map(nameKey).join()],
  ] as const;
  return settings.flatMap(([key, settingOf]): RowFault[] => {
    if (!said.written.has(key) || settingOf(said) === settingOf(first.said)) return [];
    const other = first.said.written.get(key);
    const message = `row ${first.row.at} says ${other === undefined ? "nothing" : `"${other}"`} for the same pipeline; write the same here, or nothing`;
    return [{ key, message }];
  });
}
