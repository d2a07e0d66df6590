// The words of the commands that make books and boards. The work of each is loaded when it is asked for.

import type { Command } from "commander";
import type { AdoptOptions } from "../commands/adopt.ts";
import type { LeaveOptions } from "../commands/leave.ts";
import type { NewOptions } from "../commands/new.ts";
import type { PreviewOptions } from "../commands/preview.ts";
import type { CommonOptions } from "../run-options.ts";
import { acting, common, examples } from "./options.ts";

export function addTemplates(parent: Command): void {
  common(
    parent
      .command("templates")
      .description("list the built-in pipelines")
      .addHelpText("after", examples("templates"))
      .action(async (options: CommonOptions) => {
        const { listTemplates } = await import("../commands/templates.ts");
        listTemplates(options);
      }),
  );
}

export function addNew(parent: Command): void {
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
        const { makeBoards } = await import("../commands/new.ts");
        await makeBoards(book, options);
      }),
  );
}

export function addAdopt(parent: Command): void {
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
        const { adoptBookTab } = await import("../commands/adopt.ts");
        await adoptBookTab(book, options);
      }),
  );
}

export function addLeave(parent: Command): void {
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
        const { leaveBookBoard } = await import("../commands/leave.ts");
        await leaveBookBoard(book, options);
      }),
  );
}

export function addDemo(parent: Command): void {
  acting(
    parent
      .command("demo <book>")
      .description("make a book with a year of made-up history, to try things on")
      .option("--seed <number>", "another number makes another year", "1")
      .addHelpText("after", examples("demo demo.xlsx"))
      .action(async (book: string, options: CommonOptions & { seed: string }) => {
        const { makeDemo } = await import("../commands/demo.ts");
        await makeDemo(book, options);
      }),
  );
}

export function addPreview(parent: Command): void {
  common(
    parent
      .command("preview [book]")
      .description("a spreadsheet in the browser with the add-on beside it, on this machine alone")
      .option("--port <number>", "the port of the address (default: any that is free)")
      .option("--now <time>", "the book's local time at which its clock begins, instead of now")
      .addHelpText(
        "after",
        examples("preview", "preview sales.xlsx --port 8080", "preview sales.xlsx --now 2026-11-20T08:30"),
      )
      .action(async (book: string | undefined, options: PreviewOptions) => {
        const { previewBook } = await import("../commands/preview.ts");
        await previewBook(book, options);
      }),
  );
}
