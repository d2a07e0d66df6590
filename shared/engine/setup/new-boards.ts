// A new board in a book, from a built-in pipeline or from a line of stages: its tab, its set-up rows, and (in a
// book that had none) every tab that the engine needs.

import { boardLayout } from "../../board/board-layout.ts";
import type { DayOff } from "../../definition/days-off-text.ts";
import { definitionTab, versionRows } from "../../definition/definition-versions.ts";
import { withDistinctStages } from "../../definition/distinct-stages.ts";
import { identifierFrom } from "../../definition/identifier.ts";
import type { Board, Definition, Person, Pipeline } from "../../definition/pipeline.ts";
import { holidayCells } from "../../definition/setup/calendar-tab.ts";
import { exampleRow } from "../../definition/setup/example-row.ts";
import { setupRows, setupTabs } from "../../definition/setup/write-setup.ts";
import { withHandOvers } from "../../definition/templates/hand-overs.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import type { Change, LayOut } from "../../table/change.ts";
import { ownHeader } from "../../table/columns.ts";
import type { RowCells, TabLayout } from "../../table/layout.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import type { Moment } from "../../value/moment.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { linkedText } from "../board/linked-names.ts";
import { standingText } from "../board/standing-records.ts";
import { bookLayouts } from "../book-layouts.ts";
import { headChanges, readHead } from "../head.ts";
import { wholeHead } from "../whole-head.ts";

export interface NewBoard {
  /** The name of its tab. */
  readonly tab: string;
  /** One of the book's, which the board follows too, or a new one. */
  readonly pipeline: Pipeline;
  /** For a tab that people made: column key → their column that becomes it; absent where the tab is made. */
  readonly places?: LayOut["places"];
}

/** A definition with nothing in it, for a book that has none. */
export function emptyDefinition(book: Pick<Definition, "zone" | "practice">): Definition {
  // Of what is handed over, nothing else: a key that a definition does not have would be hashed with it.
  const { zone, practice } = book;
  return { zone, practice, pipelines: [], boards: [], team: [], holidays: [] };
}

/**
 * What makes the boards, beside those that the book has (`present`).
 *
 * @throws {StagelineError} `usage`, when a tab or a pipeline of that name is there already
 * @example
 * newBoards([], fixtures.emptyBook, { boards: [{ tab: "Deals", pipeline: fixtures.offers }], now: fixtures.run.now })
 *   .definition.boards[0].id //=> "deals"
 */
export function newBoards(
  tables: Tables,
  present: Definition,
  wanted: {
    readonly boards: readonly NewBoard[];
    readonly now: Moment;
    /** Who joins the Team along with them. */
    readonly people?: readonly Person[];
    /** Days that join the Calendar along with them. */
    readonly daysOff?: readonly DayOff[];
  },
): { readonly definition: Definition; readonly changes: readonly Change[] } {
  const team = [...present.team, ...(wanted.people ?? [])];
  const daysOff = wanted.daysOff?.filter(({ day }) => !present.holidays.includes(day)) ?? [];
  const holidays = [...present.holidays, ...new Set(daysOff.map(({ day }) => day))];
  const staffed: Definition = { ...present, team, holidays };
  const boarded = wanted.boards.reduce((book, board) => withBoard(tables, book, board), staffed);
  const definition = withHandOvers(boarded, ({ id }) => !present.pipelines.some((each) => each.id === id));
  const added = definition.boards.filter((board) => !present.boards.includes(board));
  const otherLayouts = bookLayouts(definition).filter((layout) => !layout.key.startsWith("board_"));
  const before = setupRows(present);
  const rows = withNamedDays(setupRows(definition), daysOff);
  const isKnown = (key: string, row: RowCells) =>
    (before[key] ?? []).some((each) => JSON.stringify(each) === JSON.stringify(row));
  const changes: readonly Change[] = [
    ...added.map((board): Change => {
      const places = wanted.boards.find(({ tab }) => tab === board.tab)?.places;
      return boardLayOut(tables, boardLayout(definition, board), places);
    }),
    ...otherLayouts.flatMap((layout): Change[] => {
      const tab = tableOf(tables, layout)?.tab;
      const isCurrent = tab !== undefined && !setupTabs.some(({ key }) => key === layout.key);
      return isCurrent ? [] : [{ kind: "layOut", tab: tab ?? layout.tab, layout }];
    }),
    ...setupTabs.flatMap((layout): Change[] => {
      const own = (rows[layout.key] ?? []).filter((row) => !isKnown(layout.key, row));
      const isEmpty = own.length === 0 && tableOf(tables, layout) === undefined;
      const example = isEmpty ? exampleRow(layout.key, definition.pipelines[0]?.name ?? "") : undefined;
      const fresh = example === undefined ? own : [example];
      const tab = tableOf(tables, layout)?.tab ?? layout.tab;
      return fresh.length === 0 ? [] : [{ kind: "append", tab, rows: fresh }];
    }),
    { kind: "append", tab: definitionTab.tab, rows: versionRows(definition, wanted.now) },
  ];
  return { definition, changes: [...changes, ...headOf(applyChanges(tables, changes), definition, added)] };
}

