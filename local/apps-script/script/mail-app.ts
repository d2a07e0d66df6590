// MailApp, with the one form of `sendEmail` that takes an object. It returns nothing: a script that ends between the
// sending and its own note of it can never know.

import type { Mail } from "../requests.ts";
import type { Execution } from "./execution.ts";
import { AUTHORIZED, permit } from "./permissions.ts";
import { standIn } from "./stand-in.ts";

type MailApp = GoogleAppsScript.Mail.MailApp;

export function newMailApp(execution: Execution): MailApp {
  const allow = (call: string) =>
    permit(execution, { call: `MailApp.${call}`, scope: "mail", modes: AUTHORIZED });
  return standIn<MailApp>({
    sendEmail: (message: unknown) => {
      allow("sendEmail");
      if (typeof message !== "object" || message === null) {
        execution.fail("MailApp.sendEmail is imitated for one object only");
      }
      execution.ask<"sendMail">({
        ask: "sendMail",
        mail: mailFrom(message as Readonly<Record<string, unknown>>),
      });
    },
    getRemainingDailyQuota: () => {
      allow("getRemainingDailyQuota");
      return execution.ask<"mailQuota">({ ask: "mailQuota" });
    },
  });
}

function mailFrom(message: Readonly<Record<string, unknown>>): Mail {
  const text = (name: string) => (message[name] === undefined ? "" : String(message[name]));
  const optional = (name: string) => (message[name] === undefined ? {} : { [name]: String(message[name]) });
  return {
    to: text("to"),
    cc: text("cc"),
    bcc: text("bcc"),
    subject: text("subject"),
    body: text("body"),
    ...optional("htmlBody"),
    ...optional("name"),
    ...optional("replyTo"),
  };
}
