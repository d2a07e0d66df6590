// By what two records are suspected to be one: an e-mail address or phone number in whatever spelling, and the name that
// both have, the company's beside it where names differ by a slip. What tells records apart for certain: a number that no
// two may share, the room and date by which a board flags the same, the day of an event.

import type { BoardRow } from "../../board/board-row.ts";
import type { Field, Pipeline } from "../../definition/pipeline.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import { normalisedCompany } from "../../value/company-name.ts";
import { normalisedEmail, normalisedPhone } from "../../value/contact.ts";
import { contactMarks } from "../outbox/contact-marks.ts";

/** What kind of thing two records have in common. */
export type MarkKind = "e-mail" | "phone" | "name" | "company";

export interface IdentityMark {
  readonly kind: MarkKind;
  /** In the one spelling that is compared. */
  readonly key: string;
  /** As people call the field; empty for the name. */
  readonly field: string;
  /** As it stands in the cell. */
  readonly text: string;
}

const EVENT_DAY = ["event on", "event date", "date of event", "day of event"];

/**
 * The marks of a record.
 *
 * @example
 * identityMarks(fixtures.offers, { name: "Acme Ltd", values: { name: "Acme Ltd" }, cells: {} })
 * //=> [{ kind: "name", key: "acme", field: "", text: "Acme Ltd" }]
 */
export function identityMarks(
  pipeline: Pipeline,
  row: Pick<BoardRow, "name" | "values" | "cells">,
): readonly IdentityMark[] {
  const contacts = pipeline.fields.flatMap((field) => contactMark(field, row.values[field.id]));
  const name = normalisedCompany(row.name) ?? nameKey(row.name);
  const companies = contactMarks(pipeline, row).companies.filter((company) => company !== name);
  return [
    ...contacts,
    ...(name === "" ? [] : [{ kind: "name" as const, key: name, field: "", text: row.name }]),
    ...companies.map((key) => ({ kind: "company" as const, key, field: "Company", text: key })),
  ];
}

function contactMark(
  { type, name }: Field,
  value: BoardRow["values"][string] | undefined,
): readonly IdentityMark[] {
  if (typeof value !== "string") return [];
  const email = type === "e-mail" ? normalisedEmail(value) : undefined;
  const phone = type === "phone" ? normalisedPhone(value) : undefined;
  if (email !== undefined) return [{ kind: "e-mail", key: email, field: name, text: value }];
  return phone === undefined ? [] : [{ kind: "phone", key: phone, field: name, text: value }];
}

/**
 * Whether two records of one pipeline are two for certain.
 *
 * @example
 * areTwo({ ...fixtures.offers, flagsSame: ["budget"] }, { cells: { budget: 5 } }, { cells: { budget: 6 } }) //=> true
 */
export function areTwo(
  pipeline: Pipeline,
  left: Pick<BoardRow, "cells">,
  right: Pick<BoardRow, "cells">,
): boolean {
  return pipeline.fields.some((field) => {
    const [one = "", other = ""] = [left, right].map(({ cells }) => nameKey(textOf(cells[field.id])));
    // An event without a day is another one, or nobody would have entered it anew.
    if (isEventDay(field)) return one !== other;
    const isTelling = field.unique || pipeline.flagsSame.includes(field.id);
    return isTelling && one !== "" && other !== "" && one !== other;
  });
}

function isEventDay({ name, aliases }: Field): boolean {
  return [name, ...aliases].some((each) => EVENT_DAY.includes(nameKey(each)));
}
