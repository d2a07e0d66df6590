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
import type { Entry } from "../../shared/log/entry.ts";
import { seededRandom } from "../../shared/statistics/seeded-random.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import { textOf } from "../../shared/table/cell.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Tables } from "../../shared/table/table.ts";
import { addDays } from "../../shared/value/day.ts";
import { freshId } from "../../shared/value/hash.ts";
import { dayOf, instantMs, momentFromInstant } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { LifePlan } from "./life-plan.ts";
import { type LinkDirectory, linkDirectory } from "./link-directory.ts";
import { coachingLives } from "./lives/coaching-life.ts";
import { ordersLives } from "./lives/orders-life.ts";
import { photographyLives } from "./lives/photography-life.ts";
import { prospectingLives, tellFates } from "./lives/prospecting-life.ts";
import { salesLives } from "./lives/sales-life.ts";
import { showsLives } from "./lives/shows-life.ts";
import { solarLives } from "./lives/solar-life.ts";
import { speakingLives } from "./lives/speaking-life.ts";
import { recordStory, type Story, type StoryBoard, storyBoard } from "./record-story.ts";
import { holidays, team } from "./team.ts";
import type { Telling } from "./telling.ts";
import { tellLife } from "./told-life.ts";

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
  const entries = [...boards.values()]
    .flatMap((stories) => stories.flatMap((story) => story.entries()))
    .map((entry) => takenOver(entry, run));
  const rows = [...boards.values()].map((stories): Change => {
    const tab = stories[0]?.board.board.tab ?? "";
    return { kind: "append", tab, rows: stories.map((story) => story.cells()) };
  });
  const lived = [
    ...hostRowChanges(begun.tables, { [MESSAGES_SINCE]: run.now }),
    ...rows,
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
  const lastKnown = ["status_note", "memory"];
  return observe(tables, run).changes.filter(
    (change) =>
      change.tab === stateTab.tab || (change.kind === "setField" && lastKnown.includes(change.field)),
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

interface BeforeLife extends Pick<BegunBook, "tables" | "definition"> {
  readonly run: Run;
  readonly seed: string;
  readonly links: LinkDirectory;
}

// By the key of the template. Accounts become deals, deals are fulfilled, and their fate comes back to the accounts.
function tellBoards(book: BeforeLife): ReadonlyMap<string, readonly Story[]> {
  const taken = new Set<string>();
  const told = new Map<string, readonly Story[]>();
  const storiesOf = (key: string) => told.get(key) ?? [];
  const plans: Readonly<Record<string, (telling: Telling) => LifePlan>> = {
    prospecting: (telling) => prospectingLives(telling, taken),
    sales: (telling) => salesLives(telling, taken, storiesOf("prospecting")),
    solar: (telling) => solarLives(telling, taken, storiesOf("sales")),
    coaching: (telling) => coachingLives(telling, taken, storiesOf("sales")),
    shows: (telling) => showsLives(telling, taken),
    speaking: (telling) => speakingLives(telling, taken),
    photography: (telling) => photographyLives(telling, taken),
    orders: (telling) => ordersLives(telling, taken, storiesOf("sales")),
  };
  for (const [key, plan] of Object.entries(plans)) {
    const telling = tellingOf(book, key);
    told.set(key, tellBoard(telling, boardOf(book, key), plan(telling)));
  }
  tellFates(storiesOf("prospecting"), storiesOf("sales"));
  return told;
}

function tellingOf({ definition, run, seed }: BeforeLife, key: string): Telling {
  const calendar = { workingDays: [1, 2, 3, 4, 5], holidays: definition.holidays } as const;
  return { random: seededRandom(`${seed} ${key}`), today: dayOf(run.now), calendar };
}

function tellBoard(telling: Telling, board: StoryBoard, plan: LifePlan): readonly Story[] {
  const stories = tellAll(telling, board, { ...plan, before: 0 });
  const beginnings = plan.later?.(stories) ?? [];
  return [...stories, ...tellAll(telling, board, { ...plan, beginnings, before: stories.length })];
}

function tellAll(
  telling: Telling,
  board: StoryBoard,
  plan: LifePlan & { readonly before: number },
): readonly Story[] {
  const idOf = (index: number) => freshId(`${board.run.seed} ${board.board.id}`, plan.before + index);
  const names = plan.beginnings.map(({ cells }) => textOf(cells["name"]));
  board.links.add(names.map((name, index) => ({ name, board: board.board.id, record: idOf(index) })));
  return plan.beginnings.map(({ at, cells, ways }, index) => {
    const owner = textOf(cells["owner"]);
    const story = recordStory(board, idOf(index), { at, ...(owner === "" ? {} : { who: owner }), cells });
    tellLife(telling, story, { ...plan, ways: { ...plan.ways, ...ways } });
    return story;
  });
}

function boardOf(book: BeforeLife, key: string): StoryBoard {
  const template = templates.find((each) => each.key === key);
  const board = book.definition.boards.find(({ tab }) => tab === template?.pipeline.name);
  if (board === undefined) throw new StagelineError("definition", `there is no template "${key}"`);
  return storyBoard(book, board);
}

function inOrderOfTime(entries: readonly Entry[]): readonly Entry[] {
  return entries
    .map((entry) => ({ entry, ms: instantMs(entry.at) }))
    .sort((left, right) => left.ms - right.ms)
    .map(({ entry }) => entry);
}
