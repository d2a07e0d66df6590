// The dropdowns that a layout draws on its tab: those that are missing or offer something else than the layout wants. A
// dropdown that people made in one of our columns stands.

import type { TabLayout } from "../layout.ts";
import type { DraftedBook } from "../planning/drafted-book.ts";
import { filledRows, type ReadTab, type TabDraft } from "../planning/tab-draft.ts";
import { type Offer, type OfferedValues, offeredValues } from "./offered-values.ts";
import { DROPDOWN_HELP } from "./own-dressing.ts";
import type { PresentDressing, PresentRule } from "./present-dressing.ts";

/** A dropdown that is drawn into some cells of a column. */
export interface DrawnDropdown<Tab extends ReadTab = ReadTab> {
  /** From 0. */
  readonly column: number;
  readonly row: number;
  readonly rows: number;
  readonly offer: Offer<Tab>;
  readonly takesOthers: boolean;
}

/** A tab that is laid out. */
export interface DressedTab<Tab extends ReadTab = ReadTab> {
  readonly draft: TabDraft<Tab>;
  readonly layout: TabLayout;
  readonly present: PresentDressing;
  /** Rows that it has. */
  readonly rows: number;
}

/**
 * The dropdowns that are drawn.
 *
 * @example
 * const dropdown = { kind: "values", values: ["Apple", "Pear"] };
 * const [article] = fixtures.pricesLayout.columns;
 * const layout = { ...fixtures.pricesLayout, columns: [{ ...article, dropdown }] };
 * const book = draftedBook(fixtures.pricesBook);
 * const tab = { draft: draftNamed(book, "Prices"), layout, present: bareTab, rows: 1000 };
 * drawnDropdowns(book, tab) //=> [{ column: 0, row: 2, rows: 999, offer: dropdown, takesOthers: true }]
 */
export function drawnDropdowns<Tab extends ReadTab>(
  book: DraftedBook<Tab>,
  tab: DressedTab<Tab>,
): readonly DrawnDropdown<Tab>[] {
  return tab.layout.columns.flatMap((layout) => {
    const column = tab.draft.columns.get(layout.key);
    const offered = column === undefined ? undefined : offeredValues(book, tab.draft, layout);
    if (column === undefined || offered === undefined) return [];
    const takesOthers = layout.others !== "refuse";
    return drawnIn(tab, offered, { column, takesOthers });
  });
}

function drawnIn<Tab extends ReadTab>(
  { present, rows }: DressedTab<Tab>,
  offered: OfferedValues<Tab>,
  { column, takesOthers }: Pick<DrawnDropdown, "column" | "takesOthers">,
): readonly DrawnDropdown<Tab>[] {
  const isRight = (rule: PresentRule | undefined, offer: Offer) =>
    rule !== undefined && rule.takesOthers === takesOthers && offers(rule, offer);
  if (offered.kind === "by row") {
    return [...offered.offers].flatMap(([row, offer]) => {
      const rule = present.ruleAt(row, column);
      const stands = isPeoples(rule) || isRight(rule, offer);
      return stands ? [] : [{ column, row, rows: 1, offer, takesOthers }];
    });
  }
  const { offer } = offered;
  const standing = [present.ruleAt(2, column), present.ruleAt(rows, column)];
  if (rows < 2 || standing.some(isPeoples) || standing.every((rule) => isRight(rule, offer))) return [];
  return [{ column, row: 2, rows: rows - 1, offer, takesOthers }];
}

function isPeoples(rule: PresentRule | undefined): boolean {
  return rule !== undefined && rule.help !== DROPDOWN_HELP;
}

// Cells that take in all below them may have grown since, or be fewer than the tab has now.
function offers({ choices }: PresentRule, offer: Offer): boolean {
  if (choices === undefined) return false;
  if (choices.kind === "values") {
    return offer.kind === "values" && offer.values.join("\n") === choices.values.join("\n");
  }
  if (offer.kind === "values" || offer.draft.open === undefined) return false;
  const { tab, column, first, last } = choices;
  if (tab !== offer.draft.name || column !== offer.column || first !== offer.first) return false;
  return offer.last === undefined ? last >= (filledRows(offer.draft).slice(-1)[0] ?? 1) : last === offer.last;
}
