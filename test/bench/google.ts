// What a Google spreadsheet of 50,000 records and a history of 100,000 entries costs: requests, time and peak memory of
// commands that change nothing, beside a bare `values.batchGet` of the very cells that `sync` asks for, by the same client.
// The spreadsheet is in a process of its own. Commands ask Google at most once a second; those seconds are told apart. Run
// by `npm run bench`.

import { type ChildProcess, fork, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryDrive } from "../../local/sheets-api/drive/memory-drive.ts";
import type { ApiCall } from "../../local/sheets-api/server/api-call.ts";
import { startSheetsApi } from "../../local/sheets-api/server/start.ts";

const RECORDS = 50_000;
const COMMAND = "dist/stageline.mjs";
const NOW = ["--now", "2026-11-02T09:00"];
/** A command waits so long between two requests. */
const PACE_MS = 1000;
const STARTS = 7;
const FIELDS = ["Name", "Owner", "Company", "E-mail", "Phone", "Starts on", "Ends on", "Next step"];
const HERE = process.argv[1] ?? "";

interface Told {
  readonly url?: string;
  readonly ids?: readonly string[];
  readonly call?: { readonly atMs: number; readonly ranges: readonly string[] };
}

interface Run {
  readonly ms: number;
  /** Of the processor, which does not count what else this machine does. */
  readonly busyMs: number;
  readonly megabytes: number;
  readonly exitCode: number | null;
  readonly output: string;
  readonly calls: readonly NonNullable<Told["call"]>[];
}

const [role, ...given] = process.argv.slice(2);
if (role === "serve") await serve();
else if (role === "bare") await readBare(given);
else await measure();

/** The spreadsheets, in memory. Every call is told as it comes. */
async function serve(): Promise<void> {
  const drive = memoryDrive({ now: () => Date.UTC(2026, 10, 2, 9) });
  const ids = ["Large", "Small"].map((title) => drive.create({ title, by: "x" }).id);
  const tell = (call: ApiCall): void => {
    process.send?.({ call: { atMs: Date.now(), ranges: call.query["ranges"] ?? [] } } satisfies Told);
  };
  const { url } = await startSheetsApi({
    drive,
    gate: (call) => {
      tell(call);
      return { do: "serve" };
    },
  });
  process.send?.({ url, ids } satisfies Told);
}

