// The daily digest: one mail for each person who has anything new or due, from a time of day on, on days on which
// somebody works. They are made together, at the first look after that time; what comes up later is told the next day.
// There is one of a person and a day, ever: its row in the Outbox has an id that says so. Who is away gets none; the
// stand-in gets it all. A digest that still waits when the next one comes is out of date, and is cancelled.

import { attendedBy, isAway } from "../../definition/absence.ts";
import type { Definition, Person } from "../../definition/pipeline.ts";
import type { Change } from "../../table/change.ts";
import type { RowCells } from "../../table/layout.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { addDays, type Day } from "../../value/day.ts";
import { hashOf } from "../../value/hash.ts";
import { compareMoments, dayOf, instantMs, type Moment, momentInZone } from "../../value/moment.ts";
import { isWorkingDay } from "../../value/working-calendar.ts";
import { readHead } from "../head.ts";
import { hostRow, hostRowChanges } from "../host-rows.ts";
import { putInIds } from "../outbox/message-entries.ts";
import { type OutboxRow, outboxChanges, outboxRows } from "../outbox/outbox-row.ts";
import { outboxTab } from "../outbox/outbox-tab.ts";
import { mailSince } from "../outbox/silent-start.ts";
import { type ComingMove, comingMoves } from "../rules/coming-moves.ts";
import type { ActBook, ActsDone } from "../rules/rule-act.ts";
import { calendarOf } from "../run.ts";
import { carersOf } from "./carers.ts";
import { type DigestContent, digestText } from "./digest-text.ts";
import { dutiesOf } from "./duties.ts";
import { handOffsTo } from "./hand-offs.ts";

/** From when on digests go out, unless the book says otherwise. */
export const DIGEST_AT = "08:00";

/** What the column Why of the Outbox says of a digest. */
const WHY = "Daily digest";
/** The row of the head with the last day whose digests were made. */
const DIGESTS_DONE = "digests";
const OUT_OF_DATE = "the digest of a later day tells it all";

/**
 * The digests that are due at the book's now and not in the Outbox yet. It wants the book as all rules have left it:
 * what they remind of is in it.
 *
 * @example
 * digests({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [] }).changes //=> []
 */
export function digests(book: ActBook): ActsDone {
  const { run, definition, tables } = book;
  const day = dayOf(run.now);
  const due = momentInZone(`${day}T${definition.digestAt ?? DIGEST_AT}`, run.zone);
  if (due === undefined || instantMs(run.now) < instantMs(due)) return NOTHING;
  if (!isDayOfWork(definition, day) || isBeforeStart(book, due) || isDone(tables, day)) return NOTHING;
  const mailed = definition.team.filter((person) => isMailed(person, day));
  if (mailed.length === 0) return NOTHING;
  const rows = outboxRows(tables);
  const known = new Set([...rows.map(({ id }) => id), ...putInIds(book.entries)]);
  const contentOf = contents(book, rows, due);
  const made = mailed.flatMap((person): readonly RowCells[] => {
    const content = contentOf(person);
    return known.has(digestId(person, day)) || isEmpty(content)
      ? []
      : [digestRow(book, { person, due }, content)];
  });
  const tab = tableOf(tables, outboxTab)?.tab ?? outboxTab.tab;
  const appended: readonly Change[] = made.length === 0 ? [] : [{ kind: "append", tab, rows: made }];
  // The note that the day is done comes last: whoever is cut short before finds the rows by their ids.
  const done = hostRowChanges(tables, { [DIGESTS_DONE]: day });
  return { changes: [...appended, ...outdatedChanges(tables, rows, made), ...done], entries: [] };
}

function isDone(tables: Tables, day: Day): boolean {
  return hostRow(readHead(tables), DIGESTS_DONE) >= day;
}

function outdatedChanges(
  tables: Tables,
  rows: readonly OutboxRow[],
  made: readonly RowCells[],
): readonly Change[] {
  const told = new Set(made.map(({ person }) => person));
  const outdated = rows.filter((row) => told.has(row.person) && isDigest(row) && isWaiting(row));
  return outdated.flatMap(({ id }) => outboxChanges(tables, id, { state: "cancelled", note: OUT_OF_DATE }));
}

const NOTHING: ActsDone = { changes: [], entries: [] };

/**
 * The id of a person's digest of a day.
 *
 * @example
 * digestId({ id: "ada" }, parseDay("2026-11-20")) === digestId({ id: "ada" }, parseDay("2026-11-21")) //=> false
 */
export function digestId({ id }: Pick<Person, "id">, day: Day): string {
  return hashOf("e", ["digest", id, day]);
}

function isDayOfWork({ pipelines, holidays }: Definition, day: Day): boolean {
  return pipelines.some((pipeline) => isWorkingDay(calendarOf({ holidays }, pipeline), day));
}

// The first switch-on is silent: the day's digest was due before it.
function isBeforeStart({ tables, run }: ActBook, due: Moment): boolean {
  const since = mailSince(tables, run.zone);
  return since !== undefined && instantMs(due) < instantMs(since);
}

function isMailed(person: Person, day: Day): boolean {
  return (person.email ?? "") !== "" && !isAway(person, day);
}

function contents(book: ActBook, rows: readonly OutboxRow[], due: Moment): (person: Person) => DigestContent {
  const { team } = book.definition;
  const day = dayOf(due);
  const duties = dutiesOf(book);
  const coming = comingMoves(book).map((move) => ({
    ...move,
    people: carersOf(team, { owner: move.owner.trim(), stageRole: roleOf(book, move) }, day),
  }));
  return (person) => {
    const isTold = ({ people }: { readonly people: readonly Person[] }) =>
      people.some(({ id }) => id === person.id);
    const since =
      lastDigest(rows, person) ?? momentInZone(`${addDays(day, -1)}T${due.slice(11, 19)}`, book.run.zone);
    return {
      duties: duties.filter(isTold),
      handOffs: handOffsTo(book, attendedBy(team, person, day), since ?? due),
      coming: coming.filter(isTold),
    };
  };
}

function roleOf({ boards }: ActBook, { boardId, record }: ComingMove): string | undefined {
  const board = boards.get(boardId);
  const stage = board?.states.get(record)?.now.stage;
  return board?.pipeline.stages.find(({ id }) => id === stage)?.role;
}

function lastDigest(rows: readonly OutboxRow[], person: Person): Moment | undefined {
  const dues = rows
    .filter((row) => isDigest(row) && row.person === person.id)
    .flatMap(({ due }) => due ?? []);
  return dues.sort(compareMoments)[dues.length - 1];
}

function isDigest({ record, person, why }: OutboxRow): boolean {
  return record === "" && person !== "" && why === WHY;
}

function isWaiting({ state, decision }: OutboxRow): boolean {
  return (state === "waiting to send" || state === "waiting for you") && decision === undefined;
}

function isEmpty({ duties, handOffs, coming }: DigestContent): boolean {
  return duties.length + handOffs.length + coming.length === 0;
}

function digestRow(
  { definition }: ActBook,
  { person, due }: { readonly person: Person; readonly due: Moment },
  content: DigestContent,
): RowCells {
  const day = dayOf(due);
  const { subject, text } = digestText(person, day, content);
  return {
    state: definition.practice ? "waiting for you" : "waiting to send",
    to: person.email ?? "",
    subject,
    text,
    why: WHY,
    due,
    person: person.id,
    id: digestId(person, day),
  };
}
