// Home-made sheets for the tests of adopting: a table from its header and rows, and the book after it was adopted or
// left, as the command does it.

import type { Definition } from "../../../../shared/definition/pipeline.ts";
import { type Adoption, adoptTab } from "../../../../shared/engine/adopt/adopt-tab.ts";
import type { AdoptWishes } from "../../../../shared/engine/adopt/adopted-pipeline.ts";
import { type Leaving, leaveBoard } from "../../../../shared/engine/adopt/leave-board.ts";
import { type Reconciled, reconcile } from "../../../../shared/engine/reconcile.ts";
import type { Run } from "../../../../shared/engine/run.ts";
import { emptyDefinition } from "../../../../shared/engine/setup/new-boards.ts";
import { applyChanges } from "../../../../shared/table/apply-changes.ts";
import type { Cell } from "../../../../shared/table/cell.ts";
import { plainTab, type TabFacts } from "../../../../shared/table/tab-facts.ts";
import type { Table, Tables } from "../../../../shared/table/table.ts";
import { parseMoment, utc } from "../../../../shared/value/moment.ts";

export const noBook: Definition = emptyDefinition({ zone: "UTC", practice: false });

export function sheet(tab: string, header: readonly Cell[], ...rows: readonly (readonly Cell[])[]): Table {
  return {
    tab,
    header,
    rows: rows
      .map((cells, index) => ({ at: index + 2, cells }))
      .filter(({ cells }) => cells.some((cell) => cell !== null)),
    marks: {},
    merges: [],
  };
}

/** Deals as people keep them, in the order in which they came. */
export const leads: Table = sheet(
  "Leads",
  ["Company", "Status", "Rep", "Value", "Due"],
  ["Acme", "Won", "Bob", 500, { serial: 46_346 }],
  ["Brook", "Lead", "Cy", 800, null],
  ["Cliff", "Offer", "Bob", null, null],
  ["Dale", "Lost", null, 20, null],
);

export function runAt(now: string): Run {
  return { now: parseMoment(now), zone: utc, knownBy: "import", seed: `seed ${now}` };
}

const FIRST = "2026-11-02T09:00:00Z";

/** What adopting would do; `beside` are other tabs of the book. */
export function preview(
  table: Table,
  wishes: AdoptWishes = {},
  facts: Partial<TabFacts> = {},
  ...beside: readonly Table[]
): Adoption {
  const what = { definition: noBook, tab: table.tab, facts: { ...plainTab, ...facts }, wishes };
  return adoptTab([table, ...beside], runAt(FIRST), what);
}

/** The tables after the tab was adopted, and what the engine said of them. */
export function adopt(
  tables: Tables,
  tab: string,
  how: { readonly wishes?: AdoptWishes; readonly now?: string; readonly definition?: Definition } = {},
): { readonly tables: Tables; readonly adoption: Adoption; readonly after: Reconciled } {
  const { wishes = {}, now = FIRST, definition = noBook } = how;
  const run = runAt(now);
  const adoption = adoptTab(tables, run, { definition, tab, facts: plainTab, wishes });
  const ready = applyChanges(tables, adoption.changes);
  const after = reconcile(ready, { ...run, seed: `${run.seed} after` });
  return { tables: applyChanges(ready, after.changes), adoption, after };
}

/** The tables after the board was left. */
export function leave(
  tables: Tables,
  tab: string,
  now = "2026-11-03T09:00:00Z",
): { readonly tables: Tables; readonly leaving: Leaving } {
  const run = runAt(now);
  const before = reconcile(tables, run);
  const board = before.definition.boards.find((each) => each.tab === tab);
  if (board === undefined) throw new Error(`no board "${tab}"`);
  const ready = applyChanges(tables, before.changes);
  const leaving = leaveBoard(ready, run, { definition: before.definition, board });
  const left = applyChanges(ready, leaving.changes);
  return { tables: applyChanges(left, reconcile(left, run).changes), leaving };
}

export function tableNamed(tables: Tables, tab: string): Table {
  const table = tables.find((each) => each.tab === tab);
  if (table === undefined) throw new Error(`no tab "${tab}"`);
  return table;
}

/** The stages of a preview in short: "Lead open 2". */
export function stagesOf({ stages }: Adoption): readonly string[] {
  return stages.map(({ name, kind, count }) => `${name} ${kind} ${count}`);
}

/** What became of the columns in short: "Company: Name". */
export function columnsOf(adoption: Adoption): Readonly<Record<string, string>> {
  return Object.fromEntries(
    adoption.columns.map(({ column, key, field }) => [column.header, field?.type ?? key ?? "theirs"]),
  );
}