/** The same cells, and nothing else. */
async function readBare([url = "", spreadsheetId = "", file = ""]: readonly string[]): Promise<void> {
  const { sheets } = await import("@googleapis/sheets");
  const client = sheets({ version: "v4", rootUrl: `${url}/` });
  const { data } = await client.spreadsheets.values.batchGet({
    spreadsheetId,
    ranges: JSON.parse(readFileSync(file, "utf8")) as string[],
    valueRenderOption: "UNFORMATTED_VALUE",
    dateTimeRenderOption: "SERIAL_NUMBER",
  });
  console.log(data.valueRanges?.reduce((sum, { values }) => sum + (values?.length ?? 0), 0));
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "stageline-bench-"));
  const server = fork(HERE, ["serve"], { execArgv: ["--max-old-space-size=6000"] });
  try {
    await measureOn(await greeting(server), server, folder);
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Greeting {
  readonly url: string;
  readonly large: string;
  readonly small: string;
}

type Runner = ReturnType<typeof runner>;

async function measureOn(
  { url, large, small }: Greeting,
  server: ChildProcess,
  folder: string,
): Promise<void> {
  const run = runner(url, server, folder);
  const stageline = commandBy(run);
  const book = join(folder, "large.xlsx");
  await fill(stageline, book, join(folder, "large.csv"));
  tell("copy to Google", await stageline("copy", book, large));
  const synced = await stageline("sync", large, ...NOW);
  if (!synced.output.includes("Nothing to change")) throw new Error(`it is not still:\n${synced.output}`);
  const reported = await stageline("report", large, ...NOW);
  const bare = await bareRun(run, [url, large], { asked: synced, file: join(folder, "ranges.json") });
  tell("bare values.batchGet", bare);
  const beside = async (command: string) => ({
    "the bare reading": bare,
    "the same as a file": await stageline(command, book, ...NOW),
  });
  tell("sync, unchanged", synced, await beside("sync"));
  tell("report", reported, await beside("report"));
  await measureStart(run, small);
}

function commandBy(run: Runner) {
  return async (...words: readonly string[]): Promise<Run> => {
    const done = await run([COMMAND, ...words]);
    if (done.exitCode !== 0 && done.exitCode !== 1) throw new Error(`${words.join(" ")}: ${done.output}`);
    return done;
  };
}

async function fill(stageline: ReturnType<typeof commandBy>, book: string, csv: string): Promise<void> {
  writeFileSync(csv, people());
  await stageline("new", book, "--template", "coaching", ...NOW);
  const columns = FIELDS.flatMap((field) => ["--field", `${field}=${field}`]);
  const days = ["--on", "Welcome=came", "--on", "Left=left"];
  const from = ["--board", "Coaching", "--stage", "Stage", ...columns, ...days];
  await stageline("import", book, csv, ...from, ...NOW);
}

/** The ranges that the command asked for at once, read and nothing else. */
async function bareRun(
  run: Runner,
  place: readonly string[],
  { asked, file }: { readonly asked: Run; readonly file: string },
): Promise<Run> {
  const [ranges = []] = asked.calls
    .map((call) => call.ranges)
    .sort((one, other) => other.length - one.length);
  writeFileSync(file, JSON.stringify(ranges));
  const bare = await run([HERE, "bare", ...place, file]);
  console.log(`  rows read: ${Number(bare.output).toLocaleString("en-US")}`);
  return bare;
}

/** How long until a command asks Google for the first time, beside bare Node from beginning to end. */
async function measureStart(run: Runner, small: string): Promise<void> {
  const times = { bare: [] as number[], asks: [] as number[] };
  for (let go = 0; go < STARTS; go++) {
    times.bare.push((await run(["-e", "0"])).ms);
    const beginMs = Date.now();
    const { calls } = await run([COMMAND, "check", small]);
    times.asks.push((calls[0]?.atMs ?? Number.NaN) - beginMs);
  }
  const [bare, asks] = [median(times.bare), median(times.asks)];
  console.log(
    `  first request of "check": ${asks.toFixed(0)} ms, ${(asks / bare).toFixed(2)} × bare Node (${bare.toFixed(0)} ms)`,
  );
}

function tell(what: string, measured: Run, beside: Readonly<Record<string, Run>> = {}): void {
  const { ms, busyMs, megabytes, calls } = measured;
  const requests = `${calls.length} ${calls.length === 1 ? "request" : "requests"}`;
  const paced = (Math.max(0, calls.length - 1) * PACE_MS) / 1000;
  console.log(
    `  ${what}: ${requests}, ${(ms / 1000).toFixed(1)} s (${paced} s of it between requests, ${(busyMs / 1000).toFixed(1)} s at work), peak ${megabytes.toFixed(0)} MB`,
  );
  for (const [other, run] of Object.entries(beside)) {
    const [work, memory] = [busyMs / run.busyMs, megabytes / run.megabytes];
    console.log(`    beside ${other}: ${work.toFixed(2)} × the work, ${memory.toFixed(2)} × the memory`);
  }
}

/** Runs Node with these arguments; what it cost, and what it asked for meanwhile. */
function runner(url: string, server: ChildProcess, folder: string) {
  const peakFile = join(folder, "peak");
  const watch = `data:text/javascript,import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${JSON.stringify(peakFile)},JSON.stringify(process.resourceUsage())))`;
  return async (words: readonly string[]): Promise<Run> => {
    const calls: NonNullable<Told["call"]>[] = [];
    const listen = ({ call }: Told): void => void (call === undefined || calls.push(call));
    server.on("message", listen);
    const start = performance.now();
    const child = spawn(process.execPath, ["--import", watch, ...words], {
      env: { ...process.env, STAGELINE_SHEETS_API: url },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += String(text)));
    const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
    const ms = performance.now() - start;
    server.off("message", listen);
    const usage = JSON.parse(readFileSync(peakFile, "utf8")) as NodeJS.ResourceUsage;
    const busyMs = (usage.userCPUTime + usage.systemCPUTime) / 1000;
    return { ms, busyMs, megabytes: usage.maxRSS / 1024, exitCode, output, calls };
  };
}

function greeting(server: ChildProcess): Promise<Greeting> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("message", ({ url = "", ids: [large = "", small = ""] = [] }: Told) =>
      resolve({ url, large, small }),
    );
  });
}

function median(times: readonly number[]): number {
  return [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Records that came and left: two entries of the history each, and nothing that is due. */
function people(): string {
  const day = (index: number, later: number): string =>
    new Date(Date.UTC(2026, 0, 1 + (index % 200) + later)).toISOString().slice(0, 10);
  const rows = Array.from({ length: RECORDS }, (_, index) =>
    [
      ...[`Person ${index}`, `Owner ${index % 20}`, `Company ${index % 5000}`],
      ...[`person${index}@example.org`, `+31 20 ${1_000_000 + index}`],
      ...[day(index, 0), day(index, 60), `See to number ${index}`],
      ...["Left", day(index, 0), day(index, 5)],
    ].join(","),
  );
  return [[...FIELDS, "Stage", "came", "left"].join(","), ...rows, ""].join("\n");
}
