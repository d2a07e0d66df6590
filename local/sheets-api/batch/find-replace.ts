// Texts found and replaced in cells of a range, a sheet or all of them. What is looked at is what stands on the screen, and
// in formulas where that is asked; what comes out is taken as if it were typed.
// [developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request#FindReplaceRequest]

import type { sheets_v4 } from "@googleapis/sheets";
import { withBlock } from "../../grid/cell-block.ts";
import { typedCell } from "../../grid/entered-cell.ts";
import type { GridRange } from "../../grid/protocol.ts";
import { shownText } from "../../grid/shown-value.ts";
import { type GridCell, type Spreadsheet, withTab } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { type ApiGridRange, gridRangeFrom, sheetById } from "../grid-range.ts";
import { wholeTab } from "../range-text.ts";
import type { Acted, BatchActs, RequestOf } from "./batch-act.ts";

export const findActs: BatchActs = { findReplace };

type Request = RequestOf<"findReplace">;

interface Tally {
  valuesChanged: number;
  formulasChanged: number;
  occurrencesChanged: number;
  readonly rows: Set<string>;
  readonly sheets: Set<number>;
}

function findReplace(state: Spreadsheet, request: Request): Acted {
  const pattern = patternOf(request);
  const tally: Tally = {
    valuesChanged: 0,
    formulasChanged: 0,
    occurrencesChanged: 0,
    rows: new Set(),
    sheets: new Set(),
  };
  const replaced = replacer({ state, request, pattern, tally });
  const after = rangesOf(state, request).reduce(
    (rest, range) =>
      withTab(
        rest,
        withBlock(sheetById(rest, range.tab), withinUsed(rest, range), (cell, row) =>
          replaced(cell, { tab: range.tab, row }),
        ),
      ),
    state,
  );
  return { state: after, reply: { findReplace: counts(tally) } };
}

interface Replacing {
  readonly state: Spreadsheet;
  readonly request: Request;
  readonly pattern: RegExp;
  readonly tally: Tally;
}

function replacer({ state, request, pattern, tally }: Replacing) {
  const replacement = request.replacement ?? "";
  const literal = request.searchByRegex === true ? replacement : replacement.replaceAll("$", "$$$$");
  return (cell: GridCell | undefined, place: { readonly tab: number; readonly row: number }) => {
    const isFormula = cell?.formula !== undefined;
    if (cell === undefined || (isFormula && request.includeFormulas !== true)) return cell;
    const text = cell.formula ?? shownText(cell, state.locale);
    const found = text === "" ? 0 : [...text.matchAll(pattern)].length;
    if (found === 0) return cell;
    tally.occurrencesChanged += found;
    if (isFormula) tally.formulasChanged += 1;
    else tally.valuesChanged += 1;
    tally.rows.add(`${place.tab}:${place.row}`);
    tally.sheets.add(place.tab);
    return typedCell(cell, text.replace(pattern, literal), state);
  };
}

function patternOf({ find, searchByRegex, matchCase, matchEntireCell }: Request): RegExp {
  if (find === undefined || find === null || find === "") throw invalidArgument("find must not be empty");
  const source = searchByRegex === true ? find : find.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  try {
    const whole = matchEntireCell === true ? `^(?:${source})$` : source;
    return new RegExp(whole, matchCase === true ? "gu" : "giu");
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw invalidArgument(`find is not a regular expression: ${find}`);
  }
}

function rangesOf(state: Spreadsheet, { range, sheetId, allSheets }: Request): readonly GridRange[] {
  if (range !== undefined && range !== null) return [gridRangeFrom(state, range as ApiGridRange)];
  if (typeof sheetId === "number") return [wholeTab(sheetById(state, sheetId))];
  if (allSheets === true) return state.tabs.map(wholeTab);
  throw invalidArgument("Must specify one of: range, sheetId, allSheets");
}

function withinUsed(state: Spreadsheet, range: GridRange): GridRange {
  const last = Math.min(range.row + range.rows - 1, sheetById(state, range.tab).rows.length);
  return { ...range, rows: Math.max(0, last - range.row + 1) };
}

// A count of nothing is left out.
function counts({ rows, sheets, ...changed }: Tally): sheets_v4.Schema$FindReplaceResponse {
  const all = { ...changed, rowsChanged: rows.size, sheetsChanged: sheets.size };
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}
