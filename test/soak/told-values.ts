// Whether the history tells of a value that was written over: of a stage as a move, a refusal or what was undone; of a
// word in Log as what it stands for; of anything else by its text.

import { stageNamed } from "../../shared/board/board-row.ts";
import { activityFromWord } from "../../shared/definition/activity.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import type { Entry } from "../../shared/log/entry.ts";
import { isSerialCell, textOf } from "../../shared/table/cell.ts";
import { dayFromSerial } from "../../shared/value/day.ts";
import type { Overwritten } from "./overwritten.ts";

interface Told {
  readonly definition: Definition;
  readonly entries: readonly Entry[];
}

/** Whether any entry of the record, or of that name while it has no ID yet, tells of the value. */
export function tellsValue({ definition, entries }: Told, cell: Overwritten): boolean {
  const { record, name } = cell;
  const own = entries.filter((entry) => (record === "" ? entry.name === name : entry.record === record));
  const text = textOf(cell.old);
  // What a copied row brought along was copied, not typed: it begins anew where it was copied from the end of a pipeline.
  if (own.some(({ kind }) => kind === "copied")) return true;
  // A copied row has the ID of its original until it is looked at: what was typed in it is told of the copy.
  const all = [...own, ...entries.filter((entry) => isOfCopy(entries, entry, record))];
  if (cell.key === "stage") return all.some((entry) => tellsStage(definition, cell, entry));
  if (cell.key === "log") return all.some((entry) => tellsWord(entry, text));
  const day = isSerialCell(cell.old) ? dayFromSerial(cell.old.serial) : undefined;
  const written = [text, ...(day === undefined ? [] : [day])];
  return all.some(({ note, data, name: called }) =>
    written.some((each) => note.includes(each) || called === each || Object.values(data).includes(each)),
  );
}

function isOfCopy(entries: readonly Entry[], { record }: Entry, original: string): boolean {
  return entries.some(
    ({ kind, record: copy, data }) => kind === "copied" && copy === record && data["of"] === original,
  );
}

function tellsStage({ boards, pipelines }: Definition, cell: Overwritten, entry: Entry): boolean {
  const board = boards.find(({ id }) => id === cell.board);
  const pipeline = pipelines.find(({ id }) => id === board?.pipeline);
  const stage = pipeline === undefined ? undefined : stageNamed(pipeline, textOf(cell.old));
  return stage !== undefined && (entry.to === stage.id || entry.from === stage.id);
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  undo: ["undone"],
  reopen: ["moved", "refused"],
  "new-from": ["linked"],
};

function tellsWord({ kind }: Entry, word: string): boolean {
  const meant = activityFromWord(word);
  return meant !== undefined && (KINDS[meant] ?? [meant]).includes(kind);
}
