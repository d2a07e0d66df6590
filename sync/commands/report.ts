// `stageline report`: the numbers of the book, as text for people, JSON or CSV for programs, or one page to print.

import { stringify } from "csv-stringify/sync";
import { csvTables } from "../../shared/report/csv-report.ts";
import { htmlReport } from "../../shared/report/html-report.ts";
import { type ReportQuery, reportFromTables } from "../../shared/report/report-from-tables.ts";
import { textReport } from "../../shared/report/text-report.ts";
import { type Day, dayFromText } from "../../shared/value/day.ts";
import { endOfDay, type Moment, type Zone } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { runIn } from "../book-zone.ts";
import { sayProblems, sentencesOf } from "../output.ts";
import { clearProgress } from "../progress.ts";
import type { CommonOptions } from "../run-options.ts";
import { openStore } from "../stores/open-store.ts";

export interface ReportOptions extends CommonOptions {
  readonly board?: string;
  readonly by?: string;
  readonly value?: string;
  readonly from?: string;
  readonly to?: string;
  readonly within?: string;
  readonly asOf?: string;
  /** "as" is taken by the person who acts. */
  readonly format?: string;
  readonly details?: boolean;
}

export async function reportBook(path: string, options: ReportOptions): Promise<void> {
  const format = options.json === true ? "json" : (options.format ?? "text");
  const { source, ...store } = await openStore(path, { access: "read" });
  const tables = await store.readTables();
  const query = queryOf(options, runIn({ tables, knownBy: "command", source }, options));
  const { report, problems } = reportFromTables(tables, query);
  clearProgress();
  process.stdout.write(rendered(format, report, options));
  sayProblems(sentencesOf(problems));
  process.exitCode = problems.length > 0 ? 1 : 0;
}

function rendered(
  format: string,
  report: ReturnType<typeof reportFromTables>["report"],
  options: ReportOptions,
): string {
  switch (format) {
    case "text":
      return `${textReport(report, options.details === true ? { details: true } : {}).trimEnd()}\n`;
    case "json":
      return `${JSON.stringify(report, undefined, 2)}\n`;
    case "csv":
      return csvTables(report)
        .map(({ header, rows }) => stringify([[...header], ...rows.map((row) => [...row])]))
        .join("\n");
    case "html":
      return htmlReport(report);
    default:
      throw new StagelineError("usage", `--as "${format}" is not one of text, json, csv, html`);
  }
}

function queryOf(
  options: ReportOptions,
  { now, zone }: { readonly now: Moment; readonly zone: Zone },
): ReportQuery {
  const { board, by, value } = options;
  const from = dayOption("--from", options.from);
  const to = dayOption("--to", options.to);
  const asOf = dayOption("--as-of", options.asOf);
  const withinDays = options.within === undefined ? undefined : Number(options.within);
  if (withinDays !== undefined && !(Number.isInteger(withinDays) && withinDays > 0)) {
    throw new StagelineError("usage", `--within "${options.within}" is not a number of days`);
  }
  return {
    ...(asOf === undefined ? { asOf: now, zone } : { asOf: endOfDay(asOf, zone) }),
    ...(board === undefined ? {} : { board }),
    ...(by === undefined ? {} : { by }),
    ...(value === undefined ? {} : { value }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(withinDays === undefined ? {} : { withinDays }),
  };
}

function dayOption(name: string, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const day = dayFromText(text);
  if (day === undefined) throw new StagelineError("usage", `${name} "${text}" is not a day like 2026-11-20`);
  return day;
}
