// What the runs of a test file met, added up and said in one line, so that a calm run cannot pass for a hard one.

import type { SoakRun } from "./soak-run.ts";

export interface Tally {
  readonly runs: number;
  readonly executions: number;
  readonly calls: number;
  readonly overlaps: number;
  readonly kills: number;
  readonly failedCalls: number;
  readonly droppedEvents: number;
  readonly allowedLosses: number;
  /** Losses of which an event told. */
  readonly heardLosses: number;
  readonly entries: number;
}

export const emptyTally: Tally = {
  runs: 0,
  executions: 0,
  calls: 0,
  overlaps: 0,
  kills: 0,
  failedCalls: 0,
  droppedEvents: 0,
  allowedLosses: 0,
  heardLosses: 0,
  entries: 0,
};

export function added(tally: Tally, { report, world, allowed, heard, entries }: SoakRun): Tally {
  return {
    runs: tally.runs + 1,
    executions: tally.executions + world.google.executions.length,
    calls: tally.calls + report.calls,
    overlaps: tally.overlaps + report.overlaps,
    kills: tally.kills + report.kills,
    failedCalls: tally.failedCalls + report.failedCalls,
    droppedEvents: tally.droppedEvents + report.droppedEvents,
    allowedLosses: tally.allowedLosses + allowed.length,
    heardLosses: tally.heardLosses + heard.length,
    entries: tally.entries + entries,
  };
}

export function lineOf(tally: Tally): string {
  const { runs, executions, calls, overlaps, kills, failedCalls, droppedEvents, entries } = tally;
  const losses = `${tally.allowedLosses} allowed losses, ${tally.heardLosses} more of which an event told`;
  const work = `${executions} executions, ${calls} service calls (${overlaps} while others ran)`;
  return `${runs} runs: ${work}, ${kills} kills, ${failedCalls} failed calls, ${droppedEvents} dropped events, ${losses}, ${entries} entries`;
}
