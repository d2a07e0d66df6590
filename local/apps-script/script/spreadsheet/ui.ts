// The class Ui: menus, dialogs and the sidebar of the person who looks on. A menu may be built by every onOpen;
// dialogs and pages need the mode FULL and somebody at the screen.

import type { Dialog, DialogAnswer, MenuEntry, ShownPage } from "../../requests.ts";
import type { Execution } from "../execution.ts";
import { pageOf } from "../html-service.ts";
import { AUTHORIZED, permit } from "../permissions.ts";
import { constant, constants, standIn } from "../stand-in.ts";

type Ui = GoogleAppsScript.Base.Ui;
type Menu = GoogleAppsScript.Base.Menu;

const button = constants<typeof GoogleAppsScript.Base.Button>("CLOSE", "OK", "CANCEL", "YES", "NO");
const buttonSet = constants<typeof GoogleAppsScript.Base.ButtonSet>(
  "OK",
  "OK_CANCEL",
  "YES_NO",
  "YES_NO_CANCEL",
);

export function newUi(execution: Execution): Ui {
  const { launch } = execution;
  if (launch.selection === undefined || launch.mode === "CUSTOM_FUNCTION") {
    execution.fail("Cannot call SpreadsheetApp.getUi() from this context.");
  }
  const ask = (kind: Dialog["kind"], texts: readonly unknown[]): DialogAnswer => {
    permit(execution, { call: `Ui.${kind}`, scope: "screen", modes: AUTHORIZED });
    // The screen shows what was written so far, and the locks of the script do not outlast the wait (reference of Ui.alert).
    execution.flush();
    return execution.ask<"dialog">({ ask: "dialog", dialog: dialogFrom(kind, texts) });
  };
  const show = (call: string, page: ShownPage): void => {
    permit(execution, { call: `Ui.${call}`, scope: "screen", modes: AUTHORIZED });
    execution.ask<"showPage">({ ask: "showPage", page });
  };
  return standIn<Ui>({
    Button: button,
    ButtonSet: buttonSet,
    alert: (...texts: readonly unknown[]) => constant(button, ask("alert", texts).button),
    prompt: (...texts: readonly unknown[]) => {
      const answer = ask("prompt", texts);
      return standIn<GoogleAppsScript.Base.PromptResponse>({
        getResponseText: () => answer.text,
        getSelectedButton: () => constant(button, answer.button),
      });
    },
    createMenu: (caption) => newMenu(execution, caption),
    createAddonMenu: () => newMenu(execution, launch.source.name),
    showSidebar: (output) => show("showSidebar", pageOf(output, { place: "sidebar" })),
    showModalDialog: (output, title) => show("showModalDialog", pageOf(output, { place: "dialog", title })),
  });
}

/** `(prompt)`, `(prompt, buttons)` or `(title, prompt, buttons)`. */
function dialogFrom(kind: Dialog["kind"], texts: readonly unknown[]): Dialog {
  const buttons = texts.find((text) => typeof text === "object" && text !== null);
  const words = texts.filter((text) => text !== buttons).map(String);
  const [first = "", second] = words;
  return {
    kind,
    title: second === undefined ? "" : first,
    prompt: second ?? first,
    buttons: (buttons === undefined ? "OK" : String(buttons)) as Dialog["buttons"],
  };
}

const menuEntries = new WeakMap<
  object,
  { readonly caption: string; readonly entries: readonly MenuEntry[] }
>();

function newMenu(execution: Execution, caption: string): Menu {
  const entries: MenuEntry[] = [];
  const add = (entry: MenuEntry): Menu => {
    entries.push(entry);
    return menu;
  };
  const menu = standIn<Menu>({
    addItem: (item, functionName) => add({ caption: item, functionName }),
    addSeparator: () => add({ caption: "" }),
    addSubMenu: (inner) => add(menuEntries.get(inner) ?? { caption: "" }),
    addToUi: () => {
      execution.ask<"showMenu">({ ask: "showMenu", title: caption, entries });
    },
  });
  menuEntries.set(menu, { caption, entries });
  return menu;
}
