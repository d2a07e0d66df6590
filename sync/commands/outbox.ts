// `stageline outbox`: the messages of the book. Without more it lists them; with --send they go out through the user's
// mail server, with --eml into files.

import { claimable } from "../../shared/engine/outbox/claims.ts";
import { type OutboxRow, outboxRows } from "../../shared/engine/outbox/outbox-row.ts";
import type { OutboxState } from "../../shared/engine/outbox/outbox-tab.ts";
import { countWords } from "../../shared/report/number-words.ts";
import type { Problem } from "../../shared/table/problem.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { aligned } from "../aligned.ts";
import type { Carrier } from "../mail/carrier.ts";
import { mailFolder } from "../mail/mail-folder.ts";
import { mailServer } from "../mail/mail-server.ts";
import { limitsOf, type MailTurn, type SentMessage, sendMessages, trueBook } from "../mail/send-messages.ts";
import { senderFrom } from "../mail/sender.ts";
import { type SmtpOptions, smtpSettings } from "../mail/smtp-settings.ts";
import { type Answer, say, sentencesOf } from "../output.ts";
import { showProgress } from "../progress.ts";
import type { CommonOptions } from "../run-options.ts";
import { openStore } from "../stores/open-store.ts";

export interface OutboxOptions extends CommonOptions, SmtpOptions {
  readonly all?: boolean;
  readonly send?: boolean;
  readonly eml?: string;
  readonly most?: string;
  readonly late?: boolean;
  readonly dryRun?: boolean;
}

export async function outboxOfBook(path: string, options: OutboxOptions): Promise<void> {
  const { send, eml, dryRun } = options;
  if (send === true && eml !== undefined)
    throw new StagelineError("usage", "--send and --eml cannot stand together; a message goes one way");
  if (send === true || eml !== undefined) return sendAll(path, options);
  if (dryRun === true) throw new StagelineError("usage", "--dry-run goes with --send or --eml");
  const store = await openStore(path, { access: "read" });
  say(listAnswer(outboxRows(await store.readTables()), options), options);
}

/** What asks for something: a decision, or patience. */
const OPEN: ReadonlySet<OutboxState> = new Set([
  "waiting to send",
  "waiting for you",
  "being sent",
  "failed",
  "not known whether it was sent",
]);

function listAnswer(rows: readonly OutboxRow[], { all }: OutboxOptions): Answer {
  const shown = rows.filter(({ state }) => all === true || state === undefined || OPEN.has(state));
  const rest = rows.length - shown.length;
  const lines = shown.map((row) => [
    row.state ?? "?",
    row.due?.slice(0, 16).replace("T", " ") ?? "",
    [...row.to, ...row.cc].join(", "),
    row.subject,
    row.note === "" ? row.about : `${row.about}: ${row.note}`,
  ]);
  return {
    exitCode: 0,
    json: { messages: shown.map(jsonOf), others: rest },
    lines: [
      shown.length === 0 ? "No message waits" : `${countWords(shown.length, "message")}:`,
      ...aligned(lines).map((line) => `  ${line}`),
      ...(rest === 0 ? [] : [`${countWords(rest, "message")} sent or cancelled; --all lists them, too`]),
    ],
  };
}

function jsonOf({ to, cc, due, sentAt, boardId: _, claim: __, ...row }: OutboxRow) {
  return { ...row, to, cc, due: due ?? null, sentAt: sentAt === "" ? null : sentAt };
}

async function sendAll(path: string, options: OutboxOptions): Promise<void> {
  const most = mostOf(options);
  const store = await openStore(path, options.dryRun === true ? { access: "read" } : {});
  const turn: MailTurn = { store, options, most, late: options.late === true ? "sent" : "kept" };
  // Nothing is asked of a server, and nothing is written, before it is known that there is something to send.
  const { tables, problems, now } = trueBook(await store.readTables(), turn);
  const due = claimable(tables, limitsOf(turn, now, most));
  if (options.dryRun === true) return say(plannedAnswer(due, problems), options);
  const carrier = due.length === 0 ? NOBODY : await carrierOf(options);
  try {
    showProgress(`Sending ${countWords(due.length, "message")}`);
    say(sentAnswer(await sendMessages(turn, carrier)), options);
  } finally {
    carrier.close();
  }
}

const NOBODY: Carrier = {
  carry: async () => ({ how: "stopped", why: "it came after the sending had begun" }),
  close: () => {},
};

async function carrierOf({ eml, from, ...options }: OutboxOptions): Promise<Carrier> {
  if (eml !== undefined) return mailFolder(eml, from === undefined ? undefined : senderFrom(from));
  return mailServer(await smtpSettings({ ...options, ...(from === undefined ? {} : { from }) }, process.env));
}

function mostOf({ most }: OutboxOptions): number {
  if (most === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+$/.test(most)) return Number(most);
  throw new StagelineError("usage", `--most "${most}" is not a whole number such as 100`);
}

function plannedAnswer(due: readonly OutboxRow[], problems: readonly Problem[]): Answer {
  const lines = due.map(({ to, cc, subject, about }) => [[...to, ...cc].join(", "), subject, about]);
  return {
    exitCode: problems.length > 0 ? 1 : 0,
    json: { would: due.map(jsonOf), problems },
    lines: [
      due.length === 0 ? "Nothing to send" : `Would send ${countWords(due.length, "message")}:`,
      ...aligned(lines).map((line) => `  ${line}`),
    ],
    problems: sentencesOf(problems),
  };
}

function sentAnswer(done: Awaited<ReturnType<typeof sendMessages>>): Answer {
  const { messages, problems, left, stopped } = done;
  const sent = messages.filter(({ how }) => how === "sent");
  const others = messages.filter(({ how }) => how !== "sent");
  const waiting =
    left === 0
      ? []
      : [
          `${countWords(left, "message")} still ${left === 1 ? "waits" : "wait"}${stopped === undefined ? WHY : ""}`,
        ];
  return {
    exitCode: others.length + problems.length + (stopped === undefined ? 0 : 1) > 0 ? 1 : 0,
    json: { sent: sent.length, messages, left, problems, ...(stopped === undefined ? {} : { stopped }) },
    lines: [
      messages.length === 0 ? "Nothing to send" : `Sent ${countWords(sent.length, "message")}`,
      ...sent.flatMap((each) => (each.note === undefined ? [] : [messageLine(each, each.note)])),
      ...waiting,
    ],
    problems: [
      ...others.map((each) => messageLine(each, `${WORDS[each.how]}: ${each.note ?? ""}`)),
      ...(stopped === undefined ? [] : [`Stopped: ${stopped}`]),
      ...sentencesOf(problems),
    ],
  };
}

const WHY = ": for quiet hours, --most, or --late, which sends what was due more than 14 days ago";

const WORDS: Readonly<Record<SentMessage["how"], string>> = {
  sent: "sent",
  failed: "failed",
  unknown: "not known whether it was sent",
  later: "waits",
};

function messageLine({ to, subject }: SentMessage, what: string): string {
  return `  ${to.join(", ")}, "${subject}": ${what}`;
}
