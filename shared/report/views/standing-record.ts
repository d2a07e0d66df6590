// Where a record stands by its history, and where it may go from there. It is the quick part of the card: who only wants
// to know whether a move is allowed does not wait for the rest.

import type { Definition, Stage } from "../../definition/pipeline.ts";
import { type NamedRecord, recordNamed } from "../../engine/named-record.ts";
import type { Evidence } from "../../engine/row/needs-met.ts";
import { rulesInForce } from "../../engine/setup/rules-in-force.ts";
import { bookMoney } from "../../invoices/book-money.ts";
import { asksForPayment } from "../../invoices/uses-money.ts";
import type { Entry } from "../../log/entry.ts";
import { readLog } from "../../log/log-tab.ts";
import { type RecordState, replay } from "../../log/replay.ts";
import type { Tables } from "../../table/table.ts";
import type { Day } from "../../value/day.ts";
import { dayOf, type Moment } from "../../value/moment.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { type CardMove, cardMoves } from "./card-moves.ts";

export interface MovesQuery {
  /** An id, or a name that one record has. */
  readonly record: string;
  /** Tab of its board. */
  readonly board?: string;
  readonly now: Moment;
  /** Who looks at it, for stages that not everybody may move to. */
  readonly actor?: string;
}

/** A record where its history has it, and what it may do. */
export interface StandingRecord {
  readonly definition: Definition;
  readonly log: readonly Entry[];
  readonly found: NamedRecord;
  readonly state: RecordState;
  readonly stage: Stage;
  readonly moves: readonly CardMove[];
}

/**
 * The record that is meant, with every stage that it may go to or not.
 *
 * @throws {StagelineError} `usage`, when no record is meant, or several are; `guard`, when its row waits to be looked at
 * @example
 * const seen = applyChanges(fixtures.bookTables, reconcile(fixtures.bookTables, fixtures.run).changes);
 * standingRecord(seen, { record: "Ada", now: fixtures.run.now }).moves.map(({ stage }) => stage.name)
 * //=> ["Offer", "Won", "Lost"]
 */
export function standingRecord(tables: Tables, query: MovesQuery): StandingRecord {
  const { record, board, now, actor } = query;
  const log = readLog(tables).entries;
  const { definition } = rulesInForce(tables, log);
  const found = recordNamed(tables, definition, { record, ...(board === undefined ? {} : { board }) });
  const own = log.filter((entry) => entry.record === found.id);
  const { state, stage } = standingOf(found, own);
  const moves = cardMoves({
    ...{ definition, pipeline: found.pipeline, from: stage, ...(actor === undefined ? {} : { actor }) },
    evidence: {
      ...{ values: found.values, logged: loggedOn(state), today: dayOf(now) },
      ...paidOn(tables, found, dayOf(now)),
    },
  });
  return { definition, log, found, state, stage, moves };
}

// Only where a stage asks for it: all invoices are read for it.
function paidOn(tables: Tables, { id, pipeline }: NamedRecord, today: Day): Pick<Evidence, "paid"> {
  const isAsked = pipeline.stages.some(({ needs }) => asksForPayment(needs));
  const paid = isAsked ? bookMoney(tables, today).paid.get(id) : undefined;
  return paid === undefined ? {} : { paid };
}

// The board's own history, so that a record which came from another board stands where it stands here.
function standingOf(
  { board, id, name, pipeline }: NamedRecord,
  own: readonly Entry[],
): { readonly state: RecordState; readonly stage: Stage } {
  const state = replay(own.filter((entry) => entry.board === board.id)).get(id);
  const stage = pipeline.stages.find((each) => each.id === state?.now.stage);
  if (state !== undefined && stage !== undefined) return { state, stage };
  throw new StagelineError("guard", `"${name}" has not been looked at yet; check this sheet first`);
}

function loggedOn({ activities }: RecordState): ReadonlySet<string> {
  return new Set(activities.map(({ kind }) => kind));
}
