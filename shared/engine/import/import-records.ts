// Wanted records against the board: new ones are appended with their history as it was, known ones get the cells
// that differ and the moves that came since. Nothing asks for permission here: history is recorded, and gates bind
// from the next move. What a person typed and the file overwrites is kept in the log.

import { boardLayout } from "../../board/board-layout.ts";
import { type BoardReading, readBoard, stageNamed } from "../../board/board-row.ts";
import { identifierFrom } from "../../definition/identifier.ts";
import type { Board, Definition, Field } from "../../definition/pipeline.ts";
import { mainLineOf } from "../../definition/pipeline.ts";
import { personCells, teamTab } from "../../definition/setup/team-tab.ts";
import { fieldsOf } from "../../definition/standard-field.ts";
import type { Entry } from "../../log/entry.ts";
import { readLog } from "../../log/log-tab.ts";
import { type RecordState, replay } from "../../log/replay.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import { type Cell, nameKey, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { RowCells } from "../../table/layout.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { freshId } from "../../value/hash.ts";
import { dayOf, instantMs } from "../../value/moment.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { isSameCell } from "../derived-cells.ts";
import { factEntry, pathEntry, watchedData } from "../entry-making.ts";
import { historyChanges } from "../history-changes.ts";
import { unmetNeeds } from "../needs-met.ts";
import type { Run } from "../run.ts";
import { watchedFields } from "../watched-field.ts";
import { extendedPipeline, extensionChanges, isNamed, stageNamesIn } from "./import-definition.ts";
import {
  columnIndex,
  type ImportPlan,
  type LineProblem,
  type Source,
  untakenColumns,
} from "./import-source.ts";
import { type Wanted, type WantedRecord, wantedFromEvents, wantedRecords } from "./wanted-record.ts";

