import { expect, test } from "vitest";
import type { ConditionalFormat, Validation } from "../../../../local/grid/protocol.ts";
import {
  conditionalRuleFrom,
  conditionalRuleJson,
} from "../../../../local/sheets-api/resource/conditional-rule.ts";
import { validationFrom, validationJson } from "../../../../local/sheets-api/resource/validation-rule.ts";
import { at, gridOf } from "../../grid/grids.ts";

const grid = gridOf([], { tabs: ["Sales", "Set up"] });

test.each<[string, Validation]>([
  ["a list", { criteria: { kind: "list", values: ["a", "b"], showsDropdown: true }, allowsInvalid: false }],
  [
    "a range",
    {
      criteria: { kind: "range", range: at(grid, "Set up!A2:A9"), showsDropdown: false },
      allowsInvalid: true,
    },
  ],
  ["a checkbox", { criteria: { kind: "checkbox" }, allowsInvalid: false, helpText: "Tick" }],
  ["a formula", { criteria: { kind: "formula", formula: "$A2>1" }, allowsInvalid: true }],
])("%s is told and read again as it was", (_, rule) => {
  expect(validationFrom(grid, validationJson(grid, rule), 0)).toEqual(rule);
});

test("a range of choices is told as a formula with fixed cells, and one without a tab is the cell's own", () => {
  const rule: Validation = {
    criteria: { kind: "range", range: at(grid, "Set up!A2:A9"), showsDropdown: true },
    allowsInvalid: true,
  };
  expect(validationJson(grid, rule)).toEqual({
    condition: { type: "ONE_OF_RANGE", values: [{ userEnteredValue: "='Set up'!$A$2:$A$9" }] },
    showCustomUi: true,
  });
  const own = { condition: { type: "ONE_OF_RANGE", values: [{ userEnteredValue: "=B2:B" }] } };
  expect(validationFrom(grid, own, 0)?.criteria).toEqual({
    kind: "range",
    range: at(grid, "B2:B1000"),
    showsDropdown: false,
  });
});

test("rules that the grid does not know are not read", () => {
  const rule = (type: string, ...values: readonly string[]) => ({
    condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) },
  });
  expect(validationFrom(grid, rule("NUMBER_GREATER", "1"), 0)).toBeUndefined();
  expect(validationFrom(grid, rule("BOOLEAN", "yes", "no"), 0)).toBeUndefined();
  expect(validationFrom(grid, rule("ONE_OF_RANGE", "A1:A2"), 0)).toBeUndefined();
  expect(conditionalRuleFrom(grid, { booleanRule: rule("BLANK") })).toBeUndefined();
});

test.each<ConditionalFormat>([
  {
    ranges: [at(grid, "A2:C9")],
    condition: { kind: "text is", text: "Won" },
    background: "#00ff00",
    isBold: true,
  },
  {
    ranges: [at(grid, "Set up!A1")],
    condition: { kind: "formula", formula: "=$A2=1" },
    fontColour: "#123456",
  },
])("colours by rule are told and read again as they were", (format) => {
  expect(conditionalRuleFrom(grid, conditionalRuleJson(format))).toEqual(format);
});
