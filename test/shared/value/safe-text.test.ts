import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { oneLine, safeForCsv } from "../../../shared/value/safe-text.ts";

const naughty = new URL("../../../../shared/data/naughty/", import.meta.url);
const absent = !existsSync(naughty) && process.env["CI"] === undefined;

test("a text that begins like a formula gets an apostrophe", () => {
  for (const text of [
    "=1+1",
    "+SUM(A1)",
    "-A1",
    "@now",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋A",
    "－A",
    "＠A",
    "=-1",
  ]) {
    expect(safeForCsv(text)).toBe(`'${text}`);
  }
});

test("numbers and telephone numbers with a sign stay as they are", () => {
  for (const text of ["-12.5", "-1,234.50", "+31 6 12345678", "+31612345678", "-1e-7", "-5 %", "0", ""]) {
    expect(safeForCsv(text)).toBe(text);
  }
});

test("a sign and digits with a calculation behind them are a formula", () => {
  for (const text of ["-1+1", "+1-2", "-2+3+cmd|' /C calc'!A0", "+31 6/2", "-12.5\n=1", "-", "+", "--1"]) {
    expect(safeForCsv(text)).toBe(`'${text}`);
  }
});

test("a text made safe is safe, and is not changed again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(safeForCsv(safeForCsv(text))).toBe(safeForCsv(text));
      expect(safeForCsv(`=${text}`)).toBe(`'=${text}`);
    }),
  );
});

test("control characters leave one line behind", () => {
  expect(oneLine("Hello\r\n\tBcc: x@example.org\u0000\u001b[31m")).toBe("Hello Bcc: x@example.org [31m");
  expect(oneLine("a\u2028b\u0085c")).toBe("a b c");
});

test.skipIf(absent)(
  "no naughty string begins like a formula or breaks a line (skipped where ../shared/data is absent)",
  () => {
    const strings: readonly string[] = JSON.parse(readFileSync(new URL("blns.json", naughty), "utf8"));
    const payloads = readFileSync(new URL("formula-injection.txt", naughty), "utf8").split("\n");
    for (const text of [...strings, ...payloads]) {
      expect(safeForCsv(text)).not.toMatch(/^(?![+-]\d[\d ., ]*(e[+-]?\d+)?$)[=+\-@\t\r\n＝＋－＠]/i);
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }
  },
);
