// `stageline check`: every problem of the book, by cell, and what is worth a look; nothing is written. It looks at what
// a sync would say, at each row of the history besides, and gives advice on the book as the sync would leave it.

import { bookAdvice } from "../../shared/engine/advice/book-advice.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import { alteredRows } from "../../shared/log/log-tab.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import { readTables, zoneNameOf } from "../book-session.ts";
import { counted, say, sentencesOf } from "../output.ts";
import { type CommonOptions, runOf } from "../run-options.ts";
import { timeZone } from "../time-zone.ts";

export async function checkBook(path: string, options: CommonOptions): Promise<void> {
  const tables = await readTables(path);
  const run = runOf(options, timeZone(zoneNameOf(tables)), "sweep");
  const { problems: found, entries, changes, definition } = reconcile(tables, run);
  const problems = [...found, ...alteredRows(tables)];
  const advice = bookAdvice(applyChanges(tables, changes), definition, run.now);
  const waiting =
    entries.length === 0
      ? []
      : [
          `${counted(entries.length, "change")} of people ${entries.length === 1 ? "waits" : "wait"} for the next sync`,
        ];
  say(
    {
      exitCode: problems.length > 0 ? 1 : 0,
      json: { problems, advice },
      lines: [problems.length === 0 ? "No problems" : `${counted(problems.length, "problem")}:`, ...waiting],
      problems: sentencesOf(problems),
      advice: sentencesOf(advice),
    },
    options,
  );
}
