// What stands around the cells of a book, asked before a plan is made, and only where the plan needs it: of a tab of
// people's its formulas, dropdowns, filter and protection; of tabs of ours what they have lost.

import type { LostDressing } from "../../../shared/engine/mending/mend-book.ts";
import { nameKey } from "../../../shared/table/cell.ts";
import { draftedBook } from "../../../shared/table/planning/drafted-book.ts";
import { plainTab } from "../../../shared/table/tab-facts.ts";
import type { BookAround, ChangeOptions } from "../../stores/book-store.ts";
import type { Connection } from "../connection.ts";
import { lostQuestion } from "../dressing/dressing-question.ts";
import { lostInSheets } from "../dressing/lost-in-sheets.ts";
import { seenSheets, wholeHeaderIn } from "../dressing/seen-sheets.ts";
import { layoutsOf } from "./day-columns.ts";
import type { GoogleBook } from "./google-book.ts";
import { readTabFacts } from "./tab-facts.ts";

/** What the options ask for. */
export async function readAround(
  connection: Connection,
  book: GoogleBook,
  { tab: wanted, asksDressing }: ChangeOptions,
): Promise<BookAround> {
  const tab = wanted === undefined ? undefined : tabNamed(book, wanted);
  const facts = tab === undefined ? plainTab : await readTabFacts(connection, tab);
  const lost = asksDressing === true ? await readLost(connection, book) : [];
  return {
    zone: book.shape.zone,
    tabFacts: (name) => (name === tab?.table.tab ? facts : plainTab),
    lostDressing: () => lost,
  };
}

/** The tab that is called so, whatever the case of its letters. */
export function tabNamed({ tabs }: GoogleBook, name: string): GoogleBook["tabs"][number] | undefined {
  return tabs.find(({ table }) => nameKey(table.tab) === nameKey(name));
}

async function readLost(connection: Connection, book: GoogleBook): Promise<readonly LostDressing[]> {
  const { tables, tabs } = book;
  const layouts = layoutsOf(tables);
  const question = lostQuestion(tabs, layouts);
  if (question === undefined) return [];
  const { spreadsheetId } = connection;
  const answer = await connection.read("look at the dropdowns", (sheets) =>
    sheets.spreadsheets.get({ spreadsheetId, ...question }),
  );
  const seen = seenSheets(answer);
  return lostInSheets(draftedBook({ tabs, wholeHeader: wholeHeaderIn(tabs, seen) }), layouts, seen);
}
