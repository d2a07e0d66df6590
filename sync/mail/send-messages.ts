// Messages of a book sent one after the other. Before each the book is written with the message taken, and with what
// became of the one before: so whoever kills this run leaves one message of which nobody knows whether it went, and no
// other. The book is made true each time, so that whoever answered meanwhile is not written to.

import {
  claimable,
  claimChanges,
  type SendingLimits,
  waitingRows,
} from "../../shared/engine/outbox/claims.ts";
import { mailOf } from "../../shared/engine/outbox/mail.ts";
import { type OutboxRow, outboxRows, recipientCount } from "../../shared/engine/outbox/outbox-row.ts";
import { markedChanges, type SendingResult } from "../../shared/engine/outbox/results.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Problem } from "../../shared/table/problem.ts";
import type { Tables } from "../../shared/table/table.ts";
import { instantMs, type Moment, momentFromInstant, utc, type Zone } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { bookZone, runIn } from "../book-zone.ts";
import { type CommonOptions, runOf } from "../run-options.ts";
import type { BookStore, Plan } from "../stores/book-store.ts";
import type { Carried, Carrier } from "./carrier.ts";

const SECOND_MS = 1000;
const MOST_SECONDS = 60;

export interface MailTurn {
  readonly store: BookStore;
  readonly options: CommonOptions;
  /** Recipients at most. */
  readonly most: number;
  /** Also what was due long ago. */
  readonly late: "sent" | "kept";
}

const MOST_DAYS = 14;
const DAY_MS = 86_400_000;

/** What may go at that moment. */
export function limitsOf({ late }: Pick<MailTurn, "late">, now: Moment, quotaLeft: number): SendingLimits {
  const oldest = momentFromInstant(instantMs(now) - MOST_DAYS * DAY_MS, utc);
  return { now, quotaLeft, reserve: 0, ...(late === "sent" ? {} : { oldest }) };
}

export interface SentMessage {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly how: SendingResult["how"];
  readonly note?: string;
}

export interface Sending {
  readonly messages: readonly SentMessage[];
  readonly problems: readonly Problem[];
  /** Messages that still wait to be sent. */
  readonly left: number;
  /** Why no more could go. */
  readonly stopped?: string;
}

/** The book as a sync leaves it once it is told what became of messages; and the changes that make it so. */
export function trueBook(
  given: Tables,
  { store, options }: Pick<MailTurn, "store" | "options">,
  results: ReadonlyMap<string, SendingResult> = new Map(),
) {
  const run = runIn({ tables: given, knownBy: "sweep", source: store.source }, options);
  const changes: Change[] = [];
  const step = (tables: Tables, made: readonly Change[]): Tables => {
    changes.push(...made);
    return applyChanges(tables, made);
  };
  const marked = step(given, markedChanges(given, results));
  const looked = reconcile(marked, run);
  const tables = step(marked, looked.changes);
  const { definition, problems } = looked;
  return { tables, changes, definition, problems, now: run.now };
}

/**
 * Sends what waits, until nothing is left or the carrier takes no more.
 *
 * @throws {StagelineError} whatever the book refuses; what was sent by then is told in the sentence
 */
export async function sendMessages(turn: MailTurn, carrier: Carrier): Promise<Sending> {
  const messages: SentMessage[] = [];
  let state: SendingState = { results: new Map(), tried: new Set(), quotaLeft: turn.most };
  for (;;) {
    const { row, zone, problems, left } = await nextTurn(turn, state);
    const { stopped } = state;
    if (row === undefined) return { messages, problems, left, ...(stopped === undefined ? {} : { stopped }) };
    const carried = await carrier.carry({ mail: mailOf(row), id: row.id, at: momentNow(turn, zone) });
    const became = resultOf(carried, momentNow(turn, zone));
    if (carried.how !== "stopped") messages.push(messageOf(row, became));
    state = {
      results: new Map([[row.id, became]]),
      last: row,
      tried: new Set([...state.tried, row.id]),
      quotaLeft: state.quotaLeft - recipientCount(row),
      ...(carried.how === "stopped" ? { stopped: carried.why } : {}),
    };
  }
}

interface SendingState {
  /** What became of the last one, which the book does not say yet. */
  readonly results: ReadonlyMap<string, SendingResult>;
  readonly last?: OutboxRow;
  readonly tried: ReadonlySet<string>;
  readonly quotaLeft: number;
  readonly stopped?: string;
}

interface NextTurn {
  /** What is taken to be sent now. */
  readonly row?: OutboxRow;
  readonly zone: Zone;
  readonly problems: readonly Problem[];
  readonly left: number;
}

// Somebody else may write the book just now; what was sent wants to be told of all the same.
async function nextTurn(turn: MailTurn, state: SendingState): Promise<NextTurn> {
  const plan = (given: Tables) => nextPlan(given, turn, state);
  for (let second = 1; ; second++) {
    try {
      return (await turn.store.change(plan, { whole: true })).result;
    } catch (error) {
      if (!(error instanceof StagelineError) || state.last === undefined) throw error;
      if (error.code !== "busy" || second > MOST_SECONDS) throw untold(state, error);
      await turn.store.source.wait(SECOND_MS);
    }
  }
}

function nextPlan(given: Tables, turn: MailTurn, state: SendingState): Plan<NextTurn> {
  const { tables, changes, definition, problems, now } = trueBook(given, turn, state.results);
  const limits = limitsOf(turn, now, state.quotaLeft);
  const due = state.stopped === undefined ? claimable(tables, limits) : [];
  const next = due.filter(({ id }) => !state.tried.has(id)).slice(0, 1);
  const writer = `command ${process.pid}`;
  const claim = claimChanges(
    tables,
    next.map(({ id }) => id),
    { writer, now },
  );
  const [row] = claim.taken;
  const left = waitingRows(outboxRows(tables)).length;
  const result = { zone: bookZone(tables), problems, left, ...(row === undefined ? {} : { row }) };
  return { changes: [...changes, ...claim.changes], definition, result };
}

function momentNow({ options, store }: MailTurn, zone: Zone): Moment {
  return runOf(options, { zone, knownBy: "sweep", source: store.source }).now;
}

function resultOf(carried: Carried, at: Moment): SendingResult {
  switch (carried.how) {
    case "sent":
      return { ...carried, at };
    case "stopped":
      return { how: "later", why: carried.why };
    default:
      return carried;
  }
}

function messageOf({ id, to, cc, subject }: OutboxRow, result: SendingResult): SentMessage {
  const note = result.how === "sent" ? result.note : result.why;
  return { id, to: [...to, ...cc], subject, how: result.how, ...(note === undefined ? {} : { note }) };
}

function untold({ last, results }: SendingState, error: StagelineError): StagelineError {
  const how = [...results.values()][0]?.how;
  const what = `"${last?.subject}" to ${last?.to.join(", ")} ${how === "sent" ? "was sent" : "was tried"}`;
  return new StagelineError(error.code, `${what}, and the book could not be told so: ${error.message}`, {
    cause: error,
  });
}
