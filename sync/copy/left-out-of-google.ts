// What a spreadsheet of Google's holds and the grid has no place for, in words.

import type { sheets_v4 } from "@googleapis/sheets";
import type { LeftOut } from "../../local/grid/book/left-out.ts";
import { numberWords } from "../../shared/report/number-words.ts";
import { isGrid } from "./spreadsheet-from-google.ts";

type Sheet = sheets_v4.Schema$Sheet;
/** By name of the tab, how many of its cells hold what. */
export type OddCells = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function leftOutOfGoogle(json: sheets_v4.Schema$Spreadsheet, odd: OddCells): LeftOut {
  const sheets = json.sheets ?? [];
  const cells = [...odd].flatMap(([name, counts]) =>
    [...counts].map(([what, count]) => ({ name, what, count })),
  );
  return {
    things: [
      ...sheets.flatMap(thingsOf),
      ...cells.flatMap(({ name, what, count }) => {
        const words = CELLS[what];
        return words === undefined ? [] : [`"${name}": ${amount(count, words)}`];
      }),
    ],
    looks: [
      ...sheets.flatMap(looksOf),
      ...cells.flatMap(({ name, what }) =>
        what === "look of a part" ? [`"${name}": looks of parts of a cell's text, and links in it`] : [],
      ),
    ],
  };
}

type Words = readonly [one: string, several: string];

const CELLS: Readonly<Record<string, Words>> = {
  rule: [
    "the rule of a cell for numbers, days or texts that may be typed",
    "cells with rules for numbers, days or texts that may be typed",
  ],
  "pivot table": ["a pivot table (its values stay)", "pivot tables (their values stay)"],
};

const LISTS: readonly (readonly [keyof Sheet, Words])[] = [
  ["slicers", ["a slicer", "slicers"]],
  ["filterViews", ["a filter view", "filter views"]],
  ["tables", ["a table (its cells stay)", "tables (their cells stay)"]],
];

function thingsOf(sheet: Sheet): readonly string[] {
  const name = sheet.properties?.title ?? "";
  if (!isGrid(sheet)) return [`the tab "${name}", which has no cells of its own`];
  const odd = (sheet.conditionalFormats ?? []).filter((rule) => !isHeldRule(rule)).length;
  const found = [
    ...LISTS.flatMap(([list, words]) => {
      const items = sheet[list];
      return Array.isArray(items) && items.length > 0 ? [amount(items.length, words)] : [];
    }),
    ...(odd === 0
      ? []
      : [amount(odd, ["a colour by a scale or an unusual rule", "colours by scales or unusual rules"])]),
    ...(usesOtherFilter(sheet) ? ["what its filter picks by a condition (the filter stays)"] : []),
  ];
  return found.map((words) => `"${name}": ${words}`);
}

function looksOf(sheet: Sheet): readonly string[] {
  const count = sheet.bandedRanges?.length ?? 0;
  return count === 0 ? [] : [`"${sheet.properties?.title ?? ""}": alternating colours of its rows`];
}

function isHeldRule({ booleanRule }: sheets_v4.Schema$ConditionalFormatRule): boolean {
  const type = booleanRule?.condition?.type;
  if (type !== "TEXT_EQ" && type !== "CUSTOM_FORMULA") return false;
  const { italic, strikethrough, underline } = booleanRule?.format?.textFormat ?? {};
  return ![italic, strikethrough, underline].includes(true);
}

function usesOtherFilter({ basicFilter }: Sheet): boolean {
  const criteria = [
    ...Object.values(basicFilter?.criteria ?? {}),
    ...(basicFilter?.filterSpecs ?? []).map(({ filterCriteria }) => filterCriteria ?? {}),
  ];
  return criteria.some(
    ({ condition, visibleBackgroundColorStyle, visibleForegroundColorStyle }) =>
      (condition ?? visibleBackgroundColorStyle ?? visibleForegroundColorStyle ?? undefined) !== undefined,
  );
}

function amount(count: number, [one, several]: Words): string {
  return count === 1 ? one : `${numberWords(count)} ${several}`;
}
