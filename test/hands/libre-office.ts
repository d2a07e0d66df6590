// A person with LibreOffice: opens a book, does what people do, saves it; or looks at what a spreadsheet program
// that is not ours makes of it. A worker of the tests starts one program, at its first order, with a profile of its own;
// it goes when the worker goes, and nobody else ends it.

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";

/** Rows from 1 and columns by letter, as people see them. */
export type Step =
  | {
      readonly do: "set";
      readonly tab: string;
      readonly cell: string;
      readonly value: string | number | boolean;
    }
  | { readonly do: "formula"; readonly tab: string; readonly cell: string; readonly formula: string }
  | { readonly do: "clear"; readonly tab: string; readonly cell: string }
  /** All rows below the header; `columns` ("A:C") leaves the others where they are, as a careless sort does. */
  | {
      readonly do: "sort";
      readonly tab: string;
      readonly by: string;
      readonly columns?: string;
      readonly descending?: boolean;
    }
  | { readonly do: "delete rows"; readonly tab: string; readonly at: number; readonly count: number }
  | { readonly do: "insert row"; readonly tab: string; readonly at: number }
  | { readonly do: "copy row"; readonly tab: string; readonly from: number; readonly to: number }
  | { readonly do: "rename header"; readonly tab: string; readonly column: string; readonly to: string }
  /** Cut and inserted before the column that is `to` now. */
  | { readonly do: "move column"; readonly tab: string; readonly from: string; readonly to: string }
  | { readonly do: "insert column"; readonly tab: string; readonly at: string }
  | {
      readonly do: "delete column" | "hide column" | "show column";
      readonly tab: string;
      readonly column: string;
    }
  | { readonly do: "rename tab" | "copy tab"; readonly tab: string; readonly to: string };

interface SeenCell {
  readonly value: string | number;
  readonly shown: string;
  readonly format: string;
  readonly bold: boolean;
  readonly formula?: string;
}

interface SeenValidation {
  readonly type: string;
  readonly formula: string;
  readonly style: string;
  readonly list: number;
  readonly title: string;
  readonly prompt: string;
}

export interface SeenTab {
  readonly name: string;
  readonly visible: boolean;
  readonly colour: number;
  readonly frozenRows: number | false | null;
  /** Up to the last row that holds anything. */
  readonly rows: number;
  readonly cells: Readonly<Record<string, SeenCell>>;
  /** The following by column, from A. */
  readonly hidden: readonly boolean[];
  readonly widths: readonly number[];
  /** Of row 2. */
  readonly formats: readonly string[];
  readonly dropdowns: readonly SeenValidation[];
  /** Of row 1. */
  readonly notes: readonly SeenValidation[];
  readonly colours: readonly {
    readonly ranges: string;
    readonly rules: readonly { readonly operator: number; readonly formula: string }[];
  }[];
  readonly names: Readonly<Record<string, string>>;
  readonly charts: number;
  readonly drawn: readonly SeenChart[];
}

export interface SeenChart {
  readonly name: string;
  readonly altText: string;
  readonly title: string;
  /** Such as "Deals.A2:A5", in the order of their letters. */
  readonly ranges: readonly string[];
  readonly kind: string;
  readonly stacked: boolean;
  readonly lying: boolean;
}

type Order = Readonly<Record<string, unknown>> & { readonly order: string; readonly path: string };

type Answer = { readonly done: unknown } | { readonly fault: string };

interface Office {
  readonly process: ChildProcessWithoutNullStreams;
  readonly answers: Interface;
  /** What it says when it ends by itself. */
  readonly said: string[];
}

const MISSING =
  "LibreOffice with Python is needed for this test: install libreoffice-calc-nogui and python3-uno";
const ORDER_MS = 120_000;
let running: Office | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Does the steps in the book and saves it in place, as that program saves an .xlsx. */
export async function editInLibreOffice(path: string, steps: readonly Step[]): Promise<void> {
  await ordered({ order: "edit", path, steps });
}

/** What the program sees in the book; of each tab at most so many rows of cells. */
export async function lookInLibreOffice(path: string, rows = 50): Promise<readonly SeenTab[]> {
  return (await ordered({ order: "look", path, rows })) as readonly SeenTab[];
}

/** By tab, row ("2") and header, what the dropdown of the cell offers. */
export type SeenLists = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>
>;

/** What the dropdowns offer, as the program works them out: in row 2 of every tab, and in these rows of some. */
export async function listsInLibreOffice(
  path: string,
  rows: Readonly<Record<string, readonly number[]>> = {},
): Promise<SeenLists> {
  return (await ordered({ order: "lists", path, rows })) as SeenLists;
}

// One after the other, in the order in which they were given.
function ordered(order: Order): Promise<unknown> {
  const done = last.then(() => doneTwice(order));
  last = done.catch(() => undefined);
  return done;
}

// The program itself falls over now and then, whatever the book: then it is started anew on the book as it was.
async function doneTwice(order: Order): Promise<unknown> {
  const before = readFileSync(order.path);
  const first = await answerTo(order);
  if ("done" in first) return first.done;
  await stop();
  writeFileSync(order.path, before);
  const second = await answerTo(order);
  if ("done" in second) return second.done;
  throw new Error(`LibreOffice did not ${order.order}: ${second.fault}`);
}

async function answerTo(order: Order): Promise<Answer> {
  running ??= start();
  const { process: office, answers, said } = running;
  const gone = new AbortController();
  const late = setTimeout(() => gone.abort(), ORDER_MS);
  const ended = () => gone.abort();
  office.once("close", ended);
  office.stdin.write(`${JSON.stringify(order)}\n`);
  try {
    const [line] = (await once(answers, "line", { signal: gone.signal })) as [string];
    return JSON.parse(line) as Answer;
  } catch (error) {
    if (!gone.signal.aborted) throw error;
    return { fault: said.join("") || "it did not answer" };
  } finally {
    clearTimeout(late);
    office.off("close", ended);
  }
}

/** Ends the program, by the end of its orders. */
async function stop(): Promise<void> {
  if (running === undefined) return;
  const { process: office } = running;
  running = undefined;
  office.stdin.end();
  if (office.exitCode === null && office.signalCode === null) await once(office, "close");
}

function start(): Office {
  const office = spawn(pythonPath(), [join(import.meta.dirname, "office.py")]);
  const said: string[] = [];
  office.stderr.setEncoding("utf8").on("data", (text: string) => said.push(text));
  // What it cannot be told any more, its end tells.
  office.stdin.on("error", () => {});
  office.unref();
  return { process: office, answers: createInterface(office.stdout), said };
}

// The Python that the bindings are installed for is the system's, which need not come first on the path.
function pythonPath(): string {
  const python = ["python3", "/usr/bin/python3"].find(
    (candidate) => spawnSync(candidate, ["-c", "import uno"]).status === 0,
  );
  if (python === undefined || spawnSync("soffice", ["--version"]).status !== 0) throw new Error(MISSING);
  return python;
}
