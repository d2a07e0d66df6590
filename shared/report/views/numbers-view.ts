// The numbers of a board for a narrow page: those of the report, and in its words, so that the two never disagree. What
// stands behind them waits under "details".

import type { StageKind } from "../../definition/pipeline.ts";
import type { Tables } from "../../table/table.ts";
import type { Day } from "../../value/day.ts";
import { dayOf, type Moment } from "../../value/moment.ts";
import { pluralOf } from "../../value/noun.ts";
import { emptySentence, outcomeSentence } from "../board-sentences.ts";
import type { BoardReport, StageReport } from "../book-report.ts";
import { alarmSentences, detailSections } from "../detail-sections.ts";
import { upcomingSection } from "../event-words.ts";
import { goalSection } from "../goal-words.ts";
import { type KeyFigure, keyFigures } from "../key-figures.ts";
import { methodSentences } from "../method.ts";
import { openMilestones, statusSentence } from "../milestone-words.ts";
import { nounOf } from "../name-words.ts";
import { numberWords, rangeWords, rateWords } from "../number-words.ts";
import { needsSentence } from "../present-words.ts";
import { reportFromTables } from "../report-from-tables.ts";
import { cycleSentence, usualTimeWords } from "../time-sentences.ts";
import type { BarChart } from "./bar-chart.ts";
import { reachedBars, timeBars } from "./stage-bars.ts";

export interface NumbersView {
  readonly asOf: string;
  readonly boards: readonly BoardNumbers[];
}

export interface BoardNumbers {
  readonly board: string;
  readonly noun: string;
  readonly records: number;
  /** None on a board without records. */
  readonly figures: readonly KeyFigure[];
  /** What wants somebody; or what to do on an empty board. */
  readonly needs: string;
  /** The main line in order, then the others that any record was in. */
  readonly stages: readonly StageNumbers[];
  /** How many came how far. */
  readonly reached: BarChart;
  /** How long the stages take, where that is known. */
  readonly times: BarChart;
  /** Won and lost, how long a win takes, how the milestones stand; accounts that do not add up come first. */
  readonly sentences: readonly string[];
  readonly details: readonly { readonly title: string; readonly sentences: readonly string[] }[];
  readonly method: readonly string[];
}

export interface StageNumbers {
  readonly stage: string;
  readonly kind: StageKind;
  readonly reached: number;
  readonly now: number;
  /** The share that goes on to the next stage in the long run, or "2 of 3" where there are too few; empty where none can. */
  readonly goOn: string;
  /** Where the true share lies 19 times out of 20; empty where that is not known. */
  readonly goOnRange: string;
  /** How long it usually takes; empty where records come to rest. */
  readonly takes: string;
}

/** Events that a narrow page tells of. */
const MOST_EVENTS = 10;

/**
 * The numbers of the board that is asked for, or of all.
 *
 * @throws {StagelineError} `usage`, when the book has no such board
 * @example
 * numbersView(fixtures.bookTables, { asOf: fixtures.asOf }).boards[0].needs
 * //=> 'There are no deals yet; the first name that is typed on the tab "Deals" starts the count'
 */
export function numbersView(
  tables: Tables,
  query: { readonly asOf: Moment; readonly board?: string },
): NumbersView {
  const { report } = reportFromTables(tables, query);
  return { asOf: report.asOf, boards: report.boards.map((board) => numbersOf(board, dayOf(query.asOf))) };
}

function numbersOf(board: BoardReport, today: Day): BoardNumbers {
  const { board: tab, records } = board;
  const noun = nounOf(board);
  const method = methodSentences(pluralOf(noun));
  if (records === 0) {
    const charts = { reached: reachedBars(board, () => ""), times: timeBars(board) };
    const none = { figures: [], stages: [], ...charts, sentences: [], details: [] };
    return { ...none, board: tab, noun, records, needs: emptySentence(board), method };
  }
  return {
    ...{ board: tab, noun, records, method },
    figures: keyFigures(board),
    needs: needsSentence(board, today),
    stages: board.stages.map((stage) => stageNumbers(board, stage)),
    reached: reachedBars(board, (stage) => stageNumbers(board, stage).goOn),
    times: timeBars(board),
    sentences: [...alarmSentences(board), ...toldSentences(board)],
    details: detailsOf(board, today),
  };
}

// What needs a table has no room here; what is open before an event is said in sentences instead.
function detailsOf(board: BoardReport, today: Day): BoardNumbers["details"] {
  const sections = [
    upcomingSection(board, { today, most: MOST_EVENTS }),
    goalSection(board),
    ...detailSections(board),
  ];
  return sections
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ title, sentences }) => ({ title, sentences }));
}

function toldSentences(board: BoardReport): readonly string[] {
  const milestones = statusSentence(openMilestones(board.milestones), nounOf(board));
  return [outcomeSentence(board), cycleSentence(board), milestones].filter((told) => told !== undefined);
}

function stageNumbers(
  { steps }: BoardReport,
  { stage, kind, reached, now, time }: StageReport,
): StageNumbers {
  const step = steps.find(({ from, entered }) => from === stage && entered > 0);
  const rate = step && { n: step.entered, rate: step.longRun, low: step.longRunLow, high: step.longRunHigh };
  const counts = step && `${numberWords(step.converted)} of ${numberWords(step.entered)}`;
  return {
    ...{ stage, kind, reached, now },
    goOn: (rate && rateWords(rate)) ?? counts ?? "",
    goOnRange: (rate && rangeWords(rate)) ?? "",
    takes: usualTimeWords(kind, time, "median"),
  };
}
