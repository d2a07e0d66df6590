// Which fields of an answer, or of a change, are meant: "a.b,c(d,e)", with "/" for "." too and "*" for all. An answer
// keeps the place of every message that the mask leads through, empty or not, as Google's answers do.

import { invalidArgument } from "./api-error.ts";

/** "all": the whole of it. Else by field, what is meant below it. */
export type Mask = "all" | { readonly [field: string]: Mask };

const TOKEN = /[A-Za-z0-9_@$-]+|[*.,/()]|\s+|./gu;

/** The mask that a text is; of a missing one everything. @throws {ApiError} where it is none */
export function parseMask(text: string | undefined): Mask {
  if (text === undefined || text.trim() === "") return "all";
  const tokens = (text.match(TOKEN) ?? []).filter((token) => token.trim() !== "");
  const { mask, next } = parsedFields(tokens, 0);
  if (next < tokens.length) throw misread(text);
  return mask;

  function parsedFields(from: readonly string[], start: number): { mask: Mask; next: number } {
    let found: Mask = {};
    let at = start;
    for (;;) {
      const { path, below, next: end } = parsedField(from, at);
      found = merged(found, nested(path, below));
      if (from[end] !== ",") return { mask: found, next: end };
      at = end + 1;
    }
  }

  function parsedField(from: readonly string[], start: number) {
    const path: string[] = [];
    let at = start;
    for (;;) {
      const name = from[at] ?? "";
      if (!/^(?:[A-Za-z0-9_@$-]+|\*)$/.test(name)) throw misread(text ?? "");
      path.push(name);
      at += 1;
      if (from[at] === "." || from[at] === "/") at += 1;
      else break;
    }
    if (from[at] !== "(") return { path, below: "all" as Mask, next: at };
    const inner = parsedFields(from, at + 1);
    if (from[inner.next] !== ")") throw misread(text ?? "");
    return { path, below: inner.mask, next: inner.next + 1 };
  }
}

/** What the mask leaves of an answer. */
export function masked(json: unknown, mask: Mask): unknown {
  if (mask === "all") return json;
  if (Array.isArray(json)) return json.map((entry) => masked(entry, mask));
  if (typeof json !== "object" || json === null) return undefined;
  const kept = Object.entries(json).flatMap(([field, value]) => {
    const below = maskOf(mask, field);
    const part = below === undefined ? undefined : masked(value, below);
    return part === undefined ? [] : [[field, part] as const];
  });
  return Object.fromEntries(kept);
}

/** What the mask says of what is below a path such as "sheets.data"; `undefined` where it wants nothing of it. */
export function maskWithin(mask: Mask, path: string): Mask | undefined {
  let present: Mask | undefined = mask;
  for (const field of path.split(".")) {
    if (present === undefined) return undefined;
    present = maskOf(present, field);
  }
  return present;
}

/** Whether anything at the path or below it is wanted. */
export function maskWants(mask: Mask, path: string): boolean {
  return maskWithin(mask, path) !== undefined;
}

function maskOf(mask: Mask, field: string): Mask | undefined {
  if (mask === "all") return "all";
  const [named, any] = [Object.hasOwn(mask, field) ? mask[field] : undefined, mask["*"]];
  return named === undefined || any === undefined ? (named ?? any) : merged(named, any);
}

function nested(path: readonly string[], below: Mask): Mask {
  return path.reduceRight<Mask>((inner, field, index) => {
    return field === "*" && index === path.length - 1 && inner === "all" ? "all" : { [field]: inner };
  }, below);
}

function merged(one: Mask, other: Mask): Mask {
  if (one === "all" || other === "all") return "all";
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    fields.map((field) => {
      const [left, right] = [one[field], other[field]];
      return [
        field,
        left === undefined || right === undefined ? (left ?? right ?? "all") : merged(left, right),
      ];
    }),
  );
}

function misread(text: string) {
  return invalidArgument(`Invalid field mask: ${text}`);
}
