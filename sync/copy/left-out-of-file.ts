// What a spreadsheet of the grid holds and an .xlsx file, as it is written, has no place for, in words.

import { addressText } from "../../local/grid/a1-notation.ts";
import type { LeftOut } from "../../local/grid/book/left-out.ts";
import { isWritable } from "../../local/grid/book/written-charts.ts";
import type { OtherFormat } from "../../local/grid/protocol.ts";
import type { Spreadsheet, Tab } from "../../local/grid/spreadsheet.ts";
import { CHARTS_MARK } from "../../shared/table/dressing/kept-charts.ts";
import { COLUMN_MARK, TAB_MARK } from "../../shared/table/dressing/tab-marks.ts";

const OURS: ReadonlySet<string> = new Set([COLUMN_MARK, TAB_MARK, CHARTS_MARK]);

/** Of a spreadsheet that holds nothing any more of what this product draws. */
export function leftOutOfFile(state: Spreadsheet): LeftOut {
  const others = state.metadata.filter(({ key }) => !OURS.has(key));
  const tabs = state.tabs.map((tab) => ({ tab, told: (words: string) => `"${tab.name}": ${words}` }));
  return {
    things: [
      ...tabs.flatMap(({ tab, told }) => thingsOf(tab).map(told)),
      ...(others.length === 0 ? [] : ["what other add-ons noted about the spreadsheet, unseen by people"]),
    ],
    looks: tabs.flatMap(({ tab, told }) => looksOf(tab).map(told)),
  };
}

function thingsOf({ protections, filter, charts }: Tab): readonly string[] {
  const places = protections.map(({ range }) => (range === undefined ? "the whole tab" : addressText(range)));
  const lost = charts.filter((chart) => !isWritable(chart)).length;
  return [
    ...(lost === 0 ? [] : [lost === 1 ? "a chart" : `${lost} charts`]),
    ...(places.length === 0 ? [] : [`the protection of ${places.join(", ")}`]),
    ...(Object.keys(filter?.hidden ?? {}).length === 0 ? [] : ["what its filter picks (the filter stays)"]),
  ];
}

function looksOf(tab: Tab): readonly string[] {
  const { groups = [], otherProperties = {} } = tab;
  const odd = oddFormats(tab);
  return [
    ...(groups.length === 0 ? [] : ["its groups of rows or columns"]),
    ...(otherProperties["rightToLeft"] === true ? ["that it runs from right to left"] : []),
    ...(odd ? ["angles, paddings, cut-off texts and links within texts"] : []),
  ];
}

const KEPT: ReadonlySet<string> = new Set([
  "horizontalAlignment",
  "verticalAlignment",
  "borders",
  "textFormat",
]);
const KEPT_TEXT: ReadonlySet<string> = new Set([
  ...["fontFamily", "fontSize", "italic", "underline", "strikethrough", "bold"],
]);

function oddFormats({ rows }: Tab): boolean {
  const seen = new Set<OtherFormat>();
  for (const row of rows) {
    for (const cell of row?.cells ?? []) {
      const other = cell?.otherFormat;
      if (other === undefined || seen.has(other)) continue;
      if (isOdd(other)) return true;
      seen.add(other);
    }
  }
  return false;
}

// What says the usual is no loss: texts that run over, numbers of a type that their pattern has anyway.
function isOdd(format: OtherFormat): boolean {
  const isUsual = ([name, value]: readonly [string, unknown]): boolean =>
    KEPT.has(name) || name === "numberFormat" || value === "OVERFLOW_CELL" || value === "PLAIN_TEXT";
  const text = Object.keys((format["textFormat"] ?? {}) as object);
  return !Object.entries(format).every(isUsual) || text.some((name) => !KEPT_TEXT.has(name));
}
