import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cell } from "../../../shared/table/cell.ts";
import { type FieldValue, fieldTypes } from "../../../shared/table/field-type.ts";
import { type CellKind, readCell, writeCell } from "../../../shared/table/field-value.ts";
import { dayFromNumber } from "../../../shared/value/day.ts";
import { money } from "../../../shared/value/money.ts";

const naughty = new URL("../../../../shared/data/naughty/blns.json", import.meta.url);
const absent = !existsSync(naughty) && process.env["CI"] === undefined;

const stages: CellKind = { type: "choice", options: ["Lead", "Offer", "Won"] };

function readValue(cell: Cell, kind: CellKind): FieldValue | undefined {
  return readCell(cell, kind).value;
}

function readFault(cell: Cell, kind: CellKind): string | undefined {
  return readCell(cell, kind).fault;
}

test("a blank cell has neither a value nor a fault, whatever its type", () => {
  for (const type of fieldTypes) {
    for (const cell of [null, undefined, "", "  \u00a0\n"]) expect(readCell(cell, { type })).toEqual({});
  }
});

test("a formula error is a fault, whatever the type", () => {
  for (const type of fieldTypes) {
    expect(readCell({ error: "#REF!" }, { type })).toEqual({ fault: '"#REF!" is a formula error' });
  }
});

test("a fault quotes what stands in the cell and says what would be right", () => {
  expect(readFault("abc", { type: "number" })).toBe('"abc" is not a number like 1234.5');
  expect(readFault(true, { type: "number" })).toBe('"TRUE" is not a number like 1234.5');
  expect(readFault("abc", { type: "money", currency: "EUR" })).toBe('"abc" is not an amount like 1234.50');
  expect(readFault("31.02.2026", { type: "day" })).toBe('"31.02.2026" is not a day like 2026-11-20');
  expect(readFault("24:00", { type: "time" })).toBe('"24:00" is not a time like 08:30');
  expect(readFault("maybe", { type: "yes/no" })).toBe('"maybe" is not yes or no');
  expect(readFault("Wonn", stages)).toBe('"Wonn" is not one of Lead, Offer, Won');
  expect(readFault("ada", { type: "e-mail" })).toBe('"ada" is not an e-mail address like ada@example.org');
  expect(readFault("javascript:alert(1)", { type: "link" })).toBe(
    '"javascript:alert(1)" is not a link like https://example.org',
  );
});

test("a long text is quoted in part, and on one line", () => {
  expect(readFault(`a\nb${"c".repeat(100)}`, { type: "number" })).toBe(
    `"a b${"c".repeat(57)}…" is not a number like 1234.5`,
  );
});

test("of many options a fault names the first dozen", () => {
  const options = Array.from({ length: 15 }, (_, index) => `o${index + 1}`);
  expect(readFault("x", { type: "choice", options })).toBe(
    '"x" is not one of o1, o2, o3, o4, o5, o6, o7, o8, o9, o10, o11, o12 and 3 more',
  );
});

test("a number that the spreadsheet took for a date is a fault, not a serial number", () => {
  expect(readFault({ serial: 46110 }, { type: "number" })).toBe(
    '"2026-03-29" is a date or a time, not a number like 1234.5',
  );
});

test("more digits than a number keeps are refused and not rounded", () => {
  expect(readFault("12345678901234567890", { type: "number" })).toBe(
    '"12345678901234567890" has more digits than a number keeps; a field of text keeps them',
  );
});

test("a number in a money field is an amount in the currency of the field", () => {
  expect(readValue(1.005, { type: "money", currency: "EUR" })).toEqual(money(101, "EUR"));
  expect(readFault(12, { type: "money" })).toBe('"12" has no currency; an amount like 1234.50 EUR has');
  expect(readValue("12 EUR", { type: "money" })).toEqual(money(1200, "EUR"));
});

test("a day is read from a date, from a plain serial number and from text", () => {
  for (const cell of [{ serial: 46346.75 }, 46346, "20.11.2026", "2026-11-20", 20261120]) {
    expect(readValue(cell, { type: "day" })).toBe("2026-11-20");
  }
  for (const cell of [0, 0.5, -1, 2958466, true]) expect(readFault(cell, { type: "day" })).toBeDefined();
  expect(readValue("05/06/2026", { type: "day", dayOrder: "month first" })).toBe("2026-05-06");
});

test("a time is read from the fraction of a day and from text", () => {
  for (const cell of [{ serial: 0.75 }, { serial: 46346.75 }, 0.75, "18:00", "6 pm"]) {
    expect(readValue(cell, { type: "time" })).toBe("18:00");
  }
  expect(readFault(18, { type: "time" })).toBe('"18" is not a time like 08:30');
});

