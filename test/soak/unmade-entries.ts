// Whether somebody did what the history says that people did: a move to a stage that nobody put beside that record, or
// an activity that nobody picked there, would be an invention, as when a cell is written into the row of another record.

import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { stageNamed } from "../../shared/board/board-row.ts";
import { activityFromWord, isActivityKind } from "../../shared/definition/activity.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import type { Entry } from "../../shared/log/entry.ts";
import { readLog } from "../../shared/log/log-tab.ts";
import { textOf } from "../../shared/table/cell.ts";
import { boardSheets } from "../hands/board-sheet.ts";
import { gridTables } from "../hands/grid-tables.ts";
import { valueAt } from "./overwritten.ts";
import type { Step } from "./step.ts";

/** Sentences for what nobody did; what was done in the sidebar is known by its answer. */
export function unmadeEntries(
  steps: readonly Step[],
  book: { readonly definition: Definition; readonly entries: readonly Entry[] },
): readonly string[] {
  const { definition, entries } = book;
  const [first] = steps.filter((step) => step.kind === "act");
  if (first === undefined) return [];
  const before = new Set(readLog(gridTables(first.before)).entries.map(({ id }) => id));
  const made = new Set(claimsIn(first.before, definition));
  for (const step of steps) {
    if (step.kind !== "act") continue;
    const stood = new Set(claimsIn(step.before, definition));
    for (const claim of claimsIn(step.after, definition)) if (!stood.has(claim)) made.add(claim);
  }
  return entries
    .filter(({ id, knownBy }) => !before.has(id) && (knownBy === "event" || knownBy === "sweep"))
    .flatMap((entry): readonly string[] => {
      const claims = claimsOf(entry);
      if (claims.length === 0 || claims.some((claim) => made.has(claim))) return [];
      return [
        `nobody made "${entry.name}" ${entry.kind} ${entry.from ?? ""} > ${entry.to ?? ""} at ${entry.at}`,
      ];
    });
}

// By its ID, or by its name: a new row has no ID yet, a copied one that of another record. What bears no record is a note
// of the engine's own, of IDs that went back to their rows: an undone sort leaves them apart where a script had written in
// between.
function claimsOf({ kind, record, name, to }: Entry): readonly string[] {
  if (record === "") return [];
  if (kind !== "moved" && kind !== "refused" && !isActivityKind(kind)) return [];
  // Reopen chooses the stage itself.
  const what = isActivityKind(kind) ? [kind] : [to ?? "", ...(kind === "moved" ? ["reopen"] : [])];
  return what.flatMap((each) => [`${record} ${each}`, `named ${name} ${each}`]);
}

function claimsIn(state: Spreadsheet, definition: Definition): readonly string[] {
  return boardSheets(state, definition).flatMap(({ tab, pipeline, columns, filled }) =>
    filled.flatMap((row) => {
      const at = (key: string) => textOf(valueAt(tab, { row, column: columns[key] ?? 0 }));
      const word = activityFromWord(at("log"));
      const what = [stageNamed(pipeline, at("stage"))?.id, word].filter((each) => each !== undefined);
      const [id, name] = [at("id"), at("name")];
      return what.flatMap((each) => [`${id} ${each}`, `named ${name} ${each}`]);
    }),
  );
}
