import { expect, test } from "vitest";
import { inferredType } from "../../../shared/table/inferred-type.ts";

test("a column has the type that all of its filled cells fit", () => {
  expect(inferredType(["yes", "no", null, "Yes"])).toBe("yes/no");
  expect(inferredType([true, false])).toBe("yes/no");
  expect(inferredType([1, "2.5", "1,000", ""])).toBe("number");
  expect(inferredType(["€ 5", "1.234,50 EUR"])).toBe("money");
  expect(inferredType(["20.11.2026", { serial: 46110 }])).toBe("day");
  expect(inferredType(["08:30", "8:30 pm", { serial: 0.5 }])).toBe("time");
  expect(inferredType(["ada@example.org"])).toBe("e-mail");
  expect(inferredType(["example.org", "https://example.org/a"])).toBe("link");
  expect(inferredType(["+31 6 12345678", "020 7946 0958"])).toBe("phone");
});

test("one cell that does not fit makes it text", () => {
  expect(inferredType(["1", "2", "many"])).toBe("text");
  expect(inferredType(["2026-11-20", "soon"])).toBe("text");
});

test("digits that a number would change are text", () => {
  expect(inferredType(["007", "12"])).toBe("text");
  expect(inferredType(["12345678901234567890"])).toBe("text");
  expect(inferredType(["3.1.1", "3.1.10"])).toBe("text");
  expect(inferredType(["1C1I7A6R", "Z063OYW0"])).toBe("text");
});

test("zero and decimals below one are numbers all the same", () => {
  expect(inferredType(["0", "0.5", "0,25"])).toBe("number");
});

test("a column of 1 and 0 is a number, and an empty one is text", () => {
  expect(inferredType(["1", "0"])).toBe("number");
  expect(inferredType([])).toBe("text");
  expect(inferredType(["", null, { error: "#N/A" }])).toBe("text");
});
