// What makes a message pointless before it has gone: its record is no longer there, what asked for it was taken back, or
// what ends its rule came true. It counts from the moment at which the message was due, so that one which was late, after
// an outage, does not ask who has answered meanwhile.

import { isReply } from "../../definition/activity.ts";
import { type Amendment, isAmendment, settle } from "../../log/amendments.ts";
import type { Entry } from "../../log/entry.ts";
import { quoted } from "../../table/shown-cell.ts";
import { compareMoments, instantMs } from "../../value/moment.ts";
import type { ActBoard } from "../rules/rule-act.ts";
import { stageName } from "./merged-text.ts";

/** The id of an entry at the start of what tells one time of a rule from others. */
const ENTRY_ID = /^e[0-9a-hjkmnp-tv-z]{16}/;

/**
 * Why the message that an entry asks for must not go any more, as a part of a sentence; `undefined` where it may.
 *
 * @example
 * messageEnd({ pipeline: fixtures.offers, states: new Map(), entriesOf: () => [] }, { ...fixtures.entry, kind: "message" })
 * //=> "its row is no longer there"
 */
export function messageEnd(
  board: Pick<ActBoard, "pipeline" | "states" | "entriesOf">,
  message: Entry,
): string | undefined {
  const { pipeline, states } = board;
  const state = states.get(message.record);
  if (state === undefined || state.removed) return "its row is no longer there";
  const entries = board.entriesOf(message.record);
  const voided = voidedIds(entries);
  const cause = ENTRY_ID.exec(message.data["occurrence"] ?? "")?.[0] ?? "";
  if (voided.has(cause) || voided.has(message.id)) return "what asked for it was taken back";
  const rule = pipeline.rules.find(({ id }) => id === message.data["rule"]);
  const since = entries.filter((entry) => !voided.has(entry.id) && isSince(entry, message));
  if (rule?.until.includes("a reply") && since.some(({ kind }) => isReply(kind))) return "an answer came";
  const move = since.find(({ kind }) => kind === "moved");
  if (rule?.until.includes("a move") && move !== undefined)
    return `it moved to ${quoted(stageName(pipeline, move.to ?? ""))}`;
  return undefined;
}

function voidedIds(entries: readonly Entry[]): ReadonlySet<string> {
  const amendments = entries.flatMap(({ id, kind, n, data, at }): readonly Amendment[] =>
    isAmendment(kind) ? [{ id, kind, n, data, instantMs: instantMs(at) }] : [],
  );
  return new Set([...settle(amendments)].flatMap(([id, { isVoid }]) => (isVoid ? [id] : [])));
}

// A rule that sends and moves does not stand in its own way.
function isSince(entry: Entry, message: Entry): boolean {
  const { rule, occurrence } = message.data;
  if (entry.data["rule"] === rule && entry.data["occurrence"] === occurrence) return false;
  return compareMoments(entry.at, message.at) > 0 || (entry.kind === "moved" && entry.n > message.n);
}
