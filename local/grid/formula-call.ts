// A formula that is one call of a function with plain arguments: `=FUNNEL(Activity!A:N, "Sales", 90, TRUE)`. Any other
// formula is none of ours: this grid computes custom functions only, and of all others it keeps the result that a file
// gave. An argument that would have to be computed makes the whole formula one of those others.

import { type Reference, readReference } from "./references.ts";

export type CallPart =
  | { readonly kind: "value"; readonly value: string | number | boolean | null }
  | { readonly kind: "cells"; readonly reference: Reference };

export interface FormulaCall {
  /** In capitals, as Google tells names of functions apart. */
  readonly name: string;
  readonly parts: readonly CallPart[];
}

const CALL = /^=\s*([A-Za-z_][A-Za-z0-9_.]*)\s*\(([\s\S]*)\)\s*$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const TEXT = /^"((?:[^"]|"")*)"$/;

/** The call that a formula is; `undefined` where it is anything else. */
export function readCall(formula: string): FormulaCall | undefined {
  const known = calls.get(formula);
  if (known !== undefined || calls.has(formula)) return known;
  const call = callOf(formula);
  calls.set(formula, call);
  return call;
}

const calls = new Map<string, FormulaCall | undefined>();

function callOf(formula: string): FormulaCall | undefined {
  const [, name = "", inside = ""] = CALL.exec(formula) ?? [];
  if (name === "") return undefined;
  const texts = inside.trim() === "" ? [] : argumentTexts(inside);
  const parts = texts?.map(partOf) ?? [undefined];
  const read = parts.filter((part) => part !== undefined);
  return read.length === parts.length ? { name: name.toUpperCase(), parts: read } : undefined;
}

// Split at commas, or at semicolons as locales with a decimal comma write them, outside quotes and brackets.
function argumentTexts(inside: string): readonly string[] | undefined {
  const texts = [""];
  let quote = "";
  for (const letter of inside) {
    if (quote === "" && /[()]/.test(letter)) return undefined;
    if (quote === "" && /[,;]/.test(letter)) {
      texts.push("");
      continue;
    }
    if (quote === letter) quote = "";
    else if (quote === "" && /["']/.test(letter)) quote = letter;
    texts[texts.length - 1] += letter;
  }
  return quote === "" ? texts.map((text) => text.trim()) : undefined;
}

function partOf(text: string): CallPart | undefined {
  if (text === "") return { kind: "value", value: null };
  const written = TEXT.exec(text)?.[1];
  if (written !== undefined) return { kind: "value", value: written.replace(/""/g, '"') };
  if (/^true$/i.test(text)) return { kind: "value", value: true };
  if (/^false$/i.test(text)) return { kind: "value", value: false };
  if (NUMBER.test(text)) return { kind: "value", value: Number(text) };
  const reference = readReference(text);
  return reference === undefined ? undefined : { kind: "cells", reference };
}
