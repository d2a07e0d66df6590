// `stageline duplicates`: the records that look like one, and what they have in common; nothing is written.

import { bookDoubles, type Double, doubleSentence } from "../../shared/engine/duplicates/book-doubles.ts";
import { countWords } from "../../shared/report/number-words.ts";
import { nameKey } from "../../shared/table/cell.ts";
import { bookZone } from "../book-zone.ts";
import { say } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";
import { openStore } from "../stores/open-store.ts";

export interface DuplicatesOptions extends CommonOptions {
  readonly board?: string;
}

export async function listDuplicates(path: string, options: DuplicatesOptions): Promise<void> {
  const store = await openStore(path, { access: "read" });
  const tables = await store.readTables();
  bookZone(tables);
  const doubles = bookDoubles(tables, options.board === undefined ? {} : { board: options.board });
  const head =
    doubles.length === 0 ? "No records look like one" : `${countWords(doubles.length, "pair")} may be one:`;
  say(
    {
      exitCode: 0,
      json: { duplicates: doubles },
      lines: [head, ...doubles.map((double) => `  ${doubleSentence(double)}${idsOf(double)}`)],
    },
    options,
  );
}

// Names that are the same say nothing to "stageline merge".
function idsOf({ one, other }: Double): string {
  const isTold = nameKey(one.name) !== nameKey(other.name) || one.record === "" || other.record === "";
  return isTold ? "" : `; their IDs are ${one.record} and ${other.record}`;
}
