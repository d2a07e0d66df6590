// The text of a message and to whom it goes, as its record stands now. Where something is missing it cannot go, and says
// what: whoever fills it in lets it go.

import type { Message } from "../../definition/rule.ts";
import { fieldsOf } from "../../definition/standard-field.ts";
import type { Entry } from "../../log/entry.ts";
import { nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { normalisedEmail } from "../../value/contact.ts";
import { dayInWords } from "../../value/day-words.ts";
import { dayOf } from "../../value/moment.ts";
import { oneLine } from "../../value/safe-text.ts";
import { messageCalled } from "../people/holding-message.ts";
import type { ActBoard, ActBook } from "../rules/rule-act.ts";
import { type MergedText, type MergeRecord, mergedText, stageName } from "./merged-text.ts";
import { readableValue } from "./readable-value.ts";
import { distinctAddresses, isOfTeam, type Recipients, recipientsOf } from "./recipients.ts";

export interface ComposedMessage {
  /** Of a notice to colleagues: "service". */
  readonly purpose: Message["purpose"];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** Its addresses outside of the team. */
  readonly outside: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly person: string;
  readonly reviewFirst: boolean;
  /** What is missing before it can go, each as a part of a sentence. */
  readonly faults: readonly string[];
  /** What is told beside, such as a copy that reaches nobody. */
  readonly notes: readonly string[];
}

/** A message of a record that is there. */
export interface AskedMessage {
  readonly board: ActBoard;
  readonly entry: Entry;
  readonly record: MergeRecord;
}

// More than mail programs show, and what the services take.
const LONGEST_SUBJECT = 200;
// What a cell of every spreadsheet holds.
const LONGEST_TEXT = 32_000;

/**
 * The message that an entry asks for; a text tells why there can be none.
 *
 * @example
 * const board = { pipeline: fixtures.offers, tab: "Deals" };
 * const record = { pipeline: fixtures.offers, state: fixtures.standing.state, row: { values: { name: "Ada" }, cells: {} } };
 * const entry = { ...fixtures.entry, kind: "message", data: { do: "send", message: "hello" } };
 * composedMessage({ run: fixtures.run, definition: fixtures.book }, { board, entry, record })
 * //=> 'its message is no longer in Messages'
 */
export function composedMessage(
  book: Pick<ActBook, "run" | "definition">,
  asked: AskedMessage,
): ComposedMessage | string {
  return asked.entry.data["do"] === "notify" ? notice(book, asked) : mailing(book, asked);
}

function mailing(
  book: Pick<ActBook, "run" | "definition">,
  { entry, record }: AskedMessage,
): ComposedMessage | string {
  const message = messageCalled(record.pipeline, entry.data["message"]);
  if (message === undefined) return "its message is no longer in Messages";
  const subject = mergedText(message.subject, record);
  const text = mergedText(message.body, record);
  const to = recipientsIn(book, record, message.to);
  const copies = message.cc.map((word) => recipientsIn(book, record, word));
  const faults = [to.fault, ...subject.faults, ...text.faults, lengthFault(text)];
  return {
    ...addressed(book, to, copies),
    purpose: message.purpose,
    subject: subjectLine(subject.text) || message.name,
    text: plainText(text.text),
    reviewFirst: message.reviewFirst,
    faults: distinctTexts(faults),
    notes: distinctTexts(copies.map(({ fault }) => (fault === undefined ? undefined : `no copy: ${fault}`))),
  };
}

// A notice that reaches nobody is none: there is no row to mend it at.
function notice(
  book: Pick<ActBook, "run" | "definition">,
  { board, entry, record }: AskedMessage,
): ComposedMessage | string {
  const to = recipientsIn(book, record, entry.data["role"] ?? "owner");
  if (to.fault !== undefined && to.mayCome !== true) return to.fault;
  const stage = stageName(record.pipeline, record.state.now.stage);
  return {
    ...addressed(book, to, []),
    purpose: "service",
    subject: subjectLine(`${stage}: ${nameOf(record)}`),
    text: plainText(noticeLines(board, entry, record).join("\n")),
    reviewFirst: false,
    faults: distinctTexts([to.fault]),
    notes: [],
  };
}

function recipientsIn(
  { run, definition }: Pick<ActBook, "run" | "definition">,
  { pipeline, row }: MergeRecord,
  word: string,
): Recipients {
  return recipientsOf(word, { definition, pipeline, row, today: dayOf(run.now) });
}

function addressed(
  { definition }: Pick<ActBook, "definition">,
  { addresses, people }: Recipients,
  copies: readonly Recipients[],
): Pick<ComposedMessage, "to" | "cc" | "outside" | "person"> {
  const to = distinctAddresses(addresses);
  const known = new Set(to.map(normalisedEmail));
  const copied = distinctAddresses(copies.flatMap((each) => each.addresses));
  const cc = copied.filter((address) => !known.has(normalisedEmail(address)));
  const [person] = people;
  return {
    to,
    cc,
    outside: [...to, ...cc].filter((address) => !isOfTeam(definition.team, address)),
    person: person !== undefined && people.length === 1 && to.length === 1 ? person.id : "",
  };
}

// What whoever is told needs to begin: where the record stands, what is wanted there, and the links that it carries.
function noticeLines({ tab }: Pick<ActBoard, "tab">, entry: Entry, record: MergeRecord): readonly string[] {
  const { pipeline, state, row } = record;
  const stage = pipeline.stages.find(({ id }) => id === state.now.stage);
  const told = (id: string) => {
    const field = fieldsOf(pipeline).find((each) => each.id === id);
    const value = row.values[id];
    if (field === undefined || value === undefined || value === "") return [];
    return [`${field.name}: ${readableValue(value, field.type)}`];
  };
  const links = pipeline.fields.filter(({ type }) => type === "link").flatMap(({ id }) => told(id));
  return [
    `${quoted(nameOf(record))} is in ${quoted(stage?.name ?? state.now.stage)} on ${tab} since ${dayInWords(dayOf(state.now.at))}.`,
    ...(stage?.goal === undefined ? [] : ["", stage.goal]),
    "",
    ...told("owner"),
    ...told("next_step"),
    ...told("next_step_on"),
    ...links,
    ...(entry.note === "" ? [] : ["", `By the rule ${entry.note}`]),
  ];
}

function nameOf({ row, state }: MergeRecord): string {
  const name = row.values["name"];
  return typeof name === "string" && name !== "" ? name : state.name;
}

function subjectLine(text: string): string {
  const line = oneLine(text);
  return line.length > LONGEST_SUBJECT ? `${line.slice(0, LONGEST_SUBJECT - 1)}…` : line;
}

// Lines stay; other control characters say nothing in a mail, and may say much to who sends it.
function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}

function lengthFault({ text }: MergedText): string | undefined {
  return text.length > LONGEST_TEXT
    ? `the text has ${text.length} characters, and a cell holds ${LONGEST_TEXT}`
    : undefined;
}

function distinctTexts(texts: readonly (string | undefined)[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const text of texts) if (text !== undefined) seen.set(nameKey(text), text);
  return [...seen.values()];
}
