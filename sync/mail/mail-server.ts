// The user's mail server. Whether a message went is told by how far it got: before the server asked for its text
// nothing went; once it said yes or no, it is known; and where the line broke in between, nobody can know.

import { Readable } from "node:stream";
import type { NodemailerError } from "nodemailer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Carried, Carrier, Letter } from "./carrier.ts";
import { builtLetter } from "./sender.ts";
import type { SmtpSettings } from "./smtp-settings.ts";

const CONNECT_MS = 30_000;
/** Well below the time after which what was taken counts as forgotten. */
const SILENCE_MS = 120_000;
const CLOSING_CODE = 421;
const FIRST_PERMANENT_CODE = 500;

/**
 * A carrier by the server, which has been reached and has let us in.
 *
 * @throws {StagelineError} `mail`, when it cannot be reached, or does not let us in
 */
export async function mailServer(settings: SmtpSettings): Promise<Carrier> {
  let line: SMTPConnection | undefined = await openedLine(settings);
  const carry = async (letter: Letter): Promise<Carried> => {
    // A server hangs up on who is silent for long, as while a book is written.
    if (line === undefined || line.destroyed) {
      const opened = await openedLine(settings).catch((error: unknown) => error);
      if (opened instanceof StagelineError) return { how: "stopped", why: opened.message };
      if (!(opened instanceof SMTPConnection)) throw opened;
      line = opened;
    }
    const carried = await sent(line, letter, settings);
    if (carried.how === "stopped" || carried.how === "unknown" || !(await isReady(line, carried))) {
      line.close();
      line = undefined;
    }
    return carried;
  };
  return { carry, close: () => line?.quit() };
}

function openedLine({ host, port, security, login }: SmtpSettings): Promise<SMTPConnection> {
  const line = new SMTPConnection({
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
  return new Promise((resolve, reject) => {
    const refuse = (error: NodemailerError) => {
      line.close();
      reject(notReached(error, `${host}:${port}`));
    };
    // Also of a line that breaks while nothing is asked of it: the next message opens another.
    line.on("error", refuse);
    line.connect((error) => {
      if (error) refuse(error);
      else if (login === undefined) resolve(line);
      else {
        line.login({ credentials: { user: login.user, pass: login.password } }, (refused) => {
          if (refused) refuse(refused);
          else resolve(line);
        });
      }
    });
  });
}

function notReached(error: NodemailerError, server: string): StagelineError {
  const isLogin = error.code === "EAUTH";
  const what = isLogin ? `does not take this user and password` : "cannot be reached";
  return new StagelineError("mail", `the mail server ${server} ${what}: ${saidBy(error)}`);
}

async function sent(line: SMTPConnection, letter: Letter, { from }: SmtpSettings): Promise<Carried> {
  const message = await builtLetter(letter, from);
  let hasBegun = false;
  // The text is asked for when the server said that it takes it.
  function* text(): Generator<Buffer> {
    hasBegun = true;
    yield message;
  }
  const envelope = { from: from.address, to: [...letter.mail.to, ...letter.mail.cc], size: message.length };
  return new Promise((resolve) => {
    line.send(envelope, Readable.from(text(), { objectMode: false }), (error, info) => {
      resolve(error ? becameOf(error, hasBegun) : taken(info.rejected));
    });
  });
}

function taken(rejected: readonly string[]): Carried {
  if (rejected.length === 0) return { how: "sent" };
  return { how: "sent", note: `the mail server did not take it for ${rejected.join(", ")}` };
}

function becameOf(error: NodemailerError, hasBegun: boolean): Carried {
  const { responseCode, command, code } = error;
  const said = saidBy(error);
  if (responseCode === CLOSING_CODE) return { how: "stopped", why: `the mail server takes no more: ${said}` };
  if (responseCode !== undefined && command === "MAIL FROM")
    return { how: "stopped", why: `the mail server takes no mail from this sender: ${said}` };
  if (responseCode !== undefined) {
    return responseCode >= FIRST_PERMANENT_CODE
      ? { how: "failed", why: `the mail server refused it: ${said}` }
      : { how: "later", why: `the mail server asks to try later: ${said}` };
  }
  if (code === "EENVELOPE" || code === "EMESSAGE")
    return { how: "failed", why: `it cannot be sent: ${said}` };
  return hasBegun
    ? { how: "unknown", why: `the line to the mail server broke, so it may have gone: ${said}` }
    : { how: "stopped", why: `the mail server cannot be reached: ${said}` };
}

// After a refusal the server still has half an envelope.
function isReady(line: SMTPConnection, { how }: Carried): Promise<boolean> {
  if (how === "sent") return Promise.resolve(true);
  return new Promise((resolve) => line.reset((error) => resolve(!error)));
}

function saidBy({ response, message }: NodemailerError): string {
  return (response ?? message).trim();
}
