// Tabs of people's that feed boards, such as the answers of a form. What they mean is known by their headers alone, so
// their cells are seen with the way in which they are shown.

import { feedNames } from "../../../shared/engine/intake/feed-names.ts";
import { nameKey } from "../../../shared/table/cell.ts";
import type { Table } from "../../../shared/table/table.ts";
import type { Connection } from "../connection.ts";
import { type GoogleBook, type GoogleTab, withTabs } from "./google-book.ts";
import { DATA_CELLS, type SeenCells, seenCells } from "./seen-cells.ts";
import { rangeOf, sureBySeen } from "./sure-book.ts";
import { wholeRange } from "./tab-range.ts";

/** The tabs that the book is fed by, where they are not read yet. */
export function unreadFeeds(book: GoogleBook): readonly GoogleTab[] {
  const named = new Set(feedNames(book.tables).map(nameKey));
  return book.tabs.filter(({ table, maxRows }) => {
    return table.key === undefined && maxRows === undefined && named.has(nameKey(table.tab));
  });
}

/** The book with those tabs read, and every day told as such. */
export async function withFeeds(
  connection: Connection,
  book: GoogleBook,
  feeds: readonly GoogleTab[],
): Promise<GoogleBook> {
  const ranges = [...feeds.map(({ table }) => wholeRange(table.tab)), ...book.unsure.map(rangeOf)];
  const answer = await connection.read("read the tabs that feed boards", (sheets) =>
    sheets.spreadsheets.get({
      spreadsheetId: connection.spreadsheetId,
      ranges,
      fields: `sheets(properties(title),data(${DATA_CELLS}))`,
    }),
  );
  const seen = new Map(
    (answer.sheets ?? []).map((sheet) => [sheet.properties?.title ?? "", seenCells(sheet)] as const),
  );
  const sure = sureBySeen(book, seen);
  return withTabs(sure, (tab) => {
    const cells = seen.get(tab.table.tab);
    if (!feeds.some(({ table }) => table.tab === tab.table.tab) || cells === undefined) return tab;
    return { ...tab, maxRows: tab.shape.rows, table: { ...tab.table, ...rowsFrom(cells) } };
  });
}

function rowsFrom(seen: SeenCells): Pick<Table, "header" | "rows"> {
  const rows = [...seen]
    .sort(([left], [right]) => left - right)
    .map(([at, cells]) => {
      const width = Math.max(...cells.keys()) + 1;
      return { at, cells: Array.from({ length: width }, (_, column) => cells.get(column) ?? null) };
    });
  const header = rows.find(({ at }) => at === 1)?.cells ?? [];
  return { header, rows: rows.filter(({ at }) => at > 1) };
}
