// What the arguments of commands mean, told once for all commands that take them.

import type { Command } from "commander";

const BOOK = "path of an .xlsx file, or URL or id of a Google spreadsheet";
const PERSON = "name or e-mail of a person in Team";

/** By the name of the argument; "command argument" where one command means something of its own. */
const MEANINGS: Readonly<Record<string, string>> = {
  book: BOOK,
  record: "name or ID of a record",
  into: "the record that stays: its name or ID",
  stage: "name of a stage of its board",
  kind: "what happened: call, meeting, reply-yes, note, …",
  assignment: 'a field and its value: "Amount=1200"',
  file: "path of a .csv file",
  "copy from": BOOK,
  "copy to": `${BOOK}; or "new:<title>"`,
  "reassign from": PERSON,
  "reassign to": PERSON,
};

/** Tells in the help of a command what its arguments mean. */
export function withMeanings(command: Command): Command {
  for (const argument of command.registeredArguments) {
    const name = argument.name();
    argument.description = MEANINGS[`${command.name()} ${name}`] ?? MEANINGS[name] ?? "";
  }
  return command;
}
