// MailApp: one message at a time, and what is known of it then. It gives no receipt: a call that comes back has sent,
// one that throws in words that we know has not, and of any other nobody can say.

import { type Mail, mailOf } from "../../shared/engine/outbox/mail.ts";
import type { OutboxRow } from "../../shared/engine/outbox/outbox-row.ts";
import type { SendingResult } from "../../shared/engine/outbox/results.ts";
import type { Moment } from "../../shared/value/moment.ts";

/** Recipients a day that are kept for what people send themselves, and for the turn in which many messages come at once. */
export const RESERVE = 10;

// Google's words for what is wrong with the message itself, and for a day that is used up.
const REFUSED =
  /invalid email|no recipient|limit exceeded: email (body|total|attachments|recipients per message)/i;
const USED_UP = /too many times for one day|limit exceeded/i;

/** How many recipients the account may write to today. */
export function mailsLeft(): number {
  return MailApp.getRemainingDailyQuota();
}

/** Sends the message; `momentAt` tells when it went. */
export function sentMessage(row: OutboxRow, momentAt: () => Moment): SendingResult {
  try {
    MailApp.sendEmail(optionsOf(mailOf(row)));
    return { how: "sent", at: momentAt() };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const why = error.message;
    if (REFUSED.test(why)) return { how: "failed", why: `Google refused it: ${why}` };
    if (USED_UP.test(why)) return { how: "later", why: "the account may send no more today" };
    return { how: "unknown", why: `Google answered with an error, so it may have gone: ${why}` };
  }
}

function optionsOf({ to, cc, subject, text, html }: Mail): GoogleAppsScript.Mail.MailAdvancedParameters {
  const copies = cc.length === 0 ? {} : { cc: cc.join(",") };
  return { to: to.join(","), ...copies, subject, body: text, htmlBody: html };
}
