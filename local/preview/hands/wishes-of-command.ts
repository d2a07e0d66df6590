// From what a person does in the grid of the page to what the window asks for. The grid's own commands never run where they
// would change something: they are read, stopped, and asked for here, and what the book then holds comes back. A command
// that this product has no act for is stopped and said.

import type { WindowWish } from "../server/window-request.ts";
import { rangeFromShown } from "../shown/shown-range.ts";
import { valuesSet } from "./cells-set.ts";
import { type GridCommand, type Hands, isRange, type Params } from "./hands.ts";
import { deleted, inserted } from "./lines-acted-on.ts";
import { filterWish, sorted } from "./rows-shown.ts";

export type Meaning =
  /** It changes nothing but what the window shows. */
  | { readonly way: "let" }
  | { readonly way: "ask"; readonly wishes: readonly WindowWish[] }
  | { readonly way: "refuse" };

const LET: Meaning = { way: "let" };
const REFUSE: Meaning = { way: "refuse" };

const HARMLESS =
  /^sheet\.command\.(?:move-selection|expand-selection|scroll|select-|set-scroll|set-zoom|change-zoom|set-worksheet-activate$|copy$|toggle-note-popup|re-calc-filter)/;

/** `undefined` where there is no act for what it says. */
type Reader = (params: Params, hands: Hands) => readonly WindowWish[] | undefined;

const readers: Readonly<Record<string, Reader>> = {
  "sheet.command.set-range-values": (params, hands) => valuesSet(params, hands),
  "sheet.command.clear-selection-content": (_, hands) => cleared(hands),
  "sheet.command.clear-selection-all": (_, hands) => cleared(hands),
  "sheet.command.insert-row": ({ range }, hands) => inserted("rows", range, hands),
  "sheet.command.insert-col": ({ range }, hands) => inserted("columns", range, hands),
  "sheet.command.remove-row": ({ range }, hands) => deleted("rows", range, hands),
  "sheet.command.remove-col": ({ range }, hands) => deleted("columns", range, hands),
  "sheet.command.move-range": ({ fromRange, toRange }, { tab }) => moved(tab, fromRange, toRange),
  "sheet.command.auto-fill": ({ sourceRange, targetRange }, { tab }) => filled(tab, sourceRange, targetRange),
  "sheet.command.sort-range": (params, { tab }) => sorted(tab, params),
  "sheet.command.set-filter-criteria": ({ col, criteria }, { tab }) => filterWish(tab, col, criteria),
  "sheet.command.smart-toggle-filter": (_, { tab }) => [{ kind: "toggle filter", tab }],
  "sheet.command.remove-sheet-filter": (_, { tab }) => [{ kind: "toggle filter", tab }],
  "univer.command.undo": () => [{ kind: "undo" }],
  "univer.command.redo": () => [{ kind: "redo" }],
};

export function meaningOf({ id, params }: GridCommand, hands: Hands): Meaning {
  const reader = readers[id];
  if (reader !== undefined) {
    const wishes = reader((params ?? {}) as Params, hands);
    return wishes === undefined ? REFUSE : { way: "ask", wishes };
  }
  return !/^sheets?\.command\./.test(id) || HARMLESS.test(id) ? LET : REFUSE;
}

function cleared({ tab, selections }: Hands): readonly WindowWish[] {
  return selections.map((range) => ({
    kind: "act",
    act: { do: "clear", range: rangeFromShown(tab, range) },
  }));
}

function moved(tab: number, from: unknown, to: unknown): readonly WindowWish[] {
  if (!isRange(from) || !isRange(to)) return [];
  const at = { tab, row: to.startRow + 1, column: to.startColumn + 1 };
  return [{ kind: "act", act: { do: "cutPaste", from: rangeFromShown(tab, from), to: at } }];
}

function filled(tab: number, source: unknown, target: unknown): readonly WindowWish[] {
  if (!isRange(source) || !isRange(target)) return [];
  const [from, to] = [rangeFromShown(tab, source), rangeFromShown(tab, target)];
  return [{ kind: "act", act: { do: "copyPaste", from, to } }];
}
