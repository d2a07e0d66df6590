// The reminders of all boards that still stand, the one that was due first at the top. With a person it is what is for
// the person, by owner, role and absence, as in the mail of the day.

import { readBoard } from "../../board/board-row.ts";
import type { Definition } from "../../definition/pipeline.ts";
import { carersOf } from "../../engine/people/carers.ts";
import { ownerOf } from "../../engine/people/duties.ts";
import { isReminder, standingReminders } from "../../engine/people/standing-reminders.ts";
import type { BookMoney } from "../../invoices/book-money.ts";
import { groupedEntries } from "../../log/grouped-entries.ts";
import { replay } from "../../log/replay.ts";
import { compareMoments, dayOf, type Moment } from "../../value/moment.ts";
import type { BoardInput } from "../board-inputs.ts";
import type { Eyes } from "./eyes.ts";
import type { TodayItem } from "./today-item.ts";

export interface RemindersView {
  readonly now: Moment;
  readonly eyes: Eyes;
  /** Record id → how much of its invoices is paid; absent in books without invoices. */
  readonly paid?: BookMoney["paid"] | undefined;
}

interface DueItem {
  readonly item: TodayItem;
  readonly due: Moment;
}

/**
 * The reminders that these eyes see.
 *
 * @example
 * reminderItems(fixtures.book, [], { now: fixtures.run.now, eyes: eyesOf(fixtures.book, undefined, parseDay("2026-11-20")) }) //=> []
 */
export function reminderItems(
  definition: Definition,
  boards: readonly BoardInput[],
  view: RemindersView,
): readonly TodayItem[] {
  return boards
    .flatMap((board) => itemsOn(definition, board, view))
    .sort((left, right) => compareMoments(left.due, right.due))
    .map(({ item }) => item);
}

function itemsOn(
  definition: Definition,
  { board, pipeline, table, input }: BoardInput,
  { now, eyes, paid }: RemindersView,
): readonly DueItem[] {
  const remindedIds = new Set(input.entries.filter(isReminder).map(({ record }) => record));
  if (remindedIds.size === 0 || table === undefined) return [];
  const rows = readBoard(definition, board, table)?.rows.filter(({ id }) => remindedIds.has(id)) ?? [];
  const entriesOf = groupedEntries(
    input.entries.filter(({ record }) => remindedIds.has(record)),
    "record",
  );
  return rows.flatMap((row): readonly DueItem[] => {
    const entries = entriesOf.get(row.id) ?? [];
    const state = replay(entries).get(row.id);
    const stage = pipeline.stages.find(({ id }) => id === state?.now.stage);
    if (state === undefined || stage === undefined) return [];
    const owner = ownerOf(row);
    const place = { board: input.board, boardId: board.id, record: row.id, name: row.name, owner };
    const reminded = { pipeline, state, row, entries, paid: paid?.get(row.id) };
    return standingReminders(reminded, now).flatMap(({ text, due, role }) => {
      const people = carersOf(definition.team, { owner, role, stageRole: stage.role }, dayOf(now));
      const isSeen = eyes.areOf(people) || (role === undefined && eyes.see(owner));
      return isSeen ? [{ item: { ...place, stage: stage.name, sentence: text }, due }] : [];
    });
  });
}
