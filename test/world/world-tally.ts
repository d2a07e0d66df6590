// What the worlds of a test file met, added up and said in one line, so that calm worlds cannot pass for hard ones.

import type { WorldRun } from "./world-run.ts";

export interface WorldTally {
  readonly worlds: number;
  readonly executions: number;
  readonly commands: number;
  readonly done: number;
  readonly requests: number;
  readonly amid: number;
  readonly requestFaults: number;
  readonly commandKills: number;
  readonly kills: number;
  readonly failedCalls: number;
  readonly droppedEvents: number;
  readonly messages: number;
  /** Losses that nobody can prevent; and those of which an event told. */
  readonly allowed: readonly string[];
  readonly heard: readonly string[];
  readonly entries: number;
  /** Why commands did nothing → how many. */
  readonly refused: ReadonlyMap<string, number>;
}

export const emptyWorldTally: WorldTally = {
  worlds: 0,
  executions: 0,
  commands: 0,
  done: 0,
  requests: 0,
  amid: 0,
  requestFaults: 0,
  commandKills: 0,
  kills: 0,
  failedCalls: 0,
  droppedEvents: 0,
  messages: 0,
  allowed: [],
  heard: [],
  entries: 0,
  refused: new Map(),
};

export function addedWorld(tally: WorldTally, run: WorldRun): WorldTally {
  const { report, google, runs } = run;
  const refused = new Map(tally.refused);
  for (const { said } of runs) {
    if (said?.how === "refused") refused.set(said.code, (refused.get(said.code) ?? 0) + 1);
  }
  return {
    worlds: tally.worlds + 1,
    executions: tally.executions + google.executions.length,
    commands: tally.commands + runs.length,
    done: tally.done + runs.filter(({ said }) => said?.how === "done").length,
    requests: tally.requests + report.requests,
    amid: tally.amid + run.amid,
    requestFaults: tally.requestFaults + report.requestFaults,
    commandKills: tally.commandKills + report.programKills,
    kills: tally.kills + report.kills,
    failedCalls: tally.failedCalls + report.failedCalls,
    droppedEvents: tally.droppedEvents + report.droppedEvents,
    messages: tally.messages + run.messages,
    allowed: [...tally.allowed, ...run.allowed],
    heard: [...tally.heard, ...run.heard],
    entries: tally.entries + run.entries,
    refused,
  };
}

export function worldLine(tally: WorldTally): string {
  const { worlds, executions, kills, failedCalls, droppedEvents, messages, entries } = tally;
  const refused = [...tally.refused].map(([code, count]) => `${count} ${code}`).join(", ");
  const commands = `${tally.commands} commands (${tally.done} done, ${tally.commandKills} killed, refused: ${refused})`;
  const requests = `${tally.requests} requests (${tally.amid} when others had changed the sheet since the last, ${tally.requestFaults} with faults)`;
  const addOn = `${executions} executions (${kills} killed, ${failedCalls} calls failed), ${droppedEvents} dropped events`;
  const losses = `${tally.allowed.length} allowed losses, ${tally.heard.length} more of which an event told`;
  const line = `${worlds} worlds: ${commands}, ${requests}, ${addOn}, ${losses}, ${messages} messages, ${entries} entries`;
  return [
    line,
    ...[...tally.allowed, ...tally.heard].map((loss) => `  written over just as it was typed: ${loss}`),
  ].join("\n");
}
