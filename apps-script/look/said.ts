// What a look did, in a sentence or two for the corner of the screen: what was refused comes first, then what was
// noted. People see their own edit; they want to know that it counted, or why it did not.

import type { Definition } from "../../shared/definition/pipeline.ts";
import { type Entry, isPathEntry } from "../../shared/log/entry.ts";
import type { Problem } from "../../shared/table/problem.ts";
import { sentenceOf } from "../../shared/table/problem.ts";

const MOST_SHOWN = 3;

/** The sentences; an empty text where there is nothing to say. */
export function saidOf(
  { entries, problems }: { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] },
  definition: Definition,
): string {
  const refused = entries.filter(({ kind }) => kind === "refused");
  const noted = entries.filter(({ kind }) => isPathEntry(kind));
  const lines = [
    ...shortened(refused.map(({ name, note }) => `${name}: ${note}`)),
    ...shortened(noted.map((entry) => pathSentence(entry, definition))),
    ...shortened(problems.map(sentenceOf)),
  ];
  if (lines.length > 0) return lines.join("\n");
  if (entries.length === 0) return "";
  return entries.length === 1
    ? `${entries[0]?.name}: noted in the history`
    : `${entries.length} things noted in the history`;
}

function pathSentence({ kind, name, from, to }: Entry, definition: Definition): string {
  const stage = (id: string | undefined) => stageName(definition, id);
  if (kind === "moved") return `${name}: ${stage(from)} → ${stage(to)}`;
  return `${name} is new in ${stage(to)}`;
}

function stageName({ pipelines }: Definition, id: string | undefined): string {
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  return stages.find((stage) => stage.id === id)?.name ?? id ?? "";
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_SHOWN) return lines;
  return [...lines.slice(0, MOST_SHOWN), `and ${lines.length - MOST_SHOWN} more`];
}
