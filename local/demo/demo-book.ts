// A book with a year of believable, made-up life on all built-in pipelines: what `npm start` shows. The same seed and
// day give the same year. The book is begun a year ago with its team and days off; lives are told in the order in
// which boards feed one another, and their rows and history are written at once.

import type { Definition } from "../../shared/definition/pipeline.ts";
import { calendarTab, holidayCells } from "../../shared/definition/setup/calendar-tab.ts";
import { personCells, teamTab } from "../../shared/definition/setup/team-tab.ts";
import { templates } from "../../shared/definition/templates/templates.ts";
import { stateTab } from "../../shared/engine/head.ts";
import { historyChanges } from "../../shared/engine/history-changes.ts";
import { hostRowChanges } from "../../shared/engine/host-rows.ts";
import { observe } from "../../shared/engine/observe.ts";
import { MESSAGES_SINCE } from "../../shared/engine/outbox/silent-start.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import type { Run } from "../../shared/engine/run.ts";
import { emptyDefinition, newBoards } from "../../shared/engine/setup/new-boards.ts";
import { invoicesTab } from "../../shared/invoices/invoices-tab.ts";
import type { Entry } from "../../shared/log/entry.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Tables } from "../../shared/table/table.ts";
import { addDays } from "../../shared/value/day.ts";
import { dayOf, instantMs, momentFromInstant } from "../../shared/value/moment.ts";
import { linkDirectory } from "./link-directory.ts";
import { ordersPaidAt } from "./lives/orders-life.ts";
import { salesPaidAt } from "./lives/sales-life.ts";
import { inOrderOfUse } from "./row-order.ts";
import { holidays, team } from "./team.ts";
import { tellBoards } from "./told-boards.ts";
import { tellMoney } from "./told-money.ts";

const YEAR_DAYS = 366;
const DAY_MS = 86_400_000;

export interface DemoBook {
  readonly changes: readonly Change[];
  readonly definition: Definition;
  readonly records: number;
  readonly entries: number;
}

/** The changes that make the demo book out of an empty one. `seed` chooses the year; the run's own seed, the ids. */
export function demoBook(run: Run, seed: string): DemoBook {
  const begun = begunBook(run);
  const boards = tellBoards({ ...begun, run, seed, links: linkDirectory(begun.definition) });
  const storiesOf = (key: string) => boards.get(key) ?? [];
  const money = tellMoney(begun.tables, [
    ...storiesOf("sales").map((story) => ({ story, paidAt: salesPaidAt })),
    ...storiesOf("orders").map((story) => ({ story, paidAt: ordersPaidAt })),
  ]);
  const entries = [
    ...[...boards.values()].flatMap((stories) => stories.flatMap((story) => story.entries())),
    ...money.entries,
  ].map((entry) => takenOver(entry, run));
  const rows = [...boards.values()].map((stories): Change => {
    const tab = stories[0]?.board.board.tab ?? "";
    const cells = inOrderOfUse(stories).map((story) => ({ ...story.cells(), ...money.cells.get(story.id) }));
    return { kind: "append", tab, rows: cells };
  });
  const lived = [
    ...hostRowChanges(begun.tables, { [MESSAGES_SINCE]: run.now }),
    ...rows,
    ...money.changes,
    ...historyChanges(begun.tables, inOrderOfTime(entries)),
  ];
  return {
    changes: [...begun.changes, ...lived, ...settlingOf(applyChanges(begun.tables, lived), run)],
    definition: begun.definition,
    records: [...boards.values()].reduce((sum, stories) => sum + stories.length, 0),
    entries: entries.length + begun.entries,
  };
}

// The year is told as if it was taken over today: no rule makes up for what nobody sent or moved in it.
function takenOver(entry: Entry, { now }: Run): Entry {
  return entry.kind === "created" ? { ...entry, data: { ...entry.data, imported: now } } : entry;
}

// What rows say of other rows is known when all of them stand, and so is the head of the book. Nothing else is left to
// a run: the lives told it.
function settlingOf(tables: Tables, run: Run): readonly Change[] {
  const lastKnown = ["status_note", "memory", "fingerprint"];
  const followed = [stateTab.tab, invoicesTab.tab];
  return observe(tables, run).changes.filter(
    (change) =>
      followed.includes(change.tab) || (change.kind === "setField" && lastKnown.includes(change.field)),
  );
}

interface BegunBook {
  readonly tables: Tables;
  readonly definition: Definition;
  readonly changes: readonly Change[];
  readonly entries: number;
}

// With every board, the team and the days off, and nothing on the boards.
function begunBook(run: Run): BegunBook {
  const birth: Run = { ...run, now: momentFromInstant(instantMs(run.now) - YEAR_DAYS * DAY_MS, run.zone) };
  const made = newBoards([], emptyDefinition({ zone: run.zone.name, practice: false }), {
    boards: templates.map(({ pipeline }) => ({ tab: pipeline.name, pipeline })),
    now: birth.now,
  });
  const daysOff = holidays(dayOf(birth.now), addDays(dayOf(run.now), YEAR_DAYS));
  const calendar = daysOff.map(({ day, what }, index) => ({
    ...holidayCells(day),
    what,
    id: `day_${index + 1}`,
  }));
  const changes: readonly Change[] = [
    ...made.changes,
    { kind: "append", tab: teamTab.tab, rows: team.map(personCells) },
    { kind: "append", tab: calendarTab.tab, rows: calendar },
  ];
  const tables = applyChanges([], changes);
  const settled = reconcile(tables, birth);
  return {
    tables: applyChanges(tables, settled.changes),
    definition: settled.definition,
    changes: [...changes, ...settled.changes],
    entries: settled.entries.length,
  };
}

function inOrderOfTime(entries: readonly Entry[]): readonly Entry[] {
  return entries
    .map((entry) => ({ entry, ms: instantMs(entry.at) }))
    .sort((left, right) => left.ms - right.ms)
    .map(({ entry }) => entry);
}
