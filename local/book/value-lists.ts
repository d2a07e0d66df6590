// The hidden tab in which the values of dropdowns stand, one column for each list: its name, the text that rows must
// hold to count, how many values there are, and the values. Lists that live in a column of another tab are formulas,
// so that a value shows the moment it is typed there, in whatever order the rows are; values between which others
// stand, or blank rows, come without a gap. Only functions that every spreadsheet program has had for long are used.

import { columnLetters, nameKey, textOf } from "../../shared/table/cell.ts";
import { EXAMPLE_WORD, type JoinedLists, type ValueList } from "../../shared/table/layout.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { addSheet, type BookDraft, findSheet } from "./book-draft.ts";
import type { CellFormula } from "./cell-text.ts";
import { quotedTab, tabMark } from "./marks.ts";
import { columnFor, filledRows, type SheetDraft, setCell, usedColumns, valueAt } from "./sheet-draft.ts";

export const LISTS = "_lists";
/** Where a list has its parts. */
export const NAME_ROW = 1;
const ONLY_ROW = 2;
export const COUNT_ROW = 3;
export const FIRST_ROW = 4;

/** The first column is an empty list, for rows that have none. */
const EMPTY_LIST = "(none)";
const LEAST_ROOM = 40;
const ROOM_STEP = 20;
/** Rows of another tab that are looked at: in steps, so that a row more changes no formula. */
const SOURCE_STEP = 500;

export interface ListPlace {
  readonly sheet: SheetDraft;
  readonly column: number;
  /** The values as they are now. */
  readonly values: readonly string[];
  /** How many rows it may fill. */
  readonly room: number;
}

/** The list in our tab, written there under this name. */
export function placedList(draft: BookDraft, name: string, list: ValueList | JoinedLists): ListPlace {
  switch (list.kind) {
    case "values":
      return writtenList(draft, name, { values: list.values, room: list.values.length });
    case "column":
      return columnList(draft, name, list);
    case "joined":
      return joinedList(draft, name, list);
  }
}

/** A reference to some rows of a list's column. */
export function listCells(place: Pick<ListPlace, "sheet" | "column">, first: number, last = first): string {
  const letters = columnLetters(place.column);
  const end = last === first ? "" : `:$${letters}$${last}`;
  return `${quotedTab(place.sheet.name)}!$${letters}$${first}${end}`;
}

/** The tab of lists; made where the book lacks it. */
export function listsSheet(draft: BookDraft): SheetDraft {
  const known = findSheet(draft, LISTS);
  if (known !== undefined) return known;
  const sheet = addSheet(draft, { name: LISTS, hidden: true });
  sheet.key = LISTS;
  draft.names.push(tabMark(sheet.index, LISTS));
  setCell(sheet, { row: NAME_ROW, column: 0 }, EMPTY_LIST);
  setCell(sheet, { row: COUNT_ROW, column: 0 }, 0);
  return sheet;
}

function columnList(draft: BookDraft, name: string, list: Extract<ValueList, { kind: "column" }>): ListPlace {
  const source = sourceSheet(draft, list.tab);
  const last = Math.max(1, Math.ceil((source.lastRow - 1) / SOURCE_STEP)) * SOURCE_STEP + 1;
  const cells = (key: string) => {
    const letters = columnLetters(columnFor(source, key));
    return `${quotedTab(source.name)}!$${letters}$1:$${letters}$${last}`;
  };
  const [first, ...others] = list.only ?? [];
  const wanted = cells(list.column);
  const values = valuesNow(source, list);
  const room = Math.max(LEAST_ROOM, Math.ceil((values.length + ROOM_STEP) / ROOM_STEP) * ROOM_STEP);
  return writtenList(draft, name, {
    values,
    room,
    ...(first === undefined ? {} : { only: first.is }),
    formula: ({ letters, row }) => {
      const conditions = [
        `(${wanted}<>"")`,
        `(ROW(${wanted})>1)`,
        `(RIGHT(${wanted},${EXAMPLE_WORD.length})<>"${EXAMPLE_WORD}")`,
        ...(first === undefined
          ? [`IFERROR(MATCH(${literally(wanted)},${wanted}&"",0)=ROW(${wanted}),TRUE)`]
          : [`(${cells(first.column)}=${letters}$${ONLY_ROW})`]),
        ...others.map(({ column, is }) => `(${cells(column)}="${is.replace(/"/g, '""')}")`),
      ];
      const rows = `IF(IFERROR(${conditions.join("*")},0),ROW(${wanted}))`;
      const value = `IFERROR(INDEX(${wanted},SMALL(${rows},ROW()-${FIRST_ROW - 1})),"")`;
      // Values come without a gap: below the last one nothing need be looked for, and most of the room is there.
      const text = row === FIRST_ROW ? value : `IF(${letters}${row - 1}="","",${value})`;
      return { kind: "array", text };
    },
  });
}

