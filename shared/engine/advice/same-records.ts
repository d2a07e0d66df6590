// Live records that hold the same where no two should, such as two shows on one date in one room. Whether both can be
// is for people to say, so it is worth a look and no problem.

import { quoted } from "../../table/shown-cell.ts";
import { problemAt } from "../../table/tab-view.ts";
import { sameFlags } from "../board/same-flags.ts";
import type { Advice, PipelineFacts } from "./advice.ts";

/**
 * What is told of them, each at its row.
 *
 * @example
 * sameRecords(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0]) //=> []
 */
export function sameRecords({ pipeline, boards }: PipelineFacts): readonly Advice[] {
  const [key] = pipeline.flagsSame;
  if (key === undefined) return [];
  return boards.flatMap(({ reading }) => {
    if (reading === undefined) return [];
    const standing = reading.rows.flatMap((row) =>
      row.stage === undefined
        ? []
        : [{ record: row.id, name: row.name, stage: row.stage.id, values: row.values }],
    );
    const same = sameFlags(pipeline, standing);
    return reading.rows.flatMap(({ id, at, name }) => {
      const told = same.get(id);
      return told === undefined
        ? []
        : [problemAt(reading.view, { row: at, key }, `${quoted(name)} has ${told}`)];
    });
  });
}
