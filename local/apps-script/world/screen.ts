// What a script puts on a person's screen, and what the person answers. Where nobody looks on, a toast is lost.

import type { Dialog, DialogAnswer, ShownPage } from "../requests.ts";
import type { PersonState, ShownMenu } from "./spreadsheet-file.ts";

export function showToast(
  person: PersonState | undefined,
  toast: { readonly title: string; readonly message: string },
): void {
  person?.seen.toasts.push({ title: toast.title, message: toast.message });
}

export function showMenu(person: PersonState | undefined, menu: ShownMenu): void {
  const { title, entries, script } = menu;
  person?.seen.menus.push({ title, entries, script });
}

export function showPage(person: PersonState | undefined, page: ShownPage): void {
  person?.seen.pages.push(page);
}

/** @throws {Error} where the test has no answer left: a dialog that nobody expected is a mistake of the script */
export function answerDialog(person: PersonState | undefined, dialog: Dialog): DialogAnswer {
  const given = person?.answers.shift();
  if (person === undefined || given === undefined) {
    throw new Error(`nobody answers the ${dialog.kind} "${dialog.title}" "${dialog.prompt}"`);
  }
  const answer =
    typeof given === "string" ? { button: given, text: "" } : { button: "OK" as const, ...given };
  person.seen.dialogs.push({ ...dialog, ...answer });
  return answer;
}
