// Requests about rules: of validation, on cells; of colours, in the order in which they count. A rule of a kind that the
// grid does not keep is refused, not lost.

import { withBlock } from "../../grid/cell-block.ts";
import type { ConditionalFormat, GridRange, Validation } from "../../grid/protocol.ts";
import { copiedFormula } from "../../grid/references.ts";
import { type Spreadsheet, withTab } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { type ApiGridRange, gridRangeFrom, sheetById } from "../grid-range.ts";
import { conditionalRuleFrom, conditionalRuleJson } from "../resource/conditional-rule.ts";
import { type Acted, type BatchActs, type RequestOf, required } from "./batch-act.ts";
import { ruleReader, withRule } from "./cell-change.ts";

export const ruleActs: BatchActs = {
  setDataValidation: (state, request) => ({ state: withValidation(state, request) }),
  addConditionalFormatRule: (state, { rule, index }) => {
    const made = ruleFrom(state, rule);
    const id = made.ranges[0]?.tab ?? 0;
    const rules = sheetById(state, id).conditionalFormats;
    return { state: withRules(state, id, rules.toSpliced(index ?? 0, 0, made)) };
  },
  updateConditionalFormatRule: updated,
  deleteConditionalFormatRule: (state, { sheetId, index }) => {
    const { rules, rule, at } = ruleAt(state, sheetId, index);
    return {
      state: withRules(state, sheetId ?? 0, rules.toSpliced(at, 1)),
      reply: { deleteConditionalFormatRule: { rule: conditionalRuleJson(rule) } },
    };
  },
};

function withValidation(state: Spreadsheet, request: RequestOf<"setDataValidation">): Spreadsheet {
  const range = gridRangeFrom(state, required(request.range, "range") as ApiGridRange);
  const rule = ruleReader(state, range.tab)(request.rule);
  const ruleAt = rulesOver(rule, range);
  const known = new Map<unknown, ReturnType<typeof withRule>>();
  const tab = withBlock(sheetById(state, range.tab), range, (cell, row, column) => {
    const here = ruleAt(row, column);
    if (here !== rule) return withRule(cell, here);
    if (!known.has(cell)) known.set(cell, withRule(cell, rule));
    return known.get(cell);
  });
  return withTab(state, tab);
}

// A formula is said for the first cell, and is in every other one as it reads there.
function rulesOver(
  rule: Validation | undefined,
  range: GridRange,
): (row: number, column: number) => Validation | undefined {
  if (rule?.criteria.kind !== "formula") return () => rule;
  const { criteria } = rule;
  const { formula } = criteria;
  return (row, column) => {
    const here = copiedFormula(formula, row - range.row, column - range.column);
    return here === formula ? rule : { ...rule, criteria: { ...criteria, formula: here } };
  };
}

function updated(state: Spreadsheet, request: RequestOf<"updateConditionalFormatRule">): Acted {
  const { sheetId, newIndex } = request;
  const { rules, rule, at } = ruleAt(state, sheetId, request.index);
  const next = request.rule === undefined || request.rule === null ? rule : ruleFrom(state, request.rule);
  const to = newIndex ?? at;
  if (to < 0 || to >= rules.length) throw noRule(to);
  const after = withRules(state, sheetId ?? 0, rules.toSpliced(at, 1).toSpliced(to, 0, next));
  const replaced = { oldRule: conditionalRuleJson(rule), newRule: conditionalRuleJson(next) };
  const moved = typeof newIndex === "number" ? { oldIndex: at, newIndex: to } : {};
  return { state: after, reply: { updateConditionalFormatRule: { ...replaced, ...moved } } };
}

function ruleFrom(
  state: Spreadsheet,
  json: RequestOf<"addConditionalFormatRule">["rule"],
): ConditionalFormat {
  const sent = required(json, "rule");
  const rule = conditionalRuleFrom(state, sent);
  if (rule === undefined) {
    const type = sent.booleanRule?.condition?.type ?? "gradientRule";
    throw invalidArgument(`a conditional format with the condition "${type}" is not kept by this server`);
  }
  const [first] = rule.ranges;
  if (first === undefined) throw invalidArgument("Must specify at least one range.");
  if (rule.ranges.some(({ tab }) => tab !== first.tab)) {
    throw invalidArgument("All ranges of a rule must be on one sheet.");
  }
  return rule;
}

function ruleAt(state: Spreadsheet, sheetId: number | null | undefined, index: number | null | undefined) {
  const rules = sheetById(state, sheetId ?? 0).conditionalFormats;
  const at = index ?? 0;
  const rule = rules[at];
  if (rule === undefined) throw noRule(at);
  return { rules, rule, at };
}

function noRule(index: number) {
  return invalidArgument(`No conditional format on sheet at index: ${index}`);
}

function withRules(state: Spreadsheet, id: number, rules: readonly ConditionalFormat[]): Spreadsheet {
  return withTab(state, { ...sheetById(state, id), conditionalFormats: rules });
}
