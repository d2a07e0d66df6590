// The charts of a board: what was done, where its records stand, how far they came, and how they go on beside what the
// owner aims at. A chart that would show nothing is left out.

import { pluralOf } from "../../value/noun.ts";
import type { BoardReport } from "../book-report.ts";
import { stagesOf } from "../main-line.ts";
import { nounOf } from "../name-words.ts";
import { stageColumns, weekColumns } from "./board-tables.ts";
import type { DrawnChart } from "./drawn-chart.ts";
import { chartColours } from "./looks.ts";

/** Under which names the tables of a board and its places for charts are found. */
export interface BoardNames {
  readonly weeks: string;
  readonly stages: string;
  readonly charts: string;
}

/**
 * The charts, those that stand at the head of the board first.
 *
 * @example
 * boardCharts(fixtures.quietBoard, boardNames(0)) //=> []
 */
export function boardCharts(board: BoardReport, names: BoardNames): readonly DrawnChart[] {
  const { mainLine } = stagesOf(board);
  const nouns = pluralOf(nounOf(board));
  const { weeks = [] } = board;
  const stages = { table: names.stages, place: names.charts, kind: "bar" } as const;
  // Who is won rests where it came to, in numbers beside which nothing else would be seen.
  const open = mainLine.map(({ kind }) => kind).lastIndexOf("open") + 1;
  const { onTrack, stuck, reached } = stageColumns;
  const charts: readonly Omit<DrawnChart, "slot">[] = [
    {
      ...{
        key: `${names.charts}_weeks`,
        kind: "column",
        isStacked: true,
        title: "Past: won and lost per week",
      },
      ...{ table: names.weeks, count: weeks.length, place: names.charts },
      series: [
        { column: weekColumns.won, colour: chartColours.won },
        { column: weekColumns.lost, colour: chartColours.lost },
      ],
    },
    {
      ...stages,
      ...{ key: `${names.charts}_now`, isStacked: true, title: `Present: where the open ${nouns} stand` },
      count: open,
      series: [
        { column: onTrack, colour: chartColours.onTrack },
        { column: stuck, colour: chartColours.wants },
      ],
    },
    {
      ...stages,
      ...{ key: `${names.charts}_reached`, title: "All the way: how far they came" },
      count: mainLine.length,
      series: [{ column: reached, colour: chartColours.reached }],
    },
  ];
  const isDrawn = [
    weeks.some(({ won, lost }) => won + lost > 0),
    mainLine.slice(0, open).some(({ now }) => now > 0),
    mainLine.some(({ reached: came }) => came > 0),
  ];
  return charts
    .filter((_, index) => isDrawn[index])
    .map((chart, index) => ({ ...chart, slot: index === 0 ? 0 : index === 1 ? 1 : 2 }));
}

/**
 * The chart of steps beside what the owner aims at; stands beside the weeks.
 *
 * @example
 * aimChart(fixtures.quietBoard, boardNames(0)) //=> undefined
 */
export function aimChart(board: BoardReport, names: BoardNames): DrawnChart | undefined {
  const steps = stagesOf(board).mainLine.slice(0, -1);
  const isAimed = steps.some(({ targetRate }) => targetRate !== undefined);
  if (!isAimed || board.steps.every(({ entered }) => entered === 0)) return undefined;
  return {
    ...{
      key: `${names.charts}_aim`,
      kind: "bar",
      title: "Future: how they go on, and the aim",
      unit: "rate",
    },
    ...{ table: names.stages, count: steps.length, place: names.weeks, slot: 2 },
    series: [
      { column: stageColumns.goOn, colour: chartColours.reached },
      { column: stageColumns.aim, colour: chartColours.aim },
    ],
  };
}

/**
 * The names for the board at that place of the book.
 *
 * @example
 * boardNames(1).stages //=> "board_2_stages"
 */
export function boardNames(index: number): BoardNames {
  const board = `board_${index + 1}`;
  return { weeks: `${board}_weeks`, stages: `${board}_stages`, charts: board };
}
