// The classes ConditionalFormatRule, its builder, and BooleanCondition.

import type { ConditionalFormat } from "../../../grid/protocol.ts";
import type { Execution } from "../execution.ts";
import { constant, constants, standIn } from "../stand-in.ts";
import { cellsOf, type Workbook } from "./workbook.ts";

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type Condition = GoogleAppsScript.Spreadsheet.BooleanCondition;

export const booleanCriteria = constants<typeof GoogleAppsScript.Spreadsheet.BooleanCriteria>(
  "TEXT_EQUAL_TO",
  "CUSTOM_FORMULA",
);

const formats = new WeakMap<object, ConditionalFormat>();

/** The format that a ConditionalFormatRule stands for. */
export function formatOf(execution: Execution, rule: Rule): ConditionalFormat {
  return formats.get(rule) ?? execution.fail("The parameters don't match the method signature");
}

export function newConditionalFormat(workbook: Workbook, format: ConditionalFormat): Rule {
  const rule = standIn<Rule>({
    copy: () => newConditionalFormatBuilder(workbook, format),
    getRanges: () => workbook.execution.realm.list(format.ranges.map(workbook.range)),
    getBooleanCondition: () => condition(workbook, format),
    getGradientCondition: () => null,
  });
  formats.set(rule, format);
  return rule;
}

export function newConditionalFormatBuilder(workbook: Workbook, from?: ConditionalFormat): Builder {
  const { execution } = workbook;
  let draft: Partial<ConditionalFormat> = from ?? {};
  const change = (part: Partial<ConditionalFormat>): Builder => {
    draft = { ...draft, ...part };
    return builder;
  };
  const ready = (): ConditionalFormat => {
    const { ranges, condition: when } = draft;
    if (when === undefined) return execution.fail("Conditional format rule must have a condition");
    if (ranges === undefined || ranges.length === 0)
      return execution.fail("Conditional format rule must have at least one range");
    return { ...draft, ranges, condition: when };
  };
  const builder = standIn<Builder>({
    whenTextEqualTo: (text) => change({ condition: { kind: "text is", text } }),
    whenFormulaSatisfied: (formula) => change({ condition: { kind: "formula", formula } }),
    setBackground: (colour) => change(colour === null ? {} : { background: colour.toLowerCase() }),
    setFontColor: (colour) => change(colour === null ? {} : { fontColour: colour.toLowerCase() }),
    setBold: (isBold) => change(isBold === null ? {} : { isBold }),
    setRanges: (ranges) => change({ ranges: Array.from(ranges, (range) => cellsOf(execution, range)) }),
    build: () => newConditionalFormat(workbook, ready()),
    copy: () => newConditionalFormatBuilder(workbook, ready()),
  });
  return builder;
}

function condition(workbook: Workbook, format: ConditionalFormat): Condition {
  const { condition: when } = format;
  const name = when.kind === "text is" ? "TEXT_EQUAL_TO" : "CUSTOM_FORMULA";
  return standIn<Condition>({
    getCriteriaType: () => constant(booleanCriteria, name),
    getCriteriaValues: () =>
      workbook.execution.realm.list([when.kind === "text is" ? when.text : when.formula]),
    getBackground: () => format.background ?? null,
    getFontColor: () => format.fontColour ?? null,
    getBold: () => format.isBold ?? null,
  });
}
