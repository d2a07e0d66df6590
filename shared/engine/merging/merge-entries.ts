// What the history is told of two records that become one: on each its own entry, and on others whose links follow. What
// the row of the one that goes held is kept whole in its entry, which is all that its coming back needs.

import { boardLayout, peoplesKeys } from "../../board/board-layout.ts";
import { isActivityKind } from "../../definition/activity.ts";
import type { Entry } from "../../log/entry.ts";
import { isMergedAway, type TakenOver, takenOverData } from "../../log/merge-entry.ts";
import { isBlank } from "../../table/cell.ts";
import { textFromCells } from "../../table/cells-text.ts";
import { quoted } from "../../table/shown-cell.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { compareMoments } from "../../value/moment.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { factEntry } from "../row/entry-making.ts";
import { reachedMilestones } from "../row/reached-milestones.ts";
import type { Run } from "../run.ts";
import { cellsBeside } from "./merged-rows.ts";
import { movedLinks } from "./moved-links.ts";
import type { Parking } from "./parking.ts";
import type { KnownRecord, RecordPair } from "./record-pair.ts";
import type { TakenCells } from "./taken-cells.ts";

/** A cell holds no more in every spreadsheet program. */
const MOST_CHARACTERS = 30_000;
const MOST_NOTE = 1000;

export interface Merging {
  readonly pair: RecordPair;
  readonly taken: TakenCells;
  readonly parking: Parking | undefined;
}

/**
 * The entries that make the two one.
 *
 * @throws {StagelineError} `guard`, when the row of the one that goes holds more than the history keeps
 * @example
 * const seen = applyChanges(fixtures.bookTables, reconcile(fixtures.bookTables, fixtures.run).changes);
 * const pair = recordPair(seen, fixtures.book, { record: "Ada", into: "Ada" });
 * mergeEntries(seen, fixtures.run, { pair, taken: takenCells(pair, { isLeft: false }), parking: undefined })
 *   .map(({ kind }) => kind) //=> ["merged", "merged"]
 */
export function mergeEntries(tables: Tables, run: Run, merging: Merging): readonly Entry[] {
  const { gone, kept, entries } = merging.pair;
  const before = entries.filter((entry) => entry.record === gone.id && isMergedAway(entry)).length;
  const going = factEntry(run, {
    kind: "merged",
    subject: subjectOf(gone),
    data: { into: kept.id, board: kept.board.id, name: kept.name, ...leavingData(tables, merging) },
    note: `one with ${quoted(kept.name)}`,
    occurrence: `into\n${kept.id}\n${before}`,
  });
  const staying = factEntry(run, {
    kind: "merged",
    subject: subjectOf(kept),
    data: {
      from: gone.id,
      board: gone.board.id,
      name: gone.name,
      merge: going.id,
      ...takenData(run, merging),
    },
    note: othersWords(merging),
    occurrence: `from\n${going.id}`,
  });
  for (const { data } of [going, staying]) {
    const { length } = JSON.stringify(data);
    if (length > MOST_CHARACTERS) throw new StagelineError("guard", tooLong(gone, length));
  }
  return [going, staying, ...movedLinks(run, merging.pair, going.id)];
}

function subjectOf({ state, name }: KnownRecord) {
  const { board, record, n } = state;
  return { board, record, name, n };
}

// A row that leaves its board is kept whole: what people's own columns hold stays where it is.
function leavingData(tables: Tables, { pair, parking }: Merging): Entry["data"] {
  const { board, cells } = pair.gone;
  if (parking !== undefined) return parking.data(pair.gone);
  const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
  const row = pair.rowOf(board.id, pair.gone.id);
  if (table === undefined || row === undefined) return {};
  const layout = boardLayout(pair.definition, board);
  const own = peoplesKeys(layout).flatMap((key) =>
    isBlank(cells[key]) ? [] : [[key, cells[key] ?? null] as const],
  );
  const beside = cellsBeside(table, viewOf(table, layout), row.at);
  return {
    row: textFromCells(Object.fromEntries(own)),
    at: String(row.at),
    ...(Object.keys(beside).length === 0 ? {} : { beside: textFromCells(beside) }),
  };
}

function takenData(run: Run, { pair, taken }: Merging): Entry["data"] {
  const { gone } = pair;
  const activities = gone.state.activities.flatMap(({ kind, at }) =>
    isActivityKind(kind) ? [{ kind, at }] : [],
  );
  const hasCells = Object.keys(taken.cells).length > 0;
  return {
    ...(hasCells ? { cells: textFromCells(taken.cells) } : {}),
    ...taken.told,
    ...takenOverData({ activities, milestones: takenMilestones(run, pair, taken) }),
  };
}

// Those of the other, and those that the one that stays earns by what it takes over; told here, they go with it.
function takenMilestones(
  { now }: Run,
  { gone, kept }: RecordPair,
  { values }: TakenCells,
): TakenOver["milestones"] {
  const own = gone.pipeline.id === kept.pipeline.id ? gone.state.milestones : {};
  const activities = [...kept.state.activities, ...gone.state.activities].sort((left, right) =>
    compareMoments(left.at, right.at),
  );
  const state = { ...kept.state, activities, milestones: { ...own, ...kept.state.milestones } };
  const earned = reachedMilestones(kept.pipeline, { state, values, now });
  return { ...own, ...Object.fromEntries(earned.map(({ milestone, at }) => [milestone.id, at])) };
}

function othersWords({ pair, taken }: Merging): string {
  const words = `one with ${quoted(pair.gone.name)}`;
  if (taken.others.length === 0) return words;
  return `${words}, which had ${taken.others.join(", ")}`.slice(0, MOST_NOTE);
}

function tooLong({ name, tab }: KnownRecord, length: number): string {
  return `the row of ${quoted(name)} in ${tab} holds ${length} letters, more than the history keeps; shorten its texts first`;
}
