// What a window asks of the preview, and that it is one of those things: whatever comes over HTTP is looked at before it is
// believed.

import * as z from "zod/mini";

const number = z.int();
const count = z.int().check(z.minimum(1));
const place = { tab: number, row: number, column: number };
const range = z.object({ ...place, rows: count, columns: count });
const lines = { tab: number, axis: z.enum(["rows", "columns"]), at: number, count };

/** The acts of `local/grid/people` that a window offers. */
const act = z.discriminatedUnion("do", [
  z.object({ do: z.literal("type"), ...place, text: z.string() }),
  z.object({ do: z.literal("clear"), range }),
  z.object({ do: z.literal("checkbox"), ...place }),
  z.object({ do: z.literal("paste"), at: z.object(place), texts: z.array(z.array(z.string())) }),
  z.object({ do: z.literal("copyPaste"), from: range, to: range }),
  z.object({ do: z.literal("cutPaste"), from: range, to: z.object(place) }),
  z.object({ do: z.literal("insertLines"), side: z.enum(["before", "after"]), ...lines }),
  z.object({ do: z.literal("deleteLines"), ...lines }),
  z.object({
    do: z.literal("sort"),
    range,
    by: z
      .array(z.object({ column: number, order: z.enum(["ascending", "descending"]) }))
      .check(z.minLength(1)),
  }),
]);

const wish = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("act"), act }),
  /** What is typed from now on is meant for the rows as they stand. */
  z.object({ kind: z.literal("begin typing") }),
  z.object({ kind: z.literal("end typing") }),
  z.object({ kind: z.literal("undo") }),
  z.object({ kind: z.literal("redo") }),
  /** Puts a filter over what a tab holds, or takes it away. */
  z.object({ kind: z.literal("toggle filter"), tab: number }),
  /** Which texts of a column stay in sight; without any list, all. */
  z.object({
    kind: z.literal("filter"),
    tab: number,
    column: number,
    shown: z.nullable(z.array(z.string())),
  }),
  z.object({ kind: z.literal("select"), range }),
  z.object({ kind: z.literal("menu"), path: z.array(z.string()).check(z.minLength(2)) }),
  z.object({
    kind: z.literal("call"),
    call: z.string(),
    functionName: z.string(),
    args: z.array(z.unknown()),
  }),
  z.object({
    kind: z.literal("answer"),
    dialog: number,
    button: z.enum(["OK", "CANCEL", "YES", "NO", "CLOSE"]),
    text: z.string(),
  }),
  z.object({ kind: z.literal("clock"), to: z.enum(["next hour", "tomorrow", "next Monday"]) }),
  z.object({ kind: z.literal("sit"), email: z.string() }),
]);

const name = z.string().check(z.minLength(8), z.maxLength(80));
const windowRequest = z.object({
  window: name,
  /** One loading of the page. */
  load: name,
  /** Which wish of that loading the first of these is, from 1. */
  first: count,
  wishes: z.readonly(z.array(wish).check(z.minLength(1))),
});

export type WindowRequest = z.infer<typeof windowRequest>;
export type WindowWish = z.infer<typeof wish>;

/** @throws {SyntaxError} where it is none */
export function parseWindowRequest(json: unknown): WindowRequest {
  const { success, data } = windowRequest.safeParse(json);
  if (!success) throw new SyntaxError("nothing that a window asks for");
  return data;
}
