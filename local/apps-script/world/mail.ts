// One outbox for all mail, and the limits on it. Quota counts recipients, of all three lists
// (developers.google.com/apps-script/guides/services/quotas).

import type { Mail } from "../requests.ts";
import { type Account, leftToday, useUp } from "./accounts.ts";

export interface SentMail extends Mail {
  readonly from: string;
  /** Epoch milliseconds of the world's clock. */
  readonly at: number;
}

export class MailError extends Error {
  override readonly name = "MailError";
}

const RECIPIENTS_PER_MAIL = 50;
const BODY_BYTES = { consumer: 200 * 1024, workspace: 400 * 1024 } as const;
const ADDRESS = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/;
const NAMED_ADDRESS = /^.*<([^<>]+)>$/;

/** @throws {MailError} with Google's sentence; then nothing is sent */
export function sendMail(account: Account, mail: Mail, now: number): SentMail {
  const recipients = [mail.to, mail.cc, mail.bcc].flatMap(addresses);
  if (recipients.length === 0) throw new MailError("Failed to send email: no recipient");
  for (const recipient of recipients) {
    const address = NAMED_ADDRESS.exec(recipient)?.[1] ?? recipient;
    if (!ADDRESS.test(address)) throw new MailError(`Invalid email: ${recipient}`);
  }
  if (recipients.length > RECIPIENTS_PER_MAIL)
    throw new MailError("Limit Exceeded: Email Recipients Per Message.");
  const size = Buffer.byteLength(mail.body) + Buffer.byteLength(mail.htmlBody ?? "");
  if (size > BODY_BYTES[account.kind]) throw new MailError("Limit Exceeded: Email Body Size.");
  if (leftToday(account, "mail recipients", now) < recipients.length) {
    throw new MailError("Service invoked too many times for one day: email.");
  }
  useUp(account, "mail recipients", { amount: recipients.length, now });
  return { ...mail, from: account.email, at: now };
}

function addresses(list: string): readonly string[] {
  return list
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
}
