// What the page and the command both do to a record, drawn by chance.

import type { Random } from "../../local/apps-script/seeded-random.ts";
import { activityKinds } from "../../shared/definition/activity.ts";
import type { Act } from "../../shared/engine/record-acts.ts";
import type { BoardSheet } from "../hands/board-sheet.ts";
import { oneOf } from "../hands/random-acts.ts";

/** A call of the page, and the same act of the command. */
export interface PageCall {
  readonly page: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly act: Act;
}

export function randomPageCall({ pipeline }: BoardSheet, random: Random, label: string): PageCall {
  const stage = oneOf(random, pipeline.stages)?.name ?? "";
  const activity = oneOf(random, activityKinds) ?? "note";
  const act = oneOf(random, ["undo", "reopen", "new-from"] as const) ?? "undo";
  const note = `told ${label}`;
  const form = `the form that was opened for ${label}`;
  const calls: readonly [PageCall, ...PageCall[]] = [
    { page: "pageMove", request: { stage, values: {} }, act: { kind: "move", stage } },
    { page: "pageLog", request: { activity, note, form }, act: { kind: "log", activity, note, form } },
    { page: "pageAct", request: { act, note }, act: { kind: "pick", act, note } },
  ];
  return oneOf(random, calls) ?? calls[0];
}