function joinedList(draft: BookDraft, name: string, { parts }: JoinedLists): ListPlace {
  const placed = parts.map(({ before, list }, index) => ({
    before,
    place: placedList(draft, list.kind === "column" ? nameOfColumn(list) : `${name}.${index + 1}`, list),
  }));
  const room = placed.reduce((sum, { place }) => sum + place.room, 0);
  const values = placed.flatMap(({ before, place }) => place.values.map((value) => before + value));
  const at = `ROW()-${FIRST_ROW - 1}`;
  let skipped = "";
  const choices = placed.map(({ before, place }) => {
    const end = `${skipped}${skipped === "" ? "" : "+"}${listCells(place, COUNT_ROW)}`;
    const index = skipped === "" ? at : `${at}-(${skipped})`;
    const cells = listCells(place, FIRST_ROW, FIRST_ROW + Math.max(place.room, 1));
    skipped = end;
    const words = before === "" ? "" : `"${before.replace(/"/g, '""')}"&`;
    return `IF(${at}<=${end},${words}INDEX(${cells},${index}),`;
  });
  const formula = (): CellFormula => ({
    kind: "plain",
    text: `${choices.join("")}""${")".repeat(choices.length)}`,
  });
  return writtenList(draft, name, { values, room, formula });
}

// Not taken for a pattern by the function that looks it up.
function literally(cells: string): string {
  return `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${cells},"~","~~"),"*","~*"),"?","~?")`;
}

/** A name that the same column of another tab always has. */
export function nameOfColumn(list: Extract<ValueList, { kind: "column" }>): string {
  const only = (list.only ?? []).map(({ column, is }) => `${column}=${is}`);
  return [`${list.tab}.${list.column}`, ...only].join(" ");
}

interface Written {
  readonly values: readonly string[];
  readonly room: number;
  readonly only?: string;
  /** The formula of the value in that cell. */
  readonly formula?: (cell: { readonly letters: string; readonly row: number }) => CellFormula;
}

function writtenList(draft: BookDraft, name: string, list: Written): ListPlace {
  const sheet = listsSheet(draft);
  const column = listColumn(sheet, name);
  const letters = columnLetters(column);
  const { values, room } = list;
  setCell(sheet, { row: NAME_ROW, column }, name);
  setCell(sheet, { row: ONLY_ROW, column }, list.only ?? null);
  const counted = `SUMPRODUCT(--(LEN(${letters}$${FIRST_ROW}:${letters}$${FIRST_ROW + Math.max(room, 1) - 1})>0))`;
  const countFormula: CellFormula = { kind: "plain", text: counted };
  setCell(sheet, { row: COUNT_ROW, column, formula: countFormula }, values.length);
  for (let index = 0; index < room; index++) {
    const row = FIRST_ROW + index;
    const formula = list.formula?.({ letters, row });
    setCell(sheet, { row, column, ...(formula === undefined ? {} : { formula }) }, values[index] ?? null);
  }
  for (const row of filledRows(sheet)) if (row >= FIRST_ROW + room) setCell(sheet, { row, column }, null);
  return { sheet, column, values, room };
}

function listColumn(sheet: SheetDraft, name: string): number {
  const width = usedColumns(sheet);
  let column = 0;
  while (column < width && textOf(valueAt(sheet, NAME_ROW, column)) !== name) column += 1;
  return column;
}

function sourceSheet(draft: BookDraft, key: string): SheetDraft {
  const table = draft.book.tables.find((each) => each.key === key);
  const sheet =
    draft.sheets.find((each) => each.key === key) ??
    (table === undefined ? undefined : findSheet(draft, table.tab, key));
  if (sheet !== undefined) return sheet;
  throw new StagelineError("guard", `a dropdown takes its values from the tab "${key}", which is not there`);
}

function valuesNow(source: SheetDraft, list: Extract<ValueList, { kind: "column" }>): readonly string[] {
  const at = columnFor(source, list.column);
  const values: string[] = [];
  for (const row of filledRows(source)) {
    const holds = ({ column, is }: { column: string; is: string }) =>
      nameKey(textOf(valueAt(source, row, columnFor(source, column)))) === nameKey(is);
    const value = textOf(valueAt(source, row, at));
    if (value === "" || value.endsWith(EXAMPLE_WORD) || list.only?.every(holds) === false) continue;
    if (list.only !== undefined || !values.includes(value)) values.push(value);
  }
  return values;
}
