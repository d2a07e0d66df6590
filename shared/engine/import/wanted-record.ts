// What the lines of a file say about one record: its key, its fields, and the stages that it entered and when. A
// line that cannot be understood says so with its number; what can be understood of it is still taken.

import { stageNamed, unknownStage } from "../../board/board-row.ts";
import { namedIn } from "../../definition/named.ts";
import type { Field, Pipeline, Stage } from "../../definition/pipeline.ts";
import { mainLineOf } from "../../definition/pipeline.ts";
import { cellKindOf, fieldsOf } from "../../definition/standard-field.ts";
import { type Cell, nameKey } from "../../table/cell.ts";
import { dayOrderOf, decimalMarkOf } from "../../table/column-guess.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { type CellKind, readCell, writeCell } from "../../table/field-value.ts";
import { instantMs, type Moment, momentInZone, type Zone } from "../../value/moment.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import {
  columnIndex,
  type ImportPlan,
  type LineProblem,
  type Source,
  type SourceRow,
} from "./import-source.ts";

export interface WantedVisit {
  readonly stage: Stage;
  /** Absent where the file does not say when. */
  readonly at?: Moment;
}

export interface WantedRecord {
  readonly line: number;
  /** What tells the record apart: the value of the id column, else the name. */
  readonly key: string;
  readonly name: string;
  /** By field id, as cells of the board. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** By field id, where a cell could be read as its type. */
  readonly values: Readonly<Record<string, FieldValue>>;
  /** In order; empty where the file names no stage. */
  readonly visits: readonly WantedVisit[];
}

export interface Wanted {
  readonly records: readonly WantedRecord[];
  readonly problems: readonly LineProblem[];
  /** How columns were read that could be read in more than one way, in words. */
  readonly guesses: readonly string[];
  /** Events that repeat the stage in which their record is. */
  readonly repeats: number;
  /** Events and rows left out because the board lacks their stage. */
  readonly skipped: number;
}

interface Reader {
  readonly pipeline: Pipeline;
  readonly source: Source;
  readonly plan: ImportPlan;
  readonly zone: Zone;
  readonly fields: readonly FieldReader[];
  readonly problems: LineProblem[];
  readonly guesses: string[];
}

interface FieldReader {
  readonly field: Field;
  readonly index: number;
  readonly kind: CellKind;
}

/**
 * What a file of records says, one record a line.
 *
 * @throws {StagelineError} `usage`, when the plan names a column that the file lacks
 * @example
 * wantedRecords(fixtures.offers, fixtures.importSource, { plan: fixtures.importPlan, zone: utc }).records[0].name //=> "Ada"
 */
export function wantedRecords(
  pipeline: Pipeline,
  source: Source,
  how: { readonly plan: ImportPlan; readonly zone: Zone },
): Wanted {
  const reader = readerOf(pipeline, source, how);
  const { plan } = how;
  const idIndex = plan.idColumn === undefined ? undefined : columnIndex(source, plan.idColumn);
  const stageIndex = plan.stageColumn === undefined ? undefined : columnIndex(source, plan.stageColumn);
  const dates = plan.stageDates.map(({ stage, column }) => dateReader(reader, stage, column));
  const records: WantedRecord[] = [];
  let skipped = 0;
  for (const row of source.rows) {
    const stageName = stageIndex === undefined ? "" : (row.cells[stageIndex] ?? "").trim();
    const stage = stageName === "" ? undefined : stageNamed(pipeline, stageName);
    if (stageName !== "" && stage === undefined) {
      skipped += 1;
      reader.problems.push({
        line: row.line,
        message: `${unknownStage(stageName, pipeline)}; the row is left out`,
      });
      continue;
    }
    const record = recordOf(reader, row, idIndex);
    if (record !== undefined) records.push({ ...record, visits: visitsOf(reader, row, { stage, dates }) });
  }
  return { records, problems: reader.problems, guesses: reader.guesses, repeats: 0, skipped };
}

/**
 * What a file of events says: the lines of one case together are one record, entering stage after stage.
 *
 * @throws {StagelineError} `usage`, when the plan names a column that the file lacks
 * @example
 * wantedFromEvents(fixtures.offers, fixtures.eventSource, { plan: fixtures.eventPlan, zone: utc }).records[0].visits.length //=> 2
 */
