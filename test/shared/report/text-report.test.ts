import fc from "fast-check";
import { expect, test } from "vitest";
import { displayWidth } from "../../../shared/report/display-width.ts";
import { textReport } from "../../../shared/report/text-report.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { bookOf, deals, dealsNamed, noOrders, shows, threeBoards } from "./book-reports.ts";

const WORDS_NEVER_SHOWN = /cohort|hash|reconcil|Aalen|Kaplan|\bkey|\bgate|sweep|0a1b2c/i;

test("a report of three boards reads like this", async () => {
  await expect(textReport(threeBoards)).toMatchFileSnapshot("golden/three-boards.txt");
});

test("with details it also says how the numbers are made", async () => {
  await expect(textReport(bookOf(deals), { details: true })).toMatchFileSnapshot("golden/deals-in-full.txt");
});

test.each([
  ["Latin without a space", "x".repeat(300)],
  ["Latin with spaces", "a long name ".repeat(25)],
  ["Arabic", "مرحلة ".repeat(50)],
  ["Chinese", "订单".repeat(150)],
  ["emoji", "👩‍💻🎭❤️🇳🇱".repeat(40)],
])("no line is wider than 80 columns with names of 300 characters: %s", (_script, name) => {
  const lines = textReport(bookOf(dealsNamed(name)), { details: true }).split("\n");
  expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80);
});

test("no line is wider than 80 columns, whatever a name is made of", () => {
  const isNarrow = (name: string) =>
    textReport(bookOf(dealsNamed(name)), { details: true })
      .split("\n")
      .every((line) => displayWidth(line) <= 80);
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 120 }), isNarrow), { numRuns: 50 });
});

test("no line is wider than 80 columns with numbers of fifteen digits", () => {
  const many = 123456789012345;
  const stages = deals.stages.map((stage) => ({ ...stage, reached: many, now: many }));
  const lines = textReport(bookOf({ ...deals, stages, records: many })).split("\n");
  expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80);
});

test("how often a record was put off is told where any was", () => {
  const milestones = shows.milestones.map((each) =>
    each.record === "r2" ? { ...each, rescheduled: 2 } : each,
  );
  expect(textReport(bookOf({ ...shows, milestones }))).toMatch(/Rescheduled 2 times: .* 2$/m);
  expect(textReport(bookOf(shows))).not.toContain("Rescheduled");
});

test("a name cannot send codes to the terminal or break a line", () => {
  const text = textReport(bookOf(dealsNamed("\u001b[31mRed\r\nnext\u202e")), { details: true });
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
  expect(text).toContain("[31mRed next");
});

test("a name written from right to left is isolated, so that numbers keep their order", () => {
  expect(textReport(bookOf(shows))).toMatch(/\u2068ليلة[^\u2069]*\u2069/);
});

test("fewer than five are never told as a percentage", () => {
  expect(textReport(bookOf(shows), { details: true }).split("How these numbers")[0]).not.toContain("%");
});

test("the words of the trade are never shown, not even in details", () => {
  expect(textReport(threeBoards, { details: true })).not.toMatch(WORDS_NEVER_SHOWN);
});

test("an empty board says how it starts, and shows no numbers", () => {
  const text = textReport(bookOf(noOrders));
  expect(text).toContain("Orders: no orders yet, as of 20 November 2026");
  expect(text).not.toContain("Reached");
});

test("a book without boards says so", () => {
  expect(textReport(bookOf())).toBe("This book has no boards yet\n");
});

test("where nothing is closed the report says so instead of 0 %", () => {
  const text = textReport(
    bookOf({ ...deals, outcomes: { won: 0, lost: 0 }, cycle: { unit: "days", n: 60 } }),
  );
  expect(text).toContain("Nothing is closed yet: no deal has been won or lost");
});

test("the account of a stage shows itself only when it does not add up", () => {
  const off = deals.ledger.map((line) => (line.stage === "Lead" ? { ...line, entries: 61 } : line));
  expect(textReport(bookOf(deals))).not.toContain("entered 60 times");
  const text = textReport(bookOf({ ...deals, ledger: off }));
  expect(text).toContain("The history does not add up\n  Lead: entered 61 times");
  expect(text).not.toContain("Offer: entered 41 times");
});

test("a long breakdown is cut and says by how much; details show all of it", () => {
  const by = Array.from({ length: 23 }, (_, index) => ({
    ...{ field: "City", value: `City ${index}`, records: index, outcomes: { won: 0, lost: 0 }, now: [] },
  }));
  expect(textReport(bookOf({ ...deals, by }))).toContain("  and 3 more");
  expect(textReport(bookOf({ ...deals, by }), { details: true })).toContain("City 0 ");
});

test("what waits is said first, and a board on which nothing waits says so", () => {
  const lines = textReport(bookOf(deals)).split("\n");
  expect(lines[2]).toBe("Needs attention: 1 reply to answer, 2 stuck, 1 without an owner, 1 next step");
  expect(textReport(bookOf(shows))).toContain("Nothing waits: every reply is answered");
});

test("amounts of different currencies stand beside each other and are never added", () => {
  expect(textReport(bookOf(deals))).toContain("45,200 EUR + 9,000 JPY".replace("9,000", "900,000"));
});

test("a book of four boards is told in brief after an overview, one board of it in full", () => {
  const text = textReport(bookOf(deals, shows, noOrders, deals));
  expect(text.startsWith("4 boards, as of 20 November 2026\n")).toBe(true);
  expect(text).toContain("--board <name> tells one in full");
  expect(text).not.toContain("Per stage");
  expect(textReport(bookOf(deals, shows, noOrders))).toContain("Per stage");
});

test("where no row names an owner that is said once, not for every record", () => {
  const unowned = { ...deals, people: [], present: { ...deals.present, unassigned: deals.present.stuck } };
  expect(textReport(bookOf(unowned))).toContain("Without an owner\n  No deal has an owner yet\n");
});

test("a period that was asked for stands beside as many days before it", () => {
  const [, quarter] = deals.past;
  const asked = { ...deals, from: parseDay("2026-08-23"), past: quarter === undefined ? [] : [quarter] };
  expect(textReport(bookOf(asked))).toContain(
    "  23 August 2026 to 20 November 2026: 20 entered (5 more than in the 90 before),",
  );
});
