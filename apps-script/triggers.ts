// What Google calls of itself: when the sheet is opened, edited, and every hour. The menu appears before anybody allowed
// the add-on anything, so that opening asks nothing of any other service.

import { withLog, withToast } from "./edge.ts";
import { lookAtEdit } from "./look/edit.ts";
import { hourlyTurn } from "./look/hourly-look.ts";
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
  withToast(() => lookAtEdit(event.range, () => emailOf(event)));
}

/**
 * The same edit, for the account that looks after the sheet: whatever the other did not see. Who edited is not asked:
 * of somebody who is not signed in, Google tells the address of this account here.
 */
export function ownerEdit(event: EditEvent): void {
  withLog(() => lookAtEdit(event.range, () => ""));
}

export function hourlyLook(): void {
  withLog(() => {
    if (!isAuthorized()) return "Stageline may not run any more; open the sheet and allow it again";
    const other = hourlyTurn();
    return other === undefined ? "" : standDown(other);
  });
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
