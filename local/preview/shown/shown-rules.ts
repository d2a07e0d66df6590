// The dropdowns and boxes of a tab. A cell of the grid has its rule, the page wants rules with the stretches of cells that
// have them: cells that lie below one another and have rules alike are one stretch. What a dropdown takes from cells is
// told as it stands there now, since those cells may be on a tab that the page does not have.

import type { Validation } from "../../grid/protocol.ts";
import type { Row, Spreadsheet, Tab } from "../../grid/spreadsheet.ts";
import { choicesOf } from "../../grid/validation-rules.ts";
import { offeredTexts, offeringTabs } from "./file-lists.ts";
import type { UniverRange, UniverRule } from "./univer-data.ts";

interface Stretches {
  readonly rule: Validation;
  readonly ranges: readonly UniverRange[];
}

export function shownRules(state: Spreadsheet, tab: Tab): readonly UniverRule[] {
  return merged(
    stretchesIn(tab.rows).flatMap(({ rule, ranges }, index) =>
      ruleOf(state, tab, { rule, place: { uid: `${tab.id}-${index}`, ranges } }),
    ),
  );
}

// Where each row asks for a list of its own, most of them ask for the same.
function merged(rules: readonly UniverRule[]): readonly UniverRule[] {
  const alike = new Map<string, UniverRule>();
  for (const rule of rules) {
    const key = `${rule.type} ${rule.showDropDown} ${rule.formula1 ?? ""}`;
    const before = alike.get(key);
    alike.set(key, before === undefined ? rule : { ...before, ranges: [...before.ranges, ...rule.ranges] });
  }
  return [...alike.values()];
}

/** Spares a look at every cell of a tab in which only values changed. */
export function carryRules(was: Tab["rows"], rows: Tab["rows"]): void {
  const known = stretches.get(was);
  const isLike = was.length === rows.length && rows.every((row, index) => hasSameRules(was[index], row));
  if (known !== undefined && isLike) stretches.set(rows, known);
}

/** The tabs whose cells the dropdowns of a tab offer. */
export function tabsOffered(state: Spreadsheet, tab: Tab): ReadonlySet<number> {
  return new Set(
    stretchesIn(tab.rows).flatMap(({ rule: { criteria } }) => {
      if (criteria.kind === "range") return [criteria.range.tab];
      const isList = criteria.kind === "formula" && criteria.isList === true;
      return isList ? offeringTabs(state, tab, criteria.formula) : [];
    }),
  );
}

// Rows never change, so that the stretches of a list of them are found once.
const stretches = new WeakMap<Tab["rows"], readonly Stretches[]>();

function stretchesIn(rows: Tab["rows"]): readonly Stretches[] {
  const known = stretches.get(rows);
  if (known !== undefined) return known;
  const found = foundStretches(rows);
  stretches.set(rows, found);
  return found;
}

function foundStretches(rows: Tab["rows"]): readonly Stretches[] {
  const found = new Map<string, { readonly rule: Validation; readonly ranges: UniverRange[] }>();
  const width = Math.max(0, ...rows.map((row) => row?.cells.length ?? 0));
  for (let column = 0; column < width; column++) {
    let open: { key: string; startRow: number } | undefined;
    for (let row = 0; row <= rows.length; row++) {
      const rule = rows[row]?.cells[column]?.validation;
      const key = rule === undefined ? undefined : keyOf(rule);
      if (key === open?.key) continue;
      if (open !== undefined) close(found, open, { row, column });
      open = key === undefined ? undefined : { key, startRow: row };
      if (key !== undefined && rule !== undefined && !found.has(key)) found.set(key, { rule, ranges: [] });
    }
  }
  return [...found.values()];
}

function hasSameRules(was: Row | undefined, row: Row | undefined): boolean {
  if (was === row) return true;
  const count = Math.max(was?.cells.length ?? 0, row?.cells.length ?? 0);
  for (let column = 0; column < count; column++) {
    const [old, present] = [was?.cells[column]?.validation, row?.cells[column]?.validation];
    if (old !== present && (old === undefined || present === undefined || keyOf(old) !== keyOf(present)))
      return false;
  }
  return true;
}

function close(
  stretches: ReadonlyMap<string, { readonly ranges: UniverRange[] }>,
  { key, startRow }: { readonly key: string; readonly startRow: number },
  end: { readonly row: number; readonly column: number },
): void {
  const { row, column } = end;
  stretches.get(key)?.ranges.push({ startRow, endRow: row - 1, startColumn: column, endColumn: column });
}

function ruleOf(
  state: Spreadsheet,
  tab: Tab,
  { rule, place }: { readonly rule: Validation; readonly place: Pick<UniverRule, "uid" | "ranges"> },
): readonly UniverRule[] {
  const common = { ...place, allowBlank: true, errorStyle: 0, renderMode: 1 } as const;
  const { criteria } = rule;
  switch (criteria.kind) {
    case "checkbox":
      return [{ ...common, type: "checkbox", showDropDown: false }];
    case "formula": {
      const texts = criteria.isList === true ? offeredTexts(state, tab, criteria.formula) : undefined;
      if (texts === undefined || texts.length === 0) return [];
      const formula1 = JSON.stringify(texts);
      return [{ ...common, type: "list", formula1, showDropDown: true }];
    }
    case "list":
    case "range": {
      const formula1 = JSON.stringify(choicesOf(state, rule));
      return [{ ...common, type: "list", formula1, showDropDown: criteria.showsDropdown }];
    }
  }
}

function keyOf(rule: Validation): string {
  const known = keys.get(rule);
  if (known !== undefined) return known;
  const key = JSON.stringify(rule.criteria);
  keys.set(rule, key);
  return key;
}

const keys = new WeakMap<Validation, string>();
