// Which tabs the cells of a row name, by their formulas and rules. Whatever is added to the history of a book moves lines
// of that tab, and all tabs follow: the thousands of rows that do not name it are told by this, which is found once a row.

import type { Validation } from "./protocol.ts";
import { tabsNamedIn } from "./references.ts";
import type { GridCell, Row } from "./spreadsheet.ts";

export interface NamedTab {
  readonly id: number;
  readonly name: string;
}

/** Whether a cell of a row of the tab `own` names cells of `tab`. */
export function namesTab(row: Row, tab: NamedTab, own: NamedTab): boolean {
  if (!row.refers) return false;
  const named = namedIn(row);
  if (tab.id === own.id && named.has(OWN)) return true;
  return named.has(tab.name.toLowerCase()) || named.has(byId(tab.id));
}

const OWN = "";

// Names of tabs, and ids where a rule tells its cells apart by those.
type Named = ReadonlySet<string>;

const ofRows = new WeakMap<Row, Named>();
const ofRules = new WeakMap<Validation, Named>();

function namedIn(row: Row): Named {
  const known = ofRows.get(row);
  if (known !== undefined) return known;
  let named: Named = NOBODY;
  for (const cell of row.cells) {
    if (cell !== undefined) named = both(named, namedByCell(cell));
  }
  ofRows.set(row, named);
  return named;
}

const NOBODY: Named = new Set();

function namedByCell({ formula, validation }: GridCell): Named {
  const byRule = validation === undefined ? NOBODY : namedByRule(validation);
  return formula === undefined ? byRule : both(new Set(tabsNamedIn(formula)), byRule);
}

function namedByRule(rule: Validation): Named {
  const known = ofRules.get(rule);
  if (known !== undefined) return known;
  const { criteria } = rule;
  const named: Named =
    criteria.kind === "range"
      ? new Set([byId(criteria.range.tab)])
      : new Set(criteria.kind === "formula" ? tabsNamedIn(criteria.formula) : []);
  ofRules.set(rule, named);
  return named;
}

// Most cells of a row name nothing that those before them did not.
function both(left: Named, right: Named): Named {
  if (left.size === 0) return right;
  return [...right].every((name) => left.has(name)) ? left : new Set([...left, ...right]);
}

// No tab is called so.
function byId(id: number): string {
  return `#${id}!`;
}
