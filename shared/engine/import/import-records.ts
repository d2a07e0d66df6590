// A file into a board. Nothing asks for permission here: history is recorded as it was, and gates bind from the next
// move. What a person typed and the file overwrites is kept in the log; what the board lacks for it is made first.

import { boardLayout } from "../../board/board-layout.ts";
import { type BoardReading, readBoard, stageNamed } from "../../board/board-row.ts";
import { namedIn } from "../../definition/named.ts";
import type { Board, Definition, Field } from "../../definition/pipeline.ts";
import { personCells, teamTab } from "../../definition/setup/team-tab.ts";
import { fieldsOf, ownerField } from "../../definition/standard-field.ts";
import type { Entry } from "../../log/entry.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { RowCells, TabLayout } from "../../table/layout.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { heldFromText, heldTab } from "../held/held-tab.ts";
import { historyChanges } from "../history-changes.ts";
import type { Run } from "../run.ts";
import { newPeople } from "../setup/new-people.ts";
import { wantedFromEvents } from "./event-lines.ts";
import { extendedPipeline, extensionChanges, stageNamesIn } from "./import-definition.ts";
import { gateNotes, heldNotes, leftOutNotes, madeNotes, teamNotes } from "./import-notes.ts";
import { columnIndex, type ImportPlan, type LineProblem, type Source } from "./import-source.ts";
import { type Merged, mergeRecords } from "./merge-records.ts";
import { wantedRecords } from "./record-lines.ts";

export interface Imported {
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  readonly added: number;
  /** Records that wait in Held for somebody to take or drop them. */
  readonly held: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: readonly LineProblem[];
  /** What was guessed, made or left out, in words. */
  readonly notes: readonly string[];
}

/**
 * What importing a file into a board changes. The tables must have been reconciled: whatever people did before
 * is theirs, not the import's.
 *
 * @throws {StagelineError} `usage`, when plan, board and file do not fit together; `guard`, when the file names
 *   stages that the board lacks and the plan refuses them
 * @example
 * importRecords(fixtures.bookTables, fixtures.run, { definition: fixtures.book, board: fixtures.book.boards[0],
 *   source: fixtures.importSource, plan: fixtures.importPlan }).added //=> 1
 */
export function importRecords(
  tables: Tables,
  run: Run,
  what: {
    readonly definition: Definition;
    readonly board: Board;
    readonly source: Source;
    readonly plan: ImportPlan;
  },
): Imported {
  const { board, source, plan } = what;
  const before = what.definition.pipelines.find((each) => each.id === board.pipeline);
  if (before === undefined)
    throw new StagelineError("definition", `the board "${board.tab}" has no pipeline`);
  const extended = extendedPipeline(before, source, plan);
  const { pipeline } = extended;
  refuseUnknownStages(pipeline, source, plan);
  const definition = withPipeline(what.definition, pipeline);
  const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
  if (table === undefined) throw new StagelineError("usage", `the tab "${board.tab}" is missing`);
  const layout = { ...boardLayout(definition, board), tab: table.tab };
  const isExtended = extended.addedFields.length + extended.addedStages.length > 0;
  const setup: readonly Change[] = isExtended
    ? [...extensionChanges(tables, what.definition, extended), { kind: "layOut", tab: table.tab, layout }]
    : [];
  const ready = applyChanges(tables, setup);
  const readyTable = tableOf(ready, layout);
  const reading = readyTable === undefined ? undefined : readBoard(definition, board, readyTable);
  if (reading === undefined) throw new StagelineError("usage", `the tab "${board.tab}" is missing`);
  if (reading.stopped.length > 0)
    throw new StagelineError("guard", reading.stopped[0]?.message ?? "the board cannot be read");
  const how = { plan, zone: run.zone };
  const wanted =
    plan.events === undefined
      ? wantedRecords(pipeline, source, how)
      : wantedFromEvents(pipeline, source, how);
  const merged = mergeRecords(run, {
    reading,
    wanted,
    tables: ready,
    idField: idFieldOf(reading, source, plan),
  });
  const people = newPeople(definition, ownersIn(merged));
  return {
    changes: [
      ...setup,
      ...appended(tables, teamTab, people.map(personCells)),
      ...merged.changes,
      ...(merged.rows.length === 0 ? [] : [{ kind: "append" as const, tab: table.tab, rows: merged.rows }]),
      ...(merged.held.length === 0 || tableOf(tables, heldTab) !== undefined
        ? []
        : [{ kind: "layOut" as const, tab: heldTab.tab, layout: heldTab }]),
      ...appended(tables, heldTab, merged.held),
      ...historyChanges(tables, merged.entries),
    ],
    entries: merged.entries,
    added: merged.rows.length,
    held: merged.held.length,
    updated: merged.updated,
    unchanged: merged.unchanged,
    problems: [...wanted.problems, ...merged.problems].sort((left, right) => left.line - right.line),
    notes: [
      ...madeNotes(extended),
      ...wanted.guesses,
      ...leftOutNotes(source, plan, wanted),
      ...teamNotes(people.length),
      ...gateNotes(run, reading, merged.added),
      ...heldNotes(reading, merged.held.length),
    ],
  };
}

function refuseUnknownStages(pipeline: BoardReading["pipeline"], source: Source, plan: ImportPlan): void {
  if (plan.others !== "refuse") return;
  const unknown = stageNamesIn(source, plan).filter((name) => stageNamed(pipeline, name) === undefined);
  if (unknown.length === 0) return;
  const column = plan.events?.stage ?? plan.stageColumn ?? "";
  const index = columnIndex(source, column);
  const shown = unknown.slice(0, 10).map((name) => {
    const lines = source.rows
      .filter((row) => nameKey(row.cells[index] ?? "") === nameKey(name))
      .map((row) => row.line);
    return `"${name}" (line ${lines[0]}${lines.length > 1 ? ` and ${lines.length - 1} more` : ""})`;
  });
  const more = unknown.length > 10 ? ` and ${unknown.length - 10} more` : "";
  throw new StagelineError(
    "guard",
    `the board has no stage ${shown.join(", ")}${more}; nothing was written: mend the names, or take them with --others park, or leave them out with --others skip`,
  );
}

function withPipeline(definition: Definition, pipeline: BoardReading["pipeline"]): Definition {
  return {
    ...definition,
    pipelines: definition.pipelines.map((each) => (each.id === pipeline.id ? pipeline : each)),
  };
}

function idFieldOf(reading: BoardReading, source: Source, plan: ImportPlan): Field | undefined {
  const column = plan.events?.case ?? plan.idColumn;
  if (column === undefined) return undefined;
  const name = source.header[columnIndex(source, column)] ?? column;
  return namedIn(fieldsOf(reading.pipeline), name);
}

function appended(tables: Tables, layout: TabLayout, rows: readonly RowCells[]): readonly Change[] {
  if (rows.length === 0) return [];
  return [{ kind: "append", tab: tableOf(tables, layout)?.tab ?? layout.tab, rows }];
}

function ownersIn({ rows, changes, held }: Merged): readonly string[] {
  const set = changes.flatMap((change) =>
    change.kind === "setField" && change.field === ownerField.id ? [change.value] : [],
  );
  const waiting = held.map(({ data }) => heldFromText(textOf(data))?.row[ownerField.id]);
  return [...rows.map((row) => row[ownerField.id]), ...set, ...waiting].map(textOf);
}
