// What the page does with records that look like one: makes two one, and takes them apart again.

import * as z from "zod/mini";
import { mergeRecords } from "../../shared/engine/merging/merge-records.ts";
import { unmergeRecords } from "../../shared/engine/merging/unmerge-records.ts";
import { answered, type Refusal, recordShape, text } from "./answer.ts";
import { type Done, type RecordRequest, writtenAct } from "./written-act.ts";

/** The record of the card stays; the other goes into it. */
export function pageMerge(
  request: RecordRequest & { readonly other: string; readonly otherBoard: string },
): Done | Refusal {
  const shape = z.object({ ...recordShape, other: text, otherBoard: text });
  return answered(shape, request, ({ board, record, other, otherBoard }) =>
    writtenAct((tables, run) => {
      const wanted = { record: other, board: otherBoard, into: record, intoBoard: board };
      const acted = mergeRecords(tables, run, wanted);
      return { board, record, acted, said: acted.sentence };
    }),
  );
}

export function pageUnmerge(request: RecordRequest & { readonly other: string }): Done | Refusal {
  const shape = z.object({ ...recordShape, other: text });
  return answered(shape, request, ({ board, record, other }) =>
    writtenAct((tables, run) => {
      const acted = unmergeRecords(tables, run, { record: other });
      return { board, record, acted, said: acted.sentence };
    }),
  );
}
