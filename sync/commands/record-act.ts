// `stageline move`, `set` and `log`: what the sidebar does to one record, from a terminal. A refused move changes
// nothing and ends with the reason.

import {
  activityFromWord,
  activityKinds,
  isActivityKind,
  type LogAct,
  logActs,
} from "../../shared/definition/activity.ts";
import { type Act, actOnRecord } from "../../shared/engine/record-acts.ts";
import type { Run } from "../../shared/engine/run.ts";
import type { Tables } from "../../shared/table/table.ts";
import { momentInZone, type Zone } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { runIn } from "../book-zone.ts";
import { say, sentencesOf, writtenLines } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";
import { openStore } from "../stores/open-store.ts";

export interface RecordOptions extends CommonOptions {
  readonly board?: string;
  /** Of `log`: when it happened, in the book's time. */
  readonly at?: string;
  readonly note?: string;
}

export async function moveRecord(
  path: string,
  record: string,
  stage: string,
  options: RecordOptions,
): Promise<void> {
  await actOn(path, options, { record, actIn: () => ({ kind: "move", stage }), done: `is in "${stage}"` });
}

export async function setFields(
  path: string,
  record: string,
  assignment: string,
  options: RecordOptions,
): Promise<void> {
  const at = assignment.indexOf("=");
  if (at < 1) throw new StagelineError("usage", `"${assignment}" is not of the form "<Field>=<value>"`);
  const [field, value] = [assignment.slice(0, at).trim(), assignment.slice(at + 1).trim()];
  await actOn(path, options, {
    record,
    actIn: () => ({ kind: "set", field, value }),
    done: value === "" ? `has no ${field} now` : `has ${field} "${value}"`,
  });
}

export async function logActivity(
  path: string,
  record: string,
  word: string,
  options: RecordOptions,
): Promise<void> {
  const kind = activityFromWord(word);
  const note = options.note ?? "";
  if (kind === undefined) {
    throw new StagelineError("usage", `"${word}" is not one of ${[...activityKinds, ...logActs].join(", ")}`);
  }
  if (isActivityKind(kind)) {
    const actIn = (zone: Zone): Act => ({ kind: "log", activity: kind, note, ...happenedAt(options, zone) });
    await actOn(path, options, { record, actIn, done: `has one ${kind} more in its history` });
    return;
  }
  if (options.at !== undefined)
    throw new StagelineError("usage", `--at goes with what happened; ${kind} is done now`);
  const actIn = (): Act => ({ kind: "pick", act: kind, note });
  await actOn(path, options, { record, actIn, done: DONE[kind] });
}

const DONE: Readonly<Record<LogAct, string>> = {
  "hand-over": "was handed over",
  reopen: "is open again",
  undo: "is back where it was before its last move",
  "new-from": "was made into another record",
};

function happenedAt(
  options: RecordOptions,
  zone: Zone,
): { at?: NonNullable<ReturnType<typeof momentInZone>> } {
  if (options.at === undefined) return {};
  const at = momentInZone(options.at, zone);
  if (at === undefined)
    throw new StagelineError("usage", `--at "${options.at}" is not a time like 2026-11-20T08:30`);
  return { at };
}

async function actOn(
  path: string,
  options: RecordOptions,
  what: { readonly record: string; readonly actIn: (zone: Zone) => Act; readonly done: string },
): Promise<void> {
  const { board } = options;
  const store = await openStore(path);
  const written = await store.change((tables) => {
    const run = runIn({ tables, knownBy: "command", source: store.source }, options);
    const act = what.actIn(run.zone);
    return actPlan(tables, run, { record: what.record, act, ...(board === undefined ? {} : { board }) });
  });
  const { entries, problems, name } = written.result;
  say(
    {
      exitCode: problems.length > 0 ? 1 : 0,
      json: { changed: written.changed, entries: entries.length, cells: written.cells, problems },
      lines: [written.changed ? `"${name}" ${what.done}` : "Nothing to change", ...writtenLines(written)],
      problems: sentencesOf(problems),
    },
    options,
  );
}

/** What does the act to the record. */
export function actPlan(tables: Tables, run: Run, wanted: Parameters<typeof actOnRecord>[2]) {
  const result = actOnRecord(tables, run, wanted);
  return { ...result, result };
}
