// `stageline check`: every problem of the book, by cell, and what is worth a look; nothing is written. It looks at what
// a sync would say, at each row of the history besides, and gives advice on the book as the sync would leave it. With
// `--fix` it first does what has one meaning and loses nothing, and says each thing that it did.

import { lostDressing } from "../../local/book/lost-dressing.ts";
import { lastDefinition } from "../../shared/definition/definition-versions.ts";
import { readSetup } from "../../shared/definition/setup/read-setup.ts";
import type { Advice } from "../../shared/engine/advice/advice.ts";
import { bookAdvice } from "../../shared/engine/advice/book-advice.ts";
import { bookLayouts } from "../../shared/engine/book-layouts.ts";
import { mendBook } from "../../shared/engine/mending/mend-book.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import type { Run } from "../../shared/engine/run.ts";
import { alteredRows } from "../../shared/log/log-tab.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Problem } from "../../shared/table/problem.ts";
import type { Tables } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { changeBook, readTables, zoneNameOf } from "../book-session.ts";
import { type Answer, counted, say, sentencesOf, staleLines } from "../output.ts";
import { type CommonOptions, runOf } from "../run-options.ts";
import { timeZone } from "../time-zone.ts";

export interface CheckOptions extends CommonOptions {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

export async function checkBook(path: string, options: CheckOptions): Promise<void> {
  if (options.fix === true) return fixBook(path, options);
  if (options.dryRun === true)
    throw new StagelineError("usage", "--dry-run goes with --fix: check writes nothing");
  const tables = await readTables(path);
  const checked = lookAt(tables, runIn(tables, options));
  say({ ...answerOf(checked), json: { problems: checked.problems, advice: checked.advice } }, options);
}

async function fixBook(path: string, options: CheckOptions): Promise<void> {
  const written = await changeBook(
    path,
    (tables, book) => {
      const run = runIn(tables, options);
      const layouts = bookLayouts(readSetup(tables, lastDefinition(tables)).definition);
      const mended = mendBook(tables, { now: run.now, lost: lostDressing(book, layouts) });
      return { ...mended, result: { done: mended.done, checked: lookAt(mended.tables, run) } };
    },
    options.dryRun === true ? { dryRun: true } : {},
  );
  const { done, checked } = written.result;
  const verb = options.dryRun === true ? "Would fix" : "Fixed";
  const fixed = done.length === 0 ? ["Nothing to fix"] : [`${verb} ${counted(done.length, "thing")}:`];
  const { lines, ...answer } = answerOf(checked);
  const { problems, advice } = checked;
  say(
    {
      ...answer,
      json: { changed: written.changed, fixed: done, problems, advice },
      lines: [
        ...fixed,
        ...sentencesOf(done).map((line) => `  ${line}`),
        ...lines,
        ...staleLines(written.staleFormulas),
      ],
    },
    options,
  );
}

interface Checked {
  readonly problems: readonly Problem[];
  readonly advice: readonly Advice[];
  /** Changes of people that the next sync takes. */
  readonly waiting: number;
}

function lookAt(tables: Tables, run: Run): Checked {
  const { problems, entries, changes, definition } = reconcile(tables, run);
  return {
    problems: [...problems, ...alteredRows(tables)],
    advice: bookAdvice(applyChanges(tables, changes), definition, run.now),
    waiting: entries.length,
  };
}

function answerOf({ problems, advice, waiting }: Checked): Omit<Answer, "json"> {
  const changes = `${counted(waiting, "change")} of people ${waiting === 1 ? "waits" : "wait"} for the next sync`;
  return {
    exitCode: problems.length > 0 ? 1 : 0,
    lines: [
      problems.length === 0 ? "No problems" : `${counted(problems.length, "problem")}:`,
      ...(waiting === 0 ? [] : [changes]),
    ],
    problems: sentencesOf(problems),
    advice: sentencesOf(advice),
  };
}

function runIn(tables: Tables, options: CheckOptions): Run {
  return runOf(options, timeZone(zoneNameOf(tables)), "sweep");
}
