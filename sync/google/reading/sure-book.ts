// Numbers of which nothing told yet whether they are shown as days: asked for themselves, or seen with other things.

import type { Connection } from "../connection.ts";
import { type UnsureColumn, withDays } from "./day-columns.ts";
import { type GoogleBook, withTabs } from "./google-book.ts";
import type { SeenCells } from "./seen-cells.ts";
import { blockRange } from "./tab-range.ts";

/** The book with every day told as such. */
export async function sureBook(connection: Connection, book: GoogleBook): Promise<GoogleBook> {
  const { unsure } = book;
  if (unsure.length === 0) return book;
  const answer = await connection.read("read how numbers are shown", (sheets) =>
    sheets.spreadsheets.values.batchGet({
      spreadsheetId: connection.spreadsheetId,
      ranges: unsure.map(rangeOf),
      valueRenderOption: "UNFORMATTED_VALUE",
      dateTimeRenderOption: "FORMATTED_STRING",
      fields: "valueRanges(values)",
    }),
  );
  const shown = new Map<string, readonly (readonly unknown[])[]>();
  unsure.forEach(({ tab, column }, index) => {
    shown.set(placeOf(tab, column), answer.valueRanges?.[index]?.values ?? []);
  });
  // Under this option whatever is shown as a day comes as a text.
  const isDay = (tab: string) => (row: number, column: number) =>
    typeof shown.get(placeOf(tab, column))?.[row - 2]?.[0] === "string";
  return withoutDoubt(book, isDay);
}

/** The book with its days told by cells that were seen with their formats. */
export function sureBySeen(book: GoogleBook, seen: ReadonlyMap<string, SeenCells>): GoogleBook {
  return withoutDoubt(book, (tab) => (row, column) => {
    const cell = seen.get(tab)?.get(row)?.get(column);
    return typeof cell === "object" && cell !== null && "serial" in cell;
  });
}

/** The range of an unsure column. */
export function rangeOf({ tab, column, lastRow }: UnsureColumn): string {
  return blockRange(tab, { first: 2, last: lastRow, column });
}

function withoutDoubt(
  book: GoogleBook,
  isDay: (tab: string) => (row: number, column: number) => boolean,
): GoogleBook {
  const sure = withTabs(book, (tab) => {
    const table = withDays(tab.table, isDay(tab.table.tab));
    return table === tab.table ? tab : { ...tab, table };
  });
  return { ...sure, unsure: [] };
}

function placeOf(tab: string, column: number): string {
  return `${column} ${tab}`;
}
