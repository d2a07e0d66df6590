import { expect, test } from "vitest";
import { clip, displayWidth, headOf } from "../../../shared/report/display-width.ts";

test("Chinese and emoji take two columns, marks take none", () => {
  expect(
    ["Lead", "订单", "🎭", "e\u0301", "مرحلة", "🇳🇱", "❤\ufe0f", "한국", "ＡＢ"].map(displayWidth),
  ).toEqual([...[4, 4, 2, 1, 5, 2, 2, 4, 4]]);
});

test("a text that fits is not cut", () => {
  expect(clip("Lead", 4)).toBe("Lead");
});

test("a cut text ends in an ellipsis and fits", () => {
  expect(clip("订单订单", 6)).toBe("订单…");
});

test("a cut never parts a letter from its mark, nor a joined emoji", () => {
  expect(headOf("e\u0301a", 1)).toBe("e\u0301");
  expect(headOf("👩\u200d💻x", 1)).toBe("👩\u200d💻");
});
