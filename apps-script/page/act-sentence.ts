// The sentence of an act at the page, where the history alone does not say it well.

import type { Acted } from "../../shared/engine/record-acts.ts";
import type { Entry } from "../../shared/log/entry.ts";
import { moveSentence } from "../../shared/report/views/move-sentence.ts";
import { saidOf } from "../look/said.ts";

/** A refusal, and whatever else came of it, is told as for an edit in the sheet. */
export function saidOfAct(
  { book, definition }: Acted,
  own: {
    readonly entries: readonly Entry[];
    readonly move: Entry | undefined;
    /** Where the record stands now. */
    readonly stage: string;
  },
): string {
  const { entries, move, stage } = own;
  if (entries.some(({ kind }) => kind === "undone")) return `Taken back: it is in ${stage} again`;
  const isPlain = entries.every(({ kind }) => kind !== "refused");
  if (book === undefined || move === undefined || !isPlain)
    return saidOf({ entries, problems: [] }, definition);
  return moveSentence(book, move);
}