test("yes and no are read from ticks, words and 1 and 0", () => {
  expect([true, "Ja", 1, "x"].map((cell) => readValue(cell, { type: "yes/no" }))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([false, "nee", 0].map((cell) => readValue(cell, { type: "yes/no" }))).toEqual([false, false, false]);
  expect(readFault(2, { type: "yes/no" })).toBe('"2" is not yes or no');
});

test("a choice is found whatever its case and spaces, and comes in the spelling of the option", () => {
  expect(readValue(" offer ", stages)).toBe("Offer");
  expect(readValue(2, { type: "choice", options: ["1", "2"] })).toBe("2");
  expect(readValue("anything", { type: "choice" })).toBe("anything");
});

test("options that differ in case only are told apart", () => {
  expect(readValue("b", { type: "choice", options: ["B", "b"] })).toBe("b");
});

test("text keeps its leading zeros, and a number becomes its digits", () => {
  expect(readValue("007", { type: "text" })).toBe("007");
  expect(readValue(31612345678, { type: "phone" })).toBe("31612345678");
  expect(readValue(1e21, { type: "text" })).toBe("1000000000000000000000");
  expect(readValue({ serial: 46346 }, { type: "text" })).toBe("2026-11-20");
});

test("a text that begins like a formula is text", () => {
  for (const type of ["text", "long text", "person", "record link"] as const) {
    expect(readValue("=1+1", { type })).toBe("=1+1");
  }
});

test("an e-mail address keeps its spelling, without spaces around it", () => {
  expect(readValue(" Ada@Example.org ", { type: "e-mail" })).toBe("Ada@Example.org");
  expect(readFault("a@x.org,b@x.org", { type: "e-mail" })).toBeDefined();
});

const texts = fc.string({ unit: "grapheme" }).filter((text) => text === text.trim() && text !== "");
const values: fc.Arbitrary<readonly [FieldValue, CellKind]> = fc.oneof(
  typed(texts, { type: "text" }),
  typed(texts, { type: "long text" }),
  typed(fc.constantFrom("007", "=1+1", "TRUE", "1e5", "-"), { type: "phone" }),
  typed(fc.constantFrom("Ada@example.org"), { type: "e-mail" }),
  typed(fc.constantFrom("https://example.org/?a=b", "example.org"), { type: "link" }),
  typed(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    { type: "number" },
  ),
  typed(fc.integer({ min: -719_162, max: 2_932_896 }).map(dayFromNumber), { type: "day" }),
  typed(
    fc.nat(1439).map((minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`),
    { type: "time" },
  ),
  typed(fc.boolean(), { type: "yes/no" }),
  typed(fc.constantFrom("Lead", "Offer", "Won"), stages),
  ...["EUR", "JPY", "KWD", "CLF"].flatMap((currency) => {
    const amounts = fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 });
    const all = amounts.map((amountMinor) => money(amountMinor, currency));
    return [
      typed(all, { type: "money", currency }),
      typed(all, { type: "money" }),
      typed(all, { type: "money", decimal: "comma" }),
    ];
  }),
);

function typed(
  value: fc.Arbitrary<FieldValue>,
  kind: CellKind,
): fc.Arbitrary<readonly [FieldValue, CellKind]> {
  return value.map((one) => [one, kind] as const);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

test("reading what was written gives the value again, for every type", () => {
  fc.assert(
    fc.property(values, ([value, kind]) => {
      expect(readCell(writeCell(value, kind), kind)).toEqual({ value });
    }),
    { numRuns: 2000 },
  );
});

test("days, times, numbers and amounts are written as numbers", () => {
  expect(writeCell("2026-11-20", { type: "day" })).toEqual({ serial: 46346 });
  expect(writeCell("18:00", { type: "time" })).toEqual({ serial: 0.75 });
  expect(writeCell(money(1250, "EUR"), { type: "money", currency: "EUR" })).toBe(12.5);
  expect(writeCell(money(1250, "EUR"), { type: "money" })).toBe("12.5 EUR");
});

test("a value of another kind is not written", () => {
  expect(() => writeCell("soon", { type: "day" })).toThrow('"soon" is not a day like 2026-11-20');
  expect(() => writeCell(money(5, "USD"), { type: "money", currency: "EUR" })).toThrow(
    '"0.05 USD" is not in EUR, the currency of this column',
  );
  expect(() => writeCell(Number.NaN, { type: "number" })).toThrow(expect.objectContaining({ code: "value" }));
});

test.skipIf(absent)(
  "no naughty string makes any reader stumble (skipped where ../shared/data is absent)",
  () => {
    const strings: readonly string[] = JSON.parse(readFileSync(naughty, "utf8"));
    for (const text of strings) {
      for (const type of fieldTypes) {
        const reading = readCell(text, { type, currency: "EUR", options: ["Lead"] });
        expect(Object.keys(reading).length, `${type} ${text}`).toBe(text.trim() === "" ? 0 : 1);
        if (type === "text") expect(reading.value ?? "").toBe(text.trim());
      }
    }
  },
);
