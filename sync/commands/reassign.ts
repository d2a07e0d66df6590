// `stageline reassign`: all that somebody works on, handed over.

import { type Reassigned, reassigned } from "../../shared/engine/people/reassign.ts";
import type { Tables } from "../../shared/table/table.ts";
import { bookZone, changeBook, readTables } from "../book-session.ts";
import { type Answer, counted, say, sentencesOf, staleLines } from "../output.ts";
import { type CommonOptions, runOf } from "../run-options.ts";

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
  const given = (tables: Tables): Reassigned =>
    reassigned(tables, runOf(options, bookZone(tables), "command"), { ...people, ...board });
  if (options.dryRun === true) {
    const planned = given(await readTables(path));
    const line = `${counted(planned.records, "record")} would be handed over; nothing was written`;
    say({ ...answerOf(planned), lines: [line, ...leftLines(planned)] }, options);
    return;
  }
  const written = await changeBook(path, (tables) => {
    const result = given(tables);
    return { ...result, result };
  });
  const answer = answerOf(written.result);
  const json = { changed: written.changed, cells: written.cells, ...answer.json };
  const lines = [written.result.sentence, ...staleLines(written.staleFormulas)];
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
