// The two tables of a board that charts draw: what happened week by week, and the stages with how many came, stand and are
// stuck. Their figures are numbers; a share of fewer than five is told as "k of n", and then no chart shows it.

import type { BoardReport, StageReport } from "../book-report.ts";
import { clip } from "../display-width.ts";
import { stagesOf } from "../main-line.ts";
import { nameWords } from "../name-words.ts";
import { dayWords, moneyWords, numberWords, rateWords } from "../number-words.ts";
import { usualTimeWords } from "../time-sentences.ts";
import { type Block, type Line, lineOf, stacked } from "./block.ts";
import { LABEL_CHARACTERS } from "./dashboard-tab.ts";
import { looks } from "./looks.ts";
import { sentenceLines } from "./sentence-lines.ts";

/**
 * Places of the columns of the weeks.
 *
 * @example
 * weekColumns.won //=> 3
 */
export const weekColumns = { entered: 1, movedOn: 2, won: 3, lost: 4 } as const;
/**
 * Places of the columns of the stages.
 *
 * @example
 * stageColumns.stuck //=> 3
 */
export const stageColumns = {
  now: 1,
  onTrack: 2,
  stuck: 3,
  reached: 4,
  goOn: 5,
  aim: 6,
  takes: 7,
  worth: 9,
} as const;

/**
 * The weeks, one line each.
 *
 * @example
 * weeksTable([{ from: parseDay("2026-11-16"), entered: 3, movedOn: 2, won: 1, lost: 0 }]).rows[1]
 * //=> ["16 Nov", 3, 2, 1, 0]
 */
export function weeksTable(weeks: NonNullable<BoardReport["weeks"]>): Block {
  const lines = weeks.map(({ from, entered, movedOn, won, lost }) => {
    const [day = "", month = ""] = dayWords(from).split(" ");
    return lineOf([`${day} ${month.slice(0, 3)}`, entered, movedOn, won, lost], {
      ...{ from: 1, to: 4 },
      look: looks.count,
    });
  });
  const head = lineOf(
    ["Week from", "New", "Moved on", "Won", "Lost"],
    { to: 4, look: looks.head },
    { from: 1, to: 4, look: looks.right },
  );
  return stacked([head, ...lines, sentenceLines("Weeks begin on Monday; the last one is not over yet")]);
}

/**
 * The stages, the main line first; those after it say how many came and stand.
 *
 * @example
 * stagesTable(fixtures.quietBoard).rows.map(([stage]) => stage) //=> ["Stage", "Lead", "Won"]
 */
export function stagesTable(board: BoardReport): Block {
  const { mainLine, aside } = stagesOf(board);
  const worth = nameWords(board.present.valueField ?? "");
  const head = ["Stage", "Now", "On track", "Stuck", "Reached", "Go on", "Aim", "Usually takes", null, worth];
  return stacked([
    lineOf(head, { look: looks.head }, { from: 1, look: looks.right }),
    ...[...mainLine, ...aside].map((stage) => stageLine(board, stage)),
  ]);
}

function stageLine(board: BoardReport, stage: StageReport): Block {
  const standing = board.present.stages.find((one) => one.stage === stage.stage);
  const { now, stuck, value } = standing ?? { now: stage.now, stuck: 0, value: [] };
  const takes = usualTimeWords(stage.kind, stage.time, "median");
  const isClosed = stage.kind === "lost" || stage.kind === "avoid";
  const line: Line = [
    clip(nameWords(stage.stage), LABEL_CHARACTERS),
    now,
    ...(isClosed ? [null, null] : [now - stuck, stuck]),
    stage.reached,
    goOnFigure(board, stage),
    stage.targetRate ?? null,
    takes === "" ? null : `${takes} (${numberWords(stage.time.n)})`,
    null,
    value.map(moneyWords).join(" + ") || null,
  ];
  const { stuck: at, goOn, aim } = stageColumns;
  return lineOf(
    line,
    { from: 1, to: stageColumns.reached, look: looks.count },
    { from: goOn, to: aim, look: looks.rate },
    { from: stageColumns.takes, look: looks.right },
    ...(stuck > 0 ? [{ from: at, to: at, look: looks.wants }] : []),
  );
}

function goOnFigure({ steps }: BoardReport, { stage }: StageReport): number | string | null {
  const step = steps.find(({ from, entered }) => from === stage && entered > 0);
  if (step === undefined) return null;
  const isTold = rateWords({ n: step.entered, rate: step.longRun }) !== undefined;
  if (isTold && step.longRun !== undefined) return step.longRun;
  return `${numberWords(step.converted)} of ${numberWords(step.entered)}`;
}
