// One thing that a rule does for one record at one time. What tells that time from others (the occurrence) follows from
// the history, so that the act has the same id whoever finds it due, and however often: it is done once.

import type { BoardRow } from "../../board/board-row.ts";
import type { Board, Definition, Pipeline } from "../../definition/pipeline.ts";
import type { Rule, RuleAction } from "../../definition/rule.ts";
import type { BookMoney } from "../../invoices/book-money.ts";
import type { Entry } from "../../log/entry.ts";
import type { RecordState } from "../../log/replay.ts";
import type { Change } from "../../table/change.ts";
import type { Problem } from "../../table/problem.ts";
import type { Tables } from "../../table/table.ts";
import { hashOf } from "../../value/hash.ts";
import type { Moment } from "../../value/moment.ts";
import type { Run } from "../run.ts";
import type { RuleStarts } from "./rule-history.ts";

export interface RuleAct {
  /** Board id. */
  readonly board: string;
  readonly record: string;
  readonly rule: Rule;
  /** Which of the rule's actions, from 0. */
  readonly index: number;
  readonly action: RuleAction;
  /** What tells this time from others: an entry of the history, with the count of a repetition. */
  readonly occurrence: string;
  readonly due: Moment;
}

/** A board as the rules find it. */
export interface ActBoard {
  readonly board: Board;
  /** The name of its tab as it is now. */
  readonly tab: string;
  readonly pipeline: Pipeline;
  /** Record id → its row. */
  readonly rows: ReadonlyMap<string, BoardRow>;
  /** Record id → where it stands. */
  readonly states: ReadonlyMap<string, RecordState>;
  readonly entriesOf: (record: string) => readonly Entry[];
}

/** The whole book as the rules find it: what people did is history already. */
export interface ActBook {
  readonly run: Run;
  readonly definition: Definition;
  readonly tables: Tables;
  /** Board id → the board; those that a guard stopped are left out. */
  readonly boards: ReadonlyMap<string, ActBoard>;
  /** All entries of the book, in the order of the log. */
  readonly entries: readonly Entry[];
  /** Since when each rule is as it is. */
  readonly starts: RuleStarts;
  /** Record id → what of its invoices is paid; nothing where absent. */
  readonly paid?: BookMoney["paid"];
  /** Record id → its invoices; none where absent. */
  readonly invoices?: BookMoney["ofRecord"];
}

/** What came of acts: cells and rows, and the history that tells of it. */
export interface ActsDone {
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  /** What keeps others from being done, at its cell. */
  readonly problems?: readonly Problem[];
}

/** Who acts where a rule does. */
export const RULES_ACT_AS = "Stageline";

/**
 * The id of the entry that tells of an act.
 *
 * @example
 * actEntryId({ board: "deals", record: "r1", rule: "nudge", occurrence: "e1", index: 0 })
 *   === actEntryId({ board: "deals", record: "r1", rule: "nudge", occurrence: "e2", index: 0 }) //=> false
 */
export function actEntryId(act: {
  readonly board: string;
  readonly record: string;
  readonly rule: string;
  readonly occurrence: string;
  readonly index: number;
}): string {
  const { board, record, rule, occurrence, index } = act;
  return hashOf("e", [board, record, "rule", rule, occurrence, String(index)]);
}
