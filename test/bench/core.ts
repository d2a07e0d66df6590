// How quick the core is beside DuckDB, in one run on one machine, so that only the ratios matter: the log as rows
// of cells → funnel, conversions with their estimates, and time in stage. Both give the same figures, which is
// checked before anything is printed. Memory is measured in a process of its own. Run by `npm run bench`.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Paths } from "../../shared/log/paths.ts";
import { buildPaths } from "../../shared/log/paths-builder.ts";
import { conversions } from "../../shared/metrics/conversions.ts";
import { durations } from "../../shared/metrics/durations.ts";
import { funnels } from "../../shared/metrics/funnels.ts";
import { parseMoment } from "../../shared/value/moment.ts";
import { type DatabaseFigures, figuresOf, loadFromFile, loadFromRows, openDatabase } from "./duckdb.ts";
import { AT, bigPipeline, ENTRY, ID, type LogRow, logRows, N, RECORD, TO } from "./log-rows.ts";
import { typedPass } from "./typed-pass.ts";

const asOf = parseMoment("2025-01-01T00:00:00Z");
const MEBIBYTE = 1_048_576;

/** The paths of rows; `expectedRows` only spares growing. */
function loadRows(rows: Iterable<LogRow>, expectedRows: number): Paths {
  const stageIds = bigPipeline.stages.map((stage) => stage.id);
  const builder = buildPaths(stageIds, asOf, expectedRows);
  for (const row of rows) {
    builder.add(
      row[RECORD] as string,
      row[ENTRY] as string,
      row[TO] as string,
      row[AT] as string,
      row[N] as number,
      row[ID] as string,
    );
  }
  return builder.finish();
}

function figures(paths: Paths) {
  return {
    funnel: funnels(bigPipeline, paths),
    steps: conversions(bigPipeline, paths),
    times: durations(bigPipeline, paths),
  };
}

async function millisecondsOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The quickest of several goes: what the machine can do when nothing else is in the way. */
async function quickest(goes: number, work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let go = 0; go < goes; go++) best = Math.min(best, await millisecondsOf(work));
  return best;
}

async function compare(count: number, goes: number): Promise<void> {
  const rows = [...logRows(count)];
  let paths = loadRows(rows, count);
  const ourLoad = await quickest(goes, () => {
    paths = loadRows(rows, count);
  });
  const ourFigures = await quickest(goes, () => figures(paths));
  const pass = await quickest(goes, () => typedPass(paths));
  const folder = mkdtempSync(join(tmpdir(), "stageline-bench-"));
  const file = join(folder, "log.csv");
  writeFileSync(file, csvOf(rows));
  const database = await openDatabase();
  const append = await quickest(1, () => loadFromRows(database, rows));
  const fileLoad = await quickest(goes, () => loadFromFile(database, file));
  const query = await quickest(goes, () => figuresOf(database));
  checkAgreement(paths, await figuresOf(database));
  database.closeSync();
  rmSync(folder, { recursive: true });
  const theirs = Math.min(append, fileLoad) + query;
  console.log(
    `\n${count.toLocaleString("en")} entries, ${paths.recordIds.length.toLocaleString("en")} records`,
  );
  console.log(
    `  core      load ${ms(ourLoad)}  figures ${ms(ourFigures)}  together ${ms(ourLoad + ourFigures)}`,
  );
  console.log(
    `  DuckDB    load ${ms(fileLoad)} from CSV (${ms(append)} appended)  figures ${ms(query)}  together ${ms(theirs)}`,
  );
  console.log(`  bare pass over typed columns ${ms(pass)}`);
  console.log(
    `  core ÷ DuckDB: together ${ratio(ourLoad + ourFigures, theirs)}, figures ${ratio(ourFigures, query)}`,
  );
  console.log(`  core figures ÷ bare pass: ${ratio(ourFigures, pass)}`);
}

function csvOf(rows: readonly LogRow[]): string {
  const lines = rows.map((row) => [AT, RECORD, ENTRY, TO, N, ID].map((column) => row[column]).join(","));
  return `instant,record,entry,stage,n,id\n${lines.join("\n")}\n`;
}

function checkAgreement(paths: Paths, theirs: DatabaseFigures): void {
  const ours = figures(paths);
  const line = theirs.reached.length;
  const ourSteps = ours.steps.map(({ entered, converted, dropped }) => ({ entered, converted, dropped }));
  const ourDays = ours.times.map(({ latest }) => (latest.plainMedianDays ?? 0).toFixed(6));
  const theirDays = ours.times.map(({ stage }) => (theirs.medianDays.get(stage) ?? 0).toFixed(6));
  const pairs = [
    [ours.funnel.slice(0, line).map(({ reached }) => reached), theirs.reached],
    [ourSteps, theirs.steps.slice(0, line - 1)],
    [ourDays, theirDays],
  ];
  for (const [own, other] of pairs) {
    if (JSON.stringify(own) === JSON.stringify(other)) continue;
    throw new Error(`core and DuckDB differ: ${JSON.stringify(own)} and ${JSON.stringify(other)}`);
  }
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}

function ratio(ours: number, theirs: number): string {
  return (ours / theirs).toFixed(2);
}

/** In a process of its own: `streamed` reads rows as they come, `held` keeps all of them beside the paths. */
function measureMemory(how: string, count: number): void {
  const rows = how === "held" ? [...logRows(count)] : logRows(count);
  const paths = loadRows(rows, count);
  figures(paths);
  const peak = process.resourceUsage().maxRSS / 1024;
  const columns = [
    paths.firstVisit,
    paths.stage,
    paths.enteredMs,
    paths.enteredWallMs,
    paths.ending,
    paths.endWallMs,
  ];
  const bytes = columns.reduce((sum, column) => sum + column.byteLength, 0);
  console.log(
    `  peak ${peak.toFixed(0)} MiB with rows ${how}; paths themselves ${(bytes / MEBIBYTE).toFixed(0)} MiB`,
  );
}

const [, script = "", how] = process.argv;
if (how === "streamed" || how === "held") measureMemory(how, 1_000_000);
else {
  await compare(100_000, 7);
  await compare(1_000_000, 5);
  console.log("\nmemory at 1,000,000 entries, Node itself included");
  for (const kind of ["streamed", "held"]) spawnSync(process.execPath, [script, kind], { stdio: "inherit" });
}