export function wantedFromEvents(
  pipeline: Pipeline,
  source: Source,
  how: { readonly plan: ImportPlan; readonly zone: Zone },
): Wanted {
  const reader = readerOf(pipeline, source, how);
  const events = how.plan.events ?? { case: "", stage: "", at: "" };
  const caseIndex = columnIndex(source, events.case);
  const stageIndex = columnIndex(source, events.stage);
  const readAt = momentReader(reader, events.at);
  const byCase = new Map<string, { row: SourceRow; stage: Stage; at: Moment }[]>();
  let skipped = 0;
  for (const row of source.rows) {
    const key = (row.cells[caseIndex] ?? "").trim();
    const stageName = (row.cells[stageIndex] ?? "").trim();
    const stage = stageNamed(pipeline, stageName);
    const at = readAt(row);
    if (key === "")
      reader.problems.push({
        line: row.line,
        message: `the column "${events.case}" is empty; the event is left out`,
      });
    else if (stageName === "")
      reader.problems.push({
        line: row.line,
        message: `the event has no stage in "${events.stage}" and is left out`,
      });
    else if (stage === undefined) skipped += 1;
    else if (at === undefined)
      reader.problems.push({
        line: row.line,
        message: `the event has no time in "${events.at}" and is left out`,
      });
    else byCase.set(key, [...(byCase.get(key) ?? []), { row, stage, at }]);
  }
  let repeats = 0;
  const records = [...byCase.values()].flatMap((lines): WantedRecord[] => {
    const ordered = [...lines].sort((left, right) => instantMs(left.at) - instantMs(right.at));
    const visits = ordered.filter(({ stage }, index) => stage !== ordered[index - 1]?.stage);
    repeats += ordered.length - visits.length;
    const [first] = lines;
    const record = first === undefined ? undefined : recordOf(reader, first.row, caseIndex);
    return record === undefined
      ? []
      : [{ ...record, visits: visits.map(({ stage, at }) => ({ stage, at })) }];
  });
  return { records, problems: reader.problems, guesses: reader.guesses, repeats, skipped };
}

function readerOf(
  pipeline: Pipeline,
  source: Source,
  { plan, zone }: { readonly plan: ImportPlan; readonly zone: Zone },
): Reader {
  const guesses: string[] = [];
  const known = fieldsOf(pipeline);
  const idColumn = plan.events?.case ?? plan.idColumn;
  const idField =
    idColumn === undefined
      ? []
      : [{ field: source.header[columnIndex(source, idColumn)] ?? idColumn, column: idColumn }];
  const fields = [...idField, ...plan.fields].flatMap(({ field: name, column }) => {
    const field = namedIn(known, name);
    if (field === undefined) return [];
    const index = columnIndex(source, column);
    return [{ field, index, kind: kindOf(pipeline, field, { source, index, guesses }) }];
  });
  return { pipeline, source, plan, zone, fields, problems: [], guesses };
}

function kindOf(
  pipeline: Pipeline,
  field: Field,
  column: { readonly source: Source; readonly index: number; readonly guesses: string[] },
): CellKind {
  const { source, index, guesses } = column;
  const kind = cellKindOf(pipeline, field);
  const texts = source.rows.map((row) => row.cells[index] ?? "");
  if (field.type === "day")
    return { ...kind, dayOrder: guessedDayOrder(source.header[index] ?? "", texts, guesses) };
  if (field.type !== "number" && field.type !== "money") return kind;
  const { guess, certain } = decimalMarkOf(texts);
  if (!certain) guesses.push(`"${source.header[index]}": numbers are read with a decimal ${guess}`);
  return { ...kind, decimal: guess };
}

function guessedDayOrder(
  header: string,
  texts: readonly string[],
  guesses: string[],
): ReturnType<typeof dayOrderOf>["guess"] {
  const { guess, certain } = dayOrderOf(texts);
  if (!certain) guesses.push(`"${header}": days are read ${guess}`);
  return guess;
}

// A name is what makes a row a record: the one that the plan maps, else the id.
function recordOf(
  reader: Reader,
  row: SourceRow,
  idIndex: number | undefined,
): Omit<WantedRecord, "visits"> | undefined {
  const id = idIndex === undefined ? "" : (row.cells[idIndex] ?? "").trim();
  if (idIndex !== undefined && id === "") {
    reader.problems.push({
      line: row.line,
      message: `the column "${reader.source.header[idIndex]}" is empty; the row is left out`,
    });
    return undefined;
  }
  const cells: Record<string, Cell> = {};
  const values: Record<string, FieldValue> = {};
  for (const { field, index, kind } of reader.fields) {
    const text = row.cells[index] ?? "";
    const { value, fault } = readCell(text, kind);
    if (value !== undefined) {
      values[field.id] = value;
      cells[field.id] = writeCell(value, kind);
    }
    if (fault === undefined) continue;
    cells[field.id] = text;
    reader.problems.push({
      line: row.line,
      message: `${reader.source.header[index]}: ${fault}; kept as it is written`,
    });
  }
  const mapped = cells["name"];
  const name = typeof mapped === "string" && mapped.trim() !== "" ? mapped.trim() : id;
  if (name === "") {
    reader.problems.push({ line: row.line, message: "the row has neither a name nor an id and is left out" });
    return undefined;
  }
  return {
    line: row.line,
    key: id === "" ? nameKey(name) : id,
    name,
    cells: { ...cells, name },
    values: { ...values, name },
  };
}

