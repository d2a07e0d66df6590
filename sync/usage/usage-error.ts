// A wrong call, in the words and with the exit code of ours.

import type { Command, CommanderError } from "commander";
import { StagelineError } from "../../shared/value/stageline-error.ts";

// The option parser's sentences in the form of ours.
const USAGE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^error: /, ""],
  [/'([^']*)'/g, '"$1"'],
  [/^missing required argument "(.*)"$/, "<$1> is missing"],
  [/^required option (.*) not specified$/, "the option $1 is missing"],
  [/^option (.*) argument missing$/, "the option $1 lacks its value"],
  [/\. Expected (\d+) arguments? but got (\d+)\.$/, ": $1 expected, $2 given"],
  [/\s*\(Did you mean (.*)\?\)$/s, " (did you mean $1?)"],
];

export function usageError(
  error: CommanderError,
  stageline: Command,
  name: string | undefined,
): StagelineError {
  const command = stageline.commands.find((each) => each.name() === name);
  const what = USAGE_WORDS.reduce((text, [pattern, words]) => text.replace(pattern, words), error.message);
  const help =
    command === undefined ? "stageline --help lists the commands" : `see stageline ${command.name()} --help`;
  return new StagelineError("usage", `${what}; ${help}`);
}
