// `stageline reassign`: all that somebody works on, handed over.

import { type Reassigned, reassigned } from "../../shared/engine/people/reassign.ts";
import { countWords } from "../../shared/report/number-words.ts";
import type { Tables } from "../../shared/table/table.ts";
import { runIn } from "../book-zone.ts";
import { type Answer, say, sentencesOf, writtenLines } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";
import { openStore } from "../stores/open-store.ts";

export interface ReassignOptions extends CommonOptions {
  readonly board?: string;
  readonly dryRun?: boolean;
}

export async function reassignRecords(
  path: string,
  people: { readonly from: string; readonly to: string },
  options: ReassignOptions,
): Promise<void> {
  const board = options.board === undefined ? {} : { board: options.board };
  const store = await openStore(path, options.dryRun === true ? { access: "read" } : {});
  const given = (tables: Tables): Reassigned => {
    const run = runIn({ tables, knownBy: "command", source: store.source }, options);
    return reassigned(tables, run, { ...people, ...board });
  };
  if (options.dryRun === true) {
    const planned = given(await store.readTables());
    const line = `${countWords(planned.records, "record")} would be handed over; nothing was written`;
    say({ ...answerOf(planned), lines: [line, ...leftLines(planned)] }, options);
    return;
  }
  const written = await store.change((tables) => {
    const result = given(tables);
    return { ...result, result };
  });
  const answer = answerOf(written.result);
  const json = { changed: written.changed, cells: written.cells, ...answer.json };
  const lines = [written.result.sentence, ...writtenLines(written)];
  say({ ...answer, json, lines }, options);
}

function leftLines({ left }: Reassigned): readonly string[] {
  return left.map((name) => `  "${name}" would be left: something waits in its Log cell`);
}

function answerOf({ records, left, problems }: Reassigned) {
  return {
    exitCode: problems.length + left.length > 0 ? 1 : 0,
    json: { records, left, problems },
    problems: sentencesOf(problems),
  } satisfies Partial<Answer>;
}
