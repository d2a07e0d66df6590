// The report as one page that stands alone: no script, no request, nothing but its own text. An owner opens it
// from a mail or prints it for Monday. The policy in its head lets a browser refuse whatever a name smuggled in.

import { escapeHtml } from "../value/escaped-html.ts";
import type { BookReport } from "./book-report.ts";
import { comingSection } from "./coming-words.ts";
import { boardHtml } from "./html-board.ts";
import { sectionHtml } from "./html-section.ts";
import { nameWords } from "./name-words.ts";
import { dayWords } from "./number-words.ts";
import { overviewSection, peopleOfBook } from "./overview.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { peopleSection } from "./people-words.ts";
import { isTold } from "./report-table.ts";

/** The sheet before the boards has room for them. */
const MOST_PEOPLE = 30;

/**
 * The report as an HTML page.
 *
 * @example
 * htmlReport({ asOf: "2026-11-20T23:59:59+00:00", boards: [] }).includes("This book has no boards yet") //=> true
 */
export function htmlReport(report: BookReport): string {
  const asOf = dayWords(report.asOf);
  const names = report.boards.map((board) => nameWords(board.board)).join(", ");
  const title = `${names === "" ? "Report" : names}, as of ${asOf}`;
  const boards = report.boards.map((board, index) =>
    boardHtml(board, { id: `board-${index + 1}`, asOf: report.asOf }),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>Where things stand</h1>
<p class="quiet">As of ${escapeHtml(asOf)}</p>
${boards.length === 0 ? "<p>This book has no boards yet.</p>\n" : `${overview(report)}${boards.join("")}`}</main>
</body>
</html>
`;
}

function overview(report: BookReport): string {
  const coming = [comingSection(report, MOST_PEOPLE)].filter(isTold);
  if (report.boards.length < 2) return coming.map(sectionHtml).join("");
  const { title, ...section } = overviewSection(report);
  const people = { ...peopleSection(peopleOfBook(report), MOST_PEOPLE), title: "" };
  const told = [{ ...section, title: "" }, ...[people].filter(isTold), ...coming];
  return `<section class="overview" aria-label="${escapeHtml(title)}">\n${told.map(sectionHtml).join("")}</section>\n`;
}
