// How the history tells what became of an invoice, whether a rule asked for it or a person. An act that is done has one
// entry, whose id follows from the act; while something is missing there is a note of what it is, once, and the act of a
// rule stays to be done.

import { boardLayout } from "../../board/board-layout.ts";
import type { BoardRow } from "../../board/board-row.ts";
import type { Rule } from "../../definition/rule.ts";
import { isSameNumber } from "../../invoices/invoice-number.ts";
import { numberField } from "../../invoices/invoice-terms.ts";
import type { Invoice } from "../../invoices/invoices-tab.ts";
import type { Entry, EntryKind } from "../../log/entry.ts";
import type { RecordState } from "../../log/replay.ts";
import { textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { Problem } from "../../table/problem.ts";
import { problemAt, tableOf, viewOf } from "../../table/tab-view.ts";
import { hashOf } from "../../value/hash.ts";
import type { Moment } from "../../value/moment.ts";
import { formatMoney } from "../../value/money.ts";
import { watchedFields } from "../row/watched-field.ts";
import { type ActBoard, type ActBook, actEntryId, RULES_ACT_AS, type RuleAct } from "../rules/rule-act.ts";
import { dataOf } from "../rules/rule-entries.ts";

/** The record of an act, as the book has it. */
export interface ActedRecord {
  readonly book: ActBook;
  readonly place: ActBoard;
  readonly row: BoardRow;
  readonly state: RecordState;
}

/** Who wants what of an invoice: one thing, once. */
export interface InvoiceAct extends Pick<Entry, "who" | "knownBy" | "data"> {
  /** The id of the entry that tells of it. */
  readonly id: string;
  readonly due: Moment;
  /** What a void invoice says of itself. */
  readonly reason: string;
  /** Absent where a person asks. */
  readonly rule?: Rule;
}

export interface AskedInvoice {
  readonly how: Outcome["how"] | "not made";
  /** Of the record's own row. */
  readonly cells: readonly Change[];
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** What became of an act. */
export interface Outcome {
  readonly how: "made" | "issued" | "kept" | "void";
  readonly invoices: readonly Invoice[];
  /** Those that stay because money came in for them. */
  readonly kept?: readonly Invoice[];
}

/** Why no invoice was made; an act that waits is done once its field is mended. */
export interface NoInvoice {
  readonly act: "done" | "waits";
  readonly why: string;
  readonly field?: string | undefined;
}

/**
 * The act of a rule.
 *
 * @example
 * const rule = { id: "bill", name: "Bill", when: { on: "enters", stage: "offer" }, whileIn: [], onlyIf: [], does: [{ do: "invoice" }], until: [] };
 * actOfRule({ board: "deals", record: "r1", rule, index: 0, action: rule.does[0], occurrence: "e1", due: fixtures.run.now }).reason
 * //=> 'void by the rule "Bill"'
 */
export function actOfRule(act: RuleAct): InvoiceAct {
  const { rule, index, due } = act;
  return {
    id: actEntryId({ ...act, rule: rule.id }),
    ...{ due, rule, who: RULES_ACT_AS, knownBy: "rule" },
    data: dataOf(act, index),
    reason: `void by the rule "${rule.name}"`,
  };
}

/** The keys under which an `invoiced` entry keeps the ids and numbers of its invoices, and the id of the one sent out. */
export const INVOICES = "invoices";
export const NUMBERS = "numbers";
export const ISSUED = "issued";

/**
 * The entry of an act that is done, and the number of the invoice on the record's row.
 *
 * @example
 * const place = { board: fixtures.book.boards[0], pipeline: fixtures.offers };
 * toldInvoice({ place, row: { id: "rada", name: "Ada", cells: {} }, state: fixtures.standing.state }, { id: "e1", data: {}, reason: "" },
 *   { how: "void", invoices: [] }).entries[0].note //=> "there was no invoice to void"
 */
export function toldInvoice(acted: ActedRecord, act: InvoiceAct, outcome: Outcome): AskedInvoice {
  const { how, invoices } = outcome;
  const isAsking = how === "made" || how === "issued";
  const issued = isAsking ? invoices.find(({ issuedOn }) => issuedOn !== undefined) : undefined;
  const data = {
    ...act.data,
    how,
    ...(invoices.length === 0
      ? {}
      : {
          [INVOICES]: invoices.map(({ id }) => id).join(" "),
          [NUMBERS]: invoices.map(({ number }) => number).join(", "),
        }),
    ...(issued === undefined ? {} : { [ISSUED]: issued.id }),
    ...(how === "void" ? { reason: act.reason } : {}),
  };
  const entry = entryOf(acted, act, { kind: "invoiced", id: act.id, note: noteOf(outcome), data });
  const shown = isAsking ? shownNumber(acted, act, issued ?? invoices[0]) : undefined;
  return { how, cells: shown?.cells ?? [], entries: [...(shown?.entries ?? []), entry], problems: [] };
}

/**
 * The entry that says why there is no invoice, and the problem at the cell that is to be mended.
 *
 * @example
 * noInvoice({ place: { board: fixtures.book.boards[0] }, row: { id: "rada", name: "Ada" }, state: fixtures.standing.state },
 *   { id: "e1", data: {} }, { act: "waits", why: "it has no amount" }).entries[0].note //=> "no invoice was made: it has no amount"
 */
export function noInvoice(
  acted: ActedRecord,
  act: InvoiceAct,
  { act: how, why, field }: NoInvoice,
): AskedInvoice {
  const note = `no invoice was made: ${why}`;
  // Whatever tells which action of a rule it was says that it is done.
  const { action: _, ...open } = act.data;
  const isDone = how === "done";
  const id = isDone ? act.id : hashOf("e", [act.id, why]);
  const data = isDone ? act.data : open;
  const entry = entryOf(acted, act, { kind: "not-sent", id, note, data });
  const problems = field === undefined ? [] : problemsAt(acted, field, note);
  return { how: "not made", cells: [], entries: [entry], problems };
}

/**
 * The entry of a void that is left to people.
 *
 * @example
 * notVoided({ place: { board: fixtures.book.boards[0] }, row: { id: "rada", name: "Ada" }, state: fixtures.standing.state },
 *   { id: "e1", data: {} }).how //=> "not made"
 */
export function notVoided(acted: ActedRecord, act: InvoiceAct): AskedInvoice {
  const note = "no invoice was voided: while the book practises, void it yourself";
  const entry = entryOf(acted, act, { kind: "not-sent", id: act.id, note, data: act.data });
  return { how: "not made", cells: [], entries: [entry], problems: [] };
}

function noteOf({ how, invoices, kept = [] }: Outcome): string {
  const numbers = invoices.map(({ number }) => number).join(", ");
  switch (how) {
    case "made":
    case "issued":
      return invoices.map(sentenceOf).join("; ");
    case "kept":
      return `there is ${numbers} already`;
    case "void":
      return [
        numbers === "" ? "there was no invoice to void" : `${numbers} is void`,
        ...kept.map(({ number }) => `${number} stays, since money came in for it`),
      ].join("; ");
  }
}

function sentenceOf({ number, amount, issuedOn, dueOn }: Invoice): string {
  const when = issuedOn === undefined || dueOn === undefined ? "still a draft" : `to be paid by ${dueOn}`;
  return `${number} of ${formatMoney(amount)}, ${when}`;
}

function problemsAt({ book, place, row }: ActedRecord, key: string, message: string): readonly Problem[] {
  const layout = boardLayout(book.definition, place.board);
  const table = tableOf(book.tables, layout);
  if (table === undefined) return [];
  return [problemAt(viewOf({ ...table, rows: [] }, layout), { row: row.at, key }, message)];
}

function entryOf(
  { place, row, state }: ActedRecord,
  { due, who, knownBy }: InvoiceAct,
  fact: Pick<Entry, "id" | "note" | "data"> & { readonly kind: EntryKind },
): Entry {
  return {
    at: due,
    board: place.board.id,
    record: row.id,
    n: state.n,
    who,
    knownBy,
    name: row.name,
    ...fact,
  };
}

// A record that has a place for the number of its invoice shows it there, unless people keep something else in it.
function shownNumber(
  acted: ActedRecord,
  act: InvoiceAct,
  invoice: Invoice | undefined,
): { readonly cells: readonly Change[]; readonly entries: readonly Entry[] } | undefined {
  const { place, row } = acted;
  const field = numberField(place.pipeline);
  if (field === undefined || invoice === undefined || !(field.id in row.cells)) return undefined;
  const present = textOf(row.cells[field.id]);
  const { number } = invoice;
  if (present === number || !(present === "" || isOwnNumber(acted, present))) return undefined;
  const cells: readonly Change[] = [
    { kind: "setField", tab: place.tab, record: row.id, field: field.id, value: number },
  ];
  if (!watchedFields(place.pipeline).includes(field.id)) return { cells, entries: [] };
  const id = hashOf("e", [act.id, field.id]);
  const data = { field: field.id, from: present, to: number };
  return { cells, entries: [entryOf(acted, act, { kind: "field", id, note: "", data })] };
}

function isOwnNumber({ place, row }: ActedRecord, number: string): boolean {
  return place
    .entriesOf(row.id)
    .filter(({ kind }) => kind === "invoiced")
    .some(({ data }) => (data[NUMBERS] ?? "").split(", ").some((own) => isSameNumber(own, number)));
}
