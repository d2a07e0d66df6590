// What a person has to do, the most urgent first: replies that wait for an answer, next steps, limits, reminders that
// still stand, messages to decide on, and rows that wait to be put right. With a person it is theirs, that of whom the
// person stands in for, and what nobody owns: that is everybody's to see. Who looks after the whole sees who has how
// much to do.

import { holdingId } from "../../engine/people/holding-answer.ts";
import { bookMoney } from "../../invoices/book-money.ts";
import { usesMoney } from "../../invoices/uses-money.ts";
import type { Tables } from "../../table/table.ts";
import { addDays, type Day } from "../../value/day.ts";
import { dayOf, type Moment } from "../../value/moment.ts";
import { type BoardInput, boardInputs } from "../board-inputs.ts";
import { type BoardState, boardState, type Held, recordReport } from "../board-state.ts";
import { byNearness, whenWords } from "../future-words.ts";
import { countWords, daysWords } from "../number-words.ts";
import { peopleOfBook } from "../overview.ts";
import { type PersonReport, peopleReports } from "../people-report.ts";
import { presentReport } from "../present-report.ts";
import { type Eyes, eyesOf } from "./eyes.ts";
import { handOverItems } from "./hand-over-items.ts";
import { messageItems } from "./message-items.ts";
import { reminderItems } from "./reminder-items.ts";
import { type TodayGroup, type TodayItem, todayGroup, todayItem } from "./today-item.ts";
import { waitingItems } from "./waiting-items.ts";

export interface TodayView {
  readonly asOf: string;
  readonly person?: string;
  /** Those that have anything. */
  readonly groups: readonly TodayGroup[];
  /** Said where no group has anything. */
  readonly nothing?: string;
  /** For who looks after the whole: what each person holds, on all boards; what nobody owns has no name. */
  readonly people?: readonly PersonLoad[];
}

/** How much lies with a person. */
export type PersonLoad = Pick<PersonReport, "person" | "open" | "overdue" | "untouched" | "unanswered">;

export interface TodayQuery {
  readonly now: Moment;
  /** As the name stands in Owner; absent: of everybody. */
  readonly person?: string;
}

/**
 * What is to be done at `now`.
 *
 * @example
 * todayView(fixtures.bookTables, { now: fixtures.run.now }).nothing
 * //=> "Nothing waits: every reply is answered, no next step is due, no limit ends"
 */
export function todayView(tables: Tables, { now, person }: TodayQuery): TodayView {
  const { definition, log, inputs } = boardInputs(tables, { asOf: now });
  const all = inputs();
  const eyes = eyesOf(definition, person, dayOf(now));
  const paid = usesMoney(definition) ? bookMoney(tables, dayOf(now)).paid : undefined;
  const states = all.map((one) => ({ one, state: boardState(one.input) }));
  const boards = states.map(({ one, state }) => ({ one, state: stateFor(eyes, state) }));
  const waiting = waitingItems(tables, { definition, boards: all }).filter(({ owner }) => eyes.see(owner));
  const messages = messageItems(tables, { definition, boards: all }).filter(({ owner }) => eyes.see(owner));
  const groups = [
    todayGroup("replies", "Replies to answer", longestFirst(boards.flatMap((each) => replies(each, now)))),
    todayGroup("steps", "Next steps", dated(boards.flatMap(steps), boards)),
    todayGroup("limits", "Limits", dated(boards.flatMap(limits), boards)),
    todayGroup("reminders", "Reminders", reminderItems(definition, all, { now, eyes, paid })),
    todayGroup(
      "handed",
      "Hand-overs that nobody took up",
      handOverItems(definition, all, { entries: log.entries, now, eyes }),
    ),
    todayGroup("messages", "Messages to decide on", messages),
    todayGroup("waiting", "Waiting to be put right", waiting),
  ].filter(({ count }) => count > 0);
  return {
    asOf: now,
    ...(person === undefined ? {} : { person }),
    groups,
    ...(eyes.overTheWhole ? { people: peopleLoads(states) } : {}),
    ...(groups.length > 0
      ? {}
      : { nothing: "Nothing waits: every reply is answered, no next step is due, no limit ends" }),
  };
}

