// How quick the .xlsx book is beside the bare library, in one run on one machine: 50,000 rows of 20 columns, read
// and written. The library only reads and writes cells; the book also keeps every part that it does not change.
// Run by `npm run bench`.

import { readXlsx, writeXlsx } from "hucre/xlsx";
import { applyChanges } from "../../local/book/apply-changes.ts";
import { newBook, readBook } from "../../local/book/book.ts";
import { packageBytes } from "../../local/book/package.ts";
import type { ColumnLayout, RowCells, TabLayout } from "../../shared/table/layout.ts";

const ROWS = 50_000;
const COLUMNS = 20;
const GOES = 3;

async function quickest(work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let go = 0; go < GOES; go++) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function cellAt(row: number, column: number): string | number {
  return column % 2 === 0 ? `text ${row % 997} of ${column}` : row * column;
}

function told(what: string, ours: number, theirs: number): void {
  const ratio = (ours / theirs).toFixed(2);
  console.log(`  ${what}: ours ${ours.toFixed(0)} ms, library ${theirs.toFixed(0)} ms, ratio ${ratio}`);
}

const keys = Array.from({ length: COLUMNS }, (_, column) => `c${column}`);
const rows = Array.from({ length: ROWS }, (_, row) => keys.map((_key, column) => cellAt(row, column)));
const cells: readonly RowCells[] = rows.map((row) =>
  Object.fromEntries(row.map((cell, column) => [`c${column}`, cell])),
);
const columns = keys.map(
  (key): ColumnLayout => ({ key, header: key, widthCharacters: 12, format: "general" }),
);
const layout: TabLayout = { key: "bench", tab: "Bench", hidden: false, columns, preparedRows: 0 };

let theirBytes: Uint8Array = new Uint8Array();
let ourBytes: Uint8Array = new Uint8Array();
const theirWrite = await quickest(async () => {
  theirBytes = await writeXlsx({ sheets: [{ name: "Bench", rows: [keys, ...rows] }] });
});
const ourWrite = await quickest(() => {
  const { book } = applyChanges(newBook(), [
    { kind: "layOut", tab: "Bench", layout },
    { kind: "append", tab: "Bench", rows: cells },
  ]);
  ourBytes = packageBytes(book.package);
});
console.log(`${ROWS.toLocaleString("en-US")} rows × ${COLUMNS} columns`);
told("write", ourWrite, theirWrite);
for (const [name, bytes] of [
  ["the library's file", theirBytes],
  ["our file", ourBytes],
] as const) {
  const theirRead = await quickest(() => readXlsx(bytes));
  const ourRead = await quickest(() => readBook(bytes, "bench.xlsx").tables.length);
  told(`read ${name}`, ourRead, theirRead);
}
