#!/usr/bin/env node
// The `stageline` command: its words and options, and nothing else. Each command's work is loaded when it is asked
// for, so that `--help` and a wrong option cost nothing.

import { Command, CommanderError } from "commander";
import { StagelineError } from "../shared/value/stageline-error.ts";
import type { AdoptOptions } from "./commands/adopt.ts";
import type { CheckOptions } from "./commands/check.ts";
import type { ImportOptions } from "./commands/import.ts";
import type { LeaveOptions } from "./commands/leave.ts";
import type { NewOptions } from "./commands/new.ts";
import type { RecordOptions } from "./commands/record-act.ts";
import type { ReportOptions } from "./commands/report.ts";
import type { SyncOptions } from "./commands/sync.ts";
import { sayError } from "./output.ts";
import type { CommonOptions } from "./run-options.ts";

const VERSION = "0.1.0";

function program(): Command {
  const stageline = new Command("stageline")
    .description(
      "Pipelines in a spreadsheet: boards that keep themselves true, and numbers that say what they mean",
    )
    .version(VERSION)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .addHelpText("after", EXIT_CODES);
  addTemplates(stageline);
  addNew(stageline);
  addAdopt(stageline);
  addCheck(stageline);
  addImport(stageline);
  addRecordActs(stageline);
  addSync(stageline);
  addReport(stageline);
  addDemo(stageline);
  return stageline;
}

const EXIT_CODES = `
Exit codes: 0 done, 1 done with problems, 2 wrong usage, 3 refused and nothing written

Try it:
  stageline demo demo.xlsx
  stageline report demo.xlsx`;

function addTemplates(parent: Command): void {
  common(
    parent
      .command("templates")
      .description("list the built-in pipelines")
      .addHelpText("after", examples("templates"))
      .action(async (options: CommonOptions) => {
        const { listTemplates } = await import("./commands/templates.ts");
        listTemplates(options);
      }),
  );
}

function addNew(parent: Command): void {
  acting(
    parent
      .command("new <book>")
      .description("make a book with boards, or add boards to one")
      .option("--template <names...>", "built-in pipelines (see: stageline templates)")
      .option("--board <name>", "the name of the board's tab")
      .option("--stages <line>", 'the stages of a board made from nothing: "A > B > Won:won | Lost:lost"')
      .option("--workflow <steps.csv>", "a board from departments and steps, one step a line")
      .option("--noun <word>", "what one record is called, such as deal")
      .option("--currency <code>", "currency of amounts, such as EUR")
      .option("--zone <name>", "time zone of the book, such as Europe/Amsterdam (default: this machine's)")
      .option("--practice", "warn about moves that miss something, instead of putting them back")
      .option("--dry-run", "say what would be made, and write nothing")
      .addHelpText(
        "after",
        examples(
          "new sales.xlsx --template sales",
          'new deals.xlsx --board Deals --stages "Lead > Offer > Won:won | Lost:lost"',
          "new orders.xlsx --board Orders --workflow steps.csv --noun order --dry-run",
        ),
      )
      .action(async (book: string, options: NewOptions) => {
        const { makeBoards } = await import("./commands/new.ts");
        await makeBoards(book, options);
      }),
  );
}

function addAdopt(parent: Command): void {
  acting(
    parent
      .command("adopt <book>")
      .description("make a board of a tab that is there; its cells stay as they are, and leave undoes it")
      .requiredOption("--tab <name>", "the tab")
      .option("--name <header>", "the column with what records are called")
      .option("--stage <header>", "the column with their stage")
      .option("--owner <header>", "the column with who works on them")
      .option(
        "--stages <line>",
        'the stages in order: "A > B > Won:won | Lost:lost" (default: those of the column)',
      )
      .option("--noun <word>", "what one record is called, such as deal")
      .option("--pipeline <name>", "a pipeline of the book that the board follows, or a built-in one")
      .option("--currency <code>", "currency of amounts, such as EUR")
      .option("--zone <name>", "time zone of the book, where it has none yet (default: this machine's)")
      .option("--practice", "warn about moves that miss something, instead of putting them back")
      .option("--dry-run", "say what it would be; write nothing")
      .addHelpText(
        "after",
        examples(
          "adopt crm.xlsx --tab Leads --dry-run",
          'adopt crm.xlsx --tab Leads --name Company --stages "Lead > Offer > Won:won | Lost:lost"',
        ),
      )
      .action(async (book: string, options: AdoptOptions) => {
        const { adoptBookTab } = await import("./commands/adopt.ts");
        await adoptBookTab(book, options);
      }),
  );
  acting(
    parent
      .command("leave <book>")
      .description("make a plain tab of a board again; what people wrote stays, and so does the history")
      .requiredOption("--board <name>", "the board")
      .option("--dry-run", "say what would go; write nothing")
      .addHelpText(
        "after",
        examples("leave crm.xlsx --board Leads --dry-run", "leave crm.xlsx --board Leads"),
      )
      .action(async (book: string, options: LeaveOptions) => {
        const { leaveBookBoard } = await import("./commands/leave.ts");
        await leaveBookBoard(book, options);
      }),
  );
}

function addCheck(parent: Command): void {
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
        const { checkBook } = await import("./commands/check.ts");
        await checkBook(book, options);
      }),
  );
}

