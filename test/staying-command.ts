// The built command in one process that stays, given one command after the other: for stories in which many follow each
// other, and what is looked at is what they do to a book and say. To start a process costs ten times of what most
// commands do. What a process is (its words as bytes, its end, its death) is proven with `stageline` of command.ts.

import { type ChildProcess, fork } from "node:child_process";
import { dirname, join } from "node:path";
import { inject } from "vitest";
import { ENVIRONMENT, jsonOf, type Ran } from "./command.ts";

type Answer = Pick<Ran, "exitCode" | "stdout" | "stderr"> & { readonly number: number };

interface Staying {
  readonly process: ChildProcess;
  /** Whoever waits for an answer, by the number of the order. */
  readonly waiting: Map<number, (answer: Answer | Error) => void>;
}

let staying: Staying | undefined;
let count = 0;

/** Runs the command to its end, in the process that runs them all. */
export function stagelineAgain(...words: readonly string[]): Promise<Ran> {
  return stagelineAgainIn({}, ...words);
}

/** The same, with these in its environment beside what is there. */
export function stagelineAgainIn(
  environment: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<Ran> {
  staying ??= started();
  const { process: child, waiting } = staying;
  count += 1;
  const number = count;
  return new Promise((resolve, reject) => {
    waiting.set(number, (answer) => {
      if (answer instanceof Error) return reject(answer);
      const { exitCode, stdout, stderr } = answer;
      return resolve({ exitCode, stdout, stderr, json: jsonOf(stdout) });
    });
    child.send({ number, words, environment });
  });
}

// Nobody ends it: it goes with the worker that started it, and holds none.
function started(): Staying {
  const command = join(dirname(inject("command")), "run.mjs");
  const child = fork(join(import.meta.dirname, "staying-command.mjs"), [command], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, ...ENVIRONMENT },
  });
  const waiting: Staying["waiting"] = new Map();
  child.on("message", (answer: Answer) => {
    waiting.get(answer.number)?.(answer);
    waiting.delete(answer.number);
  });
  child.once("exit", (code, signal) => {
    staying = undefined;
    for (const answered of waiting.values())
      answered(new Error(`the process of the commands ended: ${signal ?? code}`));
  });
  child.unref();
  child.channel?.unref();
  return { process: child, waiting };
}
