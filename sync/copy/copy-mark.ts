// What tells an unfinished copy: entries of developer metadata, one for each batch that arrived, which the last one takes
// away. So a batch whose answer was lost is known to be there or not; and since each entry has an id of its own, a batch
// that arrives a second time is refused whole, and of two copies into one spreadsheet the second cannot begin.

import type { sheets_v4 } from "@googleapis/sheets";

type Request = sheets_v4.Schema$Request;

const KEY = "stageline_copy";
const FIRST_ID = 577_215_664;

export interface CopyMark {
  /** Of the run that copies. */
  readonly run: string;
  /** The last batch that is there; from 1. */
  readonly step: number;
}

/** How far an unfinished copy is; `undefined` where there is none. */
export function copyMarkIn(
  entries: readonly sheets_v4.Schema$DeveloperMetadata[] | null | undefined,
): CopyMark | undefined {
  const marks = (entries ?? []).filter(({ metadataKey }) => metadataKey === KEY);
  const [first] = marks;
  if (first === undefined) return undefined;
  const last = Math.max(...marks.map(({ metadataId }) => metadataId ?? 0));
  return { run: first.metadataValue ?? "", step: last - FIRST_ID };
}

/** Notes that a batch is there. */
export function noteMark({ run, step }: CopyMark): Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: FIRST_ID + step,
        metadataKey: KEY,
        metadataValue: run,
        location: { spreadsheet: true },
        visibility: "DOCUMENT",
      },
    },
  };
}

/** Takes all of them away. */
export function endMark(): Request {
  return { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey: KEY } } } };
}
