// All that somebody works on given to somebody else, for an absence or for good: each record is handed over as if it had
// been picked in its Log cell, so that the history tells of it and the new owner is told. What is done with stays with
// whoever did it, or the numbers of the past would move along.

import { readBoard } from "../../board/board-row.ts";
import { personNamed } from "../../definition/absence.ts";
import { wordOfActivity } from "../../definition/activity.ts";
import { boardsNamed } from "../../definition/named-board.ts";
import { type Definition, mainLineOf, type Pipeline, type Stage } from "../../definition/pipeline.ts";
import type { RuleTrigger } from "../../definition/rule.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import { isBlank, nameKey } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { quoted } from "../../table/shown-cell.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { countOf } from "../../value/noun.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { reconcile } from "../reconcile.ts";
import type { Acted } from "../record-acts.ts";
import type { Run } from "../run.ts";
import { ownerOf } from "./duties.ts";

export interface Reassigned extends Omit<Acted, "name"> {
  /** How many were handed over. */
  readonly records: number;
  /** Names of those that were left, because something waits in their Log cells. */
  readonly left: readonly string[];
  readonly sentence: string;
}

export interface Reassignment {
  /** As the name stands in Owner, or stood there once. */
  readonly from: string;
  readonly to: string;
  /** Tab of the one board that is meant; absent: all. */
  readonly board?: string;
}

/**
 * What hands over everything that `from` works on, what people did before it included.
 *
 * @throws {StagelineError} `usage`, when there is no such board, when Team does not have `to`, or when both are one
 * @example
 * reassigned(fixtures.bookTables, fixtures.run, { from: "Ada", to: "Bob" }).sentence //=> '"Ada" owns nothing that is worked on'
 */
export function reassigned(tables: Tables, run: Run, wanted: Reassignment): Reassigned {
  const { actor: _, ...anonymous } = run;
  const before = reconcile(tables, { ...anonymous, knownBy: "sweep" });
  const ready = applyChanges(tables, before.changes);
  const { definition, stoppedTabs } = before;
  const names = namesMeant(definition, wanted);
  const found = boardsNamed(definition, wanted.board).flatMap((board): readonly OwnedRecord[] => {
    const table = tableOf(ready, { key: `board_${board.id}`, tab: board.tab });
    const reading = table === undefined ? undefined : readBoard(definition, board, table);
    if (table === undefined || reading === undefined || stoppedTabs.includes(table.tab)) return [];
    return reading.rows
      .filter((row) => row.id !== "" && !row.untouchable && names.isFrom(ownerOf(row)))
      .filter(({ stage }) => stage !== undefined && isWorkedOn(reading.pipeline, stage))
      .map(({ id, name, cells }) => {
        const isFree = isBlank(cells["log"]) && isBlank(cells["log_note"]);
        return { tab: table.tab, id, name, isFree };
      });
  });
  const given = found.filter(({ isFree }) => isFree);
  const picked = given.flatMap((record) => pickedCells(record, names.to));
  const after = reconcile(applyChanges(ready, picked), { ...run, seed: `${run.seed} again` });
  const left = found.filter(({ isFree }) => !isFree).map(({ name }) => name);
  return {
    changes: [...before.changes, ...picked, ...after.changes],
    entries: [...before.entries, ...after.entries],
    problems: after.problems,
    definition: after.definition,
    records: given.length,
    left,
    sentence: sentenceOf(wanted.from, names.to, { records: given.length, left }),
  };
}

interface OwnedRecord {
  readonly tab: string;
  readonly id: string;
  readonly name: string;
  readonly isFree: boolean;
}

function namesMeant({ team }: Definition, { from, to }: Reassignment) {
  const [giver, taker] = [personNamed(team, from), personNamed(team, to)];
  if (taker === undefined && team.length > 0) {
    const known = team.map(({ name }) => name).join(", ");
    throw new StagelineError("usage", `${quoted(to)} is not in Team; there are ${known}`);
  }
  const name = taker?.name ?? to;
  const keys = new Set([from, giver?.name ?? from].map(nameKey));
  if (keys.has(nameKey(name)))
    throw new StagelineError("usage", `${quoted(from)} and ${quoted(to)} are one person`);
  return { to: name, isFrom: (owner: string) => keys.has(nameKey(owner)) };
}

/**
 * Whether anything is done for a record in that stage: it is open or parked, or won and not at the end of the line, or
 * the stage has a limit or a rule.
 *
 * @example
 * isWorkedOn(fixtures.offers, fixtures.offers.stages[2]) //=> false
 */
export function isWorkedOn(pipeline: Pipeline, stage: Stage): boolean {
  if (stage.kind === "open" || stage.kind === "parked") return true;
  if (stage.kind !== "won") return false;
  const line = mainLineOf(pipeline);
  const isLast = line[line.length - 1]?.id === stage.id;
  return !isLast || stage.limitDays !== undefined || pipeline.rules.some((rule) => isAbout(rule, stage.id));
}

function isAbout(
  { when, whileIn }: { readonly when: RuleTrigger; readonly whileIn: readonly string[] },
  stage: string,
) {
  return whileIn.includes(stage) || (when.on === "every" && when.stage === stage);
}

function pickedCells({ tab, id: record }: OwnedRecord, to: string): readonly Change[] {
  const cells = { log: wordOfActivity("hand-over"), log_note: to };
  return Object.entries(cells).map(([field, value]) => ({ kind: "setField", tab, record, field, value }));
}

function sentenceOf(
  from: string,
  to: string,
  { records, left }: Pick<Reassigned, "records" | "left">,
): string {
  const others =
    left.length === 0
      ? ""
      : `; left as they are, because something waits in their Log cells: ${left.map(quoted).join(", ")}`;
  if (records === 0) return `${quoted(from)} owns nothing that is worked on${others}`;
  const verb = records === 1 ? "is" : "are";
  return `${countOf(records, "record")} of ${quoted(from)} ${verb} with ${quoted(to)} now${others}`;
}
