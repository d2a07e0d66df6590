// The spreadsheets that worlds begin with: who keeps them true besides the command, and what is on their boards.

import { cellValue } from "../../local/grid/shown-value.ts";
import type { Spreadsheet, Tab } from "../../local/grid/spreadsheet.ts";
import { stateTab } from "../../shared/engine/head.ts";
import { textOf } from "../../shared/table/cell.ts";
import { type AddOnWorld, openAddOnWorld } from "../hands/add-on-world.ts";
import { everydayHabits, type Habits, rowHabits } from "../hands/random-acts.ts";
import { type BookPlan, preparedBook } from "../soak/prepared-book.ts";

/** The add-on at work; one that was taken out of the spreadsheet hours ago; none, ever. */
export type Keeper = "add-on" | "add-on asleep" | "nobody";

const HOUR_MS = 3_600_000;

export interface WorldPlan extends BookPlan {
  /** A stage that asks for a message to the customer. */
  readonly mailedStage?: string;
}

const PLANS: readonly [WorldPlan, ...WorldPlan[]] = [
  {
    templates: ["solar"],
    practice: "live",
    records: 8,
    fields: { e_mail: "customer{}@example.org", inspection_on: "2026-11-20", owner: "Ada" },
    mailedStage: "Inspection Scheduled",
  },
  { templates: ["shows"], practice: "live", records: 8 },
  { templates: ["photography"], practice: "live", records: 8 },
  { templates: ["prospecting", "sales"], practice: "practice", records: 4 },
];
const KEEPERS: readonly Keeper[] = ["add-on", "nobody", "add-on asleep", "add-on"];

/** How people and commands work in a world. */
export interface Bustle {
  /** In how many rows of each board. */
  readonly rows: number;
  readonly habits: Habits;
  /** Of each person. */
  readonly acts: number;
  /** How likely a person is to be next. */
  readonly pace: number;
  /** Of each lane. */
  readonly commands: number;
  /** Between commands: at most a little longer than the turn of somebody who died. */
  readonly longestPauseMs: number;
}

export interface BookOfSeed {
  readonly plan: WorldPlan;
  readonly keeper: Keeper;
  readonly bustle: Bustle;
}

const USUAL: Habits = { ...everydayHabits, ...rowHabits };
/** Rows move under the hands of whoever writes. */
const RESTLESS: Habits = { ...everydayHabits, insertRow: 6, deleteRow: 2, moveRow: 6, sort: 4, copyRow: 2 };

// The add-on's turns take most of the time of a world.
const CROWDED: Bustle = { rows: 2, habits: RESTLESS, acts: 3, pace: 0.3, commands: 1, longestPauseMs: 0 };
const SPREAD: Readonly<Record<Keeper, Bustle>> = {
  "add-on": { rows: 100, habits: USUAL, acts: 5, pace: 0.1, commands: 2, longestPauseMs: 5000 },
  "add-on asleep": { rows: 100, habits: USUAL, acts: 8, pace: 0.1, commands: 3, longestPauseMs: 100_000 },
  nobody: { rows: 100, habits: USUAL, acts: 8, pace: 0.1, commands: 4, longestPauseMs: 100_000 },
};

/** What a seed begins with: of two worlds one is crowded, everybody at once in a few rows. */
export function bookOf(seed: number): BookOfSeed {
  const plan = PLANS[Math.floor(seed / KEEPERS.length) % PLANS.length] ?? PLANS[0];
  const keeper = KEEPERS[seed % KEEPERS.length] ?? "add-on";
  const isCrowded = Math.floor(seed / (KEEPERS.length * PLANS.length)) % 2 === 0;
  return { plan, keeper, bustle: isCrowded ? CROWDED : SPREAD[keeper] };
}

export function begunWorld({ plan, keeper }: BookOfSeed, seed: number): AddOnWorld {
  const prepared = preparedBook(plan);
  const world = openAddOnWorld({ state: keeper === "nobody" ? unkept(prepared) : prepared });
  // Seeds of the world give the spreadsheet its id: that stays, what is drawn later does not.
  for (let draw = 0; draw < 1000 + seed; draw++) world.google.world.random();
  if (keeper !== "nobody") {
    world.ada.answers.push("OK");
    world.ada.menu("Stageline", "Reminders", "On");
  }
  if (keeper !== "add-on") {
    sleep(world);
    world.google.advance(3 * HOUR_MS);
  }
  return world;
}

/** Takes the add-on out of the spreadsheet: its triggers stop. */
function sleep({ google, book }: AddOnWorld): void {
  for (const id of google.world.scripts.keys()) google.disable(id, book);
}

/** Somebody uses it again. */
export function wake({ google, book }: AddOnWorld): void {
  for (const id of google.world.scripts.keys()) google.spreadsheet(book).enabled.add(id);
}

const OF_ADD_ON = ["heartbeat", "owner", "owner_script", "writer", "until"];

// As a command makes one: the head says nothing of an add-on.
function unkept(state: Spreadsheet): Spreadsheet {
  const isOfAddOn = (row: Tab["rows"][number]) => OF_ADD_ON.includes(textOf(cellValue(row?.cells[0])));
  const tabs = state.tabs.map((tab) =>
    tab.name === stateTab.tab ? { ...tab, rows: tab.rows.filter((row) => !isOfAddOn(row)) } : tab,
  );
  return { ...state, tabs };
}
