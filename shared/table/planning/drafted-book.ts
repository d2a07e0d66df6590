// The tabs of a book while changes are planned, each by its name or by the key of its layout. A draft is made when the
// first change asks for it, so that a tab that no change names costs nothing.

import { StagelineError } from "../../value/stageline-error.ts";
import type { Cell } from "../cell.ts";
import { draftOf, type ReadTab, type TabDraft } from "./tab-draft.ts";

/** The whole first row of a tab. */
export interface WholeHeader {
  readonly cells: readonly Cell[];
  /** Columns that are used in any of its rows. */
  readonly width: number;
}

/** The tabs that a host read. */
export interface ReadBook<Tab extends ReadTab = ReadTab> {
  readonly tabs: readonly Tab[];
  /** Of the tab of that name; asked where a layout misses columns in a tab that was read as far as marks go. */
  readonly wholeHeader: (tab: string) => WholeHeader;
  /** Where rows that are added go. @default on a board a few wherever it ends when they arrive, others where it ended */
  readonly addsRows?: "wherever the tab ends";
}

export interface DraftedBook<Tab extends ReadTab = ReadTab> extends ReadBook<Tab> {
  readonly drafts: Map<string, TabDraft<Tab>>;
}

/**
 * The book, with nothing planned.
 *
 * @example
 * draftedBook(fixtures.pricesBook).drafts.size //=> 0
 */
export function draftedBook<Tab extends ReadTab>(book: ReadBook<Tab>): DraftedBook<Tab> {
  return { ...book, drafts: new Map() };
}

/**
 * The tab of that name, as it will be; `undefined` where there is none.
 *
 * @example
 * findDraft(draftedBook(fixtures.pricesBook), "Prices")?.key //=> "prices"
 */
export function findDraft<Tab extends ReadTab>(
  book: DraftedBook<Tab>,
  name: string,
): TabDraft<Tab> | undefined {
  const known = book.drafts.get(name);
  if (known !== undefined) return known;
  const open = book.tabs.find(({ table }) => table.tab === name);
  return open === undefined ? undefined : remembered(book, draftOf(name, open));
}

/**
 * The tab of that name, as it will be.
 *
 * @throws {StagelineError} `guard`, when there is no tab of that name
 * @example
 * draftNamed(draftedBook(fixtures.pricesBook), "Prices").width //=> 2
 */
export function draftNamed<Tab extends ReadTab>(book: DraftedBook<Tab>, name: string): TabDraft<Tab> {
  const draft = findDraft(book, name);
  if (draft === undefined) throw new StagelineError("guard", `there is no tab "${name}"`);
  return draft;
}

/**
 * The tab that a layout with this key drew; `undefined` where there is none.
 *
 * @example
 * draftKeyed(draftedBook(fixtures.pricesBook), "prices")?.name //=> "Prices"
 */
export function draftKeyed<Tab extends ReadTab>(
  book: DraftedBook<Tab>,
  key: string,
): TabDraft<Tab> | undefined {
  const drafted = [...book.drafts.values()].find((draft) => draft.key === key);
  if (drafted !== undefined) return drafted;
  const open = book.tabs.find(({ table }) => table.key === key && !book.drafts.has(table.tab));
  return open === undefined ? undefined : findDraft(book, open.table.tab);
}

/**
 * A new tab.
 *
 * @example
 * addDraft(draftedBook(fixtures.pricesBook), "Costs").lastRow //=> 1
 */
export function addDraft<Tab extends ReadTab>(book: DraftedBook<Tab>, name: string): TabDraft<Tab> {
  return remembered(book, draftOf(name));
}

function remembered<Tab extends ReadTab>(book: DraftedBook<Tab>, draft: TabDraft<Tab>): TabDraft<Tab> {
  book.drafts.set(draft.name, draft);
  return draft;
}
