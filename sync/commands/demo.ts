// `stageline demo`: a book with a year of made-up history on a board of every built-in pipeline, to try things
// on.

import { access } from "node:fs/promises";
import { newBook } from "../../local/book/book.ts";
import { demoBook } from "../../local/demo/demo-book.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { changeBook } from "../book-session.ts";
import { counted, say } from "../output.ts";
import { type CommonOptions, runOf } from "../run-options.ts";
import { machineZoneName, timeZone } from "../time-zone.ts";

export async function makeDemo(
  path: string,
  options: CommonOptions & { readonly seed: string },
): Promise<void> {
  await refuseExisting(path);
  const run = runOf(options, timeZone(machineZoneName()), "command");
  const plan = () => {
    const result = demoBook(run, options.seed);
    return { ...result, result };
  };
  const { result, cells } = await changeBook(path, plan, { open: () => Promise.resolve(newBook()) });
  const { records, entries, definition } = result;
  const boards = definition.boards.map((board) => board.tab);
  say(
    {
      exitCode: 0,
      json: { book: path, boards, records, entries, cells },
      lines: [
        `Made ${path}: ${counted(records, "record")} on ${counted(boards.length, "board")}, with a year of made-up history`,
      ],
    },
    options,
  );
}

async function refuseExisting(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere)
    throw new StagelineError("guard", `there is a file "${path}" already; a demo book is always a new one`);
}
