// One rule, one record: whether there is an invoice to make, to send out or to void. What a run wrote that was cut short
// before it could tell of it is found again and told, and not done once more.

import type { Stage } from "../../definition/pipeline.ts";
import type { Rule } from "../../definition/rule.ts";
import { amountField, dueDay, type Invoiceable, termsOf } from "../../invoices/invoice-terms.ts";
import type { Invoice } from "../../invoices/invoices-tab.ts";
import type { Day } from "../../value/day.ts";
import { hashOf } from "../../value/hash.ts";
import { dayOf } from "../../value/moment.ts";
import type { ActBook, RuleAct } from "../rules/rule-act.ts";
import { calendarOf } from "../run.ts";
import {
  type ActedRecord,
  type AskedInvoice,
  INVOICES,
  type InvoiceAct,
  ISSUED,
  noInvoice,
  notVoided,
  toldInvoice,
} from "./invoice-entries.ts";
import type { InvoiceDays, InvoicedRecord, InvoiceLedger } from "./invoice-ledger.ts";

/**
 * The record that an act is about; `undefined` where it has no row or no history.
 *
 * @example
 * actedRecord({ boards: new Map() }, { board: "deals", record: "r1" }) //=> undefined
 */
export function actedRecord(
  book: ActBook,
  { board, record }: Pick<RuleAct, "board" | "record">,
): ActedRecord | undefined {
  const place = book.boards.get(board);
  const row = place?.rows.get(record);
  const state = place?.states.get(record);
  if (place === undefined || row === undefined || state === undefined || state.removed) return undefined;
  return { book, place, row, state };
}

/**
 * Makes the invoice of a record, or sends out its next part; nothing where a row of its invoices waits to be mended.
 *
 * @example
 * askForInvoice({ hasUnreadable: () => true }, { row: { id: "r1" } }, {}) //=> undefined
 */
export function askForInvoice(
  ledger: InvoiceLedger,
  acted: ActedRecord,
  act: InvoiceAct,
): AskedInvoice | undefined {
  const record = acted.row.id;
  if (ledger.hasUnreadable(record)) return undefined;
  const live = ledger.of(record).filter(ledger.isLive);
  const asked = invoicesAskedBy(acted, act.rule?.id);
  const answered = live.filter(({ id }) => asked.has(id));
  if (answered.length > 0) return toldInvoice(acted, act, { how: "kept", invoices: answered });
  const stage = stageOfAct(acted, act);
  if (act.rule !== undefined && isOver(stage, act.rule))
    return noInvoice(acted, act, { act: "done", why: `it is in "${stage.present?.name}" by now` });
  const days = daysOf(acted, dayOf(act.due), stage.asked);
  // Rows of this very act are there where a run was cut short after it wrote them.
  const isCutShort = live.some(({ id }) => id === hashOf("i", [act.id, "0"]));
  if (live.length > 0 && !isCutShort) {
    const next = untoldIssue(acted, live, days) ?? live.find(({ issuedOn }) => issuedOn === undefined);
    if (next === undefined) return toldInvoice(acted, act, { how: "kept", invoices: live });
    return toldInvoice(acted, act, { how: "issued", invoices: [ledger.issue(next, days)] });
  }
  const terms = termsOf(invoiceable(acted));
  if ("fault" in terms) {
    const field = terms.field ?? amountField(acted.place.pipeline)?.id;
    return noInvoice(acted, act, { act: "waits", why: terms.fault, field });
  }
  const made = ledger.make(recordOf(acted), act.id, terms.startsNow ? { terms, days } : { terms });
  return toldInvoice(acted, act, { how: "made", invoices: made });
}

/**
 * Voids what is open of a record and nothing was paid on; a rule of a book that practises leaves that to people.
 *
 * @example
 * const row = { id: "rada", name: "Ada", cells: {} };
 * const acted = { book: { definition: { ...fixtures.book, practice: true } }, place: { board: fixtures.book.boards[0] }, row, state: fixtures.standing.state };
 * voidInvoices({}, acted, { rule: {}, data: {} }).entries[0].note //=> "no invoice was voided: while the book practises, void it yourself"
 */
export function voidInvoices(ledger: InvoiceLedger, acted: ActedRecord, act: InvoiceAct): AskedInvoice {
  if (act.rule !== undefined && acted.book.definition.practice) return notVoided(acted, act);
  const on = dayOf(act.due);
  const { reason } = act;
  const all = ledger.of(acted.row.id);
  const before = all.filter(({ voidOn, note }) => voidOn === on && note.endsWith(reason));
  const live = all.filter(ledger.isLive);
  const unpaid = live.filter((each) => ledger.paidFor(each) === 0 && each.amount.amountMinor > each.credited);
  const kept = live.filter((each) => ledger.paidFor(each) !== 0);
  const voided = [...before, ...unpaid.map((each) => ledger.void(each, on, reason))];
  return toldInvoice(acted, act, { how: "void", invoices: voided, kept });
}

// One rule asks for one part: the invoices that it asked for before.
function invoicesAskedBy({ place, row }: ActedRecord, rule: string | undefined): ReadonlySet<string> {
  if (rule === undefined) return new Set();
  const own = place
    .entriesOf(row.id)
    .filter(({ kind, data }) => kind === "invoiced" && data["rule"] === rule);
  const asked = own.filter(({ data }) => data["how"] === "made" || data["how"] === "issued");
  return new Set(asked.flatMap(({ data }) => (data[INVOICES] ?? "").split(" ")));
}

// A part that a run sent out and had no time to tell of.
function untoldIssue(acted: ActedRecord, live: readonly Invoice[], days: InvoiceDays): Invoice | undefined {
  const entries = acted.place.entriesOf(acted.row.id).filter(({ kind }) => kind === "invoiced");
  const made = new Set(entries.flatMap(({ data }) => (data[INVOICES] ?? "").split(" ")));
  const toldOf = new Set(entries.map(({ data }) => data[ISSUED]));
  return live.find(({ id, issuedOn }) => issuedOn === days.issuedOn && made.has(id) && !toldOf.has(id));
}

interface ActStage {
  readonly present: Stage | undefined;
  /** The one that the rule speaks of: whoever was there an hour ago may have moved on since. */
  readonly asked: Stage | undefined;
}

function stageOfAct({ place, state }: ActedRecord, { rule }: InvoiceAct): ActStage {
  const stageWith = (id: string) => place.pipeline.stages.find((stage) => stage.id === id);
  const present = stageWith(state.now.stage);
  return { present, asked: rule?.when.on === "enters" ? stageWith(rule.when.stage) : present };
}

// A rule about a lost stage itself may ask for money all the same, such as a fee.
function isOver({ present }: ActStage, { when, whileIn }: Rule): boolean {
  if (present === undefined || (present.kind !== "lost" && present.kind !== "avoid")) return false;
  return !(when.on === "enters" && when.stage === present.id) && !whileIn.includes(present.id);
}

function invoiceable({ place, row }: ActedRecord): Invoiceable {
  return { name: row.name, pipeline: place.pipeline, values: row.values };
}

function recordOf({ place, row }: ActedRecord): InvoicedRecord {
  return { record: row.id, name: row.name, board: place.board.id, tab: place.tab };
}

function daysOf(acted: ActedRecord, issuedOn: Day, stage: Stage | undefined): InvoiceDays {
  const calendar = calendarOf(acted.book.definition, acted.place.pipeline);
  return { issuedOn, dueOn: dueDay(invoiceable(acted), { issuedOn, stage, calendar }) };
}
