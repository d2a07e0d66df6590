// A book with a year of believable, made-up life on two boards, sales and coaching: what `npm start` shows. The same seed and
// day give the same year. Lives enter through the engine's own entries and rows, so that nothing in the book is
// there that use could not have put there.

import { identifierFrom } from "../../shared/definition/identifier.ts";
import type { Board, Definition, Pipeline } from "../../shared/definition/pipeline.ts";
import { personCells, teamTab } from "../../shared/definition/setup/team-tab.ts";
import { fieldsOf } from "../../shared/definition/standard-field.ts";
import { templates } from "../../shared/definition/templates/templates.ts";
import { factEntry, pathEntry, watchedData } from "../../shared/engine/entry-making.ts";
import { historyChanges } from "../../shared/engine/history-changes.ts";
import { activityEntry } from "../../shared/engine/log-column.ts";
import { emptyDefinition, newBoards } from "../../shared/engine/new-boards.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import type { Run } from "../../shared/engine/run.ts";
import { watchedFields } from "../../shared/engine/watched-field.ts";
import type { Entry } from "../../shared/log/entry.ts";
import { seededRandom } from "../../shared/statistics/seeded-random.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Change } from "../../shared/table/change.ts";
import type { FieldValue } from "../../shared/table/field-type.ts";
import { readCell } from "../../shared/table/field-value.ts";
import type { RowCells } from "../../shared/table/layout.ts";
import { freshId } from "../../shared/value/hash.ts";
import { dayOf, type Moment, momentInZone } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { coaches, coachingLives } from "./coaching-life.ts";
import type { Life, Telling, When } from "./life.ts";
import { salesLives, salesPeople } from "./sales-life.ts";

const STORIES: Readonly<Record<string, (telling: Telling) => readonly Life[]>> = {
  sales: salesLives,
  coaching: coachingLives,
};

export interface DemoBook {
  readonly changes: readonly Change[];
  readonly definition: Definition;
  readonly records: number;
  readonly entries: number;
}

/** The changes that make the demo book out of an empty one. `seed` chooses the year; the run's own seed, the ids. */
export function demoBook(run: Run, seed: string): DemoBook {
  const told = templates.filter(({ key }) => STORIES[key] !== undefined);
  const boards = told.map(({ pipeline }) => ({ tab: pipeline.name, pipeline }));
  const made = newBoards([], emptyDefinition({ zone: run.zone.name, practice: false }), {
    boards,
    now: run.now,
  });
  const lives = told.flatMap(({ key, pipeline }): ToldBoard[] => {
    const board = made.definition.boards.find(({ tab }) => tab === pipeline.name);
    const story = STORIES[key];
    const own = made.definition.pipelines.find(({ id }) => id === board?.pipeline);
    if (board === undefined || story === undefined || own === undefined) return [];
    const telling = { random: seededRandom(`${seed} ${key}`), today: dayOf(run.now) };
    return [{ board, pipeline: own, lives: story(telling) }];
  });
  const written = lives.map((each) => writtenBoard(run, each));
  const changes: Change[] = [
    ...made.changes,
    { kind: "append", tab: teamTab.tab, rows: teamRows() },
    ...written.flatMap((each) => each.changes),
  ];
  const tables = applyChanges([], changes);
  const history = historyChanges(
    tables,
    written.flatMap((each) => each.entries),
  );
  const after = reconcile(applyChanges(tables, history), { ...run, seed: `${run.seed} after` });
  return {
    changes: [...changes, ...history, ...after.changes],
    definition: after.definition,
    records: written.reduce((sum, each) => sum + each.records, 0),
    entries: written.reduce((sum, each) => sum + each.entries.length, after.entries.length),
  };
}

interface ToldBoard {
  readonly board: Board;
  readonly pipeline: Pipeline;
  readonly lives: readonly Life[];
}

function teamRows(): readonly RowCells[] {
  const taken = new Set<string>();
  const person = (name: string, roles: readonly string[]) => {
    const id = identifierFrom(name, taken);
    taken.add(id);
    return personCells({ id, name, roles });
  };
  return [
    ...salesPeople.map((name) => person(name, ["Sales manager", "Lead generator"])),
    ...coaches.map((name) => person(name, ["Coach"])),
  ];
}

function writtenBoard(
  run: Run,
  { board, pipeline, lives }: ToldBoard,
): { readonly changes: readonly Change[]; readonly entries: readonly Entry[]; readonly records: number } {
  const rows: RowCells[] = [];
  const entries: Entry[] = [];
  for (const [index, life] of lives.entries()) {
    const id = freshId(`${run.seed} ${board.id}`, index);
    const last = life.visits[life.visits.length - 1];
    rows.push({ ...life.cells, id, name: life.name, stage: last?.stage ?? null });
    entries.push(...entriesOf(run, { board, pipeline, life, id }));
  }
  return { changes: [{ kind: "append", tab: board.tab, rows }], entries, records: rows.length };
}

function entriesOf(
  run: Run,
  { board, pipeline, life, id }: { board: Board; pipeline: Pipeline; life: Life; id: string },
): readonly Entry[] {
  const who = { ...run, actor: String(life.cells["owner"] ?? ""), knownBy: "sweep" as const };
  const subject = (n: number) => ({ board: board.id, record: id, name: life.name, n });
  const path = life.visits.map((visit, index) => {
    const to = idNamed(pipeline.stages, visit.stage);
    const before = life.visits[index - 1];
    return pathEntry(who, {
      kind: index === 0 ? "created" : "moved",
      subject: subject(index),
      to,
      at: momentOf(run, visit.at),
      ...(before === undefined ? {} : { from: idNamed(pipeline.stages, before.stage) }),
      ...(index === 0 ? { data: watchedData(watchedFields(pipeline), valuesOf(pipeline, life)) } : {}),
    });
  });
  const n = path.length;
  return [
    ...path,
    ...life.activities.map(({ kind, at, note }, count) =>
      activityEntry(who, { kind, subject: subject(n), note, count, at: momentOf(run, at) }),
    ),
    ...life.milestones.map(({ milestone, at }) => {
      const reached = idNamed(pipeline.milestones, milestone);
      const data = { milestone: reached };
      return factEntry(who, {
        kind: "milestone",
        subject: subject(n),
        at: momentOf(run, at),
        note: milestone,
        data,
        occurrence: reached,
      });
    }),
  ];
}

function valuesOf(pipeline: Pipeline, life: Life): Readonly<Record<string, FieldValue>> {
  const values: Record<string, FieldValue> = {};
  for (const field of fieldsOf(pipeline)) {
    const { value } = readCell(life.cells[field.id] ?? null, { ...field, currency: pipeline.currency });
    if (value !== undefined) values[field.id] = value;
  }
  return values;
}

function momentOf(run: Run, { day, minute }: When): Moment {
  const two = (value: number) => String(value).padStart(2, "0");
  const moment = momentInZone(`${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`, run.zone);
  if (moment === undefined) throw new StagelineError("value", `"${day}" has no minute ${minute}`);
  return moment;
}

function idNamed(things: readonly { readonly id: string; readonly name: string }[], name: string): string {
  const thing = things.find((each) => each.name === name);
  if (thing === undefined)
    throw new StagelineError("definition", `a made-up life names "${name}", which the pipeline lacks`);
  return thing.id;
}
