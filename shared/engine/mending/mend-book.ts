// What `check --fix` does: only what has one meaning and loses nothing. A name that is one slip away from the one that
// must be meant, spaces and case in set-up cells, owners whom Team does not know, and the headers, dropdowns and hidden
// columns that a tab has lost. Cells of boards are people's, and stay. Doing it twice changes nothing the second time.

import { movedHeader } from "../../board/moved-header.ts";
import { everyDefinition } from "../../definition/definition-versions.ts";
import { identifierFrom } from "../../definition/identifier.ts";
import type { Definition, Person } from "../../definition/pipeline.ts";
import { readSetup } from "../../definition/setup/read-setup.ts";
import { personCells, teamTab } from "../../definition/setup/team-tab.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import { isBlank, nameKey } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { columnsOf } from "../../table/columns.ts";
import type { Problem } from "../../table/problem.ts";
import { quoted } from "../../table/shown-cell.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import type { Moment } from "../../value/moment.ts";
import { factsOf } from "../advice/book-facts.ts";
import { unknownOwners } from "../advice/owners.ts";
import { bookLayouts } from "../book-layouts.ts";
import { respelledNames } from "./respelled-names.ts";
import { cellsSet } from "./set-up-cells.ts";
import { tidiedCells } from "./tidied-cells.ts";

/** What a host finds lost on a tab that it keeps and tables do not hold: its dropdowns, its hidden columns. */
export interface LostDressing {
  readonly tab: string;
  /** What is done about it, such as "the dropdowns of "Stage" are back". */
  readonly message: string;
}

export interface MendedBook {
  readonly changes: readonly Change[];
  /** Each thing that was done, at its cell, with the old text. */
  readonly done: readonly Problem[];
  /** The tables with all of it done. */
  readonly tables: Tables;
  readonly definition: Definition;
}

/**
 * The book with all that is safe to mend.
 *
 * @throws {StagelineError} `usage`, when the book has no boards; `log`, when its history has lost a column
 * @example
 * mendBook(fixtures.bookTables, { now: fixtures.run.now, lost: [] }).done //=> []
 */
export function mendBook(
  tables: Tables,
  { now, lost }: { readonly now: Moment; readonly lost: readonly LostDressing[] },
): MendedBook {
  const cells = cellsSet(tables, tidiedCells(respelledNames(tables)));
  const spelt = applyChanges(tables, cells.changes);
  const definition = definitionOf(spelt);
  const people = missingPeople(spelt, definition, now);
  const losses = [...lost, ...lostHeaders(tables, definition)];
  const dressed = losses.flatMap((loss) => layOutAgain(tables, definition, loss));
  const layouts = dressed.map(({ change }) => change);
  const changes = [...layouts, ...cells.changes, ...people.changes];
  return {
    changes,
    done: [...dressed.map(({ told }) => told), ...cells.told, ...people.told],
    tables: applyChanges(tables, changes),
    definition,
  };
}

function definitionOf(tables: Tables): Definition {
  const earlier = everyDefinition(tables);
  return readSetup(tables, earlier[0], earlier).definition;
}

// One whose name is a slip away from that of a person in Team is told, and not added beside that person.
function missingPeople(
  tables: Tables,
  definition: Definition,
  now: Moment,
): { readonly changes: readonly Change[]; readonly told: readonly Problem[] } {
  const boards = factsOf(tables, definition, now).pipelines.flatMap((pipeline) => pipeline.boards);
  const owners = boards.flatMap((board) => unknownOwners(definition.team, board));
  const people: Person[] = [];
  for (const { name } of owners.filter(({ near }) => near === undefined)) {
    if (people.some((person) => nameKey(person.name) === nameKey(name))) continue;
    const taken = new Set([...definition.team, ...people].map(({ id }) => id));
    people.push({ id: identifierFrom(name, taken), name, roles: [] });
  }
  const tab = tableOf(tables, teamTab)?.tab;
  if (people.length === 0 || tab === undefined) return { changes: [], told: [] };
  return {
    changes: [{ kind: "append", tab, rows: people.map(personCells) }],
    told: people.map(({ name }) => ({ tab, message: `${quoted(name)} is added, without a role` })),
  };
}

// A column of ours is known by its mark, whatever stands above it. Without any header nobody else knows it, and each
// edit takes a look at the whole book.
function lostHeaders(tables: Tables, definition: Definition): readonly LostDressing[] {
  return bookLayouts(definition).flatMap((layout): readonly LostDressing[] => {
    const table = tableOf(tables, layout);
    if (table === undefined || table.key !== layout.key) return [];
    const { at } = columnsOf(table, layout);
    if (movedHeader(table, layout, at) !== undefined) return [];
    const lost = layout.columns.flatMap(({ key, header }) => {
      const column = at.get(key);
      const isLost = column !== undefined && header !== "" && isBlank(table.header[column]);
      return isLost ? [quoted(header)] : [];
    });
    if (lost.length === 0) return [];
    const are = lost.length === 1 ? "the header" : "the headers";
    return [
      { tab: table.tab, message: `${are} ${lost.join(", ")} ${lost.length === 1 ? "is" : "are"} back` },
    ];
  });
}

// A tab that lacks a column, or holds two in each other's place, is first put right by hand: a new, empty column
// would be worse than none.
function layOutAgain(
  tables: Tables,
  definition: Definition,
  { tab, message }: LostDressing,
): readonly { readonly change: Change; readonly told: Problem }[] {
  const layout = bookLayouts(definition).find((each) => tableOf(tables, each)?.tab === tab);
  const table = layout === undefined ? undefined : tableOf(tables, layout);
  if (layout === undefined || table === undefined) return [];
  const { missing, problems } = columnsOf(table, layout);
  if (missing.length > 0 || problems.length > 0) return [];
  const change: Change = { kind: "layOut", tab, layout: { ...layout, tab }, hidesAgain: true };
  return [{ change, told: { tab, message } }];
}
