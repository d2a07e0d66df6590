// How long records stay in each stage: the time by which half have left over the time by which four of five
// have. A time that is not known yet has no bar, and words in its place; never a bar of length 0.

import type { BoardReport, StageReport } from "../book-report.ts";
import { nameWords, nounOf } from "../name-words.ts";
import { isTooFew, numberWords, pluralOf } from "../number-words.ts";
import { usualTimeWords } from "../time-sentences.ts";
import { barChart, type ChartOptions, DEFAULT_WIDTH_PX, NARROW_PX } from "./bar-chart.ts";

/**
 * Time in stage as an SVG element; an empty text where no time is known.
 *
 * @example
 * stageTimeChart({ board: "Deals", noun: "deal", stages: [], steps: [] }, { id: "a" }) //=> ""
 */
export function stageTimeChart(board: BoardReport, options: ChartOptions): string {
  const timed = board.stages.filter((stage) => usualTimeWords(stage.kind, stage.time, "median") !== "");
  const longest = Math.max(
    0,
    ...timed.flatMap((stage) => [knownDays(stage, "median"), knownDays(stage, "p80")]),
  );
  if (longest === 0) return "";
  const isNarrow = (options.width ?? DEFAULT_WIDTH_PX) < NARROW_PX;
  const chart = {
    title: `How long ${pluralOf(nounOf(board))} of ${nameWords(board.board)} stay in a stage`,
    description: timed.map((stage) => `${nameWords(stage.stage)}: ${longWords(stage)}`).join("; "),
    legend: [
      { tone: "dark" as const, words: "half have left" },
      { tone: "pale" as const, words: "four of five have left" },
    ],
    rows: timed.map((stage) => ({
      name: stage.stage,
      words: isNarrow ? shortWords(stage) : longWords(stage),
      bars: [
        { share: knownDays(stage, "p80") / longest, tone: "pale" as const },
        { share: knownDays(stage, "median") / longest, tone: "dark" as const },
      ],
    })),
  };
  return barChart(chart, options);
}

function knownDays(stage: StageReport, which: "median" | "p80"): number {
  return isTooFew(stage.time.n) ? 0 : (stage.time[which] ?? 0);
}

function longWords(stage: StageReport): string {
  const { kind, time } = stage;
  if (isTooFew(time.n) || time.median === undefined)
    return `${shortWords(stage)}, ${numberWords(time.n)} counted`;
  const most = time.p80 === undefined ? "not yet known" : usualTimeWords(kind, time, "p80");
  return `half ${usualTimeWords(kind, time, "median")}, four of five ${most}, ${numberWords(time.n)} counted`;
}

function shortWords({ kind, time }: StageReport): string {
  const usual = usualTimeWords(kind, time, "median");
  return isTooFew(time.n) || time.p80 === undefined
    ? usual
    : `${usual}, ${usualTimeWords(kind, time, "p80")}`;
}
