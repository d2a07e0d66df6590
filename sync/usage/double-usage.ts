// The words of the commands for records that look like one. The work of each is loaded when it is asked for.

import type { Command } from "commander";
import type { DuplicatesOptions } from "../commands/duplicates.ts";
import type { MergeOptions } from "../commands/merge.ts";
import { acting, common, examples } from "./options.ts";

export function addDoubles(parent: Command): void {
  common(
    parent
      .command("duplicates <book>")
      .description("list records that look like one; nothing is written")
      .option("--board <name>", "only those in which a record of this board is")
      .addHelpText("after", examples("duplicates sales.xlsx", "duplicates sales.xlsx --board Sales --json"))
      .action(async (book: string, options: DuplicatesOptions) => {
        const { listDuplicates } = await import("../commands/duplicates.ts");
        await listDuplicates(book, options);
      }),
  );
  acting(
    parent
      .command("merge <book> <record> <into>")
      .description(
        "make two records one: the second stays, takes over what it lacks, and keeps both histories",
      )
      .option("--board <name>", "the board of the first, where several have such a record")
      .option("--into-board <name>", "the board of the second (default: that of the first)")
      .option("--dry-run", "say what would be done; write nothing")
      .addHelpText("after", examples('merge sales.xlsx "A. Lovelace" "Ada Lovelace" --as Bob'))
      .action(async (book: string, record: string, into: string, options: MergeOptions) => {
        const { mergeInto } = await import("../commands/merge.ts");
        await mergeInto(book, record, into, options);
      }),
  );
  acting(
    parent
      .command("unmerge <book> <record>")
      .description("take apart two records that became one: both rows and histories as before")
      .option("--dry-run", "say what would be done; write nothing")
      .addHelpText("after", examples('unmerge sales.xlsx "A. Lovelace"'))
      .action(async (book: string, record: string, options: MergeOptions) => {
        const { takeApart } = await import("../commands/merge.ts");
        await takeApart(book, record, options);
      }),
  );
}
