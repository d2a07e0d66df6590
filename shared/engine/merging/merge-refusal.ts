// Why two records must not become one. What was won stays won, whom nobody may write to stays guarded, and what the
// history could not keep is not taken off a board.

import { bookMoney } from "../../invoices/book-money.ts";
import { isVoid } from "../../invoices/standing-invoices.ts";
import { usesMoney } from "../../invoices/uses-money.ts";
import { textOf } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import type { Tables } from "../../table/table.ts";
import { dayOf } from "../../value/moment.ts";
import { contactMarks, optOutOf } from "../outbox/contact-marks.ts";
import { isDuplicateStage } from "../outbox/guarded-contacts.ts";
import type { Run } from "../run.ts";
import type { KnownRecord, RecordPair } from "./record-pair.ts";
import type { TakenCells } from "./taken-cells.ts";

/**
 * The reason, or `undefined` where nothing stands against it.
 *
 * @example
 * const seen = applyChanges(fixtures.bookTables, reconcile(fixtures.bookTables, fixtures.run).changes);
 * mergeRefusal(recordPair(seen, fixtures.book, { record: "Ada", into: "Ada" }), { cells: {}, told: {}, values: {}, others: [] })
 * //=> '"Ada" is one record; name another that it is one with'
 */
export function mergeRefusal(pair: RecordPair, taken: TakenCells): string | undefined {
  return (
    sameReason(pair) ??
    nounReason(pair) ??
    stageReason(pair) ??
    logReason(pair.gone) ??
    guardReason(pair, taken)
  );
}

/**
 * Why a record that was invoiced must not go; `undefined` where it was not. Its invoices name it, and so do payments.
 *
 * @example
 * const seen = applyChanges(fixtures.bookTables, reconcile(fixtures.bookTables, fixtures.run).changes);
 * invoiceRefusal(seen, fixtures.run, recordPair(seen, fixtures.book, { record: "Ada", into: "Ada" })) //=> undefined
 */
export function invoiceRefusal(
  tables: Tables,
  run: Run,
  { definition, gone, kept }: RecordPair,
): string | undefined {
  if (!usesMoney(definition)) return undefined;
  const today = dayOf(run.now);
  const { ofRecord } = bookMoney(tables, today);
  const [ofGone, ofKept] = [gone, kept].map(({ id }) =>
    (ofRecord.get(id) ?? []).some(({ invoice }) => !isVoid(invoice, today)),
  );
  if (ofGone !== true) return undefined;
  if (ofKept !== true)
    return `${quoted(gone.name)} has invoices; keep that one, and let ${quoted(kept.name)} go into it`;
  return `${quoted(gone.name)} and ${quoted(kept.name)} both have invoices; void those of one first`;
}

function sameReason({ gone, kept }: RecordPair): string | undefined {
  return gone.id === kept.id
    ? `${quoted(gone.name)} is one record; name another that it is one with`
    : undefined;
}

function nounReason({ gone, kept }: RecordPair): string | undefined {
  if (gone.pipeline.noun === kept.pipeline.noun) return undefined;
  const [one, other] = [gone, kept].map(
    ({ name, pipeline }) => `${quoted(name)} is called ${quoted(pipeline.noun)}`,
  );
  return `${one} and ${other}; only two of a kind can be one, others are linked`;
}

const WEIGHTS = { open: 0, parked: 0, lost: 0, won: 1, avoid: 2 } as const;

function stageReason(pair: RecordPair): string | undefined {
  const { gone, kept } = pair;
  if (weightOf(pair, gone) <= weightOf(pair, kept)) return undefined;
  return `${quoted(gone.name)} is in ${quoted(stageOf(gone)?.name ?? "")}; keep that one, and let ${quoted(kept.name)} go into it`;
}

function weightOf({ definition }: RecordPair, record: KnownRecord): number {
  const stage = stageOf(record);
  if (stage === undefined || isDuplicateStage(definition, record.pipeline, stage)) return 0;
  return WEIGHTS[stage.kind];
}

function stageOf({ pipeline, state }: KnownRecord) {
  return pipeline.stages.find(({ id }) => id === state.now.stage);
}

function logReason({ name, cells }: KnownRecord): string | undefined {
  const word = textOf(cells["log"]);
  return word === "" ? undefined : `${quoted(name)} has ${quoted(word)} in its Log column; mend that first`;
}

// By the e-mail addresses and domains of a row that is guarded, or of one that opted out, others are guarded, too.
function guardReason(pair: RecordPair, { values, cells }: TakenCells): string | undefined {
  const { gone, kept } = pair;
  const optOut = optOutOf(gone.pipeline, gone);
  const after = { values, cells: { ...kept.cells, ...cells } };
  if (optOut !== undefined && optOutOf(kept.pipeline, after) === undefined)
    return `${quoted(optOut)} is yes for ${quoted(gone.name)} and no for ${quoted(kept.name)}; make them alike first`;
  if (optOut === undefined && weightOf(pair, gone) < WEIGHTS.avoid) return undefined;
  const [of, by] = [contactMarks(gone.pipeline, gone), contactMarks(kept.pipeline, after)];
  const lost = [
    ...of.emails.filter((email) => !by.emails.includes(email)),
    ...of.domains.filter((domain) => !by.domains.includes(domain)),
  ];
  if (lost[0] === undefined) return undefined;
  return `${quoted(lost[0])} would no longer be kept from messages, since ${quoted(kept.name)} has another; change that first`;
}
