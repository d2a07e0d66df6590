// What a board's numbers look like at a glance: how many came how far along the main line, and how long they stay. Shares
// and times are told as the sentences tell them; a stage of which no time may be told has no bar.

import { pluralOf } from "../../value/noun.ts";
import type { BoardReport, StageReport } from "../book-report.ts";
import { stagesOf } from "../main-line.ts";
import { nounOf } from "../name-words.ts";
import { isTooFew, numberWords } from "../number-words.ts";
import { usualTimeWords } from "../time-sentences.ts";
import { type BarChart, barChart } from "./bar-chart.ts";

/**
 * A bar for each stage of the main line; what stands there now is marked. `goOnOf` tells which share of a stage goes on.
 *
 * @example
 * reachedBars(fixtures.quietBoard, () => "").title //=> "How many records reached each stage"
 */
export function reachedBars(board: BoardReport, goOnOf: (stage: StageReport) => string): BarChart {
  const { mainLine } = stagesOf(board);
  const title = `How many ${pluralOf(nounOf(board))} reached each stage`;
  const rows = mainLine.map((stage, index) => {
    const goOn = index === mainLine.length - 1 ? "" : goOnOf(stage);
    return {
      ...{ label: stage.stage, value: numberWords(stage.reached) },
      ...{ length: stage.reached, marked: Math.min(stage.now, stage.reached) },
      below: goOn === "" ? "" : `↓ ${goOn} go on`,
    };
  });
  return barChart(title, rows);
}

/**
 * A bar for each stage of which the usual time is known.
 *
 * @example
 * timeBars(fixtures.quietBoard).bars.length //=> 0
 */
export function timeBars(board: BoardReport): BarChart {
  const rows = board.stages.flatMap((stage) => {
    const { median = 0, n } = stage.time;
    const value = usualTimeWords(stage.kind, stage.time, "median");
    if (stage.time.median === undefined || isTooFew(n) || value === "") return [];
    return [{ label: stage.stage, value, length: median }];
  });
  return barChart("How long half of them stay in a stage at the most", rows);
}
