// The colour rules of a layout. Where one of ours is missing, or is one too many, all of ours are drawn anew behind
// people's, which stay as they are.

import { columnLetters } from "../cell.ts";
import type { DressedTab } from "./drawn-dropdowns.ts";
import { colourFormula, exampleFormula, isOwnColour } from "./own-dressing.ts";
import type { PresentColour } from "./present-dressing.ts";

/** A rule for the cells of a column (from 0), or of several beside each other, from row 2 to the last. */
export interface DrawnColour {
  readonly at: number;
  /** The last of them; absent for one. */
  readonly to?: number;
  readonly formula: string;
  /** "#rrggbb". */
  readonly background: string;
}

/**
 * All rules of ours; `undefined` where they stand already.
 *
 * @example
 * const [article] = fixtures.pricesLayout.columns;
 * const colours = [{ text: "Apple", background: "#c8e6c9" }];
 * const layout = { ...fixtures.pricesLayout, columns: [{ ...article, colours }] };
 * const tab = { draft: draftOf("Prices", { table: fixtures.pricesTable }), layout, present: bareTab, rows: 1000 };
 * drawnColours(tab) //=> [{ at: 0, formula: '=($A2="Apple")+N("Stageline")', background: "#c8e6c9" }]
 * drawnColours({ ...tab, layout: fixtures.pricesLayout }) //=> undefined
 */
export function drawnColours({
  draft,
  layout,
  present,
  rows,
}: DressedTab): readonly DrawnColour[] | undefined {
  if (rows < 2) return undefined;
  const texts = layout.columns.flatMap(({ key, colours = [] }) => {
    const at = draft.columns.get(key);
    if (at === undefined) return [];
    return colours.map(({ text, background }) => {
      return { at, formula: colourFormula(`${columnLetters(at)}2`, text), background };
    });
  });
  const wanted: readonly DrawnColour[] = [...exampleColour({ draft, layout }), ...texts];
  const standing = present.colours.filter(({ formula }) => isOwnColour(formula)).map(signature);
  const signatures = wanted.map(({ at, to: _, ...rule }) =>
    signature({ ...rule, ranges: [{ column: at, row: 2, lastRow: rows }] }),
  );
  return standing.join("\n") === signatures.join("\n") ? undefined : wanted;
}

// Over the whole row as people see it, columns of theirs between ours included; it comes before all others.
function exampleColour({ draft, layout }: Pick<DressedTab, "draft" | "layout">): readonly DrawnColour[] {
  const id = draft.columns.get("id");
  const { exampleColour: background, columns } = layout;
  if (background === undefined || id === undefined) return [];
  const shown = columns.flatMap(({ key, hidden }) => (hidden === true ? [] : (draft.columns.get(key) ?? [])));
  if (shown.length === 0) return [];
  const formula = exampleFormula(`${columnLetters(id)}2`);
  return [{ at: Math.min(...shown), to: Math.max(...shown), formula, background }];
}

function signature({ formula, background, ranges }: PresentColour): string {
  return [
    formula,
    background?.toLowerCase(),
    ...ranges.map(({ column, row, lastRow }) => `${column}:${row}-${lastRow}`),
  ].join(" ");
}
