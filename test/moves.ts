// Histories in shorthand: "ada: Lead Offer" is ada's entry into Lead on day 0 and into Offer on day 1. A day may
// be named ("Offer@12.5"), and "removed", "restored" and "handedOn" stand where a stage does. Day 0 is the first
// of January 2026 at midnight.

import type { Pipeline } from "../shared/definition/pipeline.ts";
import { type Entry, type EntryKind, moveId } from "../shared/log/entry.ts";
import type { Paths } from "../shared/log/paths.ts";
import { pathsOf } from "../shared/log/paths-builder.ts";
import { hashOf } from "../shared/value/hash.ts";
import { type Moment, momentFromInstant, utc } from "../shared/value/moment.ts";
import { idOf, offers } from "./pipelines.ts";

const DAY_MS = 86_400_000;
const DAY_0_MS = 1_767_225_600_000;

/** The moment that lies so many days after day 0. */
export function dayMoment(days: number): Moment {
  return momentFromInstant(DAY_0_MS + days * DAY_MS, utc);
}

/** The log that the lines tell. */
export function moves(...lines: readonly string[]): readonly Entry[] {
  return lines.flatMap(movesOf);
}

/** The paths that the lines tell on the pipeline `offers`, as of day 100. */
export function paths(...lines: readonly string[]): Paths {
  return pathsIn(offers, 100, lines);
}

/** The same on another pipeline or day. */
export function pathsIn(pipeline: Pipeline, asOfDay: number, lines: readonly string[]): Paths {
  const stageIds = pipeline.stages.map((stage) => stage.id);
  return pathsOf(stageIds, moves(...lines), dayMoment(asOfDay));
}

/** An entry with what matters here; the rest is filler. */
export function entryOf(entry: Partial<Entry> & Pick<Entry, "record" | "kind" | "at">): Entry {
  const n = entry.n ?? 0;
  const id = entry.id ?? hashOf("e", [entry.record, entry.kind, entry.at, entry.to ?? "", String(n)]);
  return {
    board: "board",
    who: "Robin",
    knownBy: "sidebar",
    name: entry.record,
    note: "",
    data: {},
    ...entry,
    n,
    id,
  };
}

function movesOf(line: string): readonly Entry[] {
  const [record = "", steps = ""] = line.split(":").map((part) => part.trim());
  let day = -1;
  let n = 0;
  return steps.split(/\s+/).map((step) => {
    const [word = "", at] = step.split("@");
    day = at === undefined ? day + 1 : Number(at);
    const other = otherKind(word);
    if (other !== undefined) return entryOf({ record, n, at: dayMoment(day), ...other });
    n++;
    const to = idOf(word);
    const kind = n === 1 ? "created" : "moved";
    return entryOf({ record, n, at: dayMoment(day), kind, to, id: moveId(record, n, to) });
  });
}

function otherKind(word: string): { kind: EntryKind; data?: Record<string, string> } | undefined {
  if (word === "removed" || word === "restored") return { kind: word };
  return word === "handedOn" ? { kind: "removed", data: { handedTo: "service" } } : undefined;
}
