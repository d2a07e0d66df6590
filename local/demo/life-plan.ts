// How a life on a board is planned, as data: by stage, the ways on with their chances and waits, what happens on each,
// and what is filled in when a stage asks for it. told-life.ts tells lives by such plans; nothing here knows what a
// stage needs, since the pipeline says that.

import type { ActivityKind } from "../../shared/definition/activity.ts";
import { wordOfActivity } from "../../shared/definition/activity.ts";
import type { Cell } from "../../shared/table/cell.ts";
import type { RowCells } from "../../shared/table/layout.ts";
import type { Story } from "./record-story.ts";
import { oneOf, type Telling, type When } from "./telling.ts";

/** Where and when something is typed. */
export interface Scene {
  readonly telling: Telling;
  readonly story: Story;
  readonly at: When;
}

/** How long something takes: median working days, exact days of the calendar, or those after the day in a field. */
export type Wait =
  | number
  | { readonly calendarDays: number }
  | { readonly calendarDays: number; readonly afterField: string };

/** Something that may happen while a record is in a stage, counted from its entry. */
export interface Happening {
  readonly chance: number;
  readonly wait: Wait;
  readonly cells: (scene: Scene) => RowCells;
}

/** A way out of a stage. */
export interface Way {
  /** The name of a stage; absent for records that stay. */
  readonly to?: string;
  readonly chance: number;
  readonly wait: Wait;
  readonly happens?: readonly Happening[];
  /** What is filled in with the move, beside what the stage asks for. */
  readonly cells?: (scene: Scene) => RowCells;
}

/** The ways out of stages, by the name of the stage; whoever takes none of them stays. */
export type Ways = Readonly<Record<string, readonly Way[]>>;

/** How a record begins. */
export interface Beginning {
  readonly at: When;
  readonly cells: RowCells;
  /** Ways of its own, before those of the plan. */
  readonly ways?: Ways;
}

export interface LifePlan {
  readonly beginnings: readonly Beginning[];
  /** Records that come of those that were told. */
  readonly later?: (stories: readonly Story[]) => readonly Beginning[];
  readonly ways: Ways;
  /** What becomes of open records that got stuck, when somebody sees it; they go one stage on where absent. */
  readonly forgotten?: Partial<Way>;
  /** By field id: what a stage may ask for. */
  readonly fills: Readonly<Record<string, (scene: Scene) => Cell>>;
  readonly nextSteps: readonly [string, ...string[]];
}

type Notes = readonly [string, ...string[]];

/** An activity that somebody logs, with one of the notes. */
export function logs(kind: ActivityKind, chance: number, wait: Wait, ...notes: Notes): Happening {
  return {
    chance,
    wait,
    cells: ({ telling }) => ({ log: wordOfActivity(kind), log_note: oneOf(telling, notes) }),
  };
}

/** A record that is given to one of these people. */
export function handsOver(chance: number, wait: Wait, people: Notes): Happening {
  return {
    chance,
    wait,
    cells: ({ telling, story }) => {
      const others = people.filter((name) => name !== story.text("owner"));
      const [first = people[0], ...rest] = others;
      return { log: wordOfActivity("hand-over"), log_note: oneOf(telling, [first, ...rest]) };
    },
  };
}

/** Cells that somebody fills in along the way. */
export function fillsIn(chance: number, wait: Wait, cells: RowCells | Happening["cells"]): Happening {
  return { chance, wait, cells: typeof cells === "function" ? cells : () => cells };
}

/** Says the same whenever it is asked. */
export function always(cell: Cell): () => Cell {
  return () => cell;
}

/** One of the texts. */
export function any(...texts: Notes): (scene: Pick<Scene, "telling">) => string {
  return ({ telling }) => oneOf(telling, texts);
}
