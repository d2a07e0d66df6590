// The history of one board, from the range of the tab Activity. That tab knows boards by their ids, which are made of the
// names that their tabs had when they were made: a board that was renamed since goes by its former name, or by that of
// its pipeline.

import { identifierFrom } from "../../definition/identifier.ts";
import type { Entry } from "../../log/entry.ts";
import { groupedEntries } from "../../log/grouped-entries.ts";
import { logTab, readLog } from "../../log/log-tab.ts";
import { toldOfSurvivors } from "../../log/merged-histories.ts";
import type { Moment } from "../../value/moment.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { type CellRange, rangeTable } from "./cell-range.ts";

export interface ActivityRange {
  /** By board id. */
  readonly entriesOf: ReadonlyMap<string, readonly Entry[]>;
}

/**
 * The history of every board in the range, as it counts at `asOf`.
 *
 * @throws {StagelineError} `usage`, when a column is missing
 * @example
 * activityRange([logTab.columns.map(({ header }) => header)], fixtures.asOf).entriesOf.size //=> 0
 */
export function activityRange(range: CellRange, asOf: Moment): ActivityRange {
  const table = rangeTable(logTab.tab, range);
  const headers = new Set(table.header);
  const lost = logTab.columns.find(({ header }) => !headers.has(header));
  if (lost !== undefined) {
    const message = `the range of Activity lacks the column "${lost.header}"; give it with its header row: Activity!A:N`;
    throw new StagelineError("usage", message);
  }
  const entries = toldOfSurvivors(readLog([table]).entries, asOf);
  return { entriesOf: groupedEntries(entries, "board") };
}

/**
 * The id of the board that a name means: that of its tab, or else the one board that `isOfPipeline` knows for one that
 * follows the pipeline of that name; `undefined` where there is none yet.
 *
 * @throws {StagelineError} `usage`, when several boards follow that pipeline
 * @example
 * boardIdOf({ entriesOf: new Map([["deals", []]]) }, "Deals", () => false) //=> "deals"
 */
export function boardIdOf(
  { entriesOf }: ActivityRange,
  board: string,
  isOfPipeline: (entries: readonly Entry[]) => boolean,
): string | undefined {
  const own = [board.trim(), identifierFrom(board, new Set())].find((id) => entriesOf.has(id));
  if (own !== undefined) return own;
  const [first, ...others] = boardIds({ entriesOf }).filter((id) => isOfPipeline(entriesOf.get(id) ?? []));
  if (others.length === 0) return first;
  const names = [first, ...others].join(", ");
  throw new StagelineError("usage", `several boards follow the pipeline "${board}"; name one of ${names}`);
}

/**
 * The ids of the boards that have a history.
 *
 * @example
 * boardIds({ entriesOf: new Map([["", []], ["deals", []]]) }) //=> ["deals"]
 */
export function boardIds({ entriesOf }: ActivityRange): readonly string[] {
  return [...entriesOf.keys()].filter((id) => id !== "");
}

/**
 * What is told where no board and no pipeline is called so.
 *
 * @example
 * unknownBoard("Dels", ["deals"]).message //=> 'no board is called "Dels"; the history knows deals'
 */
export function unknownBoard(board: string, known: readonly string[]): StagelineError {
  const told = known.length === 0 ? "is empty" : `knows ${known.join(", ")}`;
  return new StagelineError("usage", `no board is called "${board}"; the history ${told}`);
}
