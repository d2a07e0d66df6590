// What the book will do by itself until the end of tomorrow, if nobody does anything: a deadline is announced before it
// acts. The words say what keeps it from acting. What depends on a move that is still to come is not foretold.

import type { Pipeline } from "../../definition/pipeline.ts";
import type { Rule } from "../../definition/rule.ts";
import { addDays } from "../../value/day.ts";
import { compareMoments, dayOf, type Moment } from "../../value/moment.ts";
import { bookTurns, type TurnedBoard } from "./book-turns.ts";
import { startOf } from "./due-moment.ts";
import type { TurnRecord } from "./due-rules.ts";
import { movesDue, tellingsDue } from "./record-turn.ts";
import { reminderText } from "./reminder-text.ts";
import type { ActBook } from "./rule-act.ts";
import { reasonOf, type TellingAction } from "./rule-entries.ts";

/** Something that a rule is about to do. */
export interface ComingAct {
  readonly boardId: string;
  /** The name of the board's tab. */
  readonly board: string;
  readonly record: string;
  readonly name: string;
  /** Name of the stage in which it stands. */
  readonly stage: string;
  /** Name of the owner; empty for nobody. */
  readonly owner: string;
  readonly due: Moment;
  /** Such as: moves to "Invoice Cancelled" on 2026-11-28 unless a reply comes in: No answer … */
  readonly sentence: string;
}

/** A move that a rule is about to make. */
export type ComingMove = ComingAct;

/** A message, a reminder or a notice that a rule is about to give. */
export type ComingMessage = ComingAct;

export interface ComingActs {
  /** The nearest first; so are the messages. */
  readonly moves: readonly ComingMove[];
  readonly messages: readonly ComingMessage[];
}

/**
 * The moves that are due until the end of tomorrow, the nearest first.
 *
 * @example
 * comingMoves({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [], starts: new Map() }) //=> []
 */
export function comingMoves(book: ActBook): readonly ComingMove[] {
  return comingOf(book, bookTurns(book), movesComing);
}

/**
 * The moves, and what is told to people, until the end of tomorrow.
 *
 * @example
 * comingActs({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [], starts: new Map() })
 * //=> { moves: [], messages: [] }
 */
export function comingActs(book: ActBook): ComingActs {
  const turns = bookTurns(book);
  return { moves: comingOf(book, turns, movesComing), messages: comingOf(book, turns, messagesComing) };
}

function comingOf<Act extends ComingAct>(
  book: ActBook,
  turns: readonly TurnedBoard[],
  ofRecord: (turned: TurnedBoard, record: TurnRecord, until: Moment) => readonly Act[],
): readonly Act[] {
  const { now, zone } = book.run;
  const until = startOf(addDays(dayOf(now), 2), zone);
  const acts = turns.flatMap((turned) => turned.records.flatMap((record) => ofRecord(turned, record, until)));
  return acts.sort((left, right) => compareMoments(left.due, right.due));
}

function movesComing({ tab, board }: TurnedBoard, record: TurnRecord, until: Moment): readonly ComingMove[] {
  return movesDue(board, record, until).map((move) => ({
    ...subjectOf({ tab, board }, record),
    due: move.due,
    sentence: sentenceOf(board, move),
  }));
}

function messagesComing(
  { tab, board }: TurnedBoard,
  record: TurnRecord,
  until: Moment,
): readonly ComingMessage[] {
  return tellingsDue(board, record, until).map(({ due, rule, action }) => ({
    ...subjectOf({ tab, board }, record),
    due,
    sentence: tellingSentence(board.pipeline, { rule, action, record }),
  }));
}

function subjectOf(
  { tab, board }: Pick<TurnedBoard, "tab" | "board">,
  record: TurnRecord,
): Omit<ComingAct, "due" | "sentence"> {
  const owner = record.values["owner"];
  return {
    ...{ boardId: record.board, board: tab, record: record.state.record, name: record.name },
    stage: stageName(board.pipeline, record.state.now.stage),
    owner: typeof owner === "string" ? owner : "",
  };
}

function tellingSentence(
  pipeline: Pipeline,
  of: { readonly rule: Rule; readonly action: TellingAction; readonly record: TurnRecord },
): string {
  const { rule, action, record } = of;
  switch (action.do) {
    case "send":
      return `sends "${pipeline.messages.find(({ id }) => id === action.message)?.name ?? action.message}"`;
    case "remind":
      return `reminds ${action.role ?? "the owner"}: ${reminderText(action.text, { pipeline, ...record })}`;
    case "notify":
      return `tells ${action.role}: ${rule.name}`;
  }
}

function sentenceOf(
  { pipeline, definition }: { readonly pipeline: Pipeline; readonly definition: ActBook["definition"] },
  { due, rule, to }: { readonly due: Moment; readonly rule: Rule; readonly to: string },
): string {
  const stage = pipeline.stages.find(({ id }) => id === to);
  const asks = definition.practice && (stage?.kind === "lost" || stage?.kind === "avoid");
  const will = asks ? "would move" : "moves";
  const ends = rule.until.map((end) => (end === "a move" ? "it moves before" : "a reply comes in"));
  const unless = ends.length === 0 ? "" : ` unless ${ends.join(" or ")}`;
  return `${will} to "${stageName(pipeline, to)}" on ${dayOf(due)}${unless}: ${reasonOf(pipeline, rule)}`;
}

function stageName({ stages }: Pipeline, id: string): string {
  return stages.find((stage) => stage.id === id)?.name ?? id;
}
