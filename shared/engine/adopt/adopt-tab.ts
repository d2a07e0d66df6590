// A tab that people made becomes a board where it stands: our columns come at the right, and no cell of theirs is
// changed but an empty stage, which says the first one. What cannot work is refused, all of it at once, and then
// nothing is changed at all. What was guessed is told, so that it can be corrected before or after.

import { boardLayout } from "../../board/board-layout.ts";
import { readBoard } from "../../board/board-row.ts";
import { everyDefinition } from "../../definition/definition-versions.ts";
import { identifierFrom } from "../../definition/identifier.ts";
import type { Definition, Pipeline, Stage } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import { readLog } from "../../log/log-tab.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import { textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { ColumnLayout } from "../../table/layout.ts";
import type { Problem } from "../../table/problem.ts";
import type { TabFacts } from "../../table/tab-facts.ts";
import type { Table, Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { historyChanges } from "../history-changes.ts";
import type { Run } from "../run.ts";
import { newBoards } from "../setup/new-boards.ts";
import { newPeople } from "../setup/new-people.ts";
import { adoptNotes } from "./adopt-notes.ts";
import { columnRefusals, plainTable, takenNames } from "./adoptable-tab.ts";
import type { AdoptedColumn } from "./adopted-columns.ts";
import { type AdoptedHistory, adoptedHistory } from "./adopted-history.ts";
import { type AdoptedPipeline, type AdoptWishes, adoptedPipeline } from "./adopted-pipeline.ts";
import { adoptionEntry } from "./adoption-note.ts";
import { tabRefusals } from "./refusals.ts";
import { sheetColumns } from "./sheet-column.ts";

export interface Adoption {
  /** Why nothing was done. */
  readonly refusals: readonly Problem[];
  /** Whether a refusal comes of a guess, so that wishes may help. */
  readonly isGuessed: boolean;
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  readonly definition: Definition;
  /** The tab as it is spelled. */
  readonly tab: string;
  readonly columns: readonly AdoptedColumn[];
  readonly stages: readonly (Stage & { readonly count: number })[];
  readonly stagesFrom: string;
  /** Headers of the visible columns that came at the right. */
  readonly added: readonly string[];
  readonly noun: string;
  readonly records: number;
  /** What else there is to know, in words. */
  readonly notes: readonly string[];
}

/** The tab and what is known of it beside its cells. */
export interface AdoptedTab {
  readonly definition: Definition;
  readonly tab: string;
  readonly facts: TabFacts;
  readonly wishes: AdoptWishes;
}

/**
 * What makes a board of the tab. The other boards must have been reconciled.
 *
 * @throws {StagelineError} `guard`, when there is no such tab, or it is one of ours; `usage`, when a wish names what
 *   the tab does not have
 * @example
 * adoptTab([fixtures.crmTable], fixtures.run, { definition: fixtures.emptyBook, tab: "CRM", facts: plainTab, wishes: {} })
 *   .stages.map(({ name, kind, count }) => `${name} ${kind} ${count}`) //=> ["Lead open 1", "Won won 1"]
 */
export function adoptTab(tables: Tables, run: Run, what: AdoptedTab): Adoption {
  const { definition, facts, wishes } = what;
  const table = plainTable(tables, definition, what.tab);
  const columns = sheetColumns(table, facts);
  const id = identifierFrom(table.tab, new Set(definition.boards.map((board) => board.id)));
  const former = formerPipeline(tables, id);
  const refused = [...takenNames(tables), ...tabRefusals(table, facts)];
  if (refused.length > 0) return nothing(what, { refusals: refused, isGuessed: false });
  const made = adoptedPipeline({ tab: table.tab, columns, definition, former }, wishes);
  const told = wishes.stages !== undefined || wishes.pipeline !== undefined || former !== undefined;
  const refusals = columnRefusals(table.tab, { columns: made.columns, told });
  if (refusals.length > 0) return nothing(what, { refusals, isGuessed: true });
  return adopted(tables, run, { ...what, table, made });
}

function nothing(
  { definition, tab }: AdoptedTab,
  refused: Pick<Adoption, "refusals" | "isGuessed">,
): Adoption {
  const none = { changes: [], entries: [], columns: [], stages: [], added: [], notes: [] };
  return { ...none, ...refused, definition, tab, stagesFrom: "", noun: "record", records: 0 };
}

function formerPipeline(tables: Tables, board: string): Pipeline | undefined {
  for (const { boards, pipelines } of everyDefinition(tables)) {
    const pipeline = boards.find(({ id }) => id === board)?.pipeline;
    if (pipeline !== undefined) return pipelines.find(({ id }) => id === pipeline);
  }
  return undefined;
}

interface Found extends AdoptedTab {
  readonly table: Table;
  readonly made: AdoptedPipeline;
}

function adopted(tables: Tables, run: Run, found: Found): Adoption {
  const laid = laidOver(tables, run, found);
  const { definition, board, ready, reading, people } = laid;
  const before = readLog(tables).entries.filter((entry) => entry.board === board.id);
  const history = adoptedHistory(run, reading, before);
  const { tab } = reading.view;
  const added = boardLayout(definition, board).columns.filter(({ key }) => laid.places[key] === undefined);
  const note = adoptionEntry(run, { board: board.id, tab, added: added.map(({ key }) => key) });
  const entries = [note, ...history.entries];
  return {
    refusals: [],
    isGuessed: false,
    changes: [...laid.changes, ...history.changes, ...historyChanges(ready, entries)],
    entries,
    definition,
    tab,
    columns: found.made.columns,
    stages: countedStages(reading.pipeline.stages, history),
    stagesFrom: found.made.stagesFrom,
    added: shownHeaders(ready, tab, added),
    noun: reading.pipeline.noun,
    records: history.records.length,
    notes: adoptNotes(run, reading, { history, people, filters: found.facts.filters }),
  };
}

// The board over their tab, before any row of it is a record.
function laidOver(tables: Tables, run: Run, { table, made, definition: present }: Found) {
  const places = Object.fromEntries(
    made.columns.flatMap(({ key, column }) => (key === undefined ? [] : [[key, column.index] as const])),
  );
  const owner = made.columns.find(({ key }) => key === "owner")?.column;
  const people = newPeople(present, (owner?.cells ?? []).map(textOf));
  const boards = [{ tab: table.tab, pipeline: made.pipeline, places }];
  const { definition, changes } = newBoards(tables, present, { boards, people, now: run.now });
  const ready = applyChanges(tables, changes);
  const board = definition.boards.find(({ tab }) => tab === table.tab);
  const readyTable = ready.find(({ tab }) => tab === table.tab);
  const reading =
    board === undefined || readyTable === undefined ? undefined : readBoard(definition, board, readyTable);
  if (board === undefined || reading === undefined)
    throw new StagelineError("definition", `"${table.tab}" has no pipeline`);
  return { definition, changes, ready, board, reading, places, people: people.length };
}

function shownHeaders(tables: Tables, tab: string, columns: readonly ColumnLayout[]): readonly string[] {
  const table = tables.find((each) => each.tab === tab);
  return columns
    .filter(({ hidden }) => hidden !== true)
    .map(({ key, header }) => textOf(table?.header[table.marks[key] ?? -1]) || header);
}

function countedStages(stages: readonly Stage[], { records }: AdoptedHistory): Adoption["stages"] {
  return stages.map((stage) => ({
    ...stage,
    count: records.filter((record) => record.stage.id === stage.id).length,
  }));
}
