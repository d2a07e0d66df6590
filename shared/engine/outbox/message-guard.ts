// Whether a message may go to somebody outside. The guard is about new business only: outreach never reaches whom it must
// not, service goes on. An opt-out stops everything but what a contract needs, which is the service of a stage that is
// won; on another row it stops outreach. What goes to the team alone asks nobody.

import type { Stage } from "../../definition/pipeline.ts";
import type { Message } from "../../definition/rule.ts";
import { quoted } from "../../table/shown-cell.ts";
import { normalisedEmail } from "../../value/contact.ts";
import type { ActBoard, ActBook } from "../rules/rule-act.ts";
import { companyDomains, contactMarks, optOutOf } from "./contact-marks.ts";
import { type Guarded, type GuardedContacts, guardedContacts, isDuplicateStage } from "./guarded-contacts.ts";

/** A message on its way outside. */
export interface GuardedMessage {
  readonly board: ActBoard;
  readonly record: string;
  readonly purpose: Message["purpose"];
  /** Its addresses outside of the team. */
  readonly outside: readonly string[];
}

export interface MessageGuard {
  /** Why it must not go, as a part of a sentence; `undefined` where it may. */
  readonly refusal: (message: GuardedMessage) => string | undefined;
  /** What a person has to look at before it goes. */
  readonly warning: (message: GuardedMessage) => string | undefined;
}

/**
 * The guard of a book. It looks the whole book through for the first message that asks, and not again.
 *
 * @example
 * messageGuard({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [] })
 *   .refusal({ record: "r1", purpose: "outreach", outside: [] }) //=> undefined
 */
export function messageGuard(book: ActBook): MessageGuard {
  let known: GuardedContacts | undefined;
  const guarded = () => {
    known ??= guardedContacts(book);
    return known;
  };
  return {
    refusal: (message) =>
      message.outside.length === 0
        ? undefined
        : (ownRefusal(book, message) ??
          (message.purpose === "outreach" ? outreachRefusal(message, guarded()) : undefined)),
    warning: (message) =>
      message.outside.length === 0 || message.purpose === "service"
        ? undefined
        : outreachWarning(message, guarded()),
  };
}

function ownRefusal(book: ActBook, { board, record, purpose }: GuardedMessage): string | undefined {
  const { pipeline } = board;
  const stage = stageOf(board, record);
  const row = board.rows.get(record);
  if (stage === undefined || row === undefined) return undefined;
  if (isDuplicateStage(book.definition, pipeline, stage))
    return `nothing goes out from ${quoted(stage.name)}; the one that it points at is worked`;
  const field = optOutOf(pipeline, row);
  const isContract = purpose === "service" && stage.kind === "won";
  if (field !== undefined && !isContract) return `${quoted(field)} is yes`;
  if (purpose === "outreach" && stage.kind === "avoid")
    return `nobody in ${quoted(stage.name)} is asked for new business`;
  return undefined;
}

function stageOf({ pipeline, states }: ActBoard, record: string): Stage | undefined {
  const id = states.get(record)?.now.stage;
  return pipeline.stages.find((stage) => stage.id === id);
}

function outreachRefusal(message: GuardedMessage, guarded: GuardedContacts): string | undefined {
  const marks = marksOf(message);
  for (const email of marks.emails) {
    const other = guarded.emails.get(email);
    if (other !== undefined) return `${email} is also that of ${place(other)}, which gets no outreach`;
    const quiet = guarded.optedOut.get(email);
    if (quiet !== undefined)
      return `${email} is also that of ${quoted(quiet.name)} in ${quiet.tab}, where ${quoted(quiet.by)} is yes`;
  }
  for (const domain of marks.domains) {
    const other = guarded.domains.get(domain);
    if (other !== undefined) return `${domain} is the domain of ${place(other)}, which gets no outreach`;
  }
  return undefined;
}

function outreachWarning(message: GuardedMessage, guarded: GuardedContacts): string | undefined {
  const row = message.board.rows.get(message.record);
  if (row === undefined) return undefined;
  for (const company of contactMarks(message.board.pipeline, row).companies) {
    const other = guarded.companies.get(company);
    if (other !== undefined)
      return `the name is like that of ${place(other)}, which gets no outreach; choose Send if it is another company`;
  }
  return undefined;
}

function place({ name, by, tab }: Guarded): string {
  return `${quoted(name)} in ${quoted(by)} (${tab})`;
}

// Whoever a message goes to, and whoever the record is.
function marksOf({ board, record, outside }: GuardedMessage): {
  readonly emails: readonly string[];
  readonly domains: readonly string[];
} {
  const row = board.rows.get(record);
  const own = row === undefined ? { emails: [], domains: [] } : contactMarks(board.pipeline, row);
  const emails = [...new Set([...outside.flatMap((each) => normalisedEmail(each) ?? []), ...own.emails])];
  return { emails, domains: [...new Set([...companyDomains(emails), ...own.domains])] };
}
