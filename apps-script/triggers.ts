// What Google calls of itself: when the sheet is opened, edited, answered through a form, and every hour. The menu appears before anybody allowed
// the add-on anything, so that opening asks nothing of any other service.

import { withLog, withToast } from "./edge.ts";
import { lookAtEdit } from "./look/edit.ts";
import { hourlyTurn } from "./look/hourly-look.ts";
import { lookAtAll } from "./look/whole-look.ts";
import { mailWaits } from "./mail/mail-waits.ts";
import { LONG_TURN_SECONDS, SHORT_TURN_SECONDS, sendDue, sendLooked } from "./mail/send-due.ts";
import { addMenu } from "./menu/menu.ts";
import { standDown } from "./reminders.ts";

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

export function onOpen(): void {
  addMenu();
}

export function onInstall(): void {
  onOpen();
}

/** Each editor's own edit, without anybody's consent. Whom Google tells is who acted; it tells nobody's address to strangers. */
export function onEdit(event: EditEvent): void {
  withToast(() => lookAtEdit(event.range, () => emailOf(event)).said);
}

/**
 * The same edit, for the account that looks after the sheet: whatever the other did not see. Who edited is not asked:
 * of somebody who is not signed in, Google tells the address of this account here.
 */
export function ownerEdit(event: EditEvent): void {
  withLog(() => {
    const { said, hasMail, isLookedAt } = lookAtEdit(event.range, () => "");
    const asks = hasMail || (isLookedAt && mailWaits());
    return joined(said, asks ? sendDue("event", SHORT_TURN_SECONDS) : "");
  });
}

/** An answer to a form, which is an edit to nobody: for the account that looks after the sheet. */
export function formAnswer(): void {
  withLog(() => {
    lookAtAll("event");
    return mailWaits() ? sendDue("event", SHORT_TURN_SECONDS) : "";
  });
}

export function hourlyLook(): void {
  withLog(() => {
    if (!isAuthorized()) return "Stageline may not run any more; open the sheet and allow it again";
    const turn = hourlyTurn();
    return turn.how === "done" ? sendLooked(turn.looked, LONG_TURN_SECONDS) : standDown(turn.head);
  });
}

function joined(...lines: readonly string[]): string {
  return lines.filter((line) => line !== "").join("\n");
}

function emailOf(event: EditEvent): string {
  return event.user?.getEmail() ?? "";
}

function isAuthorized(): boolean {
  const { AuthMode, AuthorizationStatus } = ScriptApp;
  return (
    ScriptApp.getAuthorizationInfo(AuthMode.FULL).getAuthorizationStatus() !== AuthorizationStatus.REQUIRED
  );
}
