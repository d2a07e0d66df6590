// A book in memory and the hands of its editors: they type, paste, sort, copy, cut and delete rows as people do in
// a spreadsheet, by the names and headers that they see; `run` is the engine's turn. Hidden columns go along with a
// whole row, as they do in every spreadsheet.

import type { Definition, Pipeline } from "../shared/definition/pipeline.ts";
import { personCells } from "../shared/definition/setup/team-tab.ts";
import { type Reconciled, reconcile } from "../shared/engine/reconcile.ts";
import type { Run } from "../shared/engine/run.ts";
import { emptyDefinition, newBoards } from "../shared/engine/setup/new-boards.ts";
import type { Entry } from "../shared/log/entry.ts";
import { readLog } from "../shared/log/log-tab.ts";
import { applyChanges } from "../shared/table/apply-changes.ts";
import { type Cell, isBlank, nameKey, textOf } from "../shared/table/cell.ts";
import type { Change } from "../shared/table/change.ts";
import type { Problem } from "../shared/table/problem.ts";
import type { Table, TableRow, Tables } from "../shared/table/table.ts";
import { momentFromInstant, parseMoment, utc } from "../shared/value/moment.ts";

export interface WorldPlan {
  /** Tab → the pipeline of its board. */
  readonly boards: Readonly<Record<string, Pipeline>>;
  readonly practice?: boolean;
  readonly team?: Definition["team"];
  readonly holidays?: Definition["holidays"];
}

/** Cells by the header that stands above them. */
export type Typed = Readonly<Record<string, Cell>>;

type RunOptions = Partial<Pick<Run, "actor" | "knownBy" | "acceptsGuards" | "now" | "seed">>;

// 2026-11-02 is a Monday.
const START_MS = 1_793_610_000_000;
const HOUR_MS = 3_600_000;

export type World = ReturnType<typeof worldOf>;

/** A book and its clock. */
interface HeldBook {
  readonly tab: string;
  tables: Tables;
  runs: number;
  nowMs: number;
}

/** A new book with these boards. The first run is at nine o'clock on Monday 2 November 2026, each next an hour later. */
export function openWorld(plan: WorldPlan): World {
  const boards = Object.entries(plan.boards).map(([tab, pipeline]) => ({ tab, pipeline }));
  const [{ tab } = { tab: "" }] = boards;
  const present: Definition = {
    ...emptyDefinition({ zone: "UTC", practice: plan.practice === true }),
    ...(plan.team === undefined ? {} : { team: plan.team }),
    ...(plan.holidays === undefined ? {} : { holidays: plan.holidays }),
  };
  const made = newBoards([], present, { boards, now: momentFromInstant(START_MS, utc) });
  const tables = withPeople(applyChanges([], made.changes), present);
  return worldOf({ tab, tables, runs: 0, nowMs: START_MS });
}

/** Another world that stands as this one does; what is done in one is not seen in the other. */
export function anotherLike(world: World): World {
  return worldOf({ ...world.book });
}

