// What there is to do on a board at a moment, and who is told of it: replies that wait for an answer, what is overdue,
// what is due today or tomorrow, and reminders that still stand. The terms are those of the report: what was asked
// before a record was won is settled by winning it; lost records and those to be avoided ask for nothing but what a
// rule reminds of.

import type { BoardRow } from "../../board/board-row.ts";
import type { Definition, Person, Pipeline, Stage } from "../../definition/pipeline.ts";
import type { RecordState } from "../../log/replay.ts";
import { type Touches, touchesOf } from "../../log/touches.ts";
import { dayFromText, dayNumber } from "../../value/day.ts";
import { dayOf, daysElapsed, instantMs, type Moment, wallMs } from "../../value/moment.ts";
import { countOf } from "../../value/noun.ts";
import { oneLine } from "../../value/safe-text.ts";
import { addWorkingDays, workingDaysBetween } from "../../value/working-calendar.ts";
import type { ActBoard, ActBook } from "../rules/rule-act.ts";
import { calendarOf } from "../run.ts";
import { carersOf } from "./carers.ts";
import { standingReminders } from "./standing-reminders.ts";

/** In the order in which they are taken up. */
export const dutyKinds = ["reply", "overdue", "soon", "reminder"] as const;
export type DutyKind = (typeof dutyKinds)[number];

export interface Duty {
  readonly kind: DutyKind;
  /** The name of the board's tab. */
  readonly board: string;
  readonly record: string;
  readonly name: string;
  /** As the row names the owner; empty where it names none. */
  readonly owner: string;
  /** Name of the stage. */
  readonly stage: string;
  readonly sentence: string;
  /** Who is told of it. */
  readonly people: readonly Person[];
  /** Among those of its kind, the smaller the sooner. */
  readonly rank: number;
}

/**
 * What there is to do on all boards, in the order in which it is taken up.
 *
 * @example
 * dutiesOf({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [] }) //=> []
 */
export function dutiesOf(book: ActBook): readonly Duty[] {
  const all = [...book.boards.values()].flatMap((board) => dutiesOn(book, board));
  return all.sort(
    (left, right) => dutyKinds.indexOf(left.kind) - dutyKinds.indexOf(right.kind) || left.rank - right.rank,
  );
}

interface DutyBoard {
  readonly board: ActBoard;
  readonly definition: Definition;
  readonly now: Moment;
  readonly paid: ActBook["paid"];
  readonly touches: ReadonlyMap<string, Touches>;
}

interface DutyRecord {
  readonly row: BoardRow;
  readonly state: RecordState;
  readonly stage: Stage;
}

type Told = Pick<Duty, "kind" | "sentence" | "rank"> & { readonly role?: string };

function dutiesOn({ run, definition, paid }: ActBook, board: ActBoard): readonly Duty[] {
  const { now } = run;
  const entries = [...board.rows.keys()].flatMap((record) => board.entriesOf(record));
  const found: DutyBoard = { board, definition, now, paid, touches: touchesOf(entries, now) };
  return [...board.rows.values()].flatMap((row): readonly Duty[] => {
    const state = board.states.get(row.id);
    const stage = board.pipeline.stages.find(({ id }) => id === state?.now.stage);
    if (state === undefined || state.removed || stage === undefined) return [];
    const record = { row, state, stage };
    const owner = ownerOf(row);
    return [...ownTasks(found, record), ...reminders(found, record)].map(({ role, ...told }) => ({
      ...told,
      ...{ board: board.tab, record: row.id, name: row.name, owner, stage: stage.name },
      people: carersOf(definition.team, { owner, role, stageRole: stage.role }, dayOf(now)),
    }));
  });
}

/**
 * The owner as the row names one; empty where it names none.
 *
 * @example
 * ownerOf(fixtures.newRow) //=> ""
 */
export function ownerOf({ values }: Pick<BoardRow, "values">): string {
  const owner = values["owner"];
  return typeof owner === "string" ? owner.trim() : "";
}

function ownTasks(found: DutyBoard, record: DutyRecord): readonly Told[] {
  if (record.stage.kind === "lost" || record.stage.kind === "avoid") return [];
  return [reply(found, record), limit(found, record), step(found, record)].flatMap((told) => told ?? []);
}

function reply({ board, now, touches }: DutyBoard, { row, state }: DutyRecord): Told | undefined {
  const since = touches.get(row.id)?.unansweredSince;
  const won = state.visits.find(({ stage }) => kindOf(board.pipeline, stage) === "won");
  if (since === undefined || (won !== undefined && wallMs(since) < wallMs(won.at))) return undefined;
  return {
    kind: "reply",
    sentence: `has waited ${ageInWords(since, now)} for an answer`,
    rank: instantMs(since),
  };
}

function kindOf({ stages }: Pipeline, id: string): Stage["kind"] | undefined {
  return stages.find((stage) => stage.id === id)?.kind;
}

function limit({ board, definition, now }: DutyBoard, { state, stage }: DutyRecord): Told | undefined {
  if (stage.limitDays === undefined) return undefined;
  const calendar = calendarOf(definition, board.pipeline);
  const due = addWorkingDays(calendar, dayOf(state.now.at), stage.limitDays);
  const today = dayOf(now);
  const ahead = dayNumber(due) - dayNumber(today);
  if (ahead > 1) return undefined;
  if (ahead >= 0)
    return {
      kind: "soon",
      sentence: `the limit of ${stage.name} ends ${ahead === 0 ? "today" : "tomorrow"}`,
      rank: ahead,
    };
  const over = workingDaysBetween(calendar, due, today);
  const sentence =
    over > 0
      ? `${countOf(over, "working day")} beyond the limit of ${stage.name}`
      : `the limit of ${stage.name} has ended`;
  return { kind: "overdue", sentence, rank: ahead };
}

function step({ now }: DutyBoard, { row }: DutyRecord): Told | undefined {
  const { next_step: what, next_step_on: on } = row.values;
  const day = typeof on === "string" ? dayFromText(on) : undefined;
  const today = dayOf(now);
  if (day === undefined || day > today) return undefined;
  const named = typeof what === "string" ? oneLine(what).trim() : "";
  const late = dayNumber(today) - dayNumber(day);
  const when = late === 0 ? "today" : `${countOf(late, "day")} overdue`;
  const sentence = `${named === "" ? "next step" : named}: ${when}`;
  return late === 0 ? { kind: "soon", sentence, rank: -1 } : { kind: "overdue", sentence, rank: -late };
}

function reminders({ board, now, paid }: DutyBoard, { row, state }: DutyRecord): readonly Told[] {
  const record = {
    ...{ pipeline: board.pipeline, state, row, entries: board.entriesOf(row.id) },
    paid: paid?.get(row.id),
  };
  return standingReminders(record, now).map(({ text, due, role }) => ({
    ...{ kind: "reminder", sentence: oneLine(text), rank: instantMs(due) },
    ...(role === undefined ? {} : { role }),
  }));
}

/**
 * How long something has waited, as people say it.
 *
 * @example
 * ageInWords(parseMoment("2026-11-20T08:30:00Z"), parseMoment("2026-11-20T11:40:00Z")) //=> "3 hours"
 */
export function ageInWords(since: Moment, now: Moment): string {
  const hours = Math.floor((instantMs(now) - instantMs(since)) / 3_600_000);
  if (hours < 1) return "less than an hour";
  return hours < 24 ? countOf(hours, "hour") : countOf(Math.floor(daysElapsed(since, now)) || 1, "day");
}
