// The invoices and payments of the made-up year, in the order of time, so that their numbers run on: made, sent out and void
// as the rules of the boards say, and paid where a life says that money came in.

import { readRow } from "../../shared/board/board-row.ts";
import type { Rule } from "../../shared/definition/rule.ts";
import type { ActedRecord } from "../../shared/engine/invoices/invoice-entries.ts";
import { actOfRule, toldInvoice } from "../../shared/engine/invoices/invoice-entries.ts";
import { type InvoiceLedger, openLedger } from "../../shared/engine/invoices/invoice-ledger.ts";
import { calendarOf } from "../../shared/engine/run.ts";
import { dueDay, termsOf } from "../../shared/invoices/invoice-terms.ts";
import type { Invoice } from "../../shared/invoices/invoices-tab.ts";
import { paymentsTab } from "../../shared/invoices/payments-tab.ts";
import { type Entry, isPathEntry } from "../../shared/log/entry.ts";
import { replay } from "../../shared/log/replay.ts";
import type { Change } from "../../shared/table/change.ts";
import { writeCell } from "../../shared/table/field-value.ts";
import type { RowCells } from "../../shared/table/layout.ts";
import type { Tables } from "../../shared/table/table.ts";
import { serialFromDay } from "../../shared/value/day.ts";
import { hashOf } from "../../shared/value/hash.ts";
import { dayOf, instantMs } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Story } from "./record-story.ts";

/** What money comes in as a record enters a stage: for the first part, or for all that was sent out. */
export type PaidShare = "advance" | "all";

export interface PaidStory {
  readonly story: Story;
  /** By the name of the stage; nothing came in where it says so. */
  readonly paidAt: (stage: string, story: Story) => PaidShare | undefined;
}

export interface ToldMoney {
  /** Rows of Invoices and Payments. */
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  /** Of record ids: what their own rows show of it. */
  readonly cells: ReadonlyMap<string, RowCells>;
}

interface Telling {
  readonly tables: Tables;
  readonly ledger: InvoiceLedger;
  readonly paid: Set<string>;
  readonly payments: RowCells[];
  readonly entries: Entry[];
  readonly cells: Map<string, RowCells>;
}

/** The money of these stories, in a book that has its boards and nothing on them. */
export function tellMoney(tables: Tables, stories: readonly PaidStory[]): ToldMoney {
  const [first] = stories;
  const ledger = first && openLedger(tables, { entries: [], today: dayOf(first.story.board.run.now) });
  if (ledger === undefined) return { changes: [], entries: [], cells: new Map() };
  const telling = { tables, ledger, paid: new Set<string>(), payments: [], entries: [], cells: new Map() };
  const turns = stories
    .flatMap((paid) => paid.story.entries().map((entry) => ({ ...paid, entry, ms: instantMs(entry.at) })))
    .filter(({ entry }) => isPathEntry(entry.kind))
    .sort((left, right) => left.ms - right.ms);
  for (const turn of turns) tellTurn(telling, turn);
  const { payments, entries, cells } = telling;
  const rows: Change = { kind: "append", tab: paymentsTab.tab, rows: payments };
  return { changes: [...ledger.changes(), rows], entries, cells };
}

interface Turn extends PaidStory {
  readonly entry: Entry;
}

function tellTurn(telling: Telling, turn: Turn): void {
  const { story, entry, paidAt } = turn;
  const stage = story.board.pipeline.stages.find(({ id }) => id === entry.to);
  if (stage === undefined) return;
  const share = paidAt(stage.name, story);
  if (share !== undefined) pay(telling, turn, share);
  for (const rule of story.board.pipeline.rules) {
    if (rule.when.on !== "enters" || rule.when.stage !== stage.id) continue;
    if (rule.does.some((action) => action.do === "invoice")) ask(telling, turn, rule);
  }
  if (stage.kind === "lost") voidAll(telling, turn);
}

function ask(telling: Telling, turn: Turn, rule: Rule): void {
  const { ledger } = telling;
  const { story, entry } = turn;
  const { board, pipeline, definition } = story.board;
  const acted = actedIn(telling, turn);
  const { row } = acted;
  const invoiceable = { name: row.name, pipeline, values: row.values };
  const stage = pipeline.stages.find(({ id }) => id === entry.to);
  const issuedOn = dayOf(entry.at);
  const days = {
    issuedOn,
    dueOn: dueDay(invoiceable, { issuedOn, stage, calendar: calendarOf(definition, pipeline) }),
  };
  const present = ledger.of(row.id);
  const draft = present.find((each) => each.issuedOn === undefined);
  if (present.length > 0 && draft === undefined) return;
  const index = rule.does.findIndex((action) => action.do === "invoice");
  const action = rule.does[index];
  if (action === undefined) return;
  const act = actOfRule({
    board: board.id,
    record: row.id,
    rule,
    index,
    action,
    occurrence: entry.id,
    due: entry.at,
  });
  if (draft !== undefined) {
    tell(telling, toldInvoice(acted, act, { how: "issued", invoices: [ledger.issue(draft, days)] }), row.id);
    return;
  }
  const terms = termsOf(invoiceable);
  if ("fault" in terms) throw new StagelineError("definition", `${row.name}: ${terms.fault}`);
  const of = { record: row.id, name: row.name, board: board.id, tab: board.tab };
  const invoices = ledger.make(of, act.id, terms.startsNow ? { terms, days } : { terms });
  tell(telling, toldInvoice(acted, act, { how: "made", invoices }), row.id);
}

function tell(telling: Telling, told: ReturnType<typeof toldInvoice>, record: string): void {
  telling.entries.push(...told.entries);
  for (const change of told.cells)
    if (change.kind === "setField")
      telling.cells.set(record, { ...telling.cells.get(record), [change.field]: change.value });
}

function pay(telling: Telling, { story, entry }: Turn, share: PaidShare): void {
  const open = telling.ledger
    .of(story.id)
    .filter((each) => each.issuedOn !== undefined && !telling.paid.has(each.id));
  for (const invoice of share === "advance" ? open.slice(0, 1) : open) {
    telling.paid.add(invoice.id);
    telling.payments.push(paymentCells(invoice, entry));
  }
}

function paymentCells({ id, number, amount }: Invoice, { at }: Entry): RowCells {
  return {
    day: { serial: serialFromDay(dayOf(at)) },
    invoice: number,
    amount: writeCell(amount, { type: "money", currency: amount.currency }),
    currency: amount.currency,
    id: hashOf("p", [id]),
  };
}

function voidAll({ ledger, paid }: Telling, { story, entry }: Turn): void {
  for (const invoice of ledger.of(story.id))
    if (!paid.has(invoice.id) && invoice.voidOn === undefined)
      ledger.void(invoice, dayOf(entry.at), `void: ${story.stage().name}`);
}

function actedIn({ tables }: Telling, { story, entry }: Turn): ActedRecord {
  const { board, pipeline, definition, run, reader } = story.board;
  const columns = Object.fromEntries(reader.keys.map((key) => [key, null]));
  const row = readRow(reader, { at: 2, cells: { ...columns, ...story.cells() } });
  const state = replay(story.entries()).get(row.id);
  if (state === undefined) throw new StagelineError("definition", `${row.name} has no history`);
  const place = {
    board,
    tab: board.tab,
    pipeline,
    rows: new Map(),
    states: new Map(),
    entriesOf: () => [],
  };
  const book = { run, definition, tables, boards: new Map(), entries: [], starts: new Map() };
  return { book, place, row, state: { ...state, n: entry.n } };
}
