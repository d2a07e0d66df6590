// The words of the commands for people who work together: a holding answer, what changed, and all of somebody's work
// given to somebody else. The work of each is loaded when it is asked for.

import type { Command } from "commander";
import type { AnswerOptions } from "../commands/answer.ts";
import type { ChangesOptions } from "../commands/changes.ts";
import type { ReassignOptions } from "../commands/reassign.ts";
import { acting, common, examples } from "./options.ts";

export function addPeople(parent: Command): void {
  addAnswer(parent);
  addReassign(parent);
  addChanges(parent);
}

function addAnswer(parent: Command): void {
  acting(
    parent
      .command("answer <book> <record>")
      .description(
        "answer a reply for now: received, I will get back to you; the message goes into the Outbox",
      )
      .option("--board <name>", "the board, where several have such a record")
      .addHelpText("after", examples('answer sales.xlsx "Ada Lovelace" --as Bob'))
      .action(async (book: string, record: string, options: AnswerOptions) => {
        const { answerReply } = await import("../commands/answer.ts");
        await answerReply(book, record, options);
      }),
  );
}

function addReassign(parent: Command): void {
  acting(
    parent
      .command("reassign <book> <from> <to>")
      .description("hand over everything that somebody works on; what is done with stays")
      .option("--board <name>", "one board only")
      .option("--dry-run", "say how many would be handed over; write nothing")
      .addHelpText("after", examples('reassign sales.xlsx "Ada Lovelace" Bob --as Eve'))
      .action(async (book: string, from: string, to: string, options: ReassignOptions) => {
        const { reassignRecords } = await import("../commands/reassign.ts");
        await reassignRecords(book, { from, to }, options);
      }),
  );
}

function addChanges(parent: Command): void {
  common(
    parent
      .command("changes <book>")
      .description("what changed since you last looked, record by record")
      .option(
        "--since <time>",
        "in the book's time, such as 2026-11-20 or 2026-11-20T08:30 (default: 7 days ago)",
      )
      .option("--board <name>", "one board only")
      .option("--now <time>", "the book's local time, instead of the clock")
      .option("--as <person>", "who looks: what is theirs comes first, and their own doing is left out")
      .addHelpText("after", examples("changes shows.xlsx --since 2026-11-20T08:30 --as Ada"))
      .action(async (book: string, options: ChangesOptions) => {
        const { changesOfBook } = await import("../commands/changes.ts");
        await changesOfBook(book, options);
      }),
  );
}
