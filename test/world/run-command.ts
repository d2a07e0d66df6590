// What the command does to a book, once its words are understood: the plans of its commands over a store.

import type { Act } from "../../shared/engine/record-acts.ts";
import { reportFromTables } from "../../shared/report/report-from-tables.ts";
import type { Tables } from "../../shared/table/table.ts";
import type { Moment } from "../../shared/value/moment.ts";
import { StagelineError, type StagelineErrorCode } from "../../shared/value/stageline-error.ts";
import { bookZone, runIn } from "../../sync/book-zone.ts";
import { type Importing, importingPlan } from "../../sync/commands/import.ts";
import { actPlan } from "../../sync/commands/record-act.ts";
import { hostedSyncPlan } from "../../sync/commands/sync.ts";
import type { Carrier } from "../../sync/mail/carrier.ts";
import { sendMessages } from "../../sync/mail/send-messages.ts";
import { runOf } from "../../sync/run-options.ts";
import type { BookStore } from "../../sync/stores/book-store.ts";
import type { Command } from "./commands.ts";

/** How a command ends. */
export type Said =
  | { readonly how: "done"; readonly changed: boolean; readonly report?: SaidReport }
  /** With the code and the sentence of its error. */
  | { readonly how: "refused"; readonly code: StagelineErrorCode; readonly message: string };

/** The numbers as JSON, and the moment up to which they count. */
export interface SaidReport {
  readonly asOf: Moment;
  readonly json: string;
}

/** @throws whatever is not an error of ours */
export async function runCommand(store: BookStore, command: Command, carrier: Carrier): Promise<Said> {
  try {
    return await done(store, command, carrier);
  } catch (error) {
    if (!(error instanceof StagelineError)) throw error;
    return { how: "refused", code: error.code, message: error.message };
  }
}

async function done(store: BookStore, command: Command, carrier: Carrier): Promise<Said> {
  const { source } = store;
  switch (command.kind) {
    case "report": {
      const tables = await store.readTables();
      const zone = bookZone(tables);
      const asOf = runOf({}, { zone, knownBy: "command", source }).now;
      return { how: "done", changed: false, report: { asOf, json: reportJson(tables, asOf) } };
    }
    case "outbox": {
      const turn = { store, options: {}, most: Number.POSITIVE_INFINITY, late: "kept" } as const;
      const { messages } = await sendMessages(turn, carrier);
      return { how: "done", changed: messages.length > 0 };
    }
    case "sync": {
      const plan = (tables: Tables) => {
        return hostedSyncPlan(tables, runIn({ tables, knownBy: "sweep", source }, {}), store.host);
      };
      const { changed } = await store.change(plan, { isSync: true });
      return { how: "done", changed };
    }
    case "import": {
      const { changed } = await store.change((tables) => {
        return importingPlan(tables, runIn({ tables, knownBy: "import", source }, {}), importOf(command));
      });
      return { how: "done", changed };
    }
    default: {
      const { board, record } = command;
      const { changed } = await store.change((tables) => {
        const run = runIn({ tables, knownBy: "command", source }, {});
        return actPlan(tables, run, { board, record, act: actOf(command) });
      });
      return { how: "done", changed };
    }
  }
}

function actOf(command: Extract<Command, { readonly record: string }>): Act {
  switch (command.kind) {
    case "move":
      return { kind: "move", stage: command.stage };
    case "set":
      return { kind: "set", field: command.field, value: command.value };
    case "log":
      return { kind: "log", activity: command.activity, note: command.note };
  }
}

function importOf({ board, lines }: Extract<Command, { readonly kind: "import" }>): Importing {
  const rows = lines.map(({ key, name }, index) => ({ line: index + 2, cells: [key, name] }));
  const plan = {
    idColumn: "key",
    fields: [{ field: "Name", column: "name" }],
    stageDates: [],
    others: "refuse",
  } as const;
  return { board, source: { header: ["key", "name"], rows }, plan };
}

/** The numbers of a book, as `report --as json` says them. */
export function reportJson(tables: Tables, asOf: Moment): string {
  return JSON.stringify(reportFromTables(tables, { asOf, zone: bookZone(tables) }).report);
}
