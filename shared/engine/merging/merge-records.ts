// Two records that are one are made one: the one that stays takes over what it lacks, the other leaves its board, or is
// parked where its pipeline keeps seconds. Only the history is written here; the look that follows fills and empties the
// rows by it (row/merged-fields.ts, merged-rows.ts), so that an act which is cut short is brought to its end by the next.

import { readLog } from "../../log/log-tab.ts";
import { standingMerges } from "../../log/merged-histories.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import { quoted } from "../../table/shown-cell.ts";
import type { Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { refuseRefused, refuseStopped } from "../acts/refused-act.ts";
import { historyChanges } from "../history-changes.ts";
import { type Reconciled, reconcile } from "../reconcile.ts";
import type { Acted } from "../record-acts.ts";
import type { Run } from "../run.ts";
import { mergeEntries } from "./merge-entries.ts";
import { invoiceRefusal, mergeRefusal } from "./merge-refusal.ts";
import { type Parking, parkingOf } from "./parking.ts";
import { type RecordPair, recordPair, type WantedPair } from "./record-pair.ts";
import { type TakenCells, takenCells } from "./taken-cells.ts";

export interface MergedRecords extends Acted {
  /** Id of the record that stays. */
  readonly record: string;
  readonly sentence: string;
}

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
  const done = alreadyMerged(ready, wanted);
  if (done !== undefined) return { ...before, ...done };
  const pair = recordPair(ready, before.definition, wanted);
  const parked = alreadyMerged(ready, idsOf(pair));
  if (parked !== undefined) return { ...before, ...parked };
  for (const { tab } of [pair.gone, pair.kept]) refuseStopped(before, tab);
  return mergedPair(ready, run, { pair, before });
}

function mergedPair(
  ready: Tables,
  run: Run,
  { pair, before }: { readonly pair: RecordPair; readonly before: Reconciled },
): MergedRecords {
  const parking = parkingOf(pair);
  const taken = takenCells(pair, { isLeft: parking !== undefined });
  const reason = mergeRefusal(pair, taken) ?? invoiceRefusal(ready, run, pair);
  if (reason !== undefined) throw new StagelineError("guard", reason);
  const parked = parking === undefined ? undefined : reconcile(applyChanges(ready, parking.changes), run);
  if (parked !== undefined) refuseRefused(parked, pair.gone.id);
  const moved = [...(parking?.changes ?? []), ...(parked?.changes ?? [])];
  const now = applyChanges(ready, moved);
  const asItIs = recordPair(now, before.definition, idsOf(pair));
  const entries = mergeEntries(now, run, { pair: asItIs, taken, parking });
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

function idsOf({ gone, kept }: RecordPair): WantedPair {
  return { record: gone.id, board: gone.board.tab, into: kept.id, intoBoard: kept.board.tab };
}

// Of an act that is asked for twice (a click too many, a run that had to begin anew), by its ids: it is done already.
function alreadyMerged(
  tables: Tables,
  { record, into }: WantedPair,
): Pick<MergedRecords, "name" | "record" | "sentence"> | undefined {
  const merge = standingMerges(readLog(tables).entries).get(record);
  if (merge === undefined || merge.data["into"] !== into) return undefined;
  const { name = "" } = merge.data;
  return { name, record: into, sentence: `${quoted(merge.name)} is one with ${quoted(name)} now` };
}

function sentenceOf({ gone, kept }: RecordPair, { cells }: TakenCells, parking: Parking | undefined): string {
  const names = kept.pipeline.fields.filter(({ id }) => id in cells).map(({ name }) => name);
  const took = names.length === 0 ? "" : `; it took over ${names.join(", ")}`;
  const stays = parking === undefined ? "" : `; its row stays, in ${quoted(parking.stage)}`;
  return `${quoted(gone.name)} is one with ${quoted(kept.name)} now${took}${stays}`;
}
