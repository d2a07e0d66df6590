// Whether one act was noted more than once: there are never more entries of an activity than words for it were put into
// Log cells, and what the sidebar was told to note stands once where it said so, and at most once where it did not.

import type { Google } from "../../local/apps-script/google.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { activityFromWord, isActivityKind } from "../../shared/definition/activity.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import type { Entry } from "../../shared/log/entry.ts";
import { textOf } from "../../shared/table/cell.ts";
import { boardSheets } from "../hands/board-sheet.ts";
import { valueAt } from "./overwritten.ts";
import type { Step } from "./step.ts";

export function repeatedFacts(
  google: Google,
  steps: readonly Step[],
  book: { readonly definition: Definition; readonly entries: readonly Entry[] },
): readonly string[] {
  return [...repeatedWords(steps, book), ...oddAnswers(google, book.entries)];
}

function repeatedWords(
  steps: readonly Step[],
  { definition, entries }: { readonly definition: Definition; readonly entries: readonly Entry[] },
): readonly string[] {
  const put = new Map<string, number>();
  for (const step of steps) {
    if (step.kind !== "act") continue;
    const [before, after] = [wordsIn(step.before, definition), wordsIn(step.after, definition)];
    for (const [kind, count] of after) {
      const more = count - (before.get(kind) ?? 0);
      if (more > 0) put.set(kind, (put.get(kind) ?? 0) + more);
    }
  }
  // A note without a record is the engine's own, about IDs that went back to their rows.
  const noted = entries.filter(
    ({ kind, knownBy, record }) =>
      isActivityKind(kind) && (knownBy === "event" || knownBy === "sweep") && record !== "",
  );
  return [...new Set(noted.map(({ kind }) => kind))].flatMap((kind) => {
    const count = noted.filter((entry) => entry.kind === kind).length;
    const most = put.get(kind) ?? 0;
    return count > most ? [`${kind} was put into Log ${most} times and noted ${count} times`] : [];
  });
}

function wordsIn(state: Spreadsheet, definition: Definition): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { tab, columns, filled } of boardSheets(state, definition)) {
    for (const row of filled) {
      const kind = activityFromWord(textOf(valueAt(tab, { row, column: columns["log"] ?? 0 })));
      if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  return counts;
}

// Each call of a run has a note of its own.
function oddAnswers({ executions }: Google, entries: readonly Entry[]): readonly string[] {
  return executions.flatMap(({ functionName, plan, result }): readonly string[] => {
    if (functionName !== "pageLog" || plan.arguments.kind !== "page") return [];
    const [{ note }] = JSON.parse(plan.arguments.json) as [{ readonly note: string }];
    const count = entries.filter((entry) => entry.note === note).length;
    const isSaid = typeof result === "object" && result !== null && "said" in result;
    if (isSaid ? count === 1 : count <= 1) return [];
    return [
      `the sidebar ${isSaid ? "said" : "did not say"} that it noted "${note}", which is noted ${count} times`,
    ];
  });
}
