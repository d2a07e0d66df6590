// What the history says of a record in short, as a hidden cell of its row keeps it: enough to take the next step of
// the record without reading the history again. It is a cache of `replay` and never the truth; where it is gone, or
// would be too long for a cell, the history itself is read. Times are kept where an order or a day hangs on them: a
// milestone that was reached, and an activity that was logged, are known by their kind alone.

import * as z from "zod/mini";
import { activityKinds } from "../definition/activity.ts";
import { type Moment, parseMoment } from "../value/moment.ts";
import type { RecordState } from "./replay.ts";

const MOST_CHARACTERS = 8000;

const texts = z.array(z.string());
const count = z.int().check(z.minimum(0));

/** The cell, read as JSON; short keys, since every row has one. */
const Kept = z.object({
  /** The record. */
  i: z.string(),
  /** Its stage, since when, and its name. */
  s: z.string(),
  a: z.string(),
  w: z.string(),
  /** Why the book moved it there by itself. */
  b: z.optional(z.string()),
  /** Path entries on this board; on all boards, where those are more. */
  n: count,
  o: z.optional(count),
  /** The latest of its entries, where it is not the one that entered the stage. */
  t: z.optional(z.string()),
  /** Watched fields, and who set those that rules set. */
  f: z.optional(z.record(z.string(), z.string())),
  r: z.optional(texts),
  p: z.optional(texts),
  /** Field → record, board and name that it links, and the text that the cell shows of it. */
  l: z.optional(z.record(z.string(), z.readonly(texts))),
  /** Fields of links that name no record, or several. */
  q: z.optional(texts),
  m: z.optional(texts),
  /** Kinds of its activities, and how many it has. */
  k: z.optional(z.array(z.enum(activityKinds))),
  c: z.optional(count),
  /** The last refusal: stage and reason. */
  x: z.optional(z.readonly(z.tuple([z.string(), z.string()]))),
  /** The last touch. */
  u: z.optional(z.string()),
  /** Whether it is removed. */
  d: z.optional(z.literal(1)),
  /** What is said of it because another record holds the same, and what it holds. */
  g: z.optional(z.string()),
  h: z.optional(z.string()),
});
export type Kept = z.infer<typeof Kept>;

/** What every memory tells, one that would be too long too. */
const Staged = z.object({ s: z.string() });

/** What a memory keeps beside the state of the record. */
export interface Beside {
  /** The greatest count of its path entries on any board. */
  readonly total: number;
  /** The latest moment of its entries. */
  readonly last: Moment;
  /** Fields of which the memory keeps the value, and of these the ones of which it keeps who set them. */
  readonly watched: readonly string[];
  readonly ruled: readonly string[];
  /** Field of links → what its cell shows, where it names the record that the history has. */
  readonly shownLinks: Readonly<Record<string, string>>;
  /** Fields whose cells show links that name no record, or several. */
  readonly openLinks: readonly string[];
  /** What is said of the record because of others, and the mark of what it holds; empty for none. */
  readonly flag: string;
  readonly flagMark: string;
}

/** A memory as it is read back. */
export interface Memory
  extends Pick<Beside, "total" | "last" | "shownLinks" | "openLinks" | "flag" | "flagMark"> {
  readonly record: string;
  readonly kept: Kept;
}

/**
 * The text of the cell. Where it would be too long, it tells the stage alone.
 *
 * @example
 * rememberedStage(memoryText(fixtures.standing.state, fixtures.besideState)) //=> "lead"
 */
export function memoryText(state: RecordState, beside: Beside): string {
  const text = JSON.stringify(keptOf(state, beside));
  return text.length > MOST_CHARACTERS ? JSON.stringify({ s: state.now.stage }) : text;
}