function worldOf(book: HeldBook) {
  const first = { tab: book.tab };
  const change = (tab: string, edit: (table: Table) => Table) => {
    book.tables = book.tables.map((table) => (table.tab === tab ? edit(table) : table));
  };
  const runOf = (options: RunOptions): Run => ({
    now: momentFromInstant(book.nowMs, utc),
    zone: { ...utc, name: zoneName(book.tables) },
    knownBy: "sweep",
    seed: `seed ${book.runs}`,
    ...options,
  });

  const world = {
    /** What the world is of, for `anotherLike`. */
    book: book as Readonly<HeldBook>,
    /** The tables as they stand. */
    tables: () => book.tables,
    table: (tab: string = first.tab) => tableNamed(book.tables, tab),
    /** Puts other tables in place of all. */
    replace: (tables: Tables) => {
      book.tables = tables;
    },
    apply: (changes: readonly Change[]) => {
      book.tables = applyChanges(book.tables, changes);
    },
    /** The run that `run` would make now. */
    nextRun: (options: RunOptions = {}) => runOf(options),
    /** Types rows below the last one. */
    add: (rows: Typed | readonly Typed[], tab: string = first.tab) => {
      for (const row of Array.isArray(rows) ? (rows as readonly Typed[]) : [rows as Typed]) {
        change(tab, (table) => withRow(table, typedCells(table, [], row)));
      }
    },
    /** Types cells over those of the row with that name. */
    edit: (name: string, cells: Typed, tab: string = first.tab) => {
      const at = rowNamed(tableNamed(book.tables, tab), name).at;
      change(tab, (table) => ({
        ...table,
        rows: table.rows.map((row) =>
          row.at === at ? { at, cells: typedCells(table, row.cells, cells) } : row,
        ),
      }));
    },
    /** Copies the whole row, hidden columns too, below the last one. */
    copyRow: (
      name: string,
      to: { readonly as?: string; readonly tab?: string; readonly from?: string } = {},
    ) => {
      const from = tableNamed(book.tables, to.from ?? first.tab);
      const copy = [...rowNamed(from, name).cells];
      change(to.tab ?? from.tab, (table) =>
        withRow(table, to.as === undefined ? copy : typedCells(table, copy, { Name: to.as })),
      );
    },
    /** Cuts the whole row out and pastes it below the last one of another tab. */
    cutRow: (name: string, tabs: { readonly from: string; readonly to: string }) => {
      const { cells } = rowNamed(tableNamed(book.tables, tabs.from), name);
      world.deleteRow(name, tabs.from);
      change(tabs.to, (table) => withRow(table, cells));
    },
    /** Deletes the row; those below move up. */
    deleteRow: (name: string, tab: string = first.tab): TableRow => {
      const gone = rowNamed(tableNamed(book.tables, tab), name);
      change(tab, (table) => ({ ...table, rows: renumbered(table.rows.filter((row) => row !== gone)) }));
      return gone;
    },
    /** Brings a deleted row back, at the end. */
    bringBack: (row: TableRow, tab: string = first.tab) => change(tab, (table) => withRow(table, row.cells)),
    /** Sorts whole rows by a column. */
    sort: (header: string, tab: string = first.tab) =>
      change(tab, (table) => ({ ...table, rows: renumbered(sorted(table, header)) })),
    /** Sorts the columns that people see, and leaves the hidden ones where they are. */
    sortTorn: (header: string, tab: string = first.tab) =>
      change(tab, (table) => {
        const from = columnHeaded(table, "ID");
        const order = sorted(table, header);
        const rows = table.rows.map(({ at, cells }, index) => ({
          at,
          cells: [...padded(order[index]?.cells ?? [], from).slice(0, from), ...cells.slice(from)],
        }));
        return { ...table, rows };
      }),
    /** Gives one column the cells in this order, as after a sort or paste of it alone. */
    pasteColumn: (header: string, cells: readonly Cell[], tab: string = first.tab) =>
      change(tab, (table) => ({
        ...table,
        rows: table.rows.map((row, index) => ({
          at: row.at,
          cells: typedCells(table, row.cells, { [header]: cells[index] ?? null }),
        })),
      })),
    /** Deletes a whole column. */
    deleteColumn: (header: string, tab: string = first.tab) =>
      change(tab, (table) => withoutColumn(table, columnHeaded(table, header))),
    /** Merges cells. */
    merge: (range: string, tab: string = first.tab) =>
      change(tab, (table) => ({ ...table, merges: [...table.merges, range] })),
    /** What the row shows, by header. */
    row: (name: string, tab: string = first.tab): Readonly<Record<string, Cell>> => {
      const table = tableNamed(book.tables, tab);
      return rowCells(table, rowNamed(table, name));
    },
    cell: (name: string, header: string, tab: string = first.tab): Cell => {
      const table = tableNamed(book.tables, tab);
      return rowNamed(table, name).cells[columnHeaded(table, header)] ?? null;
    },
    /** The names of the rows, from the top. */
    names: (tab: string = first.tab): readonly string[] => {
      const table = tableNamed(book.tables, tab);
      return table.rows.map((row) => textOf(row.cells[nameColumn(table)]));
    },
    /** Lets the clock go on; the next run is at the given moment. */
    waitUntil: (moment: string) => {
      book.nowMs = Date.parse(parseMoment(moment));
    },
    /** What the engine would do, without doing it. */
    look: (options: RunOptions = {}): Reconciled => reconcile(book.tables, runOf(options)),
    /** The engine's turn. */
    run: (options: RunOptions = {}): Reconciled => {
      const done = reconcile(book.tables, runOf(options));
      book.tables = applyChanges(book.tables, done.changes);
      book.runs += 1;
      book.nowMs += HOUR_MS;
      return done;
    },
    /** Lets the hour go by in which somebody else took the engine's turn. */
    passHour: () => {
      book.runs += 1;
      book.nowMs += HOUR_MS;
    },
    log: (): readonly Entry[] => readLog(book.tables).entries,
    /** The history of a record in short: "created lead", "moved lead > offer", "refused lead > won", "call". */
    story: (name: string): readonly string[] =>
      readLog(book.tables)
        .entries.filter((entry) => entry.name === name)
        .map(sentence),
  };
  return world;
}

