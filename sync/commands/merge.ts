// `stageline merge` and `unmerge`: two records made one, and two again.

import { type MergedRecords, mergeRecords } from "../../shared/engine/merging/merge-records.ts";
import { unmergeRecords } from "../../shared/engine/merging/unmerge-records.ts";
import type { Run } from "../../shared/engine/run.ts";
import type { Tables } from "../../shared/table/table.ts";
import { runIn } from "../book-zone.ts";
import { changeLines } from "../change-lines.ts";
import { withDashboard } from "../dashboard-plan.ts";
import { say, sentencesOf, writtenLines } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";
import { openStore } from "../stores/open-store.ts";

export interface MergeOptions extends CommonOptions {
  readonly board?: string;
  readonly intoBoard?: string;
  readonly dryRun?: boolean;
}

export async function mergeInto(
  path: string,
  record: string,
  into: string,
  options: MergeOptions,
): Promise<void> {
  const { board, intoBoard = board } = options;
  await change(path, options, (tables, run) =>
    mergeRecords(tables, run, {
      record,
      into,
      ...(board === undefined ? {} : { board }),
      ...(intoBoard === undefined ? {} : { intoBoard }),
    }),
  );
}

export async function takeApart(path: string, record: string, options: MergeOptions): Promise<void> {
  await change(path, options, (tables, run) => unmergeRecords(tables, run, { record }));
}

async function change(
  path: string,
  options: MergeOptions,
  act: (tables: Tables, run: Run) => MergedRecords,
): Promise<void> {
  const store = await openStore(path, options.dryRun === true ? { access: "read" } : {});
  const written = await store.change(
    (tables) => {
      const run = runIn({ tables, knownBy: "command", source: store.source }, options);
      const result = act(tables, run);
      return withDashboard({ ...result, result: { ...result, tables } }, tables, run);
    },
    options.dryRun === true ? { dryRun: true } : {},
  );
  const { entries, problems, sentence, definition, tables } = written.result;
  const planned = { tables, definition, entries, changes: written.changes };
  say(
    {
      exitCode: problems.length > 0 ? 1 : 0,
      json: { changed: written.changed, entries: entries.length, cells: written.cells, problems, sentence },
      lines: [
        ...(options.dryRun === true
          ? ["Would be done:", ...changeLines(planned).map((line) => `  ${line}`)]
          : [sentence]),
        ...writtenLines(written),
      ],
      problems: sentencesOf(problems),
    },
    options,
  );
}
