// What a method of the Sheets API is handed, and what it hands back: all of it data, so that a method is a pure function
// of a spreadsheet. The answer is made from the spreadsheet as it stands afterwards, with its formulas called.

import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import type { Mask } from "../field-mask.ts";

export interface Asked {
  readonly state: Spreadsheet;
  /** The values of the path's parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** The first value of each option in the address. */
  readonly options: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Which fields of the answer are wanted. */
  readonly mask: Mask;
}

export interface Served {
  /** Absent where nothing changed. */
  readonly state?: Spreadsheet;
  readonly answer: (after: Spreadsheet) => unknown;
}