/** Days; a reply of this very moment has waited, too. */
const SOON = 0.01;

interface SeenBoard {
  readonly one: BoardInput;
  readonly state: BoardState;
}

interface WaitingItem {
  readonly item: TodayItem;
  readonly waits: number;
}

interface DatedItem {
  readonly item: TodayItem;
  readonly on: Day;
}

function stateFor(eyes: Eyes, state: BoardState): BoardState {
  return { ...state, held: state.held.filter(({ row }) => eyes.see(row.owner)) };
}

function peopleLoads(boards: readonly SeenBoard[]): readonly PersonLoad[] {
  const reports = boards.map(({ one: { input, pipeline }, state }) => ({
    people: peopleReports({ pipeline, paths: input.paths, rows: input.rows, state }, []),
    past: [],
  }));
  return peopleOfBook({ boards: reports }).people.map(({ person, open, overdue, untouched, unanswered }) => {
    return { person, open, overdue, untouched, unanswered };
  });
}

function placeOf({ board, input }: BoardInput): Pick<TodayItem, "board" | "boardId"> {
  return { board: input.board, boardId: board.id };
}

function replies({ one, state }: SeenBoard, asOf: Moment): readonly WaitingItem[] {
  const asked = new Set(one.input.entries.flatMap(({ kind, id }) => (kind === "message" ? [id] : [])));
  return presentReport(one.pipeline, state, { asOf }).unanswered.map((reply) => {
    const id = holdingId({ board: one.board.id, record: reply.record }, reply.since);
    const holding = asked.has(id) ? "asked" : "possible";
    const sentence = `has waited ${daysWords(reply.waits || SOON)} for an answer`;
    const told = holding === "asked" ? `${sentence}; a holding answer was asked for` : sentence;
    return { item: { ...todayItem(placeOf(one), reply, told), holding }, waits: reply.waits };
  });
}

function longestFirst(items: readonly WaitingItem[]): readonly TodayItem[] {
  return [...items].sort((left, right) => right.waits - left.waits).map(({ item }) => item);
}

function steps({ one, state }: SeenBoard): readonly DatedItem[] {
  const { held, today } = state;
  return held.flatMap((each): readonly DatedItem[] => {
    const { nextStep, nextStepOn: on } = each.row;
    if (on === undefined || on > today) return [];
    const what = nextStep === "" ? "next step" : nextStep;
    return [{ item: todayItem(placeOf(one), recordReport(each), `${what}: ${whenWords(on, today)}`), on }];
  });
}

// Those that ended, and those that end today or tomorrow.
function limits({ one, state }: SeenBoard): readonly DatedItem[] {
  const { held, today } = state;
  return held.flatMap((each): readonly DatedItem[] => {
    const { due: on } = each;
    if (on === undefined || on > addDays(today, 1)) return [];
    return [{ item: todayItem(placeOf(one), recordReport(each), limitSentence(each, on, today)), on }];
  });
}

function limitSentence({ stage, overDays }: Held, due: Day, today: Day): string {
  if (overDays > 0) return `${countWords(overDays, "working day")} beyond the limit of ${stage.name}`;
  // A limit that ended on a day off is over by no working day yet.
  return due < today
    ? `the limit of ${stage.name} has ended`
    : `the limit of ${stage.name} ends ${whenWords(due, today)}`;
}

function dated(items: readonly DatedItem[], boards: readonly SeenBoard[]): readonly TodayItem[] {
  const [first] = boards;
  if (first === undefined) return [];
  const inOrder = [...items].sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
  return byNearness(inOrder, first.state.today).map(({ item }) => item);
}
