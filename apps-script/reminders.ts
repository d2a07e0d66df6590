// Who looks after the sheet while nobody types: one account, whose triggers look at every edit and every hour. Each
// account could have its own, and everything would be done twice; so the sheet says whose it is, and any other stands
// down. Triggers can only be seen and deleted by the account that made them: whoever lost the sheet to another finds out
// at its next hour, and deletes its own.

import type { Head } from "../shared/engine/head.ts";
import { hostRow, hostRowChanges } from "../shared/engine/host-rows.ts";
import { silentStart } from "../shared/engine/outbox/silent-start.ts";
import type { Tables } from "../shared/table/table.ts";
import { StagelineError } from "../shared/value/stageline-error.ts";
import { ownEmail } from "./actor.ts";
import { momentNow } from "./clock.ts";
import { withBox } from "./edge.ts";
import { changeHead, presentHead } from "./look/change-head.ts";
import { changeOutbox } from "./mail/change-outbox.ts";
import { askOfCopy } from "./menu/first-run.ts";
import { activeSpreadsheet } from "./spreadsheet-app.ts";

/** The script beside the account: a bound script and the add-on may both be in one sheet. */
const SCRIPT_ROW = "owner_script";
const OWNER_ROW = "owner";
const HANDLERS: readonly string[] = ["ownerEdit", "formAnswer", "hourlyLook"];
const EVERY_HOURS = 1;

/** Menu: this account looks after the sheet, unless another does. */
export function menuRemindersOn(): void {
  withBox(() => {
    askOfCopy();
    return turnOnReminders();
  });
}

/**
 * This account looks after the sheet from now on; what was done, in a sentence.
 *
 * @throws {StagelineError} `guard`, when another account does already
 */
export function turnOnReminders(): string {
  return takeSheet((head) => {
    if (ownerOf(head) === "" || isMine(head)) return;
    throw new StagelineError(
      "guard",
      `${takenSentence(head)}; Stageline > Reminders > Take over makes it this account`,
    );
  });
}

/** Menu: this account looks after the sheet, whoever did so far. */
export function menuTakeOver(): void {
  withBox(() => {
    askOfCopy();
    return takeSheet(() => undefined);
  });
}

/** Menu: nobody looks after the sheet any more. */
export function menuRemindersOff(): void {
  withBox(() => {
    askOfCopy();
    changeHead((head, tables) => {
      if (ownerOf(head) === "" || isMine(head)) return ownerChanges(tables, { email: "", script: "" });
      throw new StagelineError("guard", `${takenSentence(head)}; only that account can turn them off`);
    });
    deleteOwnTriggers();
    return "Reminders are off: nobody looks at the sheet while nobody types";
  });
}

/** The address of the account that looks after the sheet; empty where none does. */
export function ownerOf(head: Head): string {
  return hostRow(head, OWNER_ROW);
}

/** Whether this account and this script look after the sheet. */
export function isMine(head: Head): boolean {
  return ownerOf(head) === ownEmail() && hostRow(head, SCRIPT_ROW) === ScriptApp.getScriptId();
}

/** Deletes this account's triggers for the sheet, which is another's by now; the sentence about it. */
export function standDown(head: Head): string {
  deleteOwnTriggers();
  const what = ownerOf(head) === "" ? "Reminders of this sheet are off" : takenSentence(head);
  return `${what}; this account stands down`;
}

// Two scripts in one sheet have a lock each: who wrote last has it, and the other one sees so.
function takeSheet(check: (head: Head) => void): string {
  const email = ownEmail();
  changeOutbox(({ head, tables, zone }) => {
    check(head);
    // What was asked for while nobody looked after the sheet is old by now.
    const silence = ownerOf(head) === "" ? silentStart(tables, momentNow(zone)) : [];
    return [...silence, ...ownerChanges(tables, { email, script: ScriptApp.getScriptId() })];
  });
  const head = presentHead();
  if (head === undefined || !isMine(head)) {
    throw new StagelineError("busy", "Somebody else turned reminders on at the same time, and has them");
  }
  deleteOwnTriggers();
  const spreadsheet = activeSpreadsheet();
  keepIds([
    ScriptApp.newTrigger("ownerEdit").forSpreadsheet(spreadsheet).onEdit().create(),
    ScriptApp.newTrigger("formAnswer").forSpreadsheet(spreadsheet).onFormSubmit().create(),
    ScriptApp.newTrigger("hourlyLook").timeBased().everyHours(EVERY_HOURS).create(),
  ]);
  return `Reminders are on, run by ${email}: the sheet is looked at every hour, also while nobody has it open`;
}

function ownerChanges(
  tables: Tables,
  { email, script }: { readonly email: string; readonly script: string },
) {
  return hostRowChanges(tables, { [OWNER_ROW]: email, [SCRIPT_ROW]: script });
}

function takenSentence(head: Head): string {
  const owner = ownerOf(head);
  if (owner !== ownEmail()) return `Reminders of this sheet are run by ${owner}`;
  return "Reminders of this sheet are run by this account with another copy of Stageline";
}

// An hourly trigger belongs to no spreadsheet, and an account may look after several: which are this one's is kept with
// the account. One that was made elsewhere is none of this list.
function deleteOwnTriggers(): void {
  const ids = PropertiesService.getUserProperties().getProperty(idsKey())?.split(" ") ?? [];
  const ofSheet = ScriptApp.getUserTriggers(activeSpreadsheet()).map((trigger) => trigger.getUniqueId());
  const own = new Set([...ids, ...ofSheet]);
  for (const trigger of ScriptApp.getProjectTriggers()) {
    const isOwn = own.has(trigger.getUniqueId()) && HANDLERS.includes(trigger.getHandlerFunction());
    if (isOwn) ScriptApp.deleteTrigger(trigger);
  }
  PropertiesService.getUserProperties().deleteProperty(idsKey());
}

function keepIds(triggers: readonly GoogleAppsScript.Script.Trigger[]): void {
  const ids = triggers.map((trigger) => trigger.getUniqueId()).join(" ");
  PropertiesService.getUserProperties().setProperty(idsKey(), ids);
}

function idsKey(): string {
  return `triggers ${activeSpreadsheet().getId()}`;
}