function addImport(parent: Command): void {
  acting(
    parent
      .command("import <book> <file>")
      .description("add or update records of a board from a CSV file")
      .requiredOption("--board <name>", "the board that takes them")
      .option("--id <column>", "the column that tells records apart; fills a field of that name")
      .option("--field <pair>", 'fill a field from a column: "Owner=sales_agent" (repeat it)', collected)
      .option("--stage <column>", "the column with the stage")
      .option("--on <pair>", 'when a stage was entered: "Won=close_date" (repeat it)', collected)
      .option("--events <columns>", "a file of events: case=<column>,stage=<column>,at=<column>")
      .option("--others <what>", "stages that the board lacks: refuse, park or skip", "refuse")
      .option("--dry-run", "say what would be taken; write nothing")
      .addHelpText(
        "after",
        examples(
          'import deals.xlsx deals.csv --board Deals --id deal_id --stage stage --field "Owner=agent" --on "Won=closed"',
          "import permits.xlsx events.csv --board Permits --events case=case,stage=activity,at=time --others park",
        ),
      )
      .action(async (book: string, file: string, options: ImportOptions) => {
        const { importFile } = await import("./commands/import.ts");
        await importFile(book, file, options);
      }),
  );
}

function addRecordActs(parent: Command): void {
  acting(
    parent
      .command("move <book> <record> <stage>")
      .description("move a record; a refused move changes nothing and says why")
      .option("--board <name>", "the board, where several have such a record")
      .addHelpText("after", examples('move sales.xlsx "Ada Lovelace" Proposal --as Bob'))
      .action(async (book: string, record: string, stage: string, options: RecordOptions) => {
        const { moveRecord } = await import("./commands/record-act.ts");
        await moveRecord(book, record, stage, options);
      }),
  );
  acting(
    parent
      .command("set <book> <record> <assignment>")
      .description("set a field of a record")
      .option("--board <name>", "the board, where several have such a record")
      .addHelpText("after", examples('set sales.xlsx "Ada Lovelace" "Budget estimate=12000"'))
      .action(async (book: string, record: string, assignment: string, options: RecordOptions) => {
        const { setFields } = await import("./commands/record-act.ts");
        await setFields(book, record, assignment, options);
      }),
  );
  acting(
    parent
      .command("log <book> <record> <kind>")
      .description(
        "log what happened (call, meeting, reply-yes, note, …), or hand-over, reopen, undo, new-from",
      )
      .option("--board <name>", "the board, where several have such a record")
      .option("--at <time>", "when it happened, in the book's time (default: now)")
      .option("--note <text>", "what to remember; of hand-over: to whom; of new-from: what to call it")
      .addHelpText(
        "after",
        examples(
          'log sales.xlsx "Ada Lovelace" call --at 2026-11-20T10:30 --note "asks for two seats"',
          'log sales.xlsx "Ada Lovelace" hand-over --note Bob',
        ),
      )
      .action(async (book: string, record: string, kind: string, options: RecordOptions) => {
        const { logActivity } = await import("./commands/record-act.ts");
        await logActivity(book, record, kind, options);
      }),
  );
}

function addSync(parent: Command): void {
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
        const { syncBook } = await import("./commands/sync.ts");
        await syncBook(book, options);
      }),
  );
}

function addReport(parent: Command): void {
  common(
    parent
      .command("report <book>")
      .description("the numbers: conversions, times, outcomes, milestones")
      .option("--now <time>", "the book's local time, instead of the clock")
      .option("--board <name>", "one board only")
      .option("--by <field>", "outcomes by what the records hold in a field, such as Owner")
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
        const { reportBook } = await import("./commands/report.ts");
        await reportBook(book, { ...options, ...(as === undefined ? {} : { format: as }) });
      }),
  );
}

function addDemo(parent: Command): void {
  acting(
    parent
      .command("demo <book>")
      .description("make a book with a year of made-up history, to try things on")
      .option("--seed <number>", "another number makes another year", "1")
      .addHelpText("after", examples("demo demo.xlsx"))
      .action(async (book: string, options: CommonOptions & { seed: string }) => {
        const { makeDemo } = await import("./commands/demo.ts");
        await makeDemo(book, options);
      }),
  );
}

function common(command: Command): Command {
  return command.option("--json", "answer in JSON, for programs").option("--quiet", "say only what is wrong");
}

function acting(command: Command): Command {
  return common(command)
    .option("--now <time>", "the book's local time, instead of the clock")
    .option("--as <person>", "who does it: a name or e-mail of Team")
    .option("--accept", "go on where a guard stops: somebody has looked");
}

function collected(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  stageline ${line}`).join("\n")}`;
}

// Whoever reads our output may stop reading it: `stageline report book.xlsx | head -3`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

async function main(argv: readonly string[]): Promise<void> {
  const stageline = program();
  try {
    await stageline.parseAsync([...argv]);
  } catch (error) {
    const options = { json: argv.includes("--json") };
    if (!(error instanceof CommanderError)) sayError(error, options);
    else if (error.exitCode === 0) process.exitCode = 0;
    else if (error.code === "commander.help") process.exitCode = 2;
    else sayError(usageError(error, stageline, argv[2]), options);
  }
}

// The option parser's sentences in the form of ours.
const USAGE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^error: /, ""],
  [/'([^']*)'/g, '"$1"'],
  [/^missing required argument "(.*)"$/, "<$1> is missing"],
  [/^required option (.*) not specified$/, "the option $1 is missing"],
  [/^option (.*) argument missing$/, "the option $1 lacks its value"],
  [/\. Expected (\d+) arguments? but got (\d+)\.$/, ": $1 expected, $2 given"],
  [/\s*\(Did you mean (.*)\?\)$/s, " (did you mean $1?)"],
];

function usageError(error: CommanderError, stageline: Command, name: string | undefined): StagelineError {
  const command = stageline.commands.find((each) => each.name() === name);
  const what = USAGE_WORDS.reduce((text, [pattern, words]) => text.replace(pattern, words), error.message);
  const help =
    command === undefined ? "stageline --help lists the commands" : `see stageline ${command.name()} --help`;
  return new StagelineError("usage", `${what}; ${help}`);
}

await main(process.argv);
