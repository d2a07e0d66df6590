// What people see of a spreadsheet, tab by tab: cells and their looks, rules, notes, colours, protections, widths. Ids that
// Google gives are left out, and ranges say the name of their tab.

import type { GridRange, Metadata, Validation } from "../../../../local/grid/protocol.ts";
import type { ColumnFrame, GridCell, Spreadsheet, Tab } from "../../../../local/grid/spreadsheet.ts";

const USUAL_PIXELS = 100;

/** The tabs in their order. */
export function seenSpreadsheet(state: Spreadsheet) {
  return state.tabs.map((tab) => seenTab(state, tab));
}

function seenTab(state: Spreadsheet, tab: Tab) {
  const { id, rows, conditionalFormats, protections, columns, shifts, merges, ...rest } = tab;
  const range = (cells: GridRange) => rangeText(state, cells);
  return {
    ...rest,
    columns: columns.flatMap((frame, index) => frameText(frame, index + 1)),
    cells: cellLines(state, tab),
    colours: conditionalFormats.map((rule) => ({ ...rule, ranges: rule.ranges.map(range) })),
    guards: protections
      .map(({ description, onlyWarns, range: cells }) => {
        const place = cells === undefined ? "all" : range(cells);
        return `${place}: ${description}${onlyWarns ? ", only warns" : ""}`;
      })
      .sort(),
    marks: state.metadata.flatMap((mark) => markText(mark, id)).sort(),
    merges: merges.map(range),
  };
}

/** Cells that are alike below each other are one line: "2-1000:3", rows and column, and what they are. */
function cellLines(state: Spreadsheet, { rows }: Tab): readonly string[] {
  const known = new Map<GridCell, string>();
  const textAt = (row: number, column: number): string => {
    const cell = rows[row]?.cells[column];
    if (cell === undefined) return "";
    const text = known.get(cell) ?? cellText(state, cell);
    known.set(cell, text);
    return text;
  };
  const width = rows.reduce((widest, row) => Math.max(widest, row?.cells.length ?? 0), 0);
  const lines: string[] = [];
  for (let column = 0; column < width; column++) {
    let [first, text] = [0, textAt(0, column)];
    for (let row = 1; row <= rows.length; row++) {
      const next = row === rows.length ? undefined : textAt(row, column);
      if (next === text) continue;
      if (text !== "") lines.push(`${first + 1}-${row}:${column + 1} ${text}`);
      [first, text] = [row, next ?? ""];
    }
  }
  return lines;
}

function cellText(state: Spreadsheet, { validation, ...rest }: GridCell): string {
  const rule = validation === undefined ? {} : { rule: seenRule(state, validation) };
  const parts = Object.entries({ ...rest, ...rule }).filter(([, value]) => value !== null);
  return parts.length === 0 ? "" : sortedJson(Object.fromEntries(parts));
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}

function seenRule(state: Spreadsheet, rule: Validation) {
  const { criteria } = rule;
  if (criteria.kind !== "range") return rule;
  return { ...rule, criteria: { ...criteria, range: rangeText(state, criteria.range) } };
}

function markText({ place, key, value, isVisibleToAll }: Metadata, tab: number): readonly string[] {
  if (place.kind === "spreadsheet" || place.tab !== tab) return [];
  const at = place.kind === "column" ? ` ${place.column}` : "";
  return [`${place.kind}${at} ${key} ${value} ${isVisibleToAll}`];
}

function rangeText(state: Spreadsheet, { tab, row, column, rows, columns }: GridRange): string {
  const name = state.tabs.find(({ id }) => id === tab)?.name;
  return `${name} ${row}:${column} ${rows}x${columns}`;
}

function frameText(frame: ColumnFrame | undefined, column: number): readonly string[] {
  const { widthPixels = USUAL_PIXELS, isHidden } = frame ?? {};
  if (widthPixels === USUAL_PIXELS && isHidden !== true) return [];
  return [`${column}: ${widthPixels}${isHidden === true ? ", hidden" : ""}`];
}
