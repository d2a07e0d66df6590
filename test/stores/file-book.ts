// A book as a file, and its editors: a spreadsheet program opens the file, does what people do and saves it; then
// `stageline` does its part, in this process and as the command does it.

import { readFileSync, writeFileSync } from "node:fs";
import { openBook } from "../../local/book/book-file.ts";
import { bookFromSpreadsheet } from "../../local/grid/book/book-from-spreadsheet.ts";
import { spreadsheetFromBook } from "../../local/grid/book/spreadsheet-from-book.ts";
import { act } from "../../local/grid/people/acts.ts";
import type { PersonAct } from "../../local/grid/people/person-act.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { newTemplateBoard } from "../../shared/engine/acts/new-board.ts";
import { practiceChanges } from "../../shared/engine/acts/practice.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import { type Act, actOnRecord } from "../../shared/engine/record-acts.ts";
import type { Run } from "../../shared/engine/run.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Tables } from "../../shared/table/table.ts";
import type { Moment } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { PlanOf } from "../../sync/stores/book-store.ts";
import { openStore } from "../../sync/stores/open-store.ts";
import { timeZone } from "../../sync/time-zone.ts";
import { newPath } from "../command.ts";
import { stagelineAgain } from "../staying-command.ts";

/** Whether the file is synced in this process, or by the built command. */
export type SyncedBy = "this process" | "the command";

/** A file that is not there yet; its book is in this zone. */
export function openFileBook(zoneName: string, syncedBy: SyncedBy) {
  const path = newPath();
  const zone = timeZone(zoneName);
  let runs = 0;
  const runAt = (now: Moment, rest: Partial<Run> = {}): Run => {
    runs += 1;
    return { now, zone, knownBy: "sweep", seed: `run ${runs} of the file, long enough`, ...rest };
  };
  const change = async <Result>(plan: PlanOf<Result>) =>
    (await openStore(path, { book: "there or new" })).change(plan);
  const file = {
    path,
    /** `stageline new`: another board. */
    addBoard: (template: string, now: Moment) =>
      change((tables) => {
        const made = newTemplateBoard(tables, runAt(now), { template, zone: zoneName, practice: true });
        return { ...made, result: made };
      }),
    /** As if somebody typed it into Pipelines. */
    goLive: (now: Moment) =>
      change((tables) => {
        const { changes } = practiceChanges(tables, { practice: false });
        const looked = reconcile(applyChanges(tables, changes), runAt(now));
        return { ...looked, changes: [...changes, ...looked.changes], result: looked };
      }),
    /** What people do with a spreadsheet program: open the file, act, save it. */
    act: async (what: (state: Spreadsheet) => PersonAct) => {
      const state = spreadsheetFromBook(readFileSync(path), { name: "book.xlsx" });
      writeFileSync(path, bookFromSpreadsheet(act(state, what(state)).state));
    },
    sync: async (now: Moment) => {
      if (syncedBy === "this process") {
        await change((tables) => {
          const looked = reconcile(tables, runAt(now));
          return { ...looked, result: looked };
        });
        return;
      }
      const { exitCode, stderr } = await stagelineAgain("sync", path, "--now", now);
      // 1: done, with problems in the book.
      if (exitCode !== 0 && exitCode !== 1) throw new Error(stderr);
    },
    /** `stageline move`, `set`, `log`: whether it was done, or refused. */
    actOn: (wanted: { readonly record: string; readonly act: Act }, run: { now: Moment; actor: string }) =>
      change((tables) => {
        const acted = actOnRecord(tables, runAt(run.now, { actor: run.actor, knownBy: "command" }), wanted);
        return { ...acted, result: acted };
      }).then(
        () => "done",
        (error: unknown) => {
          if (error instanceof StagelineError) return "refused";
          throw error;
        },
      ),
    tables: async (): Promise<Tables> => (await openBook(path)).tables,
  };
  return file;
}
