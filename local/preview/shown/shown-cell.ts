// A cell as the page draws it: its value, how it looks, and the formula behind it. The page works nothing out: of a
// formula it is told the result. What nobody sees of an empty cell, such as the format that a number would get, is not
// told, since a board has thousands of those.

import { GENERAL } from "../../grid/shown-value.ts";
import { type GridCell, heldIn, type Value } from "../../grid/spreadsheet.ts";
import { NUMBER, TEXT, type UniverCell, type UniverStyle, YES_NO } from "./univer-data.ts";

const ACROSS = { left: 1, center: 2, right: 3 } as const;
const DOWN = { top: 1, middle: 2, bottom: 3 } as const;

/** Nothing where the cell shows nothing. */
export function shownCell(cell: GridCell | undefined): UniverCell | undefined {
  if (cell === undefined) return undefined;
  const known = shown.get(cell);
  if (known !== undefined) return known === "nothing" ? undefined : known;
  const made = madeCell(cell);
  shown.set(cell, made ?? "nothing");
  return made;
}

// Cells never change, and those that are alike are one.
const shown = new WeakMap<GridCell, UniverCell | "nothing">();

/** The cell as a change of what is drawn: whatever was there before is gone. */
export function changedCell(cell: GridCell | undefined): UniverCell | null {
  const made = shownCell(cell);
  if (made === undefined) return null;
  return { custom: null, ...made, s: { ...PLAIN, ...made.s } };
}

/** As Google draws a cell of which nothing else is said, but in the middle of its height, where the grid draws dropdowns. */
export const EVERY_CELL = { fs: 10, vt: 2, pd: { t: 1, r: 3, b: 1, l: 3 } } as const;

// The grid draws a dropdown by what its own cell says, and adds this to what is left free at its side.
const ADDED_AT_SIDE = 6;
const DROPDOWN: UniverStyle = {
  ...EVERY_CELL,
  pd: { ...EVERY_CELL.pd, l: EVERY_CELL.pd.l - ADDED_AT_SIDE },
};

const PLAIN: UniverStyle = {
  bg: null,
  cl: null,
  bl: 0,
  tb: 1,
  ht: 0,
  vt: EVERY_CELL.vt,
  pd: EVERY_CELL.pd,
  fs: EVERY_CELL.fs,
  n: null,
};

function madeCell(cell: GridCell): UniverCell | undefined {
  const value = heldIn(cell);
  const style = styleOf(cell, value);
  if (value === null && cell.formula === undefined && style === undefined) return undefined;
  return {
    ...shownValue(value),
    ...(style === undefined ? {} : { s: style }),
    ...(cell.formula === undefined ? {} : { custom: { formula: cell.formula } }),
  };
}

function shownValue(value: Value): Pick<UniverCell, "v" | "t"> {
  if (value === null) return { v: null, t: null };
  if (typeof value === "number") return { v: value, t: NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: YES_NO };
  return { v: typeof value === "string" ? value : value.error, t: TEXT };
}

function styleOf(cell: GridCell, value: Value): UniverStyle | undefined {
  const { background, fontColour, numberFormat } = cell;
  const isTold =
    value !== null && numberFormat !== undefined && numberFormat !== GENERAL && numberFormat !== "@";
  const style: UniverStyle = {
    ...(background === undefined ? {} : { bg: { rgb: background } }),
    ...(fontColour === undefined ? {} : { cl: { rgb: fontColour } }),
    ...(cell.isBold === true ? { bl: 1 } : {}),
    ...(cell.wrap === true && value !== null ? { tb: 3 } : {}),
    ...(value === null || !isDropdown(cell) ? {} : DROPDOWN),
    ...(value === null ? {} : alignmentOf(cell)),
    ...(isTold ? { n: { pattern: numberFormat } } : {}),
  };
  return Object.keys(style).length === 0 ? undefined : style;
}

// Whether a list that another cell decides on is there at all is not known here: then it is drawn as any text.
function isDropdown({ validation }: GridCell): boolean {
  const criteria = validation?.criteria;
  if (criteria?.kind === "formula") return criteria.isList === true && !criteria.formula.includes("MATCH(");
  return criteria?.kind === "list" || criteria?.kind === "range";
}

function alignmentOf({ otherFormat = {} }: GridCell): UniverStyle {
  const across = String(otherFormat["horizontalAlignment"] ?? "").toLowerCase();
  const down = String(otherFormat["verticalAlignment"] ?? "").toLowerCase();
  const { fontSize } = (otherFormat["textFormat"] ?? {}) as { readonly fontSize?: number };
  return {
    ...(across in ACROSS ? { ht: ACROSS[across as keyof typeof ACROSS] } : {}),
    ...(down in DOWN ? { vt: DOWN[down as keyof typeof DOWN] } : {}),
    ...(fontSize === undefined ? {} : { fs: fontSize }),
  };
}
