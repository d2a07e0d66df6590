// How long the functions for cells take on logs of three lengths, run from the built script in a V8 that has nothing
// but the language, as a cell runs them: the script is loaded, then one function is called. Run by `npm run bench`.

import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import type { Milestone } from "../../shared/definition/pipeline.ts";
import { logTab } from "../../shared/log/log-tab.ts";
import { isBlank } from "../../shared/table/cell.ts";
import { openWorld } from "../world.ts";
import { bigPipeline, logRows } from "./log-rows.ts";

type Range = readonly (readonly unknown[])[];

const CODE = readFileSync("dist/apps-script/Code.js", "utf8");
const BOARD = "bbig";
const AS_OF = "2025-01-01T00:00:00Z";
const LENGTHS = [1_000, 10_000, 100_000];
const GOES = 3;

const offered: Milestone = {
  id: "offered",
  name: "Offered",
  points: 10,
  reachedWhen: { by: "stage", stage: "proposal" },
};
const book = openWorld({ boards: { Big: { ...bigPipeline, milestones: [offered] } } });
const stages = rangeOf("Stages");
const milestones = rangeOf("Milestones");

function rangeOf(tab: string): Range {
  const { header, rows } = book.table(tab);
  return [header, ...rows.map(({ cells }) => cells.map((cell) => (isBlank(cell) ? "" : cell)))];
}

function callsOn(activity: Range): Readonly<Record<string, readonly unknown[]>> {
  return {
    PIPELINE_FUNNEL: [activity, stages, BOARD, AS_OF],
    STAGE_CONVERSION: [activity, stages, BOARD, "Contacted", "Won", AS_OF],
    STAGE_TIME: [activity, stages, BOARD, "", AS_OF],
    MILESTONE_SCORES: [activity, stages, milestones, BOARD, AS_OF],
  };
}

function millisecondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

interface Go {
  readonly loading: number;
  readonly calling: number;
}

/** Loads the script anew and calls one function of it. */
function goOf(name: string, given: readonly unknown[], count: number): Go {
  const context = createContext({});
  // A comment of its own, so that no go is spared the reading by the one before.
  const loading = millisecondsOf(() => new Script(`${CODE}\n// ${name} ${count}`).runInContext(context));
  const calling = millisecondsOf(() => {
    if (context[name](...given).length < 2) throw new Error(`${name} tells nothing`);
  });
  return { loading, calling };
}

for (const length of LENGTHS) {
  const activity: Range = [logTab.columns.map(({ header }) => header), ...logRows(length)];
  const goes = Object.entries(callsOn(activity)).map(([name, given]) => {
    const each = Array.from({ length: GOES }, (_, count) => goOf(name, given, length + count));
    return { name, loading: least(each, "loading"), calling: least(each, "calling") };
  });
  const calls = goes.map(({ name, calling }) => `${name} ${calling.toFixed(0)} ms`).join(", ");
  console.log(
    `  ${length} log entries: ${calls}; loading the script ${least(goes, "loading").toFixed(0)} ms`,
  );
}

function least(goes: readonly Go[], part: keyof Go): number {
  return Math.min(...goes.map((go) => go[part]));
}
