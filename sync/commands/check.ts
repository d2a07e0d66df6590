// `stageline check`: every problem of the book, by cell, and what is worth a look; nothing is written. With `--fix` it
// first does what has one meaning and loses nothing, and says each thing that it did.

import { lastDefinition } from "../../shared/definition/definition-versions.ts";
import { readSetup } from "../../shared/definition/setup/read-setup.ts";
import { bookLayouts } from "../../shared/engine/book-layouts.ts";
import { type CheckedBook, checkedBook } from "../../shared/engine/checked-book.ts";
import { mendBook } from "../../shared/engine/mending/mend-book.ts";
import type { Run } from "../../shared/engine/run.ts";
import { countWords } from "../../shared/report/number-words.ts";
import type { Problem } from "../../shared/table/problem.ts";
import type { Tables } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { runIn } from "../book-zone.ts";
import { type Answer, say, sentencesOf, writtenLines } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";
import type { BookAround, Plan } from "../stores/book-store.ts";
import { openStore } from "../stores/open-store.ts";

export interface CheckOptions extends CommonOptions {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

export async function checkBook(path: string, options: CheckOptions): Promise<void> {
  if (options.fix === true) return fixBook(path, options);
  if (options.dryRun === true)
    throw new StagelineError("usage", "--dry-run goes with --fix: check writes nothing");
  const store = await openStore(path, { access: "read" });
  const tables = await store.readTables();
  const checked = checkedBook(tables, runIn({ tables, knownBy: "sweep", source: store.source }, options));
  say({ ...answerOf(checked), json: { problems: checked.problems, advice: checked.advice } }, options);
}

async function fixBook(path: string, options: CheckOptions): Promise<void> {
  const store = await openStore(path, options.dryRun === true ? { access: "read" } : {});
  const written = await store.change(
    (tables, around) => {
      const run = runIn({ tables, knownBy: "sweep", source: store.source }, options);
      return fixPlan(tables, around, run);
    },
    { asksDressing: true, ...(options.dryRun === true ? { dryRun: true } : {}) },
  );
  const { done, checked } = written.result;
  const { problems, advice } = checked;
  const { lines, ...answer } = answerOf(checked);
  const fixed = [...doneLines(done, options), ...lines, ...writtenLines(written)];
  say(
    { ...answer, json: { changed: written.changed, fixed: done, problems, advice }, lines: fixed },
    options,
  );
}

/** What does all that has one meaning and loses nothing. */
export function fixPlan(
  tables: Tables,
  around: BookAround,
  run: Run,
): Plan<{ readonly done: readonly Problem[]; readonly checked: CheckedBook }> {
  const layouts = bookLayouts(readSetup(tables, lastDefinition(tables)).definition);
  const mended = mendBook(tables, { now: run.now, lost: around.lostDressing(layouts) });
  return { ...mended, result: { done: mended.done, checked: checkedBook(mended.tables, run) } };
}

function doneLines(done: readonly Problem[], options: CheckOptions): readonly string[] {
  if (done.length === 0) return ["Nothing to fix"];
  const verb = options.dryRun === true ? "Would fix" : "Fixed";
  return [`${verb} ${countWords(done.length, "thing")}:`, ...sentencesOf(done).map((line) => `  ${line}`)];
}

function answerOf({ problems, advice, waiting }: CheckedBook): Omit<Answer, "json"> {
  const changes = `${countWords(waiting, "change")} of people ${waiting === 1 ? "waits" : "wait"} for the next sync`;
  return {
    exitCode: problems.length > 0 ? 1 : 0,
    lines: [
      problems.length === 0 ? "No problems" : `${countWords(problems.length, "problem")}:`,
      ...(waiting === 0 ? [] : [changes]),
    ],
    problems: sentencesOf(problems),
    advice: sentencesOf(advice),
  };
}
