// A book in a Google spreadsheet of this machine, for one test: commands reach it through Google's own client over HTTP,
// people act on it at once, and whatever is asked of Google passes a gate that the test holds. Waits take no time.

import { onTestFinished } from "vitest";
import { act } from "../../../local/grid/people/acts.ts";
import type { PersonAct } from "../../../local/grid/people/person-act.ts";
import { type Spreadsheet, tabNamed } from "../../../local/grid/spreadsheet.ts";
import { memoryDrive } from "../../../local/sheets-api/drive/memory-drive.ts";
import type { ApiCall } from "../../../local/sheets-api/server/api-call.ts";
import { type Gate, SERVE } from "../../../local/sheets-api/server/gate.ts";
import { startSheetsApi } from "../../../local/sheets-api/server/start.ts";
import { newTemplateBoard } from "../../../shared/engine/acts/new-board.ts";
import { reconcile } from "../../../shared/engine/reconcile.ts";
import type { Run } from "../../../shared/engine/run.ts";
import type { Cell } from "../../../shared/table/cell.ts";
import type { Change } from "../../../shared/table/change.ts";
import type { Tables } from "../../../shared/table/table.ts";
import { momentFromInstant, utc } from "../../../shared/value/moment.ts";
import { syncPlan } from "../../../sync/commands/sync.ts";
import type { ChangeOptions } from "../../../sync/stores/book-store.ts";
import { googleStore } from "../../../sync/stores/google-store.ts";
import { timeZone } from "../../../sync/time-zone.ts";
import { columnMarks, gridTables } from "../../hands/grid-tables.ts";
import { movingClock } from "./moving-clock.ts";

const ZONE = "Europe/Amsterdam";

export type GoogleBookHere = Awaited<ReturnType<typeof googleBook>>;

/** A live book with one board of a built-in pipeline. */
export async function googleBook({ template = "sales" }: { readonly template?: string } = {}) {
  const clock = movingClock();
  const drive = memoryDrive({ now: clock.nowMs });
  const file = drive.create({ title: "Deals of the year", zone: ZONE, by: "x" });
  const calls: ApiCall[] = [];
  let gate: Gate = () => SERVE;
  const api = await startSheetsApi({
    drive,
    gate: (call) => {
      calls.push(call);
      return gate(call);
    },
  });
  onTestFinished(() => api.close());
  let seeds = 0;
  const seed = () => {
    seeds += 1;
    return `seed ${seeds}, long enough for everybody`;
  };
  const storeOf = (spreadsheetId: string, access: "read" | "write") =>
    googleStore({
      ...{ spreadsheetId, access, book: "there", clock },
      source: { nowMs: clock.nowMs, wait: clock.wait, seed },
      environment: { STAGELINE_SHEETS_API: api.url },
    });
  const store = (access: "read" | "write" = "write") => storeOf(file.id, access);
  const runNow = (rest: Partial<Run> = {}): Run => {
    const zone = timeZone(ZONE);
    return { now: momentFromInstant(clock.nowMs(), zone), zone, knownBy: "sweep", seed: seed(), ...rest };
  };
  const state = (): Spreadsheet => file.state();
  const book = {
    ...{ api, clock, drive, calls, store, runNow, state, url: api.url, id: file.id },
    /** Decides from now on what becomes of each call. */
    hold: (next: Gate) => {
      gate = next;
    },
    /** What a person does to the spreadsheet. */
    act: (what: PersonAct) => void file.write(act(state(), what).state, NOBODYS_CALL),
    sync: async (options: ChangeOptions = {}) =>
      (await store()).change((tables) => syncPlan(tables, runNow()), { isSync: true, ...options }),
    tables: (): Tables => gridTables(state()),
    /** Places in the spreadsheet by the names of a tab and the key of a column. */
    column: (tab: string, key: string) => columnOf(state(), tab, key),
    tab: (name: string) => tabNamed(state(), name)?.id ?? -1,
    /** The spreadsheet copied in Drive. */
    copied: async () => {
      const copy = drive.copy(file, { by: "x" });
      return { id: copy.id, store: (access: "read" | "write" = "write") => storeOf(copy.id, access) };
    },
    /** An add-on that is at work: it writes its name where the turn stands. */
    leaseOfAddOn: () => {
      const until = momentFromInstant(clock.nowMs() + 30_000, utc);
      for (const [id, text] of [
        ["writer", "the add-on"],
        ["until", until],
      ] as const) {
        const row = gridTables(state())
          .find(({ tab }) => tab === "_state")
          ?.rows.find(({ cells }) => cells[0] === id);
        book.act({ do: "type", tab: book.tab("_state"), row: row?.at ?? 50, column: 2, text: `'${text}` });
      }
    },
    /** How many calls come of what is done. */
    counted: async <Result>(work: () => Promise<Result>) => {
      const before = calls.length;
      const result = await work();
      return { result, calls: calls.length - before };
    },
  };
  await (await store()).change((tables) => {
    const made = newTemplateBoard(tables, runNow(), { template, zone: ZONE, practice: false });
    return { ...made, result: made };
  });
  return {
    ...book,
    /** Somebody types records at the end of a board, by column keys. */
    type: (tab: string, ...rows: readonly Readonly<Record<string, string>>[]) => {
      const used = gridTables(state()).find((table) => table.tab === tab);
      let at = (used?.rows ?? []).reduce((last, row) => Math.max(last, row.at), 1);
      for (const row of rows) {
        at += 1;
        for (const [key, text] of Object.entries(row)) {
          book.act({
            do: "type",
            tab: book.tab(tab),
            row: at,
            column: columnOf(state(), tab, key) + 1,
            text,
          });
        }
      }
    },
    /** Changes as a command makes them. */
    change: async (changes: readonly Change[], options: ChangeOptions = {}) => {
      const plan = (tables: Tables) => {
        const { definition } = reconcile(tables, runNow());
        return { changes, definition, result: undefined };
      };
      return (await store()).change(plan, options);
    },
  };
}

/** The cell of a record, by its name on a board. */
export function cellIn(tables: Tables, tab: string, { name, key }: { name: string; key: string }): Cell {
  const table = tables.find((each) => each.tab === tab);
  const row = table?.rows.find(({ cells }) => cells[table.marks["name"] ?? -1] === name);
  return row?.cells[table?.marks[key] ?? -1] ?? null;
}

function columnOf(state: Spreadsheet, tab: string, key: string): number {
  const found = tabNamed(state, tab);
  return found === undefined ? -1 : (columnMarks(state, found)[key] ?? -1);
}

const NOBODYS_CALL: ApiCall = {
  ...{ number: 0, kind: "write", verb: "", path: "", params: {}, query: {}, who: "a person" },
};
