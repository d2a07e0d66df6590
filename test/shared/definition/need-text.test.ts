import fc from "fast-check";
import { expect, test } from "vitest";
import { activityKinds } from "../../../shared/definition/activity.ts";
import type { Condition, Need } from "../../../shared/definition/need.ts";
import {
  type NamedField,
  needsFromText,
  textFromNeed,
  textFromNeeds,
} from "../../../shared/definition/need-text.ts";
import { nameKey } from "../../../shared/table/cell.ts";

const fields: readonly NamedField[] = [
  { id: "company", name: "Company", aliases: ["Firm"] },
  { id: "news_on", name: "News on", aliases: [] },
  { id: "post_on", name: "Post on", aliases: [] },
  { id: "paid", name: "Paid", aliases: [] },
  { id: "budget", name: "Budget", aliases: [] },
];

function needOf(...anyOf: readonly Condition[]): Need {
  return { anyOf };
}

function read(text: string): readonly Need[] {
  const { needs, faults } = needsFromText(text, fields);
  expect(faults).toEqual([]);
  return needs;
}

function faultsOf(text: string): readonly string[] {
  return needsFromText(text, fields).faults;
}

test("semicolons and new lines part needs, and or parts alternatives", () => {
  const company = needOf({ test: "filled", field: "company" });
  const budget = needOf({ test: "filled", field: "budget" }, { test: "filled", field: "paid" });
  expect(read("Company; Budget or Paid")).toEqual([company, budget]);
  expect(read("company\nBUDGET OR paid\r\n")).toEqual([company, budget]);
  expect(read(" ; ;\n")).toEqual([]);
});

test("each kind of condition is said in plain words", () => {
  expect(read("News on within 90 days")).toEqual([
    needOf({ test: "within days", field: "news_on", days: 90 }),
  ]);
  expect(read("News on within 1 day")).toEqual([needOf({ test: "within days", field: "news_on", days: 1 })]);
  expect(read("Budget at least 1000.5")).toEqual([
    needOf({ test: "at least", field: "budget", value: 1000.5 }),
  ]);
  expect(read("Paid is yes")).toEqual([needOf({ test: "is", field: "paid", value: "yes" })]);
  expect(read("Reply: yes logged")).toEqual([needOf({ test: "logged", activity: "reply-yes" })]);
});

test.each([
  ["the advance is paid", { test: "paid", share: "advance" }],
  ["The invoice  is paid", { test: "paid", share: "all" }],
  ["part of the invoice is paid", { test: "paid", share: "any" }],
  ["the advance is not paid", { test: "unpaid", share: "advance" }],
  ["the invoice is not paid", { test: "unpaid", share: "all" }],
  ["nothing of the invoice is paid", { test: "unpaid", share: "any" }],
] as const)("%s: what came in is asked for in plain words", (text, condition) => {
  expect(read(text)).toEqual([needOf(condition)]);
  expect(read(textFromNeeds(read(text), fields))).toEqual([needOf(condition)]);
});

test("a field is known by a former name", () => {
  expect(read("Firm")).toEqual([needOf({ test: "filled", field: "company" })]);
});

test("what cannot be understood says what there is", () => {
  expect(faultsOf("Price")).toEqual([
    '"Price" is not a field of this pipeline; its fields are Company, News on, Post on, Paid, Budget',
  ]);
  expect(faultsOf("Wave logged")).toEqual([
    '"Wave" is nothing that is logged; write one of E-mail out, Reply: yes, Reply: no, Reply: later, Call, Meeting, Rescheduled, Note',
  ]);
  expect(faultsOf('"A; B" logged')[0]).toMatch(/^"A; B" is nothing that is logged/);
});

test("a quotation mark that is never closed hides none of the needs behind it", () => {
  expect(faultsOf('Company "; Budget; Nonsense')).toHaveLength(2);
});

test("a need of which one alternative is not understood is left out whole", () => {
  expect(needsFromText("Company or Price; Budget", fields).needs).toEqual([
    needOf({ test: "filled", field: "budget" }),
  ]);
});

test.each([
  "a is b",
  "this or that",
  "a; b",
  'the "big" one',
  '"',
  '""',
  '"a" is "b"',
  "within",
  "x within 5 days",
  "at  least 5",
  "line\nbreak",
  "logged",
  "Call logged",
  "is",
  "or",
  "x is ",
  "a\tor\tb",
  "«or»",
  "at\u00a0least 3",
])("a field called %j is written and read again", (name) => {
  const field: NamedField = { id: "f", name, aliases: [] };
  const needs: readonly Need[] = [
    needOf({ test: "filled", field: "f" }),
    needOf({ test: "is", field: "f", value: name }, { test: "at least", field: "f", value: -2.5e-7 }),
    needOf({ test: "within days", field: "f", days: 0 }),
  ];
  expect(needsFromText(textFromNeeds(needs, [field]), [field])).toEqual({ needs, faults: [] });
});

test("a missing need is told as it was written", () => {
  const need = needOf(
    { test: "within days", field: "news_on", days: 90 },
    { test: "filled", field: "post_on" },
  );
  expect(textFromNeed(need, fields)).toBe("News on within 90 days or Post on");
});

const word = fc.oneof(
  fc.constantFrom("or", "is", "at", "least", "within", "days", "logged", '"', ";", "\n", "5", " ", "é", ","),
  fc.string({ maxLength: 4 }),
);
const phrase = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) => words.join(" "))
  .filter((name) => nameKey(name) !== "");
const someFields = fc
  .uniqueArray(phrase, { selector: nameKey, minLength: 1, maxLength: 4 })
  .map((names) => names.map((name, number): NamedField => ({ id: `f${number}`, name, aliases: [] })));

const someNeeds = someFields.chain((all) => {
  const field = fc.constantFrom(...all.map(({ id }) => id));
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ test: fc.constant("filled" as const), field }),
    fc.record({ test: fc.constant("is" as const), field, value: fc.oneof(phrase, fc.string()) }),
    fc.record({ test: fc.constant("at least" as const), field, value: number }),
    fc.record({ test: fc.constant("within days" as const), field, days: fc.nat() }),
    fc.record({ test: fc.constant("logged" as const), activity: fc.constantFrom(...activityKinds) }),
  );
  const need = fc.record({ anyOf: fc.array(condition, { minLength: 1, maxLength: 3 }) });
  return fc.array(need, { maxLength: 3 }).map((needs) => ({ all, needs }));
});

test("needs on fields of any name are read as they were written", () => {
  fc.assert(
    fc.property(someNeeds, ({ all, needs }) => {
      expect(needsFromText(textFromNeeds(needs, all), all)).toEqual({ needs, faults: [] });
    }),
    { numRuns: 2000 },
  );
});

test("any text is understood or told, and what is understood is written the same way again", () => {
  fc.assert(
    fc.property(fc.oneof(phrase, fc.string(), fc.string({ unit: "binary" })), someFields, (text, all) => {
      const { needs, faults } = needsFromText(text, all);
      if (faults.length === 0) expect(needsFromText(textFromNeeds(needs, all), all).needs).toEqual(needs);
    }),
    { numRuns: 2000 },
  );
});
