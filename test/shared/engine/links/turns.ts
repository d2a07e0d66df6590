// Books in which one board leads to another, and the turns of the rules that lead there, made by hand.

import type { RuleAction } from "../../../../shared/definition/rule.ts";
import { prospecting } from "../../../../shared/definition/templates/prospecting.ts";
import { sales } from "../../../../shared/definition/templates/sales.ts";
import { pipelineFromPlan } from "../../../../shared/definition/templates/template.ts";
import { historyChanges } from "../../../../shared/engine/history-changes.ts";
import { createActs } from "../../../../shared/engine/links/create-acts.ts";
import { actBook } from "../../../../shared/engine/rules/act-book.ts";
import type { ActBook, ActsDone, RuleAct } from "../../../../shared/engine/rules/rule-act.ts";
import type { Change } from "../../../../shared/table/change.ts";
import { openWorld, type World, type WorldPlan } from "../../../world.ts";

/** Accounts and deals, with rules that do nothing by themselves. */
export function accountsWorld(plan: Partial<WorldPlan> = {}): World {
  const boards = { Prospecting: pipelineFromPlan(prospecting), Sales: pipelineFromPlan(sales) };
  const still = Object.entries(boards).map(([tab, pipeline]) => [tab, { ...pipeline, rules: [] }] as const);
  const world = openWorld({ boards: Object.fromEntries(still), ...plan });
  world.add({ Name: "Acme", Owner: "Rep", "E-mail": "info@acme.example", Fit: "yes", Influencer: "Ada" });
  world.run();
  world.edit("Acme", { Stage: "Active Opportunity" });
  world.run();
  return world;
}

export function bookOf(world: World): ActBook {
  const { definition, stoppedTabs } = world.look();
  return actBook(world.tables(), world.nextRun(), { definition, stoppedTabs });
}

/** The act that makes a record on that pipeline, for the stay in which the record is. */
export function creating(book: ActBook, name: string, pipeline: string): RuleAct {
  const action: RuleAction = { do: "create", pipeline };
  for (const { board, rows, states } of book.boards.values()) {
    const row = [...rows.values()].find((each) => each.name === name);
    const now = states.get(row?.id ?? "")?.now;
    if (row === undefined || now === undefined) continue;
    const when = { on: "enters", stage: now.stage } as const;
    const rule = { id: "make", name: "Make it", when, whileIn: [], onlyIf: [], does: [action], until: [] };
    return { board: board.id, record: row.id, rule, index: 0, action, occurrence: now.entry, due: now.at };
  }
  throw new Error(`there is no record "${name}"`);
}

/** The changes by which a turn writes what it did. */
export function written(book: ActBook, { changes, entries }: ActsDone): readonly Change[] {
  return [...changes, ...historyChanges(book.tables, entries)];
}

/** Makes a record from the one of that name, and lets the engine look. */
export function make(world: World, name: string, pipeline: string): ActsDone {
  const book = bookOf(world);
  const done = createActs(book, [creating(book, name, pipeline)]);
  world.apply(written(book, done));
  world.run();
  return done;
}

/** Takes the account back to Working and up again, as somebody does who starts anew with it. */
export function startAnew(world: World, name: string): void {
  world.edit(name, { Stage: "Working", Log: "Reopen" });
  world.run();
  world.edit(name, { Stage: "Active Opportunity" });
  world.run();
}
