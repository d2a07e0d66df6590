// `stageline check`: every problem of the book, by cell, and nothing written. It looks at what a sync would say,
// and at each row of the history besides.

import { reconcile } from "../../shared/engine/reconcile.ts";
import { alteredRows } from "../../shared/log/log-tab.ts";
import { readTables, zoneNameOf } from "../book-session.ts";
import { counted, say, sentencesOf } from "../output.ts";
import { type CommonOptions, runOf } from "../run-options.ts";
import { timeZone } from "../time-zone.ts";

export async function checkBook(path: string, options: CommonOptions): Promise<void> {
  const tables = await readTables(path);
  const { problems: found, entries } = reconcile(
    tables,
    runOf(options, timeZone(zoneNameOf(tables)), "sweep"),
  );
  const problems = [...found, ...alteredRows(tables)];
  const waiting =
    entries.length === 0
      ? []
      : [
          `${counted(entries.length, "change")} of people ${entries.length === 1 ? "waits" : "wait"} for the next sync`,
        ];
  say(
    {
      exitCode: problems.length > 0 ? 1 : 0,
      json: { problems },
      lines: [problems.length === 0 ? "No problems" : `${counted(problems.length, "problem")}:`, ...waiting],
      problems: sentencesOf(problems),
    },
    options,
  );
}
