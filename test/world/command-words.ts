// A command of a world in the words of a terminal, and what its process said.

import { type Moment, momentFromInstant, utc } from "../../shared/value/moment.ts";
import type { StagelineErrorCode } from "../../shared/value/stageline-error.ts";
import { fileOf, type Ran } from "../command.ts";
import type { Command } from "./commands.ts";
import type { Said } from "./run-command.ts";

/** The words behind `stageline`; `letters` is a folder for messages. */
export function wordsOf(command: Command, book: string, letters: string): readonly string[] {
  switch (command.kind) {
    case "sync":
      return ["sync", book, "--json"];
    case "report":
      return ["report", book, "--json"];
    case "outbox":
      return ["outbox", book, "--eml", letters, "--json"];
    case "import": {
      const lines = command.lines.map(({ key, name }) => `${key},${name}`);
      const file = fileOf(`key,name\n${lines.join("\n")}\n`);
      return [
        "import",
        book,
        file,
        "--board",
        command.board,
        "--id",
        "key",
        "--field",
        "Name=name",
        "--json",
      ];
    }
    default: {
      const on = ["--board", command.board, "--json"];
      if (command.kind === "move") return ["move", book, command.record, command.stage, ...on];
      if (command.kind === "set")
        return ["set", book, command.record, `${command.field}=${command.value}`, ...on];
      return ["log", book, command.record, command.activity, "--note", command.note, ...on];
    }
  }
}

/** What a process that came to its end said. @throws {Error} where it met with a fault of its own */
export function saidBy(command: Command, { exitCode, json, stderr }: Ran): Said {
  const answer = (json ?? {}) as Answer;
  if (answer.error !== undefined) return { how: "refused", ...answer.error };
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`${command.kind} ended with ${exitCode}: ${stderr}`);
  if (command.kind === "report")
    return {
      how: "done",
      changed: false,
      report: { asOf: answer.asOf ?? epoch, json: JSON.stringify(json) },
    };
  return { how: "done", changed: answer.changed ?? (answer.sent ?? 0) > 0 };
}

const epoch = momentFromInstant(0, utc);

interface Answer {
  readonly error?: { readonly code: StagelineErrorCode; readonly message: string };
  readonly changed?: boolean;
  readonly sent?: number;
  readonly asOf?: Moment;
}
