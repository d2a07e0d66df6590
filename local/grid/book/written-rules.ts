// The rules of data validation of a tab as an .xlsx file holds them: cells of a column that have the same rule in one
// range. In a column that carries our mark they carry our name too, so that the command renews them and nobody else's.

import { escapeAttribute, escapeText } from "../../book/xml-text.ts";
import type { GridRange, Validation } from "../protocol.ts";
import { copiedFormula } from "../references.ts";
import type { Tab } from "../spreadsheet.ts";
import { rangeText } from "./file-ranges.ts";
import { ruleFormula } from "./file-rules.ts";

/** Cells of one column, from one row to another, that have one rule. */
interface RuleRun {
  readonly rule: Validation;
  readonly range: GridRange;
}

export interface RuleWriting {
  /** The text of a range, with its tab; `undefined` where the tab is gone. */
  readonly tabText: (range: GridRange) => string | undefined;
  /** The cells of the hidden tab that hold a long list. */
  readonly placeList: (values: readonly string[]) => string;
  /** Whether a column, from 1, carries a mark of ours. */
  readonly isOurs: (column: number) => boolean;
}

/** The element with all rules; empty where the tab has none. */
export function rulesText(tab: Tab, writing: RuleWriting): string {
  const groups = new Map<string, RuleRun[]>();
  for (const run of runsOf(tab)) {
    const key = JSON.stringify([
      run.rule,
      writing.isOurs(run.range.column),
      run.rule.criteria.kind === "formula" && run.range,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  const entries = [...groups.values()].map((runs) => entryText(runs, writing));
  if (entries.length === 0) return "";
  return `<dataValidations count="${entries.length}">${entries.join("")}</dataValidations>`;
}

function runsOf(tab: Tab): readonly RuleRun[] {
  const runs: RuleRun[] = [];
  for (let column = 1; column <= tab.maxColumns; column++) {
    let last: RuleRun | undefined;
    for (let row = 1; row <= tab.rows.length; row++) {
      const rule = tab.rows[row - 1]?.cells[column - 1]?.validation;
      if (rule !== undefined && last !== undefined && goesOn(last, rule, row)) {
        last = { ...last, range: { ...last.range, rows: row - last.range.row + 1 } };
        continue;
      }
      if (last !== undefined) runs.push(last);
      last =
        rule === undefined ? undefined : { rule, range: { tab: tab.id, row, column, rows: 1, columns: 1 } };
    }
    if (last !== undefined) runs.push(last);
  }
  return runs;
}

function goesOn({ rule, range }: RuleRun, next: Validation, row: number): boolean {
  if (rule === next) return true;
  if (rule.criteria.kind !== "formula") return JSON.stringify(rule) === JSON.stringify(next);
  const formula = copiedFormula(rule.criteria.formula, row - range.row, 0);
  return JSON.stringify({ ...rule, criteria: { ...rule.criteria, formula } }) === JSON.stringify(next);
}

function entryText(runs: readonly RuleRun[], writing: RuleWriting): string {
  const [first] = runs;
  if (first === undefined) return "";
  const { rule, range } = first;
  const { type, formula } = ruleFormula(rule, writing.tabText, writing.placeList);
  const style = rule.allowsInvalid ? ' errorStyle="warning"' : "";
  const title = writing.isOurs(range.column) ? ' errorTitle="Stageline"' : "";
  const prompt =
    rule.helpText === undefined ? "" : ` prompt="${escapeAttribute(rule.helpText.slice(0, 255))}"`;
  const reference = runs.map((run) => rangeText(run.range)).join(" ");
  const head = `type="${type}"${style} allowBlank="1" showInputMessage="1" showErrorMessage="1"${title}${prompt}`;
  return `<dataValidation ${head} sqref="${reference}"><formula1>${escapeText(formula)}</formula1></dataValidation>`;
}