/** An entry in a few words. */
export function sentence(entry: Entry): string {
  const { kind, from, to, data } = entry;
  if (kind === "field") return `field ${data["field"]}: ${data["from"]} > ${data["to"]}`;
  if (kind === "milestone") return `milestone ${data["milestone"]}`;
  if (to === undefined) return kind;
  return from === undefined ? `${kind} ${to}` : `${kind} ${from} > ${to}`;
}

/** Problems in short: "B3: the row has no name". */
export function told(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ cell, message }) => (cell === undefined ? message : `${cell}: ${message}`));
}

// Days off and people have rows of their own in a book; `newBoards` writes those that the boards bring along.
function withPeople(tables: Tables, { team, holidays }: Definition): Tables {
  const rowsIn = (tab: string) => tables.find((table) => table.tab === tab)?.rows ?? [];
  const hasRows = (tab: string) => rowsIn(tab).some(({ cells }) => !cells.includes("Example"));
  const people = team.map(personCells);
  const days = holidays.map((day, index) => ({ id: `day_${index + 1}`, day, what: null }));
  return applyChanges(tables, [
    ...(people.length === 0 || hasRows("Team")
      ? []
      : [{ kind: "replaceBody", tab: "Team", rows: people } as const]),
    ...(days.length === 0 || hasRows("Calendar")
      ? []
      : [{ kind: "replaceBody", tab: "Calendar", rows: days } as const]),
  ]);
}

// This host knows every zone, and that its clock shows UTC.
function zoneName(tables: Tables): string {
  const pipelines = tableNamed(tables, "Pipelines");
  const [first] = pipelines.rows;
  return textOf(first?.cells[columnHeaded(pipelines, "Time zone")]) || utc.name;
}

function tableNamed(tables: Tables, tab: string): Table {
  const table = tables.find((each) => each.tab === tab);
  if (table === undefined) throw new Error(`there is no tab "${tab}"`);
  return table;
}

const NAME_HEADERS: Readonly<Record<string, string>> = {
  Stages: "Stage",
  Fields: "Field",
  Milestones: "Milestone",
  Rules: "Rule",
  Messages: "Message",
  Team: "Person",
  Pipelines: "Board",
  Activity: "Id",
  Invoices: "Number",
  Payments: "Invoice",
  Outbox: "About",
};

function nameColumn(table: Table): number {
  return columnHeaded(table, NAME_HEADERS[table.tab] ?? "Name");
}

function columnHeaded(table: Table, header: string): number {
  const column = table.header.findIndex((cell) => nameKey(textOf(cell)) === nameKey(header));
  if (column < 0) throw new Error(`${table.tab} has no column "${header}"`);
  return column;
}

function rowNamed(table: Table, name: string): TableRow {
  const column = nameColumn(table);
  const row = table.rows.find(({ cells }) => textOf(cells[column]) === name);
  if (row === undefined) throw new Error(`${table.tab} has no row "${name}"`);
  return row;
}

function rowCells(table: Table, row: TableRow): Readonly<Record<string, Cell>> {
  return Object.fromEntries(table.header.map((header, index) => [textOf(header), row.cells[index] ?? null]));
}

function typedCells(table: Table, before: readonly Cell[], typed: Typed): readonly Cell[] {
  const cells = padded(before, table.header.length);
  for (const [header, cell] of Object.entries(typed)) cells[columnHeaded(table, header)] = cell;
  return cells;
}

function padded(cells: readonly Cell[], length: number): Cell[] {
  return Array.from({ length: Math.max(length, cells.length) }, (_, index) => cells[index] ?? null);
}

function withRow(table: Table, cells: readonly Cell[]): Table {
  const last = table.rows.reduce((most, row) => Math.max(most, row.at), 1);
  return { ...table, rows: [...table.rows, { at: last + 1, cells }] };
}

function renumbered(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.map(({ cells }, index) => ({ at: index + 2, cells }));
}

function sorted(table: Table, header: string): readonly TableRow[] {
  const column = columnHeaded(table, header);
  const key = (row: TableRow) => textOf(row.cells[column]);
  return [...table.rows].sort((left, right) => {
    if (isBlank(left.cells[column]) !== isBlank(right.cells[column]))
      return isBlank(left.cells[column]) ? 1 : -1;
    return key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0;
  });
}

function withoutColumn(table: Table, column: number): Table {
  const without = (cells: readonly Cell[]) => cells.filter((_, index) => index !== column);
  const marks = Object.entries(table.marks).flatMap(([key, at]): [string, number][] =>
    at === column ? [] : [[key, at > column ? at - 1 : at]],
  );
  return {
    ...table,
    header: without(table.header),
    rows: table.rows.map(({ at, cells }) => ({ at, cells: without(cells) })),
    marks: Object.fromEntries(marks),
  };
}
