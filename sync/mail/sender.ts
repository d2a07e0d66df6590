// Who a mail is from, and the text of it as it goes over the wire: plain text and the same in HTML, with a Message-ID that
// is made of the row's id, so that the same message is the same to whoever gets it twice.

import MailComposer from "nodemailer/lib/mail-composer";
import { normalisedEmail } from "../../shared/value/contact.ts";
import { instantMs } from "../../shared/value/moment.ts";
import { oneLine } from "../../shared/value/safe-text.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Letter } from "./carrier.ts";

export interface Sender {
  readonly name: string;
  readonly address: string;
}

const NAMED = /^(.*)<([^<>]+)>$/;

/**
 * The sender that a text such as "Ada Lovelace <ada@example.org>" names.
 *
 * @throws {StagelineError} `usage`, when it names none
 */
export function senderFrom(text: string): Sender {
  const [, name = "", address = text] = NAMED.exec(oneLine(text)) ?? [];
  if (normalisedEmail(address) === undefined)
    throw new StagelineError("usage", `"${text}" is not a sender such as "Ada <ada@example.org>"`);
  return { name: name.trim().replace(/^"(.*)"$/, "$1"), address: address.trim() };
}

/** The letter as a file or a server takes it; without a sender the mail program of whoever opens it says who it is from. */
export async function builtLetter({ mail, id, at }: Letter, from: Sender | undefined): Promise<Buffer> {
  const domain = from?.address.split("@")[1] ?? "localhost";
  const composer = new MailComposer({
    ...(from === undefined ? { headers: { "X-Unsent": "1" } } : { from }),
    to: addressed(mail.to),
    cc: addressed(mail.cc),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${id.replace(/[^A-Za-z0-9_.-]/g, "_")}@${domain}>`,
    date: new Date(instantMs(at)),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function addressed(addresses: readonly string[]) {
  return addresses.map((address) => ({ name: "", address }));
}
