// The funnel as bars: how many reached each stage of the main line, and their share of the stage before. All
// bars start at the left and share one scale, because lengths are read better than the sides of a funnel.

import type { BoardReport, StageReport } from "../book-report.ts";
import { stagesOf } from "../main-line.ts";
import { nameWords, nounOf } from "../name-words.ts";
import { numberWords, pluralOf, rateWords } from "../number-words.ts";
import { barChart, type ChartOptions, DEFAULT_WIDTH_PX, NARROW_PX } from "./bar-chart.ts";

/**
 * The funnel as an SVG element; an empty text for a board without records.
 *
 * @example
 * funnelChart({ board: "Deals", noun: "deal", stages: [], steps: [] }, { id: "a" }) //=> ""
 */
export function funnelChart(board: BoardReport, options: ChartOptions): string {
  const { mainLine } = stagesOf(board);
  const most = Math.max(0, ...mainLine.map((stage) => stage.reached));
  if (most === 0) return "";
  const isNarrow = (options.width ?? DEFAULT_WIDTH_PX) < NARROW_PX;
  const told = mainLine.map((stage, index) => {
    const share = ofPreviousWords(stage, mainLine[index - 1]?.reached ?? 0);
    const reached = numberWords(stage.reached);
    return {
      stage,
      long: share === "" ? `${reached} reached` : `${reached} reached, ${share} of previous`,
      short: share === "" ? reached : `${reached}, ${share}`,
    };
  });
  const chart = {
    title: `How far the ${pluralOf(nounOf(board))} of ${nameWords(board.board)} came`,
    description: told.map(({ stage, long }) => `${nameWords(stage.stage)}: ${long}`).join("; "),
    rows: told.map(({ stage, long, short }) => ({
      name: stage.stage,
      words: isNarrow ? short : long,
      bars: [
        { share: 1, tone: "ground" as const },
        { share: stage.reached / most, tone: "dark" as const },
      ],
    })),
  };
  return barChart(chart, options);
}

function ofPreviousWords(stage: StageReport, previous: number): string {
  return rateWords({ n: previous, rate: stage.fromPrevious }) ?? "";
}
