// The words of the command that lists and sends the messages of a book.

import type { Command } from "commander";
import type { OutboxOptions } from "../commands/outbox.ts";
import { acting, examples } from "./options.ts";

export function addOutbox(parent: Command): void {
  acting(
    parent
      .command("outbox <book>")
      .description(
        "list the messages of the book; send them through your mail server, or write them as files",
      )
      .option("--all", "list those that were sent or cancelled, too")
      .option("--send", "make the book true, and send what waits through the mail server")
      .option("--eml <folder>", "the same, as .eml files that a mail program opens")
      .option("--dry-run", "with --send or --eml: say what would go; write nothing")
      .option(
        "--most <recipients>",
        "stop after so many recipients, where the mail server allows no more a day",
      )
      .option("--late", "send what was due more than 14 days ago, too")
      .option(
        "--settings <file>",
        'lines such as "server = smtp.example.org:587": server, security, user, password, from',
      )
      .option("--server <host:port>", "the mail server")
      .option("--security <how>", "tls, starttls (default) or none")
      .option(
        "--user <name>",
        "the user of the mail server; the password is in STAGELINE_SMTP_PASSWORD, or in the file",
      )
      .option("--from <sender>", 'who it is from, such as "Ada <ada@example.org>"')
      .addHelpText(
        "after",
        examples(
          "outbox sales.xlsx",
          "outbox sales.xlsx --send --settings mail.conf",
          "outbox sales.xlsx --eml letters --dry-run",
        ),
      )
      .action(async (book: string, options: OutboxOptions) => {
        const { outboxOfBook } = await import("../commands/outbox.ts");
        await outboxOfBook(book, options);
      }),
  );
}
