// The same book twice: a spreadsheet in which the add-on answers, and a file that `stageline` syncs after each act. What
// is done to one is done to the other, at the same time and by the same person; then both are looked at.

import type { PersonAct } from "../../local/grid/people/person-act.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { readLog } from "../../shared/log/log-tab.ts";
import { textOf } from "../../shared/table/cell.ts";
import type { Tables } from "../../shared/table/table.ts";
import { compareMoments, type Moment, momentFromInstant } from "../../shared/value/moment.ts";
import { timeZone } from "../../sync/time-zone.ts";
import { openAddOnWorld } from "../hands/add-on-world.ts";
import { gridTables } from "../hands/grid-tables.ts";
import { bookSight, differences } from "./book-sight.ts";
import { openFileBook, type SyncedBy } from "./file-book.ts";
import type { PageCall } from "./page-calls.ts";

const ZONE = "Europe/Amsterdam";
const HOUR_MS = 3_600_000;

export type TwoBooks = Awaited<ReturnType<typeof openTwoBooks>>;

export interface TwoBooksPlan {
  /** Key of a built-in pipeline. */
  readonly template: string;
  readonly mode: "practice" | "live";
  /** @default "this process" */
  readonly syncedBy?: SyncedBy;
}

/** Both books with one board, made by the add-on and by the engine. */
export async function openTwoBooks(plan: TwoBooksPlan) {
  const { google, ada, state } = openAddOnWorld({ zone: ZONE });
  const file = openFileBook(ZONE, plan.syncedBy ?? "this process");
  const sights = { sheet: bookSight(), file: bookSight() };
  const zone = timeZone(ZONE);
  const now = () => momentFromInstant(google.now(), zone);

  ada.page("pageNewBoard", { template: plan.template, tab: "" });
  await file.addBoard(plan.template, now());
  ada.answers.push("OK", "OK", "OK");
  ada.menu("Stageline", "Reminders", "On");
  if (plan.mode === "live") {
    ada.menu("Stageline", "Practice or live", "Live");
    await file.goLive(now());
  }
  const tables = () => gridTables(state());

  return {
    google,
    state,
    /** One act of a person. Where the add-on did not look, the hour comes first, for both. */
    act: async (what: PersonAct) => {
      const [names, before] = [state(), entriesOf(tables())];
      let looked = false;
      google.hooks.observe = (step) => {
        looked ||=
          step.kind === "read" && step.read.ask === "cells" && isOfPeople(names, step.read.range.tab);
      };
      ada.act(what);
      delete google.hooks.observe;
      await file.act((other) => inOther(what, names, other));
      if (!looked) google.advance(HOUR_MS);
      await file.sync(newMoment(tables(), before) ?? now());
    },
    /** What the page does to the record in a row. */
    use: async (row: { readonly tab: string; readonly at: number }, call: PageCall) => {
      const before = entriesOf(tables());
      const record = idAt(tables(), row);
      const answer = ada.page(call.page, { board: row.tab, record, ...call.request });
      const refused = typeof answer === "object" && answer !== null && "problem" in answer;
      const when = newMoment(tables(), before) ?? now();
      const other = await file.actOn(
        { record: idAt(await file.tables(), row), act: call.act },
        { now: when, actor: ada.email },
      );
      return { sheet: refused ? "refused" : "done", file: other };
    },
    /** In what the two differ now. */
    differences: async (step: string) =>
      differences(sights.sheet(tables(), step), sights.file(await file.tables(), step)),
    failures: () => google.failures().map(({ functionName, error }) => `${functionName}: ${error?.message}`),
  };
}

function idAt(tables: Tables, { tab, at }: { readonly tab: string; readonly at: number }): string {
  const table = tables.find((each) => each.tab === tab);
  const row = table?.rows.find((each) => each.at === at);
  return textOf(row?.cells[table?.marks["id"] ?? -1]);
}

// The add-on asks its own hidden tabs first whether an edit matters.
function isOfPeople(state: Spreadsheet, tab: number): boolean {
  return state.tabs.find(({ id }) => id === tab)?.name.startsWith("_") === false;
}

function entriesOf(tables: Tables): number {
  return readLog(tables).entries.length;
}

// When the add-on looked: what people did is noted at that time, and what rules do at the time at which it was due.
function newMoment(tables: Tables, before: number): Moment | undefined {
  const noted = readLog(tables).entries.slice(before);
  return noted
    .filter(({ knownBy }) => knownBy !== "rule")
    .map(({ at }) => at)
    .sort(compareMoments)
    .at(-1);
}

// Tabs of two files have other ids, and the same names.
function inOther(what: PersonAct, from: Spreadsheet, to: Spreadsheet): PersonAct {
  const idIn = (id: number) => {
    const name = from.tabs.find((tab) => tab.id === id)?.name;
    return to.tabs.find((tab) => tab.name === name)?.id ?? id;
  };
  return JSON.parse(JSON.stringify(what), (key, value: unknown) =>
    key === "tab" && typeof value === "number" ? idIn(value) : value,
  ) as PersonAct;
}