export interface Imported {
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  readonly added: number;
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
  const merged = merge(run, { reading, wanted, tables: ready, idField: idFieldOf(reading, source, plan) });
  const team = teamChanges(ready, definition, merged.rows);
  return {
    changes: [
      ...setup,
      ...team.changes,
      ...merged.changes,
      ...(merged.rows.length === 0 ? [] : [{ kind: "append" as const, tab: table.tab, rows: merged.rows }]),
      ...historyChanges(tables, merged.entries),
    ],
    entries: merged.entries,
    added: merged.rows.length,
    updated: merged.updated,
    unchanged: wanted.records.length - merged.rows.length - merged.updated - merged.problems.length,
    problems: [...wanted.problems, ...merged.problems].sort((left, right) => left.line - right.line),
    notes: [
      ...madeNotes(extended),
      ...wanted.guesses,
      ...leftOutNotes(source, plan, wanted),
      ...team.notes,
      ...gateNotes(run, reading, merged.added),
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
  return fieldsOf(reading.pipeline).find((field) => isNamed(field, name));
}

interface Merge {
  readonly rows: readonly RowCells[];
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  readonly updated: number;
  readonly problems: readonly LineProblem[];
  readonly added: readonly WantedRecord[];
}

interface MergeContext {
  readonly run: Run;
  readonly reading: BoardReading;
  readonly fields: readonly Field[];
  readonly watched: readonly string[];
  readonly states: ReadonlyMap<string, RecordState>;
}

function merge(
  run: Run,
  book: {
    readonly reading: BoardReading;
    readonly wanted: Wanted;
    readonly tables: Tables;
    readonly idField: Field | undefined;
  },
): Merge {
  const { reading, wanted, idField } = book;
  const own = readLog(book.tables).entries.filter((entry) => entry.board === reading.board.id);
  const context: MergeContext = {
    run,
    reading,
    fields: fieldsOf(reading.pipeline),
    watched: watchedFields(reading.pipeline),
    states: replay(own),
  };
  const keyOf = (cells: RowCells) =>
    idField === undefined ? nameKey(textOf(cells["name"])) : textOf(cells[idField.id]);
  const rowsByKey = new Map<string, BoardReading["rows"][number][]>();
  for (const row of reading.rows)
    rowsByKey.set(keyOf(row.cells), [...(rowsByKey.get(keyOf(row.cells)) ?? []), row]);
  const draft = {
    rows: [] as RowCells[],
    changes: [] as Change[],
    entries: [] as Entry[],
    updated: 0,
    problems: [] as LineProblem[],
    added: [] as WantedRecord[],
  };
  const seen = new Map<string, number>();
  for (const record of wanted.records) {
    const earlier = seen.get(record.key);
    if (earlier !== undefined) {
      draft.problems.push({
        line: record.line,
        message: `"${record.key}" stands in line ${earlier} already; this line is left out`,
      });
      continue;
    }
    seen.set(record.key, record.line);
    const rows = rowsByKey.get(record.key) ?? [];
    const [row] = rows;
    if (rows.length > 1) {
      draft.problems.push({
        line: record.line,
        message: `${rows.length} records are called "${record.key}"; nothing was changed: tell them apart with --id`,
      });
    } else if (row === undefined) {
      const id = freshId(run.seed, record.line);
      draft.rows.push(newRow(context, record, id));
      draft.entries.push(...newEntries(context, record, id));
      draft.added.push(record);
    } else {
      const update = updateOf(context, record, row);
      draft.changes.push(...update.changes);
      draft.entries.push(...update.entries);
      draft.problems.push(...update.problems);
      if (update.entries.length + update.changes.length > 0) draft.updated += 1;
    }
  }
  return draft;
}

function newRow(context: MergeContext, record: WantedRecord, id: string): RowCells {
  const last = record.visits[record.visits.length - 1]?.stage ?? mainLineOf(context.reading.pipeline)[0];
  return { ...record.cells, id, stage: last?.name ?? null };
}

function newEntries(context: MergeContext, record: WantedRecord, id: string): readonly Entry[] {
  const { run, reading } = context;
  const [first] = mainLineOf(reading.pipeline);
  const visits =
    record.visits.length === 0 && first !== undefined ? [{ stage: first, at: run.now }] : record.visits;
  return visits.map(({ stage, at = run.now }, index) => {
    const subject = { board: reading.board.id, record: id, name: record.name, n: index };
    if (index === 0) {
      const data = watchedData(context.watched, record.values);
      return pathEntry(run, { kind: "created", subject, to: stage.id, at, data });
    }
    const from = visits[index - 1]?.stage.id;
    return pathEntry(run, {
      kind: "moved",
      subject,
      to: stage.id,
      at,
      ...(from === undefined ? {} : { from }),
    });
  });
}

interface Update {
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  readonly problems: readonly LineProblem[];
}

function updateOf(context: MergeContext, record: WantedRecord, row: BoardReading["rows"][number]): Update {
  const state = context.states.get(row.id);
  if (row.untouchable || state === undefined) {
    const message = `"${record.name}" stands in row ${row.at}, which has to be mended first; nothing was changed`;
    return { changes: [], entries: [], problems: [{ line: record.line, message }] };
  }
  const cells = changedCells(context, record, row);
  const moves = newMoves(context, record, state);
  const stage = moves.visits[moves.visits.length - 1]?.stage;
  const shown: readonly (readonly [string, Cell])[] =
    stage === undefined ? cells : [...cells, ["stage", stage.name]];
  const { tab } = context.reading.view;
  return {
    changes: shown.map(([field, value]) => ({ kind: "setField", tab, record: row.id, field, value })),
    entries: [...overwritten(context, { row, state, cells }), ...moves.entries],
    problems: moves.problem === undefined ? [] : [{ line: record.line, message: moves.problem }],
  };
}

function changedCells(
  context: MergeContext,
  record: WantedRecord,
  row: BoardReading["rows"][number],
): readonly (readonly [string, Cell])[] {
  return context.fields.flatMap((field): (readonly [string, Cell])[] => {
    const cell = record.cells[field.id];
    if (cell === undefined || isSameCell(row.cells[field.id], cell)) return [];
    return [[field.id, cell]];
  });
}

// The file wins over what stands on the board; what stood there is in the log.
function overwritten(
  { run, reading }: MergeContext,
  what: {
    readonly row: BoardReading["rows"][number];
    readonly state: RecordState;
    readonly cells: readonly (readonly [string, Cell])[];
  },
): readonly Entry[] {
  return what.cells.flatMap(([field, cell]) => {
    const from = textOf(what.row.cells[field]);
    const to = textOf(cell);
    const subject = { board: reading.board.id, record: what.row.id, name: what.row.name, n: what.state.n };
    const occurrence = `${field}\n${run.now}\n${to}`;
    return from === ""
      ? []
      : [factEntry(run, { kind: "field", subject, data: { field, from, to }, occurrence })];
  });
}

interface Moves {
  readonly visits: readonly { readonly stage: WantedRecord["visits"][number]["stage"] }[];
  readonly entries: readonly Entry[];
  readonly problem?: string;
}

// Moves that came after the last one that the history knows. A file that ends elsewhere, with nothing new, is
// older than the board: it moves nobody.
function newMoves({ run, reading }: MergeContext, record: WantedRecord, state: RecordState): Moves {
  const last = record.visits[record.visits.length - 1];
  if (last === undefined || (last.stage.id === state.now.stage && !hasLater(record, state)))
    return { visits: [], entries: [] };
  const fresh = record.visits.filter(({ at = run.now }) => instantMs(at) > instantMs(state.now.at));
  const end = fresh[fresh.length - 1];
  if (end === undefined || end !== last) {
    const stage =
      reading.pipeline.stages.find((each) => each.id === state.now.stage)?.name ?? state.now.stage;
    return {
      visits: [],
      entries: [],
      problem: `"${record.name}" is in "${stage}" since ${dayOf(state.now.at)}, later than the file's "${last.stage.name}"; not moved`,
    };
  }
  const entries: Entry[] = [];
  let { n, from } = { n: state.n, from: state.now.stage };
  for (const { stage, at = run.now } of fresh) {
    if (stage.id === from) continue;
    const subject = { board: reading.board.id, record: state.record, name: record.name, n };
    entries.push(pathEntry(run, { kind: "moved", subject, from, to: stage.id, at }));
    n += 1;
    from = stage.id;
  }
  return { visits: fresh, entries };
}

function hasLater(record: WantedRecord, state: RecordState): boolean {
  return record.visits.some(({ at }) => at !== undefined && instantMs(at) > instantMs(state.now.at));
}

function teamChanges(
  tables: Tables,
  definition: Definition,
  rows: readonly RowCells[],
): { readonly changes: readonly Change[]; readonly notes: readonly string[] } {
  const known = new Set(definition.team.map((person) => nameKey(person.name)));
  const taken = new Set(definition.team.map((person) => person.id));
  const people: RowCells[] = [];
  for (const row of rows) {
    const name = textOf(row["owner"]);
    if (name === "" || known.has(nameKey(name))) continue;
    known.add(nameKey(name));
    const id = identifierFrom(name, taken);
    taken.add(id);
    people.push(personCells({ id, name, roles: [] }));
  }
  if (people.length === 0) return { changes: [], notes: [] };
  const tab = tableOf(tables, teamTab)?.tab ?? teamTab.tab;
  return {
    changes: [{ kind: "append", tab, rows: people }],
    notes: [`${people.length} owners were added to Team, without a role`],
  };
}

function madeNotes(extended: ReturnType<typeof extendedPipeline>): readonly string[] {
  return [
    ...extended.addedFields.map((field) => `made the field "${field.name}" (${field.type})`),
    ...extended.addedStages.map((stage) => `made the stage "${stage.name}" (parked, beside the main line)`),
  ];
}

function leftOutNotes(source: Source, plan: ImportPlan, wanted: Wanted): readonly string[] {
  const untaken = untakenColumns(source, plan);
  const notes: string[] = [];
  if (untaken.length > 0) notes.push(`columns that were not taken: ${untaken.join(", ")}`);
  if (wanted.repeats > 0)
    notes.push(`${wanted.repeats} events repeat the stage in which their record is; they change nothing`);
  if (wanted.skipped > 0)
    notes.push(`${wanted.skipped} lines name a stage that the board lacks and were left out`);
  return notes;
}

// What the gates would have asked of the records that came in: history is taken as it was, and said so.
function gateNotes(run: Run, reading: BoardReading, added: readonly WantedRecord[]): readonly string[] {
  const lacking = new Map<string, number>();
  for (const record of added) {
    const stage = record.visits[record.visits.length - 1]?.stage;
    const evidence = { values: record.values, logged: new Set<string>(), today: dayOf(run.now) };
    if (stage === undefined || unmetNeeds(stage.needs, evidence).length === 0) continue;
    lacking.set(stage.name, (lacking.get(stage.name) ?? 0) + 1);
  }
  const noun = reading.pipeline.noun;
  return [...lacking].map(
    ([stage, count]) =>
      `${count} ${noun}s came into "${stage}" without all that it needs; the next move asks for it`,
  );
}
