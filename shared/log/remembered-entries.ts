// A memory told as entries, so that the next step of a record is taken over them as over its history. They stand for
// that history and are never written: each fact comes once, at the time at which the record entered its stage or was
// touched last.

import { type ActivityKind, isTouch } from "../definition/activity.ts";
import { parseMoment } from "../value/moment.ts";
import type { Entry } from "./entry.ts";
import type { Kept, Memory } from "./record-memory.ts";
import { FIELD_PREFIX } from "./replay.ts";

/**
 * Entries of which `replay` makes the state that was remembered.
 *
 * @example
 * replay(rememberedEntries(memoryFrom(memoryText(fixtures.standing.state, fixtures.besideState)), "deals")).get("rada").now.stage
 * //=> "lead"
 */
export function rememberedEntries(memory: Memory, board: string): readonly Entry[] {
  const { kept, record } = memory;
  const at = parseMoment(kept.a);
  const touched = kept.u === undefined ? at : parseMoment(kept.u);
  const plain = { at, board, record, n: kept.n, who: "", knownBy: "sweep", name: kept.w, note: "" } as const;
  const facts: readonly Pick<Entry, "kind" | "data" | "to" | "note" | "knownBy" | "at">[] = [
    { ...plain, ...beginning(kept), to: kept.s, data: plainFields(kept) },
    ...setFields(kept, "r").map((data) => ({
      ...plain,
      kind: "field" as const,
      knownBy: "rule" as const,
      data,
    })),
    ...setFields(kept, "p").map((data) => ({ ...plain, kind: "field" as const, data })),
    ...activitiesOf(kept).map((kind) => ({ ...plain, kind, at: isTouch(kind) ? touched : at, data: {} })),
    ...(kept.m ?? []).map((milestone) => ({ ...plain, kind: "milestone" as const, data: { milestone } })),
    ...Object.entries(kept.l ?? {}).map(([field, [to = "", on = "", name = ""]]) => ({
      ...plain,
      kind: "linked" as const,
      data: { field, with: to, board: on, name },
    })),
    ...refusalOf(kept).map((refusal) => ({ ...plain, ...refusal, data: {} })),
    ...(kept.d === undefined ? [] : [{ ...plain, kind: "removed" as const, data: {} }]),
  ];
  return facts.map((fact, index) => ({ ...plain, ...fact, id: `remembered ${index}` }));
}

// Where the book moved it by itself, the move and its reason.
function beginning({ b }: Kept): Pick<Entry, "kind" | "note" | "knownBy"> {
  if (b === undefined) return { kind: "created", note: "", knownBy: "sweep" };
  return { kind: "moved", note: b, knownBy: "rule" };
}

function plainFields({ f = {} }: Kept): Entry["data"] {
  return Object.fromEntries(Object.entries(f).map(([id, text]) => [FIELD_PREFIX + id, text]));
}

function setFields({ f = {}, ...kept }: Kept, by: "r" | "p"): readonly Entry["data"][] {
  return (kept[by] ?? []).map((field) => ({ field, to: f[field] ?? "" }));
}

// Which of them came how often is nothing that a step asks for.
function activitiesOf({ k = [], c = k.length }: Kept): readonly ActivityKind[] {
  const [first] = k;
  return first === undefined ? [] : [...k, ...Array.from({ length: Math.max(c - k.length, 0) }, () => first)];
}

function refusalOf({ x }: Kept): readonly Pick<Entry, "kind" | "to" | "note">[] {
  return x === undefined ? [] : [{ kind: "refused", to: x[0], note: x[1] }];
}
