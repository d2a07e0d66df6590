import { expect, test } from "vitest";
import { dropdown, gridOf, paint, seen } from "../../grid/grids.ts";
import { batch, range, refusal, replyTo, sheetSeen } from "./batches.ts";

const grid = gridOf([["a"], ["b"]]);
const red = (text: string) => ({
  ranges: [range(grid, "A1:A9")],
  booleanRule: {
    condition: { type: "TEXT_EQ", values: [{ userEnteredValue: text }] },
    format: { backgroundColor: { red: 1 }, backgroundColorStyle: { rgbColor: { red: 1 } } },
  },
});
const add = (text: string, index?: number) => ({
  addConditionalFormatRule: { rule: red(text), ...(index === undefined ? {} : { index }) },
});

test("a rule of validation is set on every cell of a range, and taken off without one", () => {
  const rule = {
    condition: { type: "ONE_OF_LIST", values: [{ userEnteredValue: "a" }] },
    strict: true,
    showCustomUi: true,
  };
  const ruled = batch(grid, { setDataValidation: { range: range(grid, "A1:A2"), rule } });
  expect(seen(ruled, "A1:A2", "validations")).toEqual([
    [dropdown("a").validation],
    [dropdown("a").validation],
  ]);
  const free = batch(paint(grid, "A1:A2", dropdown("x")), {
    setDataValidation: { range: range(grid, "A1") },
  });
  expect(seen(free, "A1:A2", "validations")).toEqual([[null], [dropdown("x").validation]]);
});

test("colours by rule stand in their order, the newest first, and are told as they were sent", () => {
  const coloured = batch(grid, add("one"), add("two"), add("three", 1));
  expect(sheetSeen(coloured, "conditionalFormats").conditionalFormats).toEqual([
    red("two"),
    red("three"),
    red("one"),
  ]);
});

test("a rule is replaced, moved and deleted by its place", () => {
  const coloured = batch(grid, add("one"), add("two"));
  const change = { updateConditionalFormatRule: { sheetId: 0, index: 0, rule: red("new") } };
  expect(replyTo(coloured, change)).toEqual({
    updateConditionalFormatRule: { oldRule: red("two"), newRule: red("new") },
  });
  const moved = batch(coloured, { updateConditionalFormatRule: { sheetId: 0, index: 0, newIndex: 1 } });
  expect(sheetSeen(moved, "conditionalFormats").conditionalFormats).toEqual([red("one"), red("two")]);
  const gone = { deleteConditionalFormatRule: { sheetId: 0, index: 0 } };
  expect(replyTo(moved, gone)).toEqual({ deleteConditionalFormatRule: { rule: red("one") } });
  expect(refusal(grid, gone)).toContain("No conditional format on sheet at index: 0");
});

test("colours that the grid does not know are refused", () => {
  const gradient = { ranges: [range(grid, "A1")], gradientRule: {} };
  expect(refusal(grid, { addConditionalFormatRule: { rule: gradient } })).toContain(
    '"gradientRule" is not kept',
  );
});
