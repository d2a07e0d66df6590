// What an editor's hands do to the rows of a tab, told by names and headers, as steps in the cells of a spreadsheet
// program. Rows are counted on while they are typed; a sort comes last, since nobody knows the rows after it.

import { type Cell, columnLetters, textOf } from "../../shared/table/cell.ts";
import type { Table, Tables } from "../../shared/table/table.ts";
import { dayFromText, serialFromDay } from "../../shared/value/day.ts";
import type { Step } from "../hands/libre-office.ts";

/** By header; an ISO day becomes a date and an empty text empties the cell, as in a spreadsheet program. */
export type TypedRow = Readonly<Record<string, string | number>>;

export type Hand =
  | { readonly do: "type"; readonly tab: string; readonly rows: readonly TypedRow[] }
  | { readonly do: "edit"; readonly tab: string; readonly name: string; readonly cells: TypedRow }
  | { readonly do: "copy" | "delete"; readonly tab: string; readonly name: string }
  | { readonly do: "sort"; readonly tab: string; readonly header: string }
  | { readonly do: "copy tab"; readonly tab: string; readonly to: string };

interface Sheet {
  readonly tab: string;
  readonly header: readonly string[];
  /** Row 1 is at index 0. */
  readonly names: string[];
}

/** The hands' work on the book as it stands, in order. */
export function stepsOf(tables: Tables, hands: readonly Hand[]): readonly Step[] {
  const sheets = new Map<string, Sheet>();
  return hands.flatMap((hand) => {
    const sheet = sheets.get(hand.tab) ?? sheetOf(tables, hand.tab);
    sheets.set(hand.tab, sheet);
    return stepsOfHand(sheet, hand);
  });
}

function stepsOfHand(sheet: Sheet, hand: Hand): readonly Step[] {
  const { tab } = sheet;
  switch (hand.do) {
    case "type":
      return hand.rows.flatMap((cells) => {
        const at = sheet.names.push(textOf(cells[nameHeader(tab)]));
        return cellSteps(sheet, at, cells);
      });
    case "edit":
      return cellSteps(sheet, rowOf(sheet, hand.name), hand.cells);
    case "copy": {
      const from = rowOf(sheet, hand.name);
      return [{ do: "copy row", tab, from, to: sheet.names.push(hand.name) }];
    }
    case "delete": {
      const at = rowOf(sheet, hand.name);
      sheet.names.splice(at - 1, 1);
      return [{ do: "delete rows", tab, at, count: 1 }];
    }
    case "sort":
      return [{ do: "sort", tab, by: letters(sheet, hand.header) }];
    case "copy tab":
      return [hand];
  }
}

function cellSteps(sheet: Sheet, at: number, cells: TypedRow): readonly Step[] {
  const { tab } = sheet;
  return Object.entries(cells).map(([header, typed]): Step => {
    const cell = `${letters(sheet, header)}${at}`;
    if (typed === "") return { do: "clear", tab, cell };
    const day = typeof typed === "string" ? dayFromText(typed) : undefined;
    return { do: "set", tab, cell, value: day === undefined ? typed : serialFromDay(day) };
  });
}

function sheetOf(tables: Tables, tab: string): Sheet {
  const table = tables.find((each) => each.tab === tab);
  if (table === undefined) throw new Error(`no tab "${tab}"`);
  const header = table.header.map(textOf);
  return { tab, header, names: namesOf(table, header.indexOf(nameHeader(tab))) };
}

function namesOf(table: Table, column: number): string[] {
  const names: string[] = [textOf(table.header[column])];
  for (const { at, cells } of table.rows) names[at - 1] = textOf(cells[column] as Cell | undefined);
  return Array.from(names, (name) => name ?? "");
}

/** The header of the column by which rows of a tab are told from each other. */
export function nameHeader(tab: string): string {
  const headers: Readonly<Record<string, string>> = {
    Team: "Person",
    Stages: "Stage",
    Pipelines: "Board",
    Fields: "Field",
    Rules: "Rule",
    Messages: "Message",
    Calendar: "Day off",
    Invoices: "Number",
    Payments: "Invoice",
    Outbox: "Subject",
  };
  return headers[tab] ?? "Name";
}

function letters({ header, tab }: Sheet, title: string): string {
  const column = header.indexOf(title);
  if (column < 0) throw new Error(`${tab} has no column "${title}"`);
  return columnLetters(column);
}

// The last row of a name: a copy stands below what it is a copy of.
function rowOf({ names, tab }: Sheet, name: string): number {
  const at = names.lastIndexOf(name);
  if (at < 0) throw new Error(`${tab} has no row "${name}"`);
  return at + 1;
}