function keptOf(state: RecordState, beside: Beside): Kept {
  const { now, n, name, refused, lastTouch } = state;
  const { last, total, watched, ruled, flag, flagMark } = beside;
  const fields = watched.flatMap((id) => (state.fields[id] ? [[id, state.fields[id]] as const] : []));
  const setBy = (who: string) => ruled.filter((id) => state.setBy[id] === who);
  const links = sorted(Object.entries(state.links)).map(([field, { record, board, name: called }]) => {
    const shown = beside.shownLinks[field];
    return [field, [record, board, called, ...(shown === undefined ? [] : [shown])]] as const;
  });
  const kinds = activityKinds.filter((kind) => state.activities.some((each) => each.kind === kind));
  return {
    i: state.record,
    s: now.stage,
    a: now.at,
    w: name,
    ...(now.reason === undefined ? {} : { b: now.reason }),
    n,
    ...(total > n ? { o: total } : {}),
    ...(last === now.at ? {} : { t: last }),
    ...(fields.length === 0 ? {} : { f: Object.fromEntries(fields) }),
    ...filled("r", setBy("rule")),
    ...filled("p", setBy("person")),
    ...(links.length === 0 ? {} : { l: Object.fromEntries(links) }),
    ...filled("q", beside.openLinks),
    ...filled("m", Object.keys(state.milestones).sort()),
    ...filled("k", kinds),
    ...(kinds.length === state.activities.length ? {} : { c: state.activities.length }),
    ...(refused === undefined ? {} : { x: [refused.to, refused.note] as const }),
    ...(lastTouch === undefined ? {} : { u: lastTouch }),
    ...(state.removed ? { d: 1 as const } : {}),
    ...(flag === "" ? {} : { g: flag }),
    ...(flagMark === "" ? {} : { h: flagMark }),
  };
}

// The same memory is the same text, in whatever order its facts came about.
function sorted<Value>(
  entries: readonly (readonly [string, Value])[],
): readonly (readonly [string, Value])[] {
  return [...entries].sort(([left], [right]) => (left < right ? -1 : 1));
}

function filled<Key extends "r" | "p" | "q" | "m" | "k", Value extends string>(
  key: Key,
  values: readonly Value[],
): { [key in Key]?: Value[] } {
  return values.length === 0 ? {} : ({ [key]: values } as { [key in Key]: Value[] });
}

/**
 * The memory that a cell holds; `undefined` where it holds none, or only the stage.
 *
 * @example
 * memoryFrom(memoryText(fixtures.standing.state, fixtures.besideState))?.record //=> "rada"
 * memoryFrom("lead") //=> undefined
 */
export function memoryFrom(text: string): Memory | undefined {
  const { data: kept } = Kept.safeParse(jsonOf(text));
  if (kept === undefined || momentOf(kept.a) === undefined) return undefined;
  const last = momentOf(kept.t ?? kept.a);
  if (last === undefined || (kept.u !== undefined && momentOf(kept.u) === undefined)) return undefined;
  const links = Object.entries(kept.l ?? {});
  return {
    record: kept.i,
    total: Math.max(kept.n, kept.o ?? 0),
    last,
    shownLinks: Object.fromEntries(
      links.flatMap(([field, [, , , shown]]) => (shown === undefined ? [] : [[field, shown]])),
    ),
    openLinks: kept.q ?? [],
    flag: kept.g ?? "",
    flagMark: kept.h ?? "",
    kept,
  };
}

/**
 * Why the book moved the record by itself, as the cell tells; empty where it did not.
 *
 * @example
 * rememberedReason(memoryText(fixtures.standing.state, fixtures.besideState)) //=> ""
 */
export function rememberedReason(text: string): string {
  return Kept.safeParse(jsonOf(text)).data?.b ?? "";
}

/**
 * The stage, by id, that the cell tells; empty where it tells none.
 *
 * @example
 * rememberedStage("") //=> ""
 */
export function rememberedStage(text: string): string {
  const { data } = Staged.safeParse(jsonOf(text));
  return data?.s ?? "";
}

function jsonOf(text: string): unknown {
  if (!text.startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // somebody wrote in the cell: it is made anew of the history
  }
}

function momentOf(text: string): Moment | undefined {
  try {
    return parseMoment(text);
  } catch {
    return undefined; // as above
  }
}
