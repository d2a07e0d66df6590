// The built `stageline` command, run as people run it: a process of its own, real files, exit codes. Each test file
// gets a folder for its books.

import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

export interface Ran {
  /** `null` for a process that was killed. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output read as JSON; `undefined` where it is none. */
  readonly json: unknown;
}

export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ran>;
}

const folder = mkdtempSync(join(inject("files"), "books-"));
let count = 0;

/** Runs the command to its end. */
export function stageline(...args: readonly string[]): Promise<Ran> {
  return start(...args).ended;
}

/** Starts the command; whatever the test does, the process is gone after it. */
export function start(...args: readonly string[]): Running {
  return startIn({}, ...args);
}

/** A Sheets API on this machine counts no requests: nobody need wait a second for each of them. */
export const ENVIRONMENT = { STAGELINE_SHEETS_API_PACE: "0" };

/** Starts the command with these in its environment, beside what is there. */
export function startIn(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Running {
  const child = spawn(process.execPath, [inject("command"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...ENVIRONMENT, ...environment },
  });
  const ended = new Promise<Ran>((resolve, reject) => {
    const texts = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      texts.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      texts.stderr += text;
    });
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, ...texts, json: jsonOf(texts.stdout) }));
  });
  return { process: child, ended };
}

/** Ends a started process by its id, without any chance to tidy up. */
export async function kill({ process: child, ended }: Running): Promise<void> {
  child.kill("SIGKILL");
  await ended;
}

/** A path for a file of this test, in a folder of its own. */
export function newPath(name = "book.xlsx"): string {
  count += 1;
  const own = mkdtempSync(join(folder, `${count}-`));
  return join(own, name);
}

/** A copy of a book, for this test to spoil. */
export function copyOf(book: string): string {
  const path = newPath();
  copyFileSync(book, path);
  return path;
}

/** A file with this text (or these bytes). */
export function fileOf(content: string | Uint8Array, name = "file.csv"): string {
  const path = newPath(name);
  writeFileSync(path, content);
  return path;
}

/** What tells one state of a file from another. */
export function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

/** The text read as JSON; `undefined` where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
