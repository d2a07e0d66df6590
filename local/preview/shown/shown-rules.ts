// The dropdowns and boxes of a tab. A cell of the grid has its rule, the page wants rules with the stretches of cells that
// have them: cells that lie below one another and have rules alike are one stretch. What a dropdown takes from cells is
// told as it stands there now, since those cells may be on a tab that the page does not have.

import type { Validation } from "../../grid/protocol.ts";
import type { Spreadsheet, Tab } from "../../grid/spreadsheet.ts";
import { choicesOf } from "../../grid/validation-rules.ts";
import { offeredRange, textsOffered } from "./file-lists.ts";
import type { UniverRange, UniverRule } from "./univer-data.ts";

export function shownRules(state: Spreadsheet, tab: Tab): readonly UniverRule[] {
  const stretches = new Map<string, { readonly rule: Validation; readonly ranges: UniverRange[] }>();
  const width = Math.max(0, ...tab.rows.map((row) => row?.cells.length ?? 0));
  for (let column = 0; column < width; column++) {
    let open: { key: string; startRow: number } | undefined;
    for (let row = 0; row <= tab.rows.length; row++) {
      const rule = tab.rows[row]?.cells[column]?.validation;
      const key = rule === undefined ? undefined : keyOf(rule);
      if (key === open?.key) continue;
      if (open !== undefined) close(stretches, open, { row, column });
      open = key === undefined ? undefined : { key, startRow: row };
      if (key !== undefined && rule !== undefined && !stretches.has(key))
        stretches.set(key, { rule, ranges: [] });
    }
  }
  return [...stretches.values()].flatMap(({ rule, ranges }, index) =>
    ruleOf(state, rule, { uid: `${tab.id}-${index}`, ranges }),
  );
}

/** The tabs whose cells the dropdowns of a tab offer. */
export function tabsOffered(state: Spreadsheet, tab: Tab): ReadonlySet<number> {
  const rules = new Set<Validation>();
  for (const row of tab.rows) {
    if (row?.refers !== true) continue;
    for (const cell of row.cells) if (cell?.validation !== undefined) rules.add(cell.validation);
  }
  const ranges = [...rules].flatMap(({ criteria }) => {
    if (criteria.kind === "range") return [criteria.range];
    const isList = criteria.kind === "formula" && criteria.isList === true;
    return isList ? (offeredRange(state, criteria.formula) ?? []) : [];
  });
  return new Set(ranges.map((range) => range.tab));
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
  rule: Validation,
  place: Pick<UniverRule, "uid" | "ranges">,
): readonly UniverRule[] {
  const common = { ...place, allowBlank: true, errorStyle: 0, renderMode: 1 } as const;
  const { criteria } = rule;
  switch (criteria.kind) {
    case "checkbox":
      return [{ ...common, type: "checkbox", showDropDown: false }];
    case "formula": {
      const range = criteria.isList === true ? offeredRange(state, criteria.formula) : undefined;
      if (range === undefined) return [];
      const formula1 = JSON.stringify(textsOffered(state, range));
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
