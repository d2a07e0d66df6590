// `stageline demo`: a book with a year of made-up history on a board of every built-in pipeline, to try things
// on.

import { demoBook } from "../../local/demo/demo-book.ts";
import { countWords } from "../../shared/report/number-words.ts";
import type { Tables } from "../../shared/table/table.ts";
import { withDashboard } from "../dashboard-plan.ts";
import { say } from "../output.ts";
import { type CommonOptions, runOf } from "../run-options.ts";
import type { BookAround } from "../stores/book-store.ts";
import { openStore } from "../stores/open-store.ts";
import { machineZoneName, timeZone } from "../time-zone.ts";

export async function makeDemo(
  path: string,
  options: CommonOptions & { readonly seed: string },
): Promise<void> {
  const store = await openStore(path, { book: "new" });
  const plan = (_: Tables, { zone: hostZone = machineZoneName() }: BookAround) => {
    const zone = timeZone(hostZone);
    const run = runOf(options, { zone, knownBy: "command", source: store.source });
    const result = demoBook(run, options.seed);
    return withDashboard({ ...result, result }, [], run);
  };
  const { result, cells } = await store.change(plan);
  const { records, entries, definition } = result;
  const boards = definition.boards.map((board) => board.tab);
  say(
    {
      exitCode: 0,
      json: { book: path, boards, records, entries, cells },
      lines: [
        `Made ${path}: ${countWords(records, "record")} on ${countWords(boards.length, "board")}, with a year of made-up history`,
      ],
    },
    options,
  );
}
