// A board as the engine sees it: each row with its stage understood, its fields read by their types, and what
// could not be understood as problems at their cells. Rows that hold nothing of people's are no records.

import { namedIn } from "../definition/named.ts";
import type { Board, Definition, Field, Person, Pipeline, Stage } from "../definition/pipeline.ts";
import { cellKindOf, fieldsOf } from "../definition/standard-field.ts";
import { cellAddress, isBlank, isErrorCell, nameKey, textOf } from "../table/cell.ts";
import type { FieldValue } from "../table/field-type.ts";
import { readCell } from "../table/field-value.ts";
import type { TabLayout } from "../table/layout.ts";
import type { Problem } from "../table/problem.ts";
import { problemAt, type TabView, type ViewRow, viewOf } from "../table/tab-view.ts";
import type { Table } from "../table/table.ts";
import { boardLayout, peoplesKeys } from "./board-layout.ts";
import { examplesApart } from "./example-rows.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type MergedCells, mergedCells } from "./merged-cells.ts";
import { movedHeader } from "./moved-header.ts";

export interface BoardRow {
  /** The row's number in the tab, from 1. */
  readonly at: number;
  readonly cells: ViewRow["cells"];
  /** What the ID cell holds, as text. */
  readonly id: string;
  readonly name: string;
  /** The stage that the cell names; absent where it is blank or not understood. */
  readonly stage?: Stage;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** What is wrong in this row. */
  readonly problems: readonly Problem[];
  /** Whether the row must be left alone: a merged range or an error stands where stage, name or ID should. */
  readonly untouchable: boolean;
  readonly fingerprint: string;
  /** The fingerprint that the hidden column holds: what the row was when it was last seen. */
  readonly knownFingerprint: string;
}

export interface BoardReading {
  readonly board: Board;
  readonly pipeline: Pipeline;
  readonly layout: TabLayout;
  readonly view: TabView;
  readonly rows: readonly BoardRow[];
  /** Rows that are no records: they show how the board looks in use, and nobody has touched them. */
  readonly examples: readonly BoardRow[];
  /** What stops the whole board: a column of ours that is missing or cannot be told apart. */
  readonly stopped: readonly Problem[];
}

/** What the engine cannot do without. */
const REQUIRED = ["stage", "name"];

/**
 * The rows of a board.
 *
 * @example
 * readBoard(fixtures.book, fixtures.book.boards[0], fixtures.dealsTable).rows.map((row) => row.name) //=> ["Ada"]
 */
export function readBoard(definition: Definition, board: Board, table: Table): BoardReading | undefined {
  const last = lastRead.get(table);
  if (last?.definition === definition && last.board === board) return last.reading;
  const reading = boardIn(definition, board, table);
  lastRead.set(table, { definition, board, reading });
  return reading;
}

// A look asks for the same board several times; neither a table nor a definition ever changes.
const lastRead = new WeakMap<
  Table,
  { readonly definition: Definition; readonly board: Board; readonly reading: BoardReading | undefined }
>();

function boardIn(definition: Definition, board: Board, table: Table): BoardReading | undefined {
  const pipeline = definition.pipelines.find((each) => each.id === board.pipeline);
  if (pipeline === undefined) return undefined;
  const reader = rowReader({ definition, pipeline }, board, table);
  const { layout, view, keys } = reader;
  const lost = view.columns.missing
    .filter((key) => REQUIRED.includes(key))
    .map((key): Problem => {
      const header = layout.columns.find((column) => column.key === key)?.header ?? key;
      const message = `the column "${header}" is missing; put it back with this header in row 1, or undo its deletion`;
      return { tab: table.tab, message };
    });
  const stopped = [
    ...lost,
    ...misplacedHeaders(table, layout, view),
    ...view.columns.problems.filter((problem) => problem.message.startsWith("this column holds")),
  ];
  const seen = view.rows.filter(
    ({ cells }) => keys.some((key) => !isBlank(cells[key])) || !isBlank(cells["log"]),
  );
  const read = seen.map((row) => readRow(reader, row));
  return { board, pipeline, layout, view, ...examplesApart(board.id, read), stopped };
}

function misplacedHeaders(table: Table, layout: TabLayout, { columns }: TabView): readonly Problem[] {
  const row = movedHeader(table, layout, columns.at);
  if (row === undefined) return [];
  return [{ tab: table.tab, message: `the headers stand in row ${row}; put them back into row 1` }];
}

/**
 * The stage that a name means: by its present name, then by a former one; case and spaces do not count.
 *
 * @example
 * stageNamed(fixtures.offers, " LEAD ")?.id //=> "lead"
 */
export function stageNamed(pipeline: Pipeline, name: string): Stage | undefined {
  return namedIn(pipeline.stages, name);
}

