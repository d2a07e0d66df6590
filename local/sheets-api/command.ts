// The API from the command line, over spreadsheets in memory. An .xlsx file becomes a spreadsheet of it; the file is read
// once and never written. The ids are the same at each start.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { spreadsheetFromBook } from "../grid/book/spreadsheet-from-book.ts";
import { type MemoryDrive, memoryDrive } from "./drive/memory-drive.ts";
import { OWNER } from "./drive.ts";
import { googlesQuota } from "./server/quota.ts";
import { type SheetsApi, startSheetsApi } from "./server/start.ts";

interface Options {
  readonly port: number;
  readonly book: readonly string[];
  readonly zone: string;
  readonly quota?: true;
  readonly faults?: number;
  readonly slow?: number;
  readonly seed: number;
}

const USUAL_PORT = 8787;

/** Starts it as the options say; what is to be told to whoever started it. */
export async function servedFrom(
  argv: readonly string[],
): Promise<SheetsApi & { readonly greeting: string }> {
  const options = optionsFrom(argv);
  const drive = memoryDrive({ now: () => Date.now() });
  const { zone, book: paths } = options;
  for (const path of paths) addBook(drive, path, zone);
  if (paths.length === 0) drive.create({ title: "Untitled spreadsheet", by: OWNER, zone });
  const { faults: share = 0, slow: slowestMs = 0, seed } = options;
  const api = await startSheetsApi({
    drive,
    port: options.port,
    ...(options.quota === true ? { quota: googlesQuota } : {}),
    ...(share > 0 || slowestMs > 0 ? { faults: { share, slowestMs, seed } } : {}),
  });
  return { ...api, greeting: greeting(api.url, drive) };
}

function optionsFrom(argv: readonly string[]): Options {
  return new Command("npm run sheets-api --")
    .description("The Sheets API over spreadsheets in memory, on this machine only")
    .option("--port <n>", "where it listens", wholeNumber, USUAL_PORT)
    .option("--book <file.xlsx>", "a spreadsheet from a file; may be given more than once", collected, [])
    .option("--zone <name>", "the time zone of the spreadsheets", "Etc/GMT")
    .option("--quota", "60 reads and 60 writes a minute for each caller, as at Google")
    .option("--faults <share>", "how many of all calls go wrong, from 0 to 1", shareOf)
    .option("--slow <milliseconds>", "the longest that a call waits", wholeNumber)
    .option("--seed <n>", "which calls go wrong", wholeNumber, 1)
    .parse([...argv])
    .opts<Options>();
}

function addBook(drive: MemoryDrive, path: string, zone: string): void {
  const bytes = readFileSync(path);
  const { id, name, presentYear } = drive.create({ title: basename(path, ".xlsx"), by: OWNER, zone }).state();
  drive.add(spreadsheetFromBook(bytes, { id, name, zone, presentYear }));
}

function greeting(url: string, drive: MemoryDrive): string {
  const files = drive.list().map((file) => `  ${file.id}  ${file.state().name}`);
  return [
    `The Sheets API is at ${url}; these spreadsheets live until it ends:`,
    ...files,
    "",
    "In another terminal:",
    `  export STAGELINE_SHEETS_API=${url}`,
    `  stageline check ${drive.list()[0]?.id ?? "<id>"}`,
  ].join("\n");
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError(`"${text}" is no whole number`);
  return Number(text);
}

function shareOf(text: string): number {
  const share = Number(text);
  if (!(share >= 0 && share <= 1)) throw new InvalidArgumentError(`"${text}" is not from 0 to 1`);
  return share;
}

function collected(path: string, before: readonly string[]): readonly string[] {
  return [...before, path];
}

/** What a person can do something about, in words; `undefined` where it is a fault of ours. */
export function sentenceFor(error: unknown): string | undefined {
  if (error instanceof StagelineError) return error.message;
  const { code, path, port } = error as NodeJS.ErrnoException & { readonly port?: number };
  if (code === "EADDRINUSE") return `port ${port} is in use: name another with --port`;
  return path === undefined ? undefined : `"${path}" cannot be read (${code})`;
}
