// What a look did, in a sentence or two for the corner of the screen: what was refused comes first, then what was
// noted. Several records that came at once are told together. People see their own edit; they want to know that it counted, or why it did not.

import type { Definition } from "../../shared/definition/pipeline.ts";
import { type AddedRecords, addedSentence } from "../../shared/engine/duplicates/added-records.ts";
import { type Entry, isPathEntry } from "../../shared/log/entry.ts";
import type { Problem } from "../../shared/table/problem.ts";
import { sentenceOf } from "../../shared/table/problem.ts";
import { toldOnce } from "../../shared/table/repeated-problems.ts";

const MOST_SHOWN = 3;
const MOST_LETTERS = 300;
const MOST_LETTERS_OF_NAME = 60;

const WHERE_DOUBLES_ARE = "the sidebar shows which";

interface Said {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Where several records came at once. */
  readonly added?: AddedRecords | undefined;
}

/** The sentences; an empty text where there is nothing to say. */
export function saidOf({ entries, problems, added }: Said, definition: Definition): string {
  const refused = entries.filter(({ kind }) => kind === "refused");
  const path = entries.filter(({ kind }) => isPathEntry(kind) && (added === undefined || kind === "moved"));
  const reasons = [...new Set(refused.map(({ note }) => note))];
  // Whatever was refused is a problem of its cell, too: once is enough.
  const others = problems.filter(({ message }) => !reasons.some((reason) => message.startsWith(reason)));
  const lines = [
    ...shortened(refused.map((entry) => `${nameOf(entry)}: ${entry.note}`)),
    ...(added === undefined ? [] : [addedLine(added)]),
    ...shortened(path.map((entry) => pathSentence(entry, definition))),
    ...shortened(toldOnce(others).map(sentenceOf)),
  ];
  if (lines.length > 0) return lines.map((line) => cut(line, MOST_LETTERS)).join("\n");
  const [entry] = entries;
  if (entry === undefined) return "";
  return entries.length === 1 ? notedSentence(entry) : `${entries.length} things noted in the history`;
}

function addedLine(added: AddedRecords): string {
  const sentence = addedSentence(added);
  return added.doubles.length === 0 ? sentence : `${sentence}; ${WHERE_DOUBLES_ARE}`;
}

// Where a move stands though something was missing, or by a word in Log, its note says so.
function pathSentence(entry: Entry, definition: Definition): string {
  const stage = (id: string | undefined) => stageName(definition, id);
  const sentence =
    entry.kind === "moved"
      ? `${nameOf(entry)}: ${stage(entry.from)} → ${stage(entry.to)}`
      : `${nameOf(entry)} is new in ${stage(entry.to)}`;
  return entry.note === "" ? sentence : `${sentence}; ${entry.note}`;
}

// What concerns a whole board or book bears no name.
function notedSentence(entry: Entry): string {
  if (entry.kind === "definition-changed") return "The set-up counts as it stands now";
  if (entry.name === "") return cut(entry.note, MOST_LETTERS);
  return `${nameOf(entry)}: noted in the history`;
}

function nameOf({ name }: Entry): string {
  return cut(name, MOST_LETTERS_OF_NAME);
}

// By letters as people see them, as far as that is told by code points.
function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}

function stageName({ pipelines }: Definition, id: string | undefined): string {
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  return stages.find((stage) => stage.id === id)?.name ?? id ?? "";
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_SHOWN) return lines;
  return [...lines.slice(0, MOST_SHOWN), `and ${lines.length - MOST_SHOWN} more`];
}
