// The stages that a line dates, in order. Where the record's own stage is known, it says which of the endings was meant,
// and nothing lies beyond it: a date that does not fit is left out, and said.

import { stageNamed, unknownStage } from "../../board/board-row.ts";
import { mainLineOf, type Stage } from "../../definition/pipeline.ts";
import { instantMs, type Moment } from "../../value/moment.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { columnIndex, type SourceRow } from "./import-source.ts";
import { type LineReader, momentReader } from "./line-reader.ts";
import type { WantedVisit } from "./wanted-record.ts";

/** The column that dates a stage. */
export interface DateReader {
  readonly stage: Stage;
  readonly index: number;
  readonly read: (row: SourceRow) => Moment | undefined;
}

/**
 * The reader of the column that dates a stage.
 *
 * @throws {StagelineError} `usage`, when the pipeline has no such stage or the file no such column
 * @example
 * dateReader(readerOf(fixtures.offers, fixtures.eventSource, { plan: fixtures.eventPlan, zone: utc }), "Offer", "When").stage.id
 * //=> "offer"
 */
export function dateReader(reader: LineReader, stageName: string, column: string): DateReader {
  const stage = stageNamed(reader.pipeline, stageName);
  if (stage === undefined) throw new StagelineError("usage", unknownStage(stageName, reader.pipeline));
  return { stage, index: columnIndex(reader.source, column), read: momentReader(reader, column) };
}

/** The stages that a line says the record entered, and when. */
export function visitsOf(
  reader: LineReader,
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
  reader: LineReader,
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
