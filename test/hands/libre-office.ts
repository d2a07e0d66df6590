// A person with LibreOffice: opens a book, does what people do, saves it; or looks at what a spreadsheet program
// that is not ours makes of it. One program is started for a test file, with a profile of its own, and ended
// with it: `afterAll(stopLibreOffice)`.

import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

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

interface Office {
  readonly process: ChildProcess;
  readonly pipe: string;
  readonly profile: string;
}

const MISSING =
  "LibreOffice with Python is needed for this test: install libreoffice-calc-nogui and python3-uno";
const ORDER_MS = 120_000;
const script = join(import.meta.dirname, "office.py");
let running: Office | undefined;

/** Does the steps in the book and saves it in place, as that program saves an .xlsx. */
export function editInLibreOffice(path: string, steps: readonly Step[]): void {
  order({ order: "edit", path, steps });
}

/** What the program sees in the book; of each tab at most so many rows of cells. */
export function lookInLibreOffice(path: string, rows = 50): readonly SeenTab[] {
  return JSON.parse(order({ order: "look", path, rows }));
}

/** By tab, row ("2") and header, what the dropdown of the cell offers. */
export type SeenLists = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>
>;

/** What the dropdowns offer, as the program works them out: in row 2 of every tab, and in these rows of some. */
export function listsInLibreOffice(
  path: string,
  rows: Readonly<Record<string, readonly number[]>> = {},
): SeenLists {
  return JSON.parse(order({ order: "lists", path, rows }));
}

/** Ends the program that this test file started, if it did. */
export function stopLibreOffice(): void {
  if (running === undefined) return;
  const { process: office, pipe, profile } = running;
  running = undefined;
  spawnSync(pythonPath(), [script], { input: JSON.stringify({ order: "stop", pipe }), timeout: 20_000 });
  // The program is a child of a starter; both are the process group that we began.
  try {
    if (office.pid !== undefined) process.kill(-office.pid, "SIGKILL");
  } catch {
    // It ended by itself, as it was asked.
  }
  rmSync(profile, { recursive: true, force: true });
}

// The program itself falls over now and then, whatever the book: then it is started anew on the book as it was.
function order(what: Readonly<Record<string, unknown>> & { readonly path: string }): string {
  const before = readFileSync(what.path);
  const first = attempt(what);
  if (first.status === 0) return first.stdout;
  stopLibreOffice();
  writeFileSync(what.path, before);
  const second = attempt(what);
  if (second.status === 0) return second.stdout;
  const reason = `${second.signal ?? `exit ${second.status}`}: ${second.stderr}`;
  throw new Error(`LibreOffice did not do ${String(what["order"])}: ${reason}`);
}

function attempt(what: Readonly<Record<string, unknown>>): SpawnSyncReturns<string> {
  running ??= startLibreOffice();
  return spawnSync(pythonPath(), [script], {
    input: JSON.stringify({ ...what, pipe: running.pipe }),
    encoding: "utf8",
    timeout: ORDER_MS,
    maxBuffer: 1 << 28,
  });
}

function startLibreOffice(): Office {
  pythonPath();
  if (spawnSync("soffice", ["--version"]).status !== 0) throw new Error(MISSING);
  const profile = mkdtempSync(join(tmpdir(), "stageline-office-"));
  const pipe = basename(profile);
  const flags = ["--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard"];
  const where = [`--accept=pipe,name=${pipe};urp;`, `-env:UserInstallation=${pathToFileURL(profile).href}`];
  const office = spawn("soffice", [...flags, ...where], { detached: true, stdio: "ignore" });
  office.unref();
  process.once("exit", stopLibreOffice);
  return { process: office, pipe, profile };
}

let python: string | undefined;

// The Python that the bindings are installed for is the system's, which need not come first on the path.
function pythonPath(): string {
  python ??= ["python3", "/usr/bin/python3"].find(
    (candidate) => spawnSync(candidate, ["-c", "import uno"]).status === 0,
  );
  if (python === undefined) throw new Error(MISSING);
  return python;
}
