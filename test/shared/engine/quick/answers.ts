// What a host does after an edit of a board: the quick look where it tells, else the whole one. A quick answer is held
// against what a look at the whole book would have said of what people did, and the tabs that it leaves against what that
// would have left; what rules do because time has passed comes with the next whole look.

import { expect } from "vitest";
import { observe } from "../../../../shared/engine/observe.ts";
import { quickLook } from "../../../../shared/engine/quick/quick-look.ts";
import { reconcile } from "../../../../shared/engine/reconcile.ts";
import { applyChanges } from "../../../../shared/table/apply-changes.ts";
import type { Table, Tables } from "../../../../shared/table/table.ts";
import type { World } from "../../../world.ts";
import { type Asked, lookAt, shown, touchOf } from "./touches.ts";

export interface Answer {
  readonly how: "done" | "whole" | "nothing";
  readonly why?: string;
  /** The book as the answer leaves it. */
  readonly after: Tables;
}

/** How a host comes to its answer. */
export interface Asking {
  readonly tab: string;
  readonly board: string;
  readonly ids: Asked;
  readonly actor?: string | undefined;
}

/** The answer to whatever was done since the book was as before. */
export function answered(world: World, before: Tables, { tab, board, ids, actor }: Asking): Answer {
  const tables = world.tables();
  const run = world.nextRun({ knownBy: "event", ...(actor === undefined ? {} : { actor }) });
  const whole = () => applyChanges(tables, reconcile(tables, run).changes);
  const touch = touchOf(tabOf(before, tab), tabOf(tables, tab));
  if (touch === undefined) return { how: "nothing", after: whole() };
  const look = lookAt(tables, { tab, board }, { ...touch, ids });
  const looked = look === undefined ? undefined : quickLook(look, run);
  if (looked?.how !== "done") return { how: "whole", why: looked?.why ?? "another header", after: whole() };
  const after = applyChanges(tables, looked.changes);
  const { changes, entries, problems } = observe(tables, run);
  expect(shown(after)).toEqual(shown(applyChanges(tables, changes)));
  expect(looked.entries).toEqual(entries);
  for (const problem of looked.problems) expect(problems).toContainEqual(problem);
  return { how: "done", after };
}

/** The tab of that name. */
export function tabOf(tables: Tables, name: string): Table {
  const table = tables.find(({ tab }) => tab === name);
  if (table === undefined) throw new Error(`there is no tab "${name}"`);
  return table;
}
