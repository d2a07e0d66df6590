// Options that commands share, and how their examples are written.

import type { Command } from "commander";
import { withMeanings } from "./arguments.ts";

export function common(command: Command): Command {
  return withMeanings(command)
    .option("--json", "answer in JSON, for programs")
    .option("--quiet", "say only what is wrong");
}

export function acting(command: Command): Command {
  return common(command)
    .option("--now <time>", "the book's local time, instead of the clock")
    .option("--as <person>", "who does it: a name or e-mail of Team")
    .option("--accept", "go on where a guard stops: somebody has looked");
}

export function collected(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  stageline ${line}`).join("\n")}`;
}
