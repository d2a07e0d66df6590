// Colours by rule, in the API's words and in the grid's, which knows texts that are equal and formulas, and of looks the
// two colours and bold type. A rule that says more is not kept, and whoever brings one is told so.

import type { sheets_v4 } from "@googleapis/sheets";
import type { ConditionalFormat } from "../../grid/protocol.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { type ApiGridRange, gridRangeFrom } from "../grid-range.ts";
import { formatJson, lookFrom } from "./cell-format.ts";
import { rangeJson } from "./ranges.ts";
import { conditionOf, valuesOf } from "./validation-rule.ts";

type Rule = sheets_v4.Schema$ConditionalFormatRule;

export function conditionalRuleJson(format: ConditionalFormat): Rule {
  const { condition, background, fontColour, isBold } = format;
  const look = {
    ...(background === undefined ? {} : { background }),
    ...(fontColour === undefined ? {} : { fontColour }),
    ...(isBold === true ? { isBold } : {}),
  };
  return {
    ranges: format.ranges.map(rangeJson),
    booleanRule: {
      condition:
        condition.kind === "text is"
          ? conditionOf("TEXT_EQ", condition.text)
          : conditionOf("CUSTOM_FORMULA", condition.formula),
      format: formatJson(look) ?? {},
    },
  };
}

/** The rule as the grid keeps it; `undefined` where it knows none of that kind. @throws {ApiError} where a range is not there */
export function conditionalRuleFrom(state: Spreadsheet, rule: Rule): ConditionalFormat | undefined {
  const { condition, format } = rule.booleanRule ?? {};
  const when = conditionFrom(condition ?? {});
  const { background, fontColour, isBold } = lookFrom(format ?? {}, state.locale);
  if (when === undefined) return undefined;
  return {
    ranges: (rule.ranges ?? []).map((range) => gridRangeFrom(state, range as ApiGridRange)),
    condition: when,
    ...(background === undefined ? {} : { background }),
    ...(fontColour === undefined ? {} : { fontColour }),
    ...(isBold === undefined ? {} : { isBold }),
  };
}

function conditionFrom(
  condition: sheets_v4.Schema$BooleanCondition,
): ConditionalFormat["condition"] | undefined {
  const [value] = valuesOf(condition);
  if (value === undefined) return undefined;
  if (condition.type === "TEXT_EQ") return { kind: "text is", text: value };
  return condition.type === "CUSTOM_FORMULA" ? { kind: "formula", formula: value } : undefined;
}
