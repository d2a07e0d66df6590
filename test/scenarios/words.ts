// A history and its numbers in sentences, for stories to be held against: "01-05 Cold → Working (Ann)".

import { wordOfActivity } from "../../shared/definition/activity.ts";
import { everyDefinition } from "../../shared/definition/definition-versions.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import type { Entry } from "../../shared/log/entry.ts";
import type { BoardReport } from "../../shared/report/book-report.ts";
import type { Cell } from "../../shared/table/cell.ts";
import { plainText } from "../../shared/table/shown-cell.ts";
import type { Tables } from "../../shared/table/table.ts";

/** A cell as a person reads it. */
export function shownCell(cell: Cell | undefined): string {
  return plainText(cell ?? null);
}

/** Entries in sentences, changes of fields left out. */
export function sentencesOf(tables: Tables, entries: readonly Entry[]): readonly string[] {
  const [definition] = everyDefinition(tables);
  if (definition === undefined) throw new Error("the book has no definition");
  return entries.filter(({ kind }) => kind !== "field").map((entry) => sentenceOf(definition, entry));
}

function sentenceOf(definition: Definition, entry: Entry): string {
  const who = entry.who === "unknown" ? "" : ` (${entry.who})`;
  return `${entry.at.slice(5, 10)} ${factOf(definition, entry)}${who}`;
}

function factOf(definition: Definition, entry: Entry): string {
  const { kind, from, to, note, data } = entry;
  const withNote = (words: string) => (note === "" ? words : `${words}: ${note}`);
  const stage = (id: string | undefined) => stageName(definition, entry.board, id);
  switch (kind) {
    case "created":
      return withNote(`entered ${stage(to)}`);
    case "copied":
      return withNote(`copied into ${stage(to)}`);
    case "moved":
      return withNote(`${stage(from)} → ${stage(to)}`);
    case "refused":
      return withNote(`not to ${stage(to)}`);
    case "hand-over":
      return `Hand over: ${data["from"]} → ${data["to"]}`;
    case "undone":
      return withNote(`Undo of ${stage(data["stage"])}`);
    case "milestone":
      return `reached "${note}"`;
    case "linked":
      return data["with"] === "" ? "linked no longer" : withNote(`linked to ${data["name"]}`);
    case "message":
    case "not-sent":
    case "invoiced":
    case "field":
    case "removed":
    case "restored":
    case "merged":
    case "correction":
    case "definition-changed":
      return withNote(kind);
    default:
      return withNote(wordOfActivity(kind));
  }
}

function stageName(definition: Definition, boardId: string, id: string | undefined): string {
  const pipeline = definition.boards.find((board) => board.id === boardId)?.pipeline;
  const stages = definition.pipelines.find((each) => each.id === pipeline)?.stages ?? [];
  return stages.find((stage) => stage.id === id)?.name ?? `${id}`;
}

/** What somebody was reminded of, when it was due: "03-05T00:00 no reply for 2 days, follow up". */
export function remindersOf(entries: readonly Entry[]): readonly string[] {
  return entries
    .filter(({ kind, data }) => kind === "message" && data["do"] === "remind")
    .map(({ at, note }) => `${at.slice(5, 16)} ${note}`);
}

/** Steps that anybody came to: "Cold → Working: 3 of 4, 1 dropped, 0 pending". */
export function stepsOf({ steps }: BoardReport): readonly string[] {
  return steps
    .filter(({ entered }) => entered > 0)
    .map(
      ({ from, to, converted, entered, dropped, pending }) =>
        `${from} → ${to}: ${converted} of ${entered}, ${dropped} dropped, ${pending} pending`,
    );
}

/** Stages that anybody reached: "Cold 4 (1 now)". */
export function reachedOf({ stages }: BoardReport): readonly string[] {
  return stages
    .filter(({ reached }) => reached > 0)
    .map(({ stage, reached, now }) => `${stage} ${reached} (${now} now)`);
}
