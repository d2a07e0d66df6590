// The words of the commands about money. The work of each is loaded when it is asked for.

import type { Command } from "commander";
import type { InvoiceOptions } from "../commands/invoice.ts";
import { acting, examples } from "./options.ts";

export function addMoney(parent: Command): void {
  acting(
    parent
      .command("invoice <book> <record>")
      .description("make the invoice of a record, or send out its next part")
      .option("--board <name>", "the board, where several have such a record")
      .option("--void", "void what is open of it and nothing was paid on")
      .addHelpText(
        "after",
        examples('invoice sales.xlsx "Ada Lovelace" --as Bob', 'invoice sales.xlsx "Ada Lovelace" --void'),
      )
      .action(async (book: string, record: string, options: InvoiceOptions) => {
        const { invoiceOf } = await import("../commands/invoice.ts");
        await invoiceOf(book, record, options);
      }),
  );
}
