// What a run wrote into the history of a record before it was cut short: the row does not show it yet, so the row
// seems to ask for it again. A run that finds such entries completes the row by them and logs nothing twice.

import type { ActivityKind, LogAct } from "../../definition/activity.ts";
import type { Entry } from "../../log/entry.ts";
import type { RowSeal } from "./row-seal.ts";

/**
 * The entries of a record that its row does not show; `entries` are all of the record on this board, in the order of
 * the log, and `seal` is that of the record on this board. Without a seal the record is one that a run took in and
 * did not end with: what is told of it since it came is of that one moment. Where it is not, somebody wiped the seal.
 *
 * @example
 * unshownEntries([fixtures.entry], { entries: 1 }) //=> []
 * unshownEntries([fixtures.entry], undefined).length //=> 1
 */
export function unshownEntries(
  entries: readonly Entry[],
  seal: Pick<RowSeal, "entries"> | undefined,
): readonly Entry[] {
  if (seal !== undefined && entries.length <= seal.entries) return [];
  const distinct = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  if (seal !== undefined) return distinct.slice(seal.entries);
  const came = distinct.map(({ kind }) => isArrival(kind)).lastIndexOf(true);
  const since = distinct.slice(Math.max(came, 0));
  return since.every(({ at }) => at === since[0]?.at) ? since : [];
}

function isArrival(kind: Entry["kind"]): boolean {
  return kind === "created" || kind === "copied" || kind === "restored";
}

/**
 * The entry of what the Log cell asks for, with the note beside it, where it is among the unshown ones. An empty note
 * may be one that was taken out already.
 *
 * @example
 * actDone([{ kind: "call", note: "all well", data: {} }], "call", "all well").kind //=> "call"
 */
export function actDone(
  unshown: readonly Entry[],
  asked: ActivityKind | LogAct | undefined,
  note: string,
): Entry | undefined {
  switch (asked) {
    case undefined:
      return undefined;
    case "undo":
      // Not what took two records apart that had become one.
      return unshown.find(({ kind, data }) => kind === "undone" && data["merge"] === undefined);
    case "reopen":
      return unshown.find(isReopening);
    case "hand-over":
      return unshown.find(({ kind, data }) => kind === asked && (note === "" || data["to"] === note));
    default:
      return unshown.find((entry) => entry.kind === asked && (note === "" || entry.note === note));
  }
}

/**
 * The stage, by id, that a cell shows still although an entry tells what became of it; `undefined` where the entry is
 * of another kind. Of a copy it is the stage that was copied, which the caller knows.
 *
 * @example
 * settledStage({ kind: "refused", to: "offer", data: {} }, undefined) //=> "offer"
 */
export function settledStage(entry: Entry, copied: string | undefined): string | undefined {
  if (entry.kind === "copied") return copied;
  if (entry.kind === "refused") return entry.to;
  if (entry.kind === "undone") return entry.data["stage"];
  if (entry.kind === "moved" && entry.knownBy === "rule") return entry.from;
  return isReopening(entry) ? entry.from : undefined;
}

/**
 * What a move or a refusal keeps where Reopen asked for it; the note of a refusal is its reason, so that of the Log
 * column stands here.
 *
 * @example
 * reopeningData("they called") //=> { log: "reopen", log_note: "they called" }
 */
export function reopeningData(note: string): Entry["data"] {
  return note === "" ? { log: "reopen" } : { log: "reopen", log_note: note };
}

function isReopening(entry: Entry): boolean {
  return entry.data["log"] === "reopen";
}
