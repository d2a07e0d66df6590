// What the history says of a board that was a tab of people: which columns we added to it. Whoever leaves takes those
// away again, and no other; the marks on columns do not tell whose they were.

import type { Entry } from "../../log/entry.ts";
import { compareEntries } from "../../log/replay.ts";
import { factEntry } from "../row/entry-making.ts";
import type { Run } from "../run.ts";

const ADDED = "added";

/**
 * The entry of an adoption; `added` are the keys of the columns that came at the right.
 *
 * @example
 * adoptionEntry(fixtures.run, { board: "crm", tab: "CRM", added: ["since", "id"] }).note
 * //=> 'The tab "CRM" became a board; its history starts here'
 */
export function adoptionEntry(
  run: Run,
  what: { readonly board: string; readonly tab: string; readonly added: readonly string[] },
): Entry {
  const { board, tab, added } = what;
  const note = `The tab "${tab}" became a board; its history starts here`;
  return boardEntry(run, { board, note, data: { [ADDED]: added.join(" ") } });
}

/**
 * The entry of a board that is a plain tab again.
 *
 * @example
 * leavingEntry(fixtures.run, { board: "crm", tab: "CRM" }).note //=> 'The tab "CRM" is a plain tab again'
 */
export function leavingEntry(
  run: Run,
  { board, tab }: { readonly board: string; readonly tab: string },
): Entry {
  return boardEntry(run, { board, note: `The tab "${tab}" is a plain tab again`, data: {} });
}

/**
 * Keys of the columns that the last adoption added; `undefined` for a board that was made and not adopted.
 *
 * @example
 * addedColumns([adoptionEntry(fixtures.run, { board: "crm", tab: "CRM", added: ["since", "id"] })]) //=> ["since", "id"]
 */
export function addedColumns(entries: readonly Entry[]): readonly string[] | undefined {
  const [last] = entries
    .filter(({ record, kind, data }) => record === "" && kind === "note" && data[ADDED] !== undefined)
    .sort((left, right) => compareEntries(right, left));
  return last?.data[ADDED]?.split(" ");
}

function boardEntry(run: Run, what: Pick<Entry, "board" | "note" | "data">): Entry {
  const { board, note, data } = what;
  const subject = { board, record: "", name: "", n: 0 };
  return factEntry(run, { kind: "note", subject, note, data, occurrence: `${note}\n${run.now}` });
}
