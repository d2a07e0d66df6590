// Colours by rule, as the page draws them. It works no formulas out, so that the rules of ours, which are formulas as the
// add-on writes them, are told as what they mean: a text that a cell holds, and rows that are examples. People's own
// formulas go as they stand.

import { isExampleId } from "../../../shared/board/example-rows.ts";
import { textOf } from "../../../shared/table/cell.ts";
import { parseAddress } from "../../grid/a1-notation.ts";
import type { ConditionalFormat } from "../../grid/protocol.ts";
import { cellValue } from "../../grid/shown-value.ts";
import type { Tab } from "../../grid/spreadsheet.ts";
import { shownRange } from "./shown-range.ts";
import type { UniverColouring, UniverRange, UniverStyle } from "./univer-data.ts";

const OWN_TEXT = /^=\(\$[A-Z]+\d+="((?:[^"]|"")*)"\)\+N\("Stageline"\)$/;
const OWN_EXAMPLE = /^=?\(\$([A-Z]+\d+)>="example"\)\*\(\$\1<"f"\)/;
/** No cell holds it, so that every cell is another. */
const NOWHERE = -987_654_321.5;

export function shownColours(tab: Tab): readonly UniverColouring[] {
  return tab.conditionalFormats.flatMap((format, index) => {
    const rows = exampleRowsBy(tab, format);
    const ranges = rows === undefined ? format.ranges.map(shownRange) : rangesIn(format, rows);
    if (ranges.length === 0) return [];
    return [{ cfId: `${tab.id}-${index}`, ranges, stopIfTrue: false, rule: ruleOf(format) }];
  });
}

/** The rows that rules of ours colour as examples, from 0. */
export function exampleRowsIn(tab: Tab): readonly number[] {
  const rows = tab.conditionalFormats.flatMap((format) => exampleRowsBy(tab, format) ?? []);
  return [...new Set(rows)];
}

function exampleRowsBy(tab: Tab, { condition }: ConditionalFormat): readonly number[] | undefined {
  const address = condition.kind === "formula" ? OWN_EXAMPLE.exec(condition.formula)?.[1] : undefined;
  const column = address === undefined ? undefined : parseAddress(address)?.column;
  if (column === undefined) return undefined;
  return tab.rows.flatMap((row, index) =>
    isExampleId(textOf(cellValue(row?.cells[column - 1]))) ? [index] : [],
  );
}

function rangesIn({ ranges }: ConditionalFormat, rows: readonly number[]): readonly UniverRange[] {
  return ranges
    .map(shownRange)
    .flatMap((range) =>
      rows
        .filter((row) => row >= range.startRow && row <= range.endRow)
        .map((row) => ({ ...range, startRow: row, endRow: row })),
    );
}

function ruleOf({ condition, background, fontColour, isBold }: ConditionalFormat): UniverColouring["rule"] {
  const style: UniverStyle = {
    ...(background === undefined ? {} : { bg: { rgb: background } }),
    ...(fontColour === undefined ? {} : { cl: { rgb: fontColour } }),
    ...(isBold === true ? { bl: 1 } : {}),
  };
  if (condition.kind === "text is") return textRule(condition.text, style);
  if (OWN_EXAMPLE.test(condition.formula))
    return { type: "highlightCell", subType: "number", operator: "notEqual", value: NOWHERE, style };
  const own = OWN_TEXT.exec(condition.formula)?.[1];
  if (own !== undefined) return textRule(own.replace(/""/g, '"'), style);
  return { type: "highlightCell", subType: "formula", value: formulaOf(condition.formula), style };
}

function textRule(value: string, style: UniverStyle): UniverColouring["rule"] {
  return { type: "highlightCell", subType: "text", operator: "equal", value, style };
}

function formulaOf(text: string): string {
  return text.startsWith("=") ? text : `=${text}`;
}
