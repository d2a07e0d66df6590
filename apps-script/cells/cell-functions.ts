// The functions for cells. Google computes them anew when a range that they are given changes, and only then; so they
// read nothing but their ranges, and the day up to which they count is given, too: the stamp of the Dashboard. A date in
// a range comes as an instant; the functions need texts and numbers only, and take such a cell for the number it is in UTC.

import { milestoneScores } from "../../shared/report/cell-functions/milestone-scores.ts";
import { pipelineFunnel } from "../../shared/report/cell-functions/pipeline-funnel.ts";
import { stageConversion } from "../../shared/report/cell-functions/stage-conversion.ts";
import { stageTime } from "../../shared/report/cell-functions/stage-time.ts";
import { type Cell, isErrorCell, isSerialCell } from "../../shared/table/cell.ts";
import { cellFromValue } from "../book/cell-from-value.ts";

type Values = readonly (readonly unknown[])[];

const utcClock = { wallMsAt: (instantMs: number) => instantMs };

/**
 * How many records of a board reached each stage, how many are there now, and how many go on to the next.
 *
 * @param {Activity!A:N} activity The history of the book.
 * @param {Stages!A:S} stages The stages of its pipelines.
 * @param {"Sales"} board The name of the board.
 * @param {Dashboard!$B$1} asOf The moment up to which is counted.
 * @return A row for each stage, below a row of headers.
 * @customfunction
 */
export function PIPELINE_FUNNEL(activity: Values, stages: Values, board: string, asOf: unknown): unknown[][] {
  return shown(
    pipelineFunnel({
      activity: grid(activity),
      stages: grid(stages),
      board: String(board),
      asOf: cell(asOf),
    }),
  );
}

/**
 * How many records go on from one stage to another, with the range in which the true rate lies.
 *
 * @param {Activity!A:N} activity The history of the book.
 * @param {Stages!A:S} stages The stages of its pipelines.
 * @param {"Sales"} board The name of the board.
 * @param {"Lead"} from The stage from which records come.
 * @param {"Won"} to The stage that they reach.
 * @param {Dashboard!$B$1} asOf The moment up to which is counted.
 * @return A row of figures below a row of headers.
 * @customfunction
 */
export function STAGE_CONVERSION(
  activity: Values,
  stages: Values,
  board: string,
  from: string,
  to: string,
  asOf: unknown,
): unknown[][] {
  return shown(
    stageConversion({
      activity: grid(activity),
      stages: grid(stages),
      board: String(board),
      from: String(from),
      to: String(to),
      asOf: cell(asOf),
    }),
  );
}

/**
 * How long records usually stay in the stages of a board, or in one of them.
 *
 * @param {Activity!A:N} activity The history of the book.
 * @param {Stages!A:S} stages The stages of its pipelines.
 * @param {"Sales"} board The name of the board.
 * @param {"Lead"} stage The stage; empty for all of them.
 * @param {Dashboard!$B$1} asOf The moment up to which is counted.
 * @return A row for each stage, below a row of headers.
 * @customfunction
 */
export function STAGE_TIME(
  activity: Values,
  stages: Values,
  board: string,
  stage: string,
  asOf: unknown,
): unknown[][] {
  const one = String(stage ?? "") === "" ? {} : { stage: String(stage) };
  return shown(
    stageTime({
      activity: grid(activity),
      stages: grid(stages),
      board: String(board),
      ...one,
      asOf: cell(asOf),
    }),
  );
}

/**
 * The milestone points of each record of a board.
 *
 * @param {Activity!A:N} activity The history of the book.
 * @param {Stages!A:S} stages The stages of its pipelines.
 * @param {Milestones!A:E} milestones The milestones of its pipelines.
 * @param {"Sales"} board The name of the board.
 * @param {Dashboard!$B$1} asOf The moment up to which is counted.
 * @return A row for each record, below a row of headers.
 * @customfunction
 */
export function MILESTONE_SCORES(
  activity: Values,
  stages: Values,
  milestones: Values,
  board: string,
  asOf: unknown,
): unknown[][] {
  return shown(
    milestoneScores({
      activity: grid(activity),
      stages: grid(stages),
      milestones: grid(milestones),
      board: String(board),
      asOf: cell(asOf),
    }),
  );
}

// A single cell comes as itself, not as a range.
function grid(values: unknown): readonly (readonly Cell[])[] {
  if (!Array.isArray(values)) return [[cell(values)]];
  return (values as Values).map((row) => row.map(cell));
}

function cell(value: unknown): Cell {
  return cellFromValue(value, utcClock);
}

function shown(cells: readonly (readonly Cell[])[]): unknown[][] {
  return cells.map((row) => row.map(shownCell));
}

function shownCell(cell: Cell): unknown {
  if (cell === null) return "";
  if (isSerialCell(cell)) return cell.serial;
  return isErrorCell(cell) ? cell.error : cell;
}