// What a day is called is for people alone: no definition holds it.
function withNamedDays(
  rows: Readonly<Record<string, readonly RowCells[]>>,
  daysOff: readonly DayOff[],
): Readonly<Record<string, readonly RowCells[]>> {
  const names = new Map(daysOff.map(({ day, what }) => [JSON.stringify(holidayCells(day)), what]));
  const calendar = (rows["calendar"] ?? []).map((cells) => {
    const what = names.get(JSON.stringify(cells)) ?? "";
    return what === "" ? cells : { ...cells, what };
  });
  return { ...rows, calendar };
}

// No record stands on a board that is new, and none is linked.
function headOf(tables: Tables, definition: Definition, added: readonly Board[]): readonly Change[] {
  const head = readHead(tables);
  const on = (text: string) => Object.fromEntries(added.map(({ id }) => [id, text]));
  const standing = { ...head.standing, ...on(standingText([])) };
  const linked = { ...head.linked, ...on(linkedText([])) };
  return headChanges(tables, wholeHead(tables, head, { definition, standing, linked }));
}

// A column of ours whose header people have already over another gets a header of its own: two that read alike would
// be told apart by nobody, once a copy of the tab has lost its marks.
function boardLayOut(tables: Tables, layout: TabLayout, places: NewBoard["places"]): Change {
  if (places === undefined) return { kind: "layOut", tab: layout.tab, layout };
  const header = tables.find(({ tab }) => tab === layout.tab)?.header ?? [];
  const theirs = new Set(header.map((cell) => nameKey(textOf(cell))));
  const columns = layout.columns.map((column) => {
    const isDoubled = places[column.key] === undefined && theirs.has(nameKey(column.header));
    return isDoubled ? { ...column, header: ownHeader(column.header) } : column;
  });
  return { kind: "layOut", tab: layout.tab, layout: { ...layout, columns }, places };
}

function withBoard(tables: Tables, definition: Definition, { tab, pipeline, places }: NewBoard): Definition {
  const others = places === undefined ? [...tables, ...definition.boards] : definition.boards;
  const isTaken = others.some((each) => nameKey(each.tab) === nameKey(tab));
  if (isTaken)
    throw new StagelineError("usage", `there is a tab "${tab}" already; give the board another name`);
  const ids = (things: readonly { readonly id: string }[]) => new Set(things.map(({ id }) => id));
  const stages = ids(definition.pipelines.flatMap((each) => each.stages));
  const fresh: Pipeline = {
    ...withDistinctStages(pipeline, stages),
    id: identifierFrom(pipeline.name, ids(definition.pipelines)),
    name: freeName([pipeline.name, tab], definition.pipelines),
  };
  const id = identifierFrom(tab, ids(definition.boards));
  if (definition.pipelines.includes(pipeline))
    return { ...definition, boards: [...definition.boards, { id, tab, pipeline: pipeline.id }] };
  return {
    ...definition,
    pipelines: [...definition.pipelines, fresh],
    boards: [...definition.boards, { id, tab, pipeline: fresh.id }],
  };
}

// Stages, fields and rules name their pipeline: two of one name would be one.
function freeName(wanted: readonly string[], pipelines: readonly Pipeline[]): string {
  const taken = new Set(pipelines.map(({ name }) => nameKey(name)));
  const last = wanted.slice(-1)[0] ?? "";
  const numbered = pipelines.map((_, index) => `${last} ${index + 2}`);
  return [...wanted, ...numbered].find((name) => !taken.has(nameKey(name))) ?? last;
}