interface DateReader {
  readonly stage: Stage;
  readonly index: number;
  readonly read: (row: SourceRow) => Moment | undefined;
}

function dateReader(reader: Reader, stageName: string, column: string): DateReader {
  const stage = stageNamed(reader.pipeline, stageName);
  if (stage === undefined) throw new StagelineError("usage", unknownStage(stageName, reader.pipeline));
  return { stage, index: columnIndex(reader.source, column), read: momentReader(reader, column) };
}

function momentReader(reader: Reader, column: string): (row: SourceRow) => Moment | undefined {
  const index = columnIndex(reader.source, column);
  const header = reader.source.header[index] ?? column;
  const texts = reader.source.rows.map((row) => row.cells[index] ?? "");
  const dayOrder = guessedDayOrder(header, texts, reader.guesses);
  return (row) => {
    const text = (row.cells[index] ?? "").trim();
    if (text === "") return undefined;
    const moment = momentInZone(text, reader.zone);
    if (moment !== undefined) return moment;
    const { value, fault } = readCell(text, { type: "day", dayOrder });
    if (typeof value === "string") return momentInZone(value, reader.zone);
    reader.problems.push({
      line: row.line,
      message: `${header}: ${fault ?? `"${text}" is not a day`}; taken as unknown`,
    });
    return undefined;
  };
}

// Where the record's own stage is known, it says which of the endings was meant, and nothing lies beyond it.
function visitsOf(
  reader: Reader,
  row: SourceRow,
  said: { readonly stage: Stage | undefined; readonly dates: readonly DateReader[] },
): readonly WantedVisit[] {
  const { stage } = said;
  const line = mainLineOf(reader.pipeline);
  const dates = stage === undefined ? said.dates : datesUpTo(stage, line, said.dates);
  const dated = dates.flatMap((date): { stage: Stage; at: Moment }[] => {
    const at = date.read(row);
    return at === undefined ? [] : [{ stage: date.stage, at }];
  });
  const ordered = [...dated].sort(
    (left, right) =>
      instantMs(left.at) - instantMs(right.at) || rank(line, left.stage) - rank(line, right.stage),
  );
  if (stage === undefined) return ordered;
  const beyond = said.dates.filter(
    (date) => line.includes(date.stage) && isBeyond(line, date.stage, stage) && !isShared(date, dates),
  );
  reportDated(reader, row, {
    stage,
    left: beyond.filter((date) => (row.cells[date.index] ?? "").trim() !== ""),
  });
  const own = ordered.findIndex((visit) => visit.stage === stage);
  if (own < 0) return [...ordered, { stage }];
  const after = ordered.slice(own + 1);
  if (after.length > 0) {
    const names = after.map((visit) => `"${visit.stage.name}"`).join(", ");
    reader.problems.push({
      line: row.line,
      message: `${names} is dated after "${stage.name}", in which the record is; that date is left out`,
    });
  }
  return ordered.slice(0, own + 1);
}

// A column that dates the record's own stage dates no other; off the main line, only the own stage is meant.
function datesUpTo(
  stage: Stage,
  line: readonly Stage[],
  dates: readonly DateReader[],
): readonly DateReader[] {
  const own = dates.filter((date) => date.stage === stage);
  return dates.filter(
    (date) =>
      date.stage === stage ||
      (line.includes(date.stage) && !isBeyond(line, date.stage, stage) && !isShared(date, own)),
  );
}

function isBeyond(line: readonly Stage[], other: Stage, stage: Stage): boolean {
  return line.includes(stage) && line.indexOf(other) > line.indexOf(stage);
}

function isShared({ index }: DateReader, dates: readonly DateReader[]): boolean {
  return dates.some((date) => date.index === index);
}

function reportDated(
  reader: Reader,
  row: SourceRow,
  { stage, left }: { readonly stage: Stage; readonly left: readonly DateReader[] },
): void {
  for (const date of left) {
    const message = `"${date.stage.name}" is dated, but the record is in "${stage.name}"; that date is left out`;
    reader.problems.push({ line: row.line, message });
  }
}

function rank(line: readonly Stage[], stage: Stage): number {
  const place = line.indexOf(stage);
  return place < 0 ? line.length : place;
}
