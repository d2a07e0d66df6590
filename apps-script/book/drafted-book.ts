// The tabs of a book while changes are planned, each by its name or by the key of its layout. A draft is made when the
// first change asks for it, so that a tab that no change names costs nothing.

import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { OpenBook } from "./open-book.ts";
import { draftOf, type TabDraft } from "./tab-draft.ts";

export interface DraftedBook {
  readonly open: OpenBook;
  readonly drafts: Map<string, TabDraft>;
}

export function draftedBook(open: OpenBook): DraftedBook {
  return { open, drafts: new Map() };
}

/** The tab of that name, as it will be; `undefined` where there is none. */
export function findDraft(book: DraftedBook, name: string): TabDraft | undefined {
  const known = book.drafts.get(name);
  if (known !== undefined) return known;
  const open = book.open.tabs.find(({ table }) => table.tab === name);
  return open === undefined ? undefined : remembered(book, draftOf(name, open));
}

/** @throws {StagelineError} `guard`, when there is no tab of that name */
export function draftNamed(book: DraftedBook, name: string): TabDraft {
  const draft = findDraft(book, name);
  if (draft === undefined) throw new StagelineError("guard", `there is no tab "${name}"`);
  return draft;
}

/** The tab that a layout with this key drew; `undefined` where there is none. */
export function draftKeyed(book: DraftedBook, key: string): TabDraft | undefined {
  const drafted = [...book.drafts.values()].find((draft) => draft.key === key);
  if (drafted !== undefined) return drafted;
  const open = book.open.tabs.find(({ table }) => table.key === key && !book.drafts.has(table.tab));
  return open === undefined ? undefined : findDraft(book, open.table.tab);
}

/** A new tab. */
export function addDraft(book: DraftedBook, name: string): TabDraft {
  return remembered(book, draftOf(name));
}

function remembered(book: DraftedBook, draft: TabDraft): TabDraft {
  book.drafts.set(draft.name, draft);
  return draft;
}
