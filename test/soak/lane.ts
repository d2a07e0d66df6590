// What one person does in a run, drawn when it is done: mostly typing, some pasting and moving of rows, now and then
// something taken back, the sidebar, the menu.

import { type Random, wholeBelow } from "../../local/apps-script/seeded-random.ts";
import type { Person } from "../../local/apps-script/world/person.ts";
import { GridError } from "../../local/grid/grid-error.ts";
import { activityKinds } from "../../shared/definition/activity.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import { textOf } from "../../shared/table/cell.ts";
import type { AddOnWorld } from "../hands/add-on-world.ts";
import { type BoardSheet, boardSheets } from "../hands/board-sheet.ts";
import { everydayHabits, type Habits, oneOf, randomAct, rowHabits } from "../hands/random-acts.ts";
import { valueAt } from "./overwritten.ts";

interface LanePlan {
  readonly definition: Definition;
  readonly random: Random;
  readonly acts: number;
  /** In how many rows of each board. @default all */
  readonly rows?: number;
  /** @default what people do all day */
  readonly habits?: Habits;
  /** What is there to work with. @default the add-on, too */
  readonly with?: "hands only";
}

const HABITS = { ...everydayHabits, ...rowHabits };

/** The acts of a person, in order. */
export function laneOf(world: AddOnWorld, person: Person, plan: LanePlan): readonly (() => void)[] {
  return Array.from({ length: plan.acts }, (_, index) => () => {
    const sheets = boardSheets(world.state(), plan.definition).map((sheet) => ({
      ...sheet,
      filled: sheet.filled.slice(0, plan.rows ?? sheet.filled.length),
    }));
    const label = `${person.email.slice(0, 3)} ${index + 1}`;
    const chance = plan.random();
    if (chance < 0.07) possibly(() => person.undo());
    else if (chance < 0.2 && plan.with === undefined) usePage(person, sheets, { random: plan.random, label });
    else if (chance < 0.24 && plan.with === undefined) useMenu(person, plan.random);
    else {
      const act = randomAct(sheets, plan.random, { habits: plan.habits ?? HABITS, label });
      if (act !== undefined) possibly(() => person.act(act));
    }
  });
}

// What the spreadsheet does not allow is told to the person, and that is all.
function possibly(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof GridError)) throw error;
  }
}

function useMenu(person: Person, random: Random): void {
  person.answers.push("OK");
  const item = oneOf(random, ["Check this sheet", "Undo the last automatic act", "Refresh the Dashboard"]);
  if (item !== undefined) person.menu("Stageline", item);
}

function usePage(
  person: Person,
  sheets: readonly BoardSheet[],
  { random, label }: { readonly random: Random; readonly label: string },
): void {
  const sheet = oneOf(random, sheets);
  const row = oneOf(random, sheet?.filled ?? []);
  if (sheet === undefined || row === undefined) return;
  const board = sheet.tab.name;
  const record = textOf(valueAt(sheet.tab, { row, column: sheet.columns["id"] ?? 0 }));
  const form = `form of ${label} ${String(random())}`;
  const stage = oneOf(random, sheet.pipeline.stages)?.name ?? "";
  const activity = oneOf(random, activityKinds) ?? "note";
  const act = oneOf(random, ["undo", "reopen", "new-from"]) ?? "undo";
  const calls = [
    () => person.startPage("pageMove", { board, record, stage, values: {} }),
    () => person.startPage("pageLog", { board, record, activity, note: `told ${label}`, form }),
    () => person.startPage("pageCreate", { board, values: { name: `made ${label}` }, form }),
    () => person.startPage("pageAct", { board, record, act, note: `named ${label}` }),
    () => person.startPage("pageToday", {}),
  ];
  calls[wholeBelow(random, calls.length)]?.();
}
