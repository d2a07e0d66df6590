// The words of the commands that keep a book true and say what is in it. The work of each is loaded when it is asked
// for.

import type { Command } from "commander";
import type { BeginOptions } from "../commands/begin.ts";
import type { CheckOptions } from "../commands/check.ts";
import type { ReportOptions } from "../commands/report.ts";
import type { SyncOptions } from "../commands/sync.ts";
import { acting, common, examples } from "./options.ts";

export function addCheck(parent: Command): void {
  acting(
    parent
      .command("check <book>")
      .description("list every problem of the book, by cell, and what is worth a look")
      .option("--fix", "do what has one meaning and loses nothing, and say each thing that was done")
      .option("--dry-run", "with --fix: say what would be done; write nothing")
      .addHelpText(
        "after",
        examples("check sales.xlsx", "check sales.xlsx --json", "check sales.xlsx --fix --dry-run"),
      )
      .action(async (book: string, options: CheckOptions) => {
        const { checkBook } = await import("../commands/check.ts");
        await checkBook(book, options);
      }),
  );
}

export function addSync(parent: Command): void {
  acting(
    parent
      .command("sync <book>")
      .description("make the book true: history, refusals, and what the engine shows")
      .option("--dry-run", "print what would change; write nothing")
      .addHelpText(
        "after",
        examples("sync sales.xlsx", "sync sales.xlsx --dry-run", "sync sales.xlsx --as Ada"),
      )
      .action(async (book: string, options: SyncOptions) => {
        const { syncBook } = await import("../commands/sync.ts");
        await syncBook(book, options);
      }),
  );
}

export function addBegin(parent: Command): void {
  acting(
    parent
      .command("begin <book>")
      .description("say what a spreadsheet is for that somebody copied in Google Drive")
      .option("--fresh", "the set-up alone: no record is left, and practice is on")
      .option("--go-on", "everything that it holds; what waits to be sent stays with the original")
      .addHelpText(
        "after",
        examples("begin https://docs.google.com/spreadsheets/d/1AbC…/edit --fresh", "begin 1AbC… --go-on"),
      )
      .action(async (book: string, options: BeginOptions) => {
        const { beginCopy } = await import("../commands/begin.ts");
        await beginCopy(book, options);
      }),
  );
}

export function addReport(parent: Command): void {
  common(
    parent
      .command("report <book>")
      .description("what happened, what stands, what comes, and how each stage does")
      .option("--now <time>", "the book's local time, instead of the clock")
      .option("--board <name>", "one board only")
      .option("--by <field>", "outcomes by what the records hold in a field, such as Owner")
      .option("--value <field>", "what a record is worth (default: the first money field)")
      .option("--from <day>", "records that entered on this day or later")
      .option("--to <day>", "and before this day")
      .option("--within <days>", "conversion within so many days (default: 90)")
      .option("--as <format>", "text, json, csv or html", "text")
      .option("--as-of <day>", "as it stood at the end of that day (default: now)")
      .option("--details", "say how each number is made")
      .addHelpText(
        "after",
        examples("report sales.xlsx --by Owner", "report sales.xlsx --as html > monday.html"),
      )
      .action(async (book: string, { as, ...options }: ReportOptions & { as?: string }) => {
        const { reportBook } = await import("../commands/report.ts");
        await reportBook(book, { ...options, ...(as === undefined ? {} : { format: as }) });
      }),
  );
}
