import { expect, test } from "vitest";
import { htmlReport } from "../../../shared/report/html-report.ts";
import { bookOf, deals, dealsNamed, noOrders, shows, threeBoards } from "./book-reports.ts";

/** What a reader sees outside of the fold and the style sheet. */
function visibleText(html: string): string {
  return html.replace(/<style>[\s\S]*?<\/style>|<details>[\s\S]*?<\/details>/g, "").replace(/<[^>]+>/g, " ");
}

// Kept as .txt, so that no formatter of HTML changes the page under review.
test("the page of three boards is this", async () => {
  await expect(htmlReport(threeBoards)).toMatchFileSnapshot("golden/three-boards.html.txt");
});

test("a name that is markup stays text, in tables, charts and the title", () => {
  const html = htmlReport(bookOf(dealsNamed('<script>alert("x")</script>')));
  expect(html).not.toMatch(/<script/i);
  expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)");
});

test("the page asks for nothing from outside and runs nothing", () => {
  const html = htmlReport(threeBoards).replaceAll('xmlns="http://www.w3.org/2000/svg"', "");
  expect(html).not.toMatch(/https?:|\bsrc=|\bhref=|url\(|@import|\son\w+=/);
});

test("headings go down one level at a time", () => {
  const levels = [...htmlReport(threeBoards).matchAll(/<h(\d)/g)].map((match) => Number(match[1]));
  expect(levels[0]).toBe(1);
  expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
});

test("no two elements of the page have the same id", () => {
  const ids = [...htmlReport(bookOf(deals, shows, deals)).matchAll(/\sid="([^"]+)"/g)].map(
    (match) => match[1],
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test("every head of a table has a scope", () => {
  expect(htmlReport(threeBoards)).not.toMatch(/<th(?! scope=")[ >]/);
});

test("fewer than five are never told as a percentage", () => {
  expect(visibleText(htmlReport(bookOf(shows)))).not.toContain("%");
});

test("the words of the trade are never shown", () => {
  expect(visibleText(htmlReport(threeBoards))).not.toMatch(
    /cohort|hash|reconcil|Aalen|Kaplan|\bkey|\bgate|sweep/i,
  );
});

test("an empty board says how it starts, and has no chart", () => {
  const html = htmlReport(bookOf(noOrders));
  expect(html).toContain(
    "There are no orders yet; the first name that is typed on the tab &quot;Orders&quot;",
  );
  expect(html).not.toContain("<svg");
});

test("where nothing is closed the page says so instead of 0 %", () => {
  const html = htmlReport(bookOf({ ...deals, outcomes: { won: 0, lost: 0 } }));
  expect(html).toContain("nothing is closed yet");
});

test("a history that does not add up is said above the numbers", () => {
  const ledger = deals.ledger.map((line) => ({ ...line, here: 0 }));
  const html = htmlReport(bookOf({ ...deals, ledger }));
  expect(html.indexOf("this does not add up")).toBeLessThan(html.indexOf("<h3>Past</h3>"));
});

test("every table has a caption for who cannot see where it stands", () => {
  const captions = [...htmlReport(threeBoards).matchAll(/<caption>(.*?)<\/caption>/g)].map(
    (match) => match[1],
  );
  expect(captions.length).toBeGreaterThan(8);
  expect(captions).not.toContain("");
});

test("a book of several boards begins with all of them in one table, a book of one does not", () => {
  expect(htmlReport(threeBoards)).toContain("<caption>Per board</caption>");
  expect(htmlReport(bookOf(deals))).not.toContain("<caption>Per board</caption>");
});

test("each board has a sheet of its own, and lists are cut so that it can be one", () => {
  const stuck = Array.from({ length: 60 }, () => deals.present.stuck[0] ?? []).flat();
  const html = htmlReport(bookOf({ ...deals, present: { ...deals.present, stuck } }));
  expect(html).toContain("break-before: page");
  expect(html).toContain('<p class="quiet">and 55 more</p>');
});
