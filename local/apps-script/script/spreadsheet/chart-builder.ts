// The class EmbeddedChartBuilder, and what Charts says of kinds of charts: bars, columns and lines of ranges that stand
// beside each other, the first of which names the points. Whatever else a builder may be told is refused here, not lost.

import type { ChartPlace, KnownChart } from "../../../grid/chart.ts";
import { rangesOf, USUAL_SIZE } from "../../../grid/chart.ts";
import type { GridRange } from "../../../grid/protocol.ts";
import { constants, standIn } from "../stand-in.ts";
import { cellsOf, type Workbook } from "./workbook.ts";

type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;

const chartType = constants<typeof GoogleAppsScript.Charts.ChartType>("BAR", "COLUMN", "LINE");
const mergeStrategy = constants<typeof GoogleAppsScript.Charts.ChartMergeStrategy>("MERGE_COLUMNS");

/** The service Charts: of it, names of kinds alone. */
export function newCharts(): GoogleAppsScript.Charts.Charts {
  return standIn<GoogleAppsScript.Charts.Charts>({ ChartType: chartType, ChartMergeStrategy: mergeStrategy });
}

const KINDS = { BAR: "bar", COLUMN: "column", LINE: "line" } as const;

/** What a builder comes to. */
export interface BuiltChart {
  readonly place: ChartPlace;
  readonly content: KnownChart;
}

interface Draft {
  readonly place: ChartPlace;
  readonly content: Omit<KnownChart, "labels" | "series">;
  readonly ranges: readonly GridRange[];
  readonly colours: readonly (string | undefined)[];
}

/** A builder that goes on from `from`; `made` makes the chart of what it comes to. */
export function newChartBuilder(
  workbook: Workbook,
  made: (built: BuiltChart) => Chart,
  from?: BuiltChart,
): Builder {
  const { execution } = workbook;
  let draft = from === undefined ? EMPTY : draftOf(from);
  const change = (part: Partial<Draft>): Builder => {
    draft = { ...draft, ...part };
    return builder;
  };
  const say = (part: Partial<Draft["content"]>): Builder =>
    change({ content: { ...draft.content, ...part } });
  const builder: Builder = standIn<Builder>({
    setChartType: (type) => {
      const name = String(type);
      return name in KINDS
        ? say({ kind: KINDS[name as keyof typeof KINDS] })
        : execution.fail(`charts of the type ${name}: not imitated`);
    },
    addRange: (range) => change({ ranges: [...draft.ranges, cellsOf(execution, range)] }),
    clearRanges: () => change({ ranges: [] }),
    setNumHeaders: (headers) => say({ headers }),
    setMergeStrategy: (strategy) =>
      strategy === mergeStrategy.MERGE_COLUMNS
        ? builder
        : execution.fail("ranges that stand below each other in a chart: not imitated"),
    setTransposeRowsAndColumns: (transposes) =>
      transposes ? execution.fail("charts of rows: not imitated") : builder,
    setPosition: (row, column, offsetX, offsetY) =>
      change({ place: { ...draft.place, row, column, offsetX, offsetY } }),
    setOption: (option, value: unknown) => change(optionPart(draft, option, value) ?? notImitated(option)),
    build: () => made(builtFrom(draft)),
  });
  const notImitated = (option: string) => execution.fail(`the option "${option}" of a chart: not imitated`);
  return builder;
}

const EMPTY: Draft = {
  place: { row: 1, column: 1, offsetX: 0, offsetY: 0, ...USUAL_SIZE },
  content: { kind: "column", title: "", headers: 0 },
  ranges: [],
  colours: [],
};

function draftOf({ place, content }: BuiltChart): Draft {
  const { labels: _, series, ...rest } = content;
  return { place, content: rest, ranges: rangesOf(content), colours: series.map(({ colour }) => colour) };
}

function builtFrom({ place, content, ranges, colours }: Draft): BuiltChart {
  const [labels, ...columns] = ranges.flatMap(columnsOf);
  const series = columns.map((range, index) => {
    const colour = colours[index];
    return { range, ...(colour === undefined ? {} : { colour }) };
  });
  return { place, content: { ...content, series, ...(labels === undefined ? {} : { labels }) } };
}

function columnsOf(range: GridRange): readonly GridRange[] {
  return Array.from({ length: range.columns }, (_, index) => {
    return { ...range, column: range.column + index, columns: 1 };
  });
}

const LEGENDS = ["bottom", "left", "none", "right", "top"] as const;

function optionPart(draft: Draft, option: string, value: unknown): Partial<Draft> | undefined {
  const { content, place } = draft;
  switch (option) {
    case "title":
      return { content: { ...content, title: String(value) } };
    case "isStacked": {
      const { isStacked: _, ...rest } = content;
      return { content: value === true ? { ...rest, isStacked: true } : rest };
    }
    case "colors":
      return { colours: Array.from(value as readonly string[], (colour) => colour.toLowerCase()) };
    case "legend": {
      const legend = LEGENDS.find((each) => each === (value as { readonly position?: unknown }).position);
      return legend === undefined ? undefined : { content: { ...content, legend } };
    }
    case "width":
      return { place: { ...place, widthPixels: Number(value) } };
    case "height":
      return { place: { ...place, heightPixels: Number(value) } };
    // So it is here anyway.
    case "useFirstColumnAsDomain":
      return value === true ? {} : undefined;
    default:
      return undefined;
  }
}
