// What a person has to do, the most urgent first: somebody else waits for an answer, a day was planned, a message waits to
// go out, a reminder still stands, nobody took up a hand-over, a record is too long in its stage, a row waits to be put
// right. With a person it is theirs, that of whom the person stands in for, and what nobody owns: that is everybody's to
// see. An address that is neither in Team nor owns anything sees everything: there is no way to tell what is theirs. Who
// looks after the whole sees who has how much to do.

import { personNamed } from "../../definition/absence.ts";
import type { Definition } from "../../definition/pipeline.ts";
import { bookMoney } from "../../invoices/book-money.ts";
import { usesMoney } from "../../invoices/uses-money.ts";
import { nameKey } from "../../table/cell.ts";
import type { Tables } from "../../table/table.ts";
import { dayOf, type Moment } from "../../value/moment.ts";
import { type BoardInput, boardInputs } from "../board-inputs.ts";
import { type BoardState, boardState } from "../board-state.ts";
import { countWords } from "../number-words.ts";
import { peopleOfBook } from "../overview.ts";
import { type PersonReport, peopleReports } from "../people-report.ts";
import { limitItems, stepItems } from "./dated-items.ts";
import { type Eyes, eyesOf } from "./eyes.ts";
import { handOverItems } from "./hand-over-items.ts";
import { messageItems } from "./message-items.ts";
import { reminderItems } from "./reminder-items.ts";
import { replyItems, type SeenBoard } from "./reply-items.ts";
import { type TodayGroup, todayGroup } from "./today-item.ts";
import { waitingItems } from "./waiting-items.ts";

export interface TodayView {
  readonly asOf: string;
  /** Whose things are shown; absent: everybody's. */
  readonly person?: string;
  /** Why everybody's are shown where a person looks; absent where there is nothing to explain. */
  readonly note?: string;
  /** Messages wait for a person and nothing is put back. */
  readonly practice: boolean;
  /** How much it is, in a sentence. */
  readonly headline: string;
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
 * //=> "Every reply is answered, no next step is due, and nothing is too long in its stage"
 */
export function todayView(tables: Tables, { now, person: asked }: TodayQuery): TodayView {
  const { definition, log, inputs } = boardInputs(tables, { asOf: now });
  const all = inputs();
  const person = asked !== undefined && isKnown(asked, definition, all) ? asked : undefined;
  const eyes = eyesOf(definition, person, dayOf(now));
  const paid = usesMoney(definition) ? bookMoney(tables, dayOf(now)).paid : undefined;
  const states = all.map((one) => ({ one, state: boardState(one.input) }));
  const boards = states.map(({ one, state }) => ({ one, state: stateFor(eyes, state) }));
  const waiting = waitingItems(tables, { definition, boards: all }).filter(({ owner }) => eyes.see(owner));
  const messages = messageItems(tables, { definition, boards: all }).filter(({ owner }) => eyes.see(owner));
  const groups = [
    todayGroup("replies", "Replies to answer", replyItems(boards, now)),
    todayGroup("steps", "Next steps", stepItems(boards)),
    todayGroup("messages", "Messages to decide on", messages),
    todayGroup("reminders", "Reminders", reminderItems(definition, all, { now, eyes, paid })),
    todayGroup(
      "handed",
      "Hand-overs that nobody took up",
      handOverItems(definition, all, { entries: log.entries, now, eyes }),
    ),
    todayGroup("limits", "Too long in their stage", limitItems(boards)),
    todayGroup("waiting", "To put right in the sheet", waiting),
  ].filter(({ count }) => count > 0);
  return {
    asOf: now,
    ...(person === undefined ? everybodysNote(asked, definition) : { person }),
    practice: definition.practice,
    headline: headlineOf(groups, person),
    groups,
    ...(eyes.overTheWhole ? { people: peopleLoads(states) } : {}),
    ...(groups.length > 0 ? {} : { nothing: NOTHING }),
  };
}

function headlineOf(groups: readonly TodayGroup[], person: string | undefined): string {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const whom = person === undefined ? "" : ` for ${person}`;
  if (count === 0) return `Nothing waits${whom}`;
  return `${countWords(count, "thing")} ${count === 1 ? "waits" : "wait"}${whom}`;
}

const NOTHING = "Every reply is answered, no next step is due, and nothing is too long in its stage";

// A host that finds nobody in Team by an address hands the address on.
function isKnown(name: string, { team }: Definition, boards: readonly BoardInput[]): boolean {
  if (!name.includes("@") || personNamed(team, name) !== undefined) return true;
  const own = nameKey(name);
  return boards.some(({ input }) => [...input.rows.values()].some(({ owner }) => nameKey(owner) === own));
}

// Where the team is one person nobody asks whose things are shown.
function everybodysNote(asked: string | undefined, { team }: Definition): Pick<TodayView, "note"> {
  if (team.length === 0) return {};
  return {
    note:
      asked === undefined
        ? "Shown is what waits for everybody: Google does not say who you are in this sheet"
        : `Shown is what waits for everybody: "${asked}" is not on the Team tab, so nothing tells what is yours`,
  };
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