/** What reading a row of a board takes. */
export interface RowReader {
  readonly layout: TabLayout;
  readonly view: TabView;
  readonly pipeline: Pipeline;
  readonly fields: readonly Field[];
  /** Keys of the columns that people own. */
  readonly keys: readonly string[];
  /** Merged ranges that touch a column of ours. */
  readonly merged: readonly MergedCells[];
  readonly team: readonly Person[];
}

/**
 * What reading the rows of a board takes, found out once for all of them.
 *
 * @example
 * rowReader({ definition: fixtures.book, pipeline: fixtures.offers }, fixtures.book.boards[0], fixtures.dealsTable).keys
 * //=> ["stage", "name", "owner", "budget", "next_step", "next_step_on"]
 */
export function rowReader(
  book: { readonly definition: Definition; readonly pipeline: Pipeline },
  board: Board,
  table: Table,
): RowReader {
  const { definition, pipeline } = book;
  const layout = boardLayout(definition, board);
  const view = viewOf(table, layout);
  const places = [...view.columns.at.values()];
  const merged = mergedCells(table.merges).filter(({ left, right }) =>
    places.some((column) => column >= left && column <= right),
  );
  return {
    layout,
    view,
    pipeline,
    fields: fieldsOf(pipeline),
    keys: peoplesKeys(layout),
    merged,
    team: definition.team,
  };
}

/**
 * A row as the engine sees it.
 *
 * @example
 * readRow(rowReader({ definition: fixtures.book, pipeline: fixtures.offers }, fixtures.book.boards[0], fixtures.dealsTable),
 *   { at: 2, cells: { name: "Ada", stage: "Lead" } }).stage.id //=> "lead"
 */
export function readRow(reader: RowReader, row: ViewRow): BoardRow {
  const { view, pipeline } = reader;
  const { cells } = row;
  const blocked = blockingProblem(reader, row);
  const problems: Problem[] = blocked === undefined ? [] : [blocked];
  const values: Record<string, FieldValue> = {};
  for (const field of reader.fields) {
    const { value, fault } = readCell(cells[field.id] ?? null, cellKindOf(pipeline, field));
    if (value !== undefined) values[field.id] = presentName(reader.team, field, value);
    if (fault === undefined) continue;
    const problem = problemAt(view, { row: row.at, key: field.id }, `${field.name}: ${fault}`);
    if (problem.cell === undefined || problem.cell !== blocked?.cell) problems.push(problem);
  }
  const stageText = textOf(cells["stage"]);
  const stage = stageText === "" ? undefined : stageNamed(pipeline, stageText);
  if (stageText !== "" && stage === undefined && !isErrorCell(cells["stage"] ?? null)) {
    problems.push(problemAt(view, { row: row.at, key: "stage" }, unknownStage(stageText, pipeline)));
  }
  let fingerprint: string | undefined;
  return {
    at: row.at,
    cells,
    id: textOf(cells["id"]),
    name: textOf(cells["name"]),
    ...(stage === undefined ? {} : { stage }),
    values,
    problems,
    untouchable: blocked !== undefined,
    // Two hashes a row, for which no page asks.
    get fingerprint() {
      fingerprint ??= fingerprintOf(cells, reader.keys);
      return fingerprint;
    },
    knownFingerprint: textOf(cells["fingerprint"]),
  };
}

// Somebody whose name was changed in Team is still the same person where a cell has the former name.
function presentName(team: readonly Person[], field: Field, value: FieldValue): FieldValue {
  if (field.type !== "person" || typeof value !== "string") return value;
  const named = team.map(({ name, aliases = [] }) => ({ name, aliases }));
  const person = namedIn(named, value);
  return person === undefined || nameKey(person.name) === nameKey(value) ? value : person.name;
}

/**
 * What a stage name that is none of the pipeline's is told.
 *
 * @example
 * unknownStage("Wonn", fixtures.offers) //=> 'stage "Wonn" is not one of Lead, Offer, Won, Lost'
 */
export function unknownStage(name: string, pipeline: Pipeline): string {
  return `stage "${name}" is not one of ${pipeline.stages.map((stage) => stage.name).join(", ")}`;
}

function blockingProblem(reader: RowReader, row: ViewRow): Problem | undefined {
  const { view } = reader;
  for (const key of ["stage", "name", "id"]) {
    const cell = row.cells[key] ?? null;
    if (isErrorCell(cell)) {
      return problemAt(
        view,
        { row: row.at, key },
        `"${cell.error}" is a formula error; the row is left alone until it holds a value`,
      );
    }
  }
  const merge = reader.merged.find((each) => row.at >= each.top && row.at <= each.bottom);
  if (merge === undefined) return undefined;
  return {
    tab: view.tab,
    cell: cellAddress(row.at, merge.left),
    message: `merged cells (${merge.range}) hide values; the row is left alone until they are unmerged`,
  };
}
