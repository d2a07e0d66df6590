// One run of the `stageline` command, from its words to its answer and exit code. Words and options stand in usage/, and
// the work of each command in commands/, loaded when it is asked for, so that `--help` and a wrong option cost nothing.

import { Command, CommanderError } from "commander";
import { sayError } from "./output.ts";
import { addAdopt, addDemo, addLeave, addNew, addPreview, addTemplates } from "./usage/book-usage.ts";
import { addDoubles } from "./usage/double-usage.ts";
import { addGoogle } from "./usage/google-usage.ts";
import { addMoney } from "./usage/money-usage.ts";
import { addOutbox } from "./usage/outbox-usage.ts";
import { addPeople } from "./usage/people-usage.ts";
import { addImport, addRecordActs } from "./usage/record-usage.ts";
import { addBegin, addCheck, addReport, addSync } from "./usage/upkeep-usage.ts";
import { usageError } from "./usage/usage-error.ts";

const VERSION = "0.1.0";

/** Says what came of it, and sets the exit code of this process; `words` are those after "stageline". */
export async function run(words: readonly string[]): Promise<void> {
  const stageline = program();
  try {
    await stageline.parseAsync([...words], { from: "user" });
  } catch (error) {
    const options = { json: words.includes("--json") };
    if (!(error instanceof CommanderError)) sayError(error, options);
    else if (error.exitCode === 0) process.exitCode = 0;
    else if (error.code === "commander.help") process.exitCode = 2;
    else sayError(usageError(error, stageline, words[0]), options);
  }
}

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
  addLeave(stageline);
  addCheck(stageline);
  addImport(stageline);
  addRecordActs(stageline);
  addDoubles(stageline);
  addPeople(stageline);
  addMoney(stageline);
  addSync(stageline);
  addOutbox(stageline);
  addReport(stageline);
  addGoogle(stageline);
  addBegin(stageline);
  addDemo(stageline);
  addPreview(stageline);
  return stageline;
}

const EXIT_CODES = `
Exit codes: 0 done, 1 done with problems, 2 wrong usage, 3 refused and nothing written

Try it:
  stageline demo demo.xlsx
  stageline report demo.xlsx
  stageline preview demo.xlsx`;
