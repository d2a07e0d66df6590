// A book without what this product draws around its cells: dropdowns, help at headers and colours of ours, which a file
// marks with our name. Values, styles and marks stay, and so does all that people made.

import { type Book, bookOf } from "./book.ts";
import { withColours } from "./colours.ts";
import { withValidations } from "./dropdowns.ts";
import { marksOf } from "./marks.ts";
import { partText, textBytes, withParts } from "./package.ts";

export function undressedBook(book: Book): Book {
  const parts = new Map<string, Uint8Array>();
  for (const [index, { columns }] of marksOf(book.workbook)) {
    const partName = book.workbook.sheets[index]?.partName;
    const text = partName === undefined ? undefined : partText(book.package, partName);
    if (partName === undefined || text === undefined) continue;
    const ours = new Set(Object.values(columns));
    const bare = withColours(withValidations(text, [], ours), [], ours);
    if (bare !== text) parts.set(partName, textBytes(bare));
  }
  return parts.size === 0 ? book : bookOf(withParts(book.package, parts), book.workbook, book.file);
}
