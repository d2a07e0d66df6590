// `stageline answer`: what one click of the sidebar does for a reply that waits.

import { holdingAnswer } from "../../shared/engine/people/holding-answer.ts";
import type { Tables } from "../../shared/table/table.ts";
import { bookZone, changeBook } from "../book-session.ts";
import { say, sentencesOf, staleLines } from "../output.ts";
import { type CommonOptions, runOf } from "../run-options.ts";

export interface AnswerOptions extends CommonOptions {
  readonly board?: string;
}

export async function answerReply(path: string, record: string, options: AnswerOptions): Promise<void> {
  const board = options.board === undefined ? {} : { board: options.board };
  const plan = (tables: Tables) => {
    const result = holdingAnswer(tables, runOf(options, bookZone(tables), "command"), { record, ...board });
    return { ...result, result };
  };
  const written = await changeBook(path, plan);
  const { entries, problems, sentence } = written.result;
  say(
    {
      exitCode: problems.length > 0 ? 1 : 0,
      json: { changed: written.changed, entries: entries.length, cells: written.cells, sentence, problems },
      lines: [sentence, ...staleLines(written.staleFormulas)],
      problems: sentencesOf(problems),
    },
    options,
  );
}
