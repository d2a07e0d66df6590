// Rules of data validation as an .xlsx file writes them, both ways. A list is written with its values, or where these
// are too long or hold a comma, with the cells of a hidden tab that hold them; a box to tick is a list of yes and no. A
// formula is written for the first cell of its range, and every cell has it as it reads there. Rules for numbers, days
// and lengths have no place in the grid and are left out; a prompt without a rule is a note.

import type { GridRange, Validation } from "../protocol.ts";
import { copiedFormula } from "../references.ts";
import type { Tab } from "../spreadsheet.ts";
import { referencedRange } from "./file-ranges.ts";

/** What a file says of some cells. */
export interface FileRule {
  readonly type: string;
  /** Without "=". */
  readonly formula: string;
  readonly isRefusing: boolean;
  readonly prompt: string;
}

/** The hidden tab that holds the values of long lists, one list a column; it is no tab of the grid. */
export const VALUES_TAB = "_dropdown values";

const CHECKBOX = '"TRUE,FALSE"';
const MOST_INLINE_CHARACTERS = 255;

/** The rule of each cell, by how far it lies below and to the right of the first; `undefined` where the grid has none. */
export function readRule(
  rule: FileRule,
  where: { readonly tabs: readonly Tab[]; readonly own: Tab },
  longList: (range: GridRange) => readonly string[] | undefined,
): ((down: number, right: number) => Validation) | undefined {
  const help = rule.prompt === "" ? {} : { helpText: rule.prompt };
  const made = (criteria: Validation["criteria"]): Validation => ({
    criteria,
    allowsInvalid: !rule.isRefusing,
    ...help,
  });
  if (rule.type === "list") {
    const criteria = listCriteria(rule.formula, where, longList);
    if (criteria !== undefined) {
      const same = made(criteria);
      return () => same;
    }
  }
  if (rule.type !== "list" && rule.type !== "custom") return undefined;
  const isList = rule.type === "list" ? { isList: true as const } : {};
  return relativeRule(made, { kind: "formula", formula: rule.formula, ...isList });
}

/** The formula that a file has for a rule, without "="; a long list is placed by whoever holds the hidden tab. */
export function ruleFormula(
  rule: Validation,
  tabText: (range: GridRange) => string | undefined,
  placeList: (values: readonly string[]) => string,
): { readonly type: "list" | "custom"; readonly formula: string } {
  const { criteria } = rule;
  switch (criteria.kind) {
    case "checkbox":
      return { type: "list", formula: CHECKBOX };
    case "range":
      return { type: "list", formula: tabText(criteria.range) ?? "#REF!" };
    case "list":
      return { type: "list", formula: inlineList(criteria.values) ?? placeList(criteria.values) };
    case "formula":
      return { type: criteria.isList === true ? "list" : "custom", formula: criteria.formula };
  }
}

function listCriteria(
  formula: string,
  { tabs, own }: { readonly tabs: readonly Tab[]; readonly own: Tab },
  longList: (range: GridRange) => readonly string[] | undefined,
): Validation["criteria"] | undefined {
  if (formula === CHECKBOX) return { kind: "checkbox" };
  const written = /^"(.*)"$/s.exec(formula)?.[1];
  if (written !== undefined) {
    const values = written
      .replace(/""/g, '"')
      .split(",")
      .map((value) => value.trim());
    return { kind: "list", values, showsDropdown: true };
  }
  const range = referencedRange(tabs, formula, own);
  if (range === undefined) return undefined;
  const values = longList(range);
  if (values !== undefined) return { kind: "list", values, showsDropdown: true };
  return { kind: "range", range, showsDropdown: true };
}

type FormulaCriteria = Extract<Validation["criteria"], { readonly kind: "formula" }>;

function relativeRule(
  made: (criteria: Validation["criteria"]) => Validation,
  criteria: FormulaCriteria,
): (down: number, right: number) => Validation {
  const { formula } = criteria;
  const same = made(criteria);
  if (copiedFormula(formula, 1, 1) === formula) return () => same;
  return (down, right) => made({ ...criteria, formula: copiedFormula(formula, down, right) });
}

function inlineList(values: readonly string[]): string | undefined {
  const isPlain = values.every((value) => value !== "" && value === value.trim() && !/[",\n\r]/.test(value));
  const formula = `"${values.join(",")}"`;
  const fits = isPlain && values.length > 0 && formula.length <= MOST_INLINE_CHARACTERS;
  return fits && formula !== CHECKBOX ? formula : undefined;
}
