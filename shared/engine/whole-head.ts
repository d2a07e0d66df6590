// The head as a whole look leaves it. What an edit goes by is found out here and nowhere else: which rows hold the
// definition, where the columns of each board are, and which records stand on it.

import { boardLayout } from "../board/board-layout.ts";
import { definitionHash, versionPlace } from "../definition/definition-versions.ts";
import type { Definition } from "../definition/pipeline.ts";
import { tableOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import type { Head } from "./head.ts";
import { columnsText } from "./quick/known-columns.ts";

/**
 * The head of a book whose tabs are laid out and whose definition is kept; `counted` is it with the rows of the history.
 *
 * @example
 * wholeHead(fixtures.bookTables, readHead([]), { definition: fixtures.book, standing: {}, linked: {} }).zone //=> "UTC"
 */
export function wholeHead(
  tables: Tables,
  counted: Head,
  found: { readonly definition: Definition } & Pick<Head, "standing" | "linked">,
): Head {
  const { definition, standing, linked } = found;
  const hash = definitionHash(definition);
  const place = versionPlace(tables, hash);
  const columns = definition.boards.map((board) => {
    const layout = boardLayout(definition, board);
    // Where they cannot be found now, what was known stays: the header that stands beside it fits no other.
    const text = columnsText(tableOf(tables, layout), layout) ?? counted.columns[board.id] ?? "";
    return [board.id, text] as const;
  });
  return {
    ...counted,
    definition: hash,
    definitionRows: place === undefined ? "" : `${place.first}-${place.last}`,
    zone: definition.zone,
    columns: { ...forgotten(counted.columns), ...Object.fromEntries(columns) },
    standing: { ...forgotten(counted.standing), ...standing },
    linked: { ...forgotten(counted.linked), ...linked },
  };
}

// Rows of boards that are no more stay, and say nothing.
function forgotten(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(values).map((board) => [board, ""]));
}
