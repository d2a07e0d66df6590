// What a row keeps of the history of its record (record-memory.ts), as it stands at the end of a run.

import type { Pipeline } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import { type Beside, memoryText } from "../../log/record-memory.ts";
import type { RecordState } from "../../log/replay.ts";
import { textOf } from "../../table/cell.ts";
import { compareMoments, type Moment } from "../../value/moment.ts";
import { type Draft, subjectOf } from "./row-draft.ts";

/** What a row is told because of other rows. */
export interface Flag {
  /** Empty where there is nothing to say. */
  readonly text: string;
  /** Tells what the record holds in the fields that are compared; empty where it is not compared. */
  readonly mark: string;
}

/** A record that no other holds the same as. */
export const NO_FLAG: Flag = { text: "", mark: "" };

/** The text of the row's memory; empty where the history was corrected, which takes all of it to understand. */
export function rowMemory(draft: Draft, state: RecordState, flag: Flag): string {
  const { board, entries, id } = draft;
  const history = [...board.entriesOf(id), ...entries];
  if (history.some(({ kind }) => kind === "correction")) return "";
  return memoryText(state, {
    total: subjectOf(draft, state).n,
    last: lastOf(history, board.behind?.(id)?.last ?? state.now.at),
    watched: board.watched,
    ruled: fieldsThatRulesSet(board.pipeline),
    ...linksOf(draft, state),
    flag: flag.text,
    flagMark: flag.mark,
  });
}

function lastOf(history: readonly Entry[], start: Moment): Moment {
  let last = start;
  for (const { at } of history) if (compareMoments(at, last) > 0) last = at;
  return last;
}

function fieldsThatRulesSet({ rules }: Pipeline): readonly string[] {
  const set = rules.flatMap(({ does }) =>
    does.flatMap((action) => (action.do === "set" ? [action.field] : [])),
  );
  return [...new Set(set)];
}

// A link without a fault names the record that the history has; one to a board that the book lacks names none.
function linksOf(
  { board, row, problems }: Draft,
  state: RecordState,
): Pick<Beside, "shownLinks" | "openLinks"> {
  const shownLinks: Record<string, string> = {};
  const openLinks: string[] = [];
  for (const { id, type } of board.pipeline.fields) {
    const text = textOf(row.cells[id]);
    if (type !== "record link" || text === "") continue;
    if (problems.some(({ key }) => key === id)) openLinks.push(id);
    else if (state.links[id] !== undefined) shownLinks[id] = text;
  }
  return { shownLinks, openLinks };
}
