// `stageline answer`: what one click of the sidebar does for a reply that waits.

import { holdingAnswer } from "../../shared/engine/people/holding-answer.ts";
import type { Run } from "../../shared/engine/run.ts";
import type { Tables } from "../../shared/table/table.ts";
import { runIn } from "../book-zone.ts";
import { say, sentencesOf, writtenLines } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";
import { openStore } from "../stores/open-store.ts";

export interface AnswerOptions extends CommonOptions {
  readonly board?: string;
}

export async function answerReply(path: string, record: string, options: AnswerOptions): Promise<void> {
  const store = await openStore(path);
  const written = await store.change((tables) => {
    const run = runIn({ tables, knownBy: "command", source: store.source }, options);
    return answerPlan(tables, run, { record, ...options });
  });
  const { entries, problems, sentence } = written.result;
  say(
    {
      exitCode: problems.length > 0 ? 1 : 0,
      json: { changed: written.changed, entries: entries.length, cells: written.cells, sentence, problems },
      lines: [sentence, ...writtenLines(written)],
      problems: sentencesOf(problems),
    },
    options,
  );
}

/** What answers the reply of the record. */
export function answerPlan(
  tables: Tables,
  run: Run,
  { record, board }: { readonly record: string; readonly board?: string },
) {
  const result = holdingAnswer(tables, run, { record, ...(board === undefined ? {} : { board }) });
  return { ...result, result };
}
