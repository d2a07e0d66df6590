// Two records that are one are made one: the one that stays takes over what it lacks, the other leaves its board, or is
// parked where its pipeline keeps seconds. Only the history is written here; the look that follows fills and empties the
// rows by it (row/merged-fields.ts, merged-rows.ts), so that an act which is cut short is brought to its end by the next.

import { boardLayout, peoplesKeys } from "../../board/board-layout.ts";
import { isActivityKind } from "../../definition/activity.ts";
import type { Entry } from "../../log/entry.ts";
import { readLog } from "../../log/log-tab.ts";
import { isMergedAway, takenOverData } from "../../log/merge-entry.ts";
import { standingMerges } from "../../log/merged-histories.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import { isBlank } from "../../table/cell.ts";
import { textFromCells } from "../../table/cells-text.ts";
import { quoted } from "../../table/shown-cell.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { refuseRefused, refuseStopped } from "../acts/refused-act.ts";
import { historyChanges } from "../history-changes.ts";
import { reconcile } from "../reconcile.ts";
import type { Acted } from "../record-acts.ts";
import { factEntry } from "../row/entry-making.ts";
import type { Run } from "../run.ts";
import { invoiceRefusal, mergeRefusal } from "./merge-refusal.ts";
import { cellsBeside } from "./merged-rows.ts";
import { movedLinks } from "./moved-links.ts";
import { type Parking, parkingOf } from "./parking.ts";
import { type KnownRecord, type RecordPair, recordPair, type WantedPair } from "./record-pair.ts";
import { type TakenCells, takenCells } from "./taken-cells.ts";

export interface MergedRecords extends Acted {
  /** Id of the record that stays. */
  readonly record: string;
  readonly sentence: string;
}

/** A cell holds no more in every spreadsheet program. */
const MOST_CHARACTERS = 30_000;
const MOST_NOTE = 1000;

/**
 * What makes the two one, what people did before included; nothing more where they are one already.
 *
 * @throws {StagelineError} `usage`, when no record is meant, or several are; `guard`, when they must not become one, or a
 *   board waits to be mended
 * @example
 * const two = applyChanges(fixtures.bookTables, [{ kind: "append", tab: "Deals", rows: [{ name: "Adah", budget: 5 }] }]);
 * mergeRecords(two, fixtures.run, { record: "Adah", into: "Ada" }).sentence //=> '"Adah" is one with "Ada" now; it took over Budget'
 */
export function mergeRecords(tables: Tables, run: Run, wanted: WantedPair): MergedRecords {
  const { actor: _, ...anonymous } = run;
  const before = reconcile(tables, { ...anonymous, knownBy: "sweep" });
  const ready = applyChanges(tables, before.changes);
  const merged = alreadyMerged(ready, wanted.record, wanted.into);
  if (merged !== undefined) return { ...before, ...merged };
  const pair = recordPair(ready, before.definition, wanted);
  const parkedBefore = alreadyMerged(ready, pair.gone.id, pair.kept.id);
  if (parkedBefore !== undefined) return { ...before, ...parkedBefore };
  for (const { tab } of [pair.gone, pair.kept]) refuseStopped(before, tab);
  const parking = parkingOf(pair);
  const taken = takenCells(pair, { isLeft: parking !== undefined });
  const reason = mergeRefusal(pair, taken) ?? invoiceRefusal(ready, run, pair);
  if (reason !== undefined) throw new StagelineError("guard", reason);
  const parked = parking === undefined ? undefined : reconcile(applyChanges(ready, parking.changes), run);
  if (parked !== undefined) refuseRefused(parked, pair.gone.id);
  const moved = [...(parking?.changes ?? []), ...(parked?.changes ?? [])];
  const now = applyChanges(ready, moved);
  const entries = mergeEntries(now, run, {
    pair: recordPair(now, before.definition, idsOf(pair)),
    taken,
    parking,
  });
  const written = historyChanges(now, entries);
  const after = reconcile(applyChanges(now, written), { ...run, seed: `${run.seed} again` });
  return {
    changes: [...before.changes, ...moved, ...written, ...after.changes],
    entries: [...before.entries, ...(parked?.entries ?? []), ...entries, ...after.entries],
    problems: after.problems,
    definition: after.definition,
    name: pair.kept.name,
    record: pair.kept.id,
    sentence: sentenceOf(pair, taken, parking),
  };
}

// Of an act that is asked for twice (a click too many, a run that had to begin anew), by its ids: it is done already.
function alreadyMerged(
  tables: Tables,
  record: string,
  into: string,
): Pick<MergedRecords, "name" | "record" | "sentence"> | undefined {
  const merge = standingMerges(readLog(tables).entries).get(record);
  if (merge === undefined || merge.data["into"] !== into) return undefined;
  const { name = "" } = merge.data;
  return { name, record: into, sentence: `${quoted(merge.name)} is one with ${quoted(name)} now` };
}

function idsOf({ gone, kept }: RecordPair): WantedPair {
  return { record: gone.id, board: gone.board.tab, into: kept.id, intoBoard: kept.board.tab };
}

interface Merging {
  readonly pair: RecordPair;
  readonly taken: TakenCells;
  readonly parking: Parking | undefined;
}

function mergeEntries(tables: Tables, run: Run, merging: Merging): readonly Entry[] {
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
    data: { from: gone.id, board: gone.board.id, name: gone.name, merge: going.id, ...takenData(merging) },
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

function takenData({ pair, taken }: Merging): Entry["data"] {
  const { gone, kept } = pair;
  const activities = gone.state.activities.flatMap(({ kind, at }) =>
    isActivityKind(kind) ? [{ kind, at }] : [],
  );
  const milestones = gone.pipeline.id === kept.pipeline.id ? gone.state.milestones : {};
  const hasCells = Object.keys(taken.cells).length > 0;
  return {
    ...(hasCells ? { cells: textFromCells(taken.cells) } : {}),
    ...taken.told,
    ...takenOverData({ activities, milestones }),
  };
}

function othersWords({ pair, taken }: Merging): string {
  const words = `one with ${quoted(pair.gone.name)}`;
  if (taken.others.length === 0) return words;
  return `${words}, which had ${taken.others.join(", ")}`.slice(0, MOST_NOTE);
}

function tooLong({ name, tab }: KnownRecord, length: number): string {
  return `the row of ${quoted(name)} in ${tab} holds ${length} letters, more than the history keeps; shorten its texts first`;
}

function sentenceOf({ gone, kept }: RecordPair, { cells }: TakenCells, parking: Parking | undefined): string {
  const names = kept.pipeline.fields.filter(({ id }) => id in cells).map(({ name }) => name);
  const took = names.length === 0 ? "" : `; it took over ${names.join(", ")}`;
  const stays = parking === undefined ? "" : `; its row stays, in ${quoted(parking.stage)}`;
  return `${quoted(gone.name)} is one with ${quoted(kept.name)} now${took}${stays}`;
}
