// The script's side of one execution: its write buffer and its way out to the world. Writes wait in the buffer; a read
// sends them first, in their order, together with its question (one trip), and so do `flush` and the end. What the
// spreadsheet refuses is thrown where the buffer is sent, not where the script wrote.

import type { ScriptAnswers, ScriptRead, ScriptWrite, SpreadsheetSummary } from "../../grid/protocol.ts";
import type { Launch } from "../launch.ts";
import type { Ask, Exchange, ServiceAnswers, ServiceRequest } from "../requests.ts";
import { afterWrite } from "./expected-summary.ts";
import type { Realm } from "./realm.ts";

/** A write, or what it will be by the time that it is sent. */
type Buffered = ScriptWrite | (() => ScriptWrite | undefined);

export interface Execution {
  readonly launch: Launch;
  readonly realm: Realm;
  readonly ask: <K extends Ask>(request: Extract<ServiceRequest, { ask: K }>) => ServiceAnswers[K];
  readonly write: (write: Buffered) => void;
  readonly read: <K extends ScriptRead["ask"]>(read: Extract<ScriptRead, { ask: K }>) => ScriptAnswers[K];
  readonly readAll: (reads: readonly ScriptRead[]) => readonly unknown[];
  readonly flush: () => void;
  /** The tabs as the script may expect them, its waiting writes included; no trip. */
  readonly book: () => SpreadsheetSummary;
  /** Throws what Google throws. */
  readonly fail: (message: string) => never;
  /** How the world ended this execution, if it did. */
  readonly ended: () => string | undefined;
}

/** Thrown through a script whose execution is over; whatever the script catches, no call works any more. */
export class ExecutionEnded extends Error {
  override readonly name = "ExecutionEnded";
}

export interface Clock {
  now: number;
}

export function newExecution(
  place: { launch: Launch; realm: Realm; clock: Clock },
  exchange: Exchange,
): Execution {
  const { launch, realm, clock } = place;
  let buffer: Buffered[] = [];
  let book = launch.book;
  let ended: string | undefined;

  const fail = (message: string): never => {
    throw realm.exception(message);
  };
  const ask = <K extends Ask>(request: Extract<ServiceRequest, { ask: K }>): ServiceAnswers[K] => {
    const reply = exchange(request);
    if (reply.kind === "ended") {
      ended = reply.message;
      throw new ExecutionEnded(reply.message);
    }
    clock.now = reply.now;
    if (reply.book !== undefined) book = reply.book;
    if (reply.kind === "error") return fail(reply.message);
    return reply.value as ServiceAnswers[K];
  };
  const send = (reads: readonly ScriptRead[]): readonly unknown[] => {
    const writes = buffer.flatMap((write) => (typeof write === "function" ? (write() ?? []) : [write]));
    buffer = [];
    return writes.length === 0 && reads.length === 0 ? [] : ask<"grid">({ ask: "grid", writes, reads });
  };
  const write = (next: Buffered): void => {
    if (launch.mode === "CUSTOM_FUNCTION") fail(`You do not have permission to call ${callName(next)}`);
    buffer.push(next);
    if (book !== undefined && typeof next !== "function") book = afterWrite(book, next);
  };
  return {
    launch,
    realm,
    ask,
    write,
    fail,
    readAll: send,
    read: <K extends ScriptRead["ask"]>(read: Extract<ScriptRead, { ask: K }>) =>
      send([read])[0] as ScriptAnswers[K],
    flush: () => {
      send([]);
    },
    book: () => book ?? fail("There is no active spreadsheet"),
    ended: () => ended,
  };
}

function callName(write: Buffered): string {
  return typeof write === "function" ? "protect" : write.do;
}
