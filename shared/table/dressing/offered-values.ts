// What the dropdowns of a layout offer in a spreadsheet. A list that stands in neighbouring cells of a tab is those cells,
// so that a stage that is renamed is picked by its new name at once; rows that do not stand together, and lists of
// several parts, are offered as they read now, and drawn anew when the set-up changes.

import { isBlank, nameKey, textOf } from "../cell.ts";
import { type ColumnLayout, EXAMPLE_WORD, type JoinedLists, type ValueList } from "../layout.ts";
import { type DraftedBook, draftKeyed } from "../planning/drafted-book.ts";
import { cellAt, columnFor, filledRows, type ReadTab, type TabDraft } from "../planning/tab-draft.ts";

export type Offer<Tab extends ReadTab = ReadTab> =
  | { readonly kind: "values"; readonly values: readonly string[] }
  | {
      readonly kind: "cells";
      readonly draft: TabDraft<Tab>;
      readonly column: number;
      readonly first: number;
      /** Absent where all cells below belong to it. */
      readonly last?: number;
    };

/** A column's dropdown: the same in each of its cells, or by row. */
export type OfferedValues<Tab extends ReadTab = ReadTab> =
  | { readonly kind: "all"; readonly offer: Offer<Tab> }
  | { readonly kind: "by row"; readonly offers: ReadonlyMap<number, Offer<Tab>> };

/**
 * What the column of a tab offers; `undefined` where it has no dropdown, or nothing to offer yet.
 *
 * @example
 * const book = draftedBook(fixtures.pricesBook);
 * const articles = { dropdown: { kind: "column", tab: "prices", column: "article" } };
 * offeredValues(book, draftOf("Orders"), articles)?.offer.first //=> 2
 * offeredValues(book, draftOf("Orders"), {}) //=> undefined
 */
export function offeredValues<Tab extends ReadTab>(
  book: DraftedBook<Tab>,
  draft: TabDraft<Tab>,
  { dropdown }: Pick<ColumnLayout, "dropdown">,
): OfferedValues<Tab> | undefined {
  if (dropdown === undefined) return undefined;
  if (dropdown.kind !== "by row") {
    const offer = offerOf(book, dropdown);
    return offer === undefined ? undefined : { kind: "all", offer };
  }
  const lists = new Map(dropdown.lists.map(({ is, list }) => [nameKey(is), offerOf(book, list)] as const));
  const column = columnFor(draft, dropdown.column);
  const offers = filledRows(draft).flatMap((row) => {
    const offer = lists.get(nameKey(textOf(cellAt(draft, row, column))));
    return offer === undefined ? [] : [[row, offer] as const];
  });
  return { kind: "by row", offers: new Map(offers) };
}

function offerOf<Tab extends ReadTab>(
  book: DraftedBook<Tab>,
  list: ValueList | JoinedLists,
): Offer<Tab> | undefined {
  if (list.kind === "column") return columnOffer(book, list);
  const values = valuesOf(book, list);
  return values.length === 0 ? undefined : { kind: "values", values };
}

function columnOffer<Tab extends ReadTab>(
  book: DraftedBook<Tab>,
  list: Extract<ValueList, { kind: "column" }>,
): Offer<Tab> | undefined {
  const draft = draftKeyed(book, list.tab);
  const rows = draft === undefined ? [] : meantRows(draft, list);
  const [first] = rows;
  const last = rows[rows.length - 1];
  if (draft === undefined || first === undefined || last === undefined) return undefined;
  const column = columnFor(draft, list.column);
  if (isOfAll(list)) {
    const isPlain = !filledRows(draft).some((row) => isExample(draft, row, column));
    if (isPlain) return { kind: "cells", draft, column, first: 2 };
  } else if (last - first === rows.length - 1) return { kind: "cells", draft, column, first, last };
  return { kind: "values", values: valuesOf(book, list) };
}

function valuesOf(book: DraftedBook, list: ValueList | JoinedLists): readonly string[] {
  switch (list.kind) {
    case "values":
      return list.values;
    case "joined":
      return list.parts.flatMap(({ before, list: part }) =>
        valuesOf(book, part).map((value) => `${before}${value}`),
      );
    case "column": {
      const draft = draftKeyed(book, list.tab);
      if (draft === undefined) return [];
      const column = columnFor(draft, list.column);
      return [...new Set(meantRows(draft, list).map((row) => textOf(cellAt(draft, row, column))))];
    }
  }
}

function meantRows(
  draft: TabDraft,
  { column, only = [] }: Extract<ValueList, { kind: "column" }>,
): readonly number[] {
  const at = columnFor(draft, column);
  return filledRows(draft).filter((row) => {
    if (isBlank(cellAt(draft, row, at)) || isExample(draft, row, at)) return false;
    return only.every(
      ({ column: other, is }) => nameKey(textOf(cellAt(draft, row, columnFor(draft, other)))) === nameKey(is),
    );
  });
}

function isOfAll({ only = [] }: Extract<ValueList, { kind: "column" }>): boolean {
  return only.length === 0;
}

function isExample(draft: TabDraft, row: number, column: number): boolean {
  return textOf(cellAt(draft, row, column)).endsWith(EXAMPLE_WORD);
}
