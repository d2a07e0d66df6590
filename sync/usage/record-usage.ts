// The words of the commands that take records in and change them. The work of each is loaded when it is asked for.

import type { Command } from "commander";
import type { ImportOptions } from "../commands/import.ts";
import type { RecordOptions } from "../commands/record-act.ts";
import { acting, collected, examples } from "./options.ts";

export function addImport(parent: Command): void {
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
        const { importFile } = await import("../commands/import.ts");
        await importFile(book, file, options);
      }),
  );
}

export function addRecordActs(parent: Command): void {
  acting(
    parent
      .command("move <book> <record> <stage>")
      .description("move a record; a refused move changes nothing and says why")
      .option("--board <name>", "the board, where several have such a record")
      .addHelpText("after", examples('move sales.xlsx "Ada Lovelace" Proposal --as Bob'))
      .action(async (book: string, record: string, stage: string, options: RecordOptions) => {
        const { moveRecord } = await import("../commands/record-act.ts");
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
        const { setFields } = await import("../commands/record-act.ts");
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
        const { logActivity } = await import("../commands/record-act.ts");
        await logActivity(book, record, kind, options);
      }),
  );
}
