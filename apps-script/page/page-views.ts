// What the page shows: each a look at the whole book, from which nothing is written.

import * as z from "zod/mini";
import { definitionTab, everyDefinition } from "../../shared/definition/definition-versions.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import { readSetup } from "../../shared/definition/setup/read-setup.ts";
import { setupTabs } from "../../shared/definition/setup/write-setup.ts";
import { type Head, readHead, stateTab } from "../../shared/engine/head.ts";
import { lastKept } from "../../shared/engine/host-rows.ts";
import type { ChangesView } from "../../shared/report/views/changes-view.ts";
import { type HealthView, type HostFacts, healthView } from "../../shared/report/views/health-view.ts";
import { type NumbersView, numbersView } from "../../shared/report/views/numbers-view.ts";
import { recordAt } from "../../shared/report/views/record-at.ts";
import { type RecordCard, recordCard } from "../../shared/report/views/record-card.ts";
import { newRecordForm, type RecordForm } from "../../shared/report/views/record-form.ts";
import { type TodayView, todayView } from "../../shared/report/views/today-view.ts";
import type { Tables } from "../../shared/table/table.ts";
import type { Moment } from "../../shared/value/moment.ts";
import { activeEmail, actorNamed } from "../actor.ts";
import { type OpenBook, openBook, type Reading } from "../book/open-book.ts";
import { momentNow } from "../clock.ts";
import { refuseOthers, runIn } from "../look/whole-look.ts";
import { isMine, ownerOf } from "../reminders.ts";
import { answered, nothing, type Refusal, recordShape, text } from "./answer.ts";
import { changesFor } from "./changes-for.ts";
import { type SelectedRow, selectedRow } from "./page-places.ts";

export interface TodayAnswer extends TodayView {
  readonly changes: ChangesView;
}

/** The record of the selected row, or where to select one. */
export type SelectedRecord = SelectedRow &
  ({ readonly card: RecordCard } | { readonly card: null; readonly hint: string });

export function pageToday(request: Record<string, never>): TodayAnswer | Refusal {
  return answered(nothing, request, () => {
    const { book, now, person } = shownBook();
    const today = todayView(book.tables, { now, ...(person === undefined ? {} : { person }) });
    return { ...today, changes: changesFor(book, { now, person }) };
  });
}

export function pageSelected(request: Record<string, never>): SelectedRecord | Refusal {
  return answered(nothing, request, (): SelectedRecord => {
    const { book, definition, now, person } = shownBook();
    const row = selectedRow(book.spreadsheet);
    const found = recordAt(book.tables, row);
    if (found === undefined) return { ...row, card: null, hint: hintOf(definition) };
    if (found.record === "")
      return { ...row, card: null, hint: `"${found.name}" is not in the history yet; Health tells why` };
    return { ...row, card: cardOf(book.tables, { record: found.record, now, actor: person }) };
  });
}

function hintOf({ boards }: Definition): string {
  const tabs = boards.map(({ tab }) => `"${tab}"`).join(", ");
  return `Select a row with a name on ${boards.length === 1 ? "the board" : "one of the boards"} ${tabs}`;
}

export function pageRecord(request: {
  readonly board: string;
  readonly record: string;
}): { readonly card: RecordCard } | Refusal {
  return answered(z.object(recordShape), request, ({ board, record }) => {
    const { book, now, person } = shownBook();
    return { card: cardOf(book.tables, { board, record, now, actor: person }) };
  });
}

export function pageNewForm(request: {
  readonly board: string;
}): { readonly boards: readonly string[]; readonly form: RecordForm | null } | Refusal {
  return answered(z.object({ board: text }), request, ({ board }) => {
    const { definition } = shownBook({ only: isSetUp });
    const boards = definition.boards.map(({ tab }) => tab);
    const [first] = boards;
    const tab = board === "" ? first : board;
    return { boards, form: tab === undefined ? null : newRecordForm(definition, tab) };
  });
}

export function pageNumbers(request: { readonly board: string }): NumbersView | Refusal {
  return answered(z.object({ board: text }), request, ({ board }) => {
    const { book, now } = shownBook();
    return numbersView(book.tables, { asOf: now, ...(board === "" ? {} : { board }) });
  });
}

export function pageHealth(request: Record<string, never>): HealthView | Refusal {
  return answered(nothing, request, () => {
    const { book, now } = shownBook();
    return healthView(book.tables, runIn(book, now, "sidebar"), hostFacts(readHead(book.tables)));
  });
}

/** The card of a record, as everybody sees it who acts as `actor`. */
export function cardOf(
  tables: Tables,
  wanted: {
    readonly record: string;
    readonly board?: string;
    readonly now: Moment;
    readonly actor: string | undefined;
  },
): RecordCard {
  const { actor, ...record } = wanted;
  return recordCard(tables, { ...record, ...(actor === undefined ? {} : { actor }) });
}

interface ShownBook {
  readonly book: OpenBook;
  readonly definition: Definition;
  readonly now: Moment;
  /** The person at the page, where Google says who. */
  readonly person: string | undefined;
}

// A form is drawn from the set-up alone: no board and no history is read for it.
function isSetUp(key: string): boolean {
  return SET_UP.has(key);
}

const SET_UP: ReadonlySet<string> = new Set([stateTab, definitionTab, ...setupTabs].map(({ key }) => key));

function shownBook(reading: Reading = { merges: true }): ShownBook {
  const book = openBook(reading);
  refuseOthers(book);
  // As the views read it, that it is read once.
  const earlier = everyDefinition(book.tables);
  const { definition } = readSetup(book.tables, earlier[0], earlier);
  const person = actorNamed(definition, activeEmail()).actor;
  return { book, definition, now: momentNow(book.zone), person };
}

function hostFacts(head: Head): HostFacts {
  const owner = ownerOf(head);
  const lastLook = lastKept(head);
  return {
    reminders: owner === "" ? { state: "off" } : { state: "on", owner, isMine: isMine(head) },
    ...(lastLook === undefined ? {} : { lastLook }),
    mailsLeft: MailApp.getRemainingDailyQuota(),
  };
}
