// One spreadsheet with the people who are at it: the grid as it stands, who may edit it, which add-ons are enabled in
// it, and what each person has on the screen.

import { type History, newHistory } from "../../grid/people/history.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import type { Selection } from "../launch.ts";
import type { Dialog, DialogAnswer, MenuEntry, ShownPage } from "../requests.ts";

export interface SpreadsheetFile {
  readonly id: string;
  readonly owner: string;
  readonly editors: readonly string[];
  state: Spreadsheet;
  /** Add-ons are enabled for a file, and then for everybody in it. */
  readonly enabled: Set<string>;
  readonly people: Map<string, PersonState>;
}

/** How a test answers a dialog: by its button, or with a text typed before it. */
export type GivenAnswer =
  | DialogAnswer["button"]
  | { readonly text: string; readonly button?: DialogAnswer["button"] };

export interface PersonState {
  readonly email: string;
  readonly file: SpreadsheetFile;
  history: History;
  selection: Selection;
  isOpen: boolean;
  /** For the dialogs to come, in their order. */
  readonly answers: GivenAnswer[];
  readonly seen: Screen;
}

export interface ShownMenu {
  readonly title: string;
  readonly script: string;
  readonly entries: readonly MenuEntry[];
}

/** What was shown to a person, oldest first; menus are those of the last opening. */
export interface Screen {
  readonly toasts: { readonly title: string; readonly message: string }[];
  readonly dialogs: (Dialog & DialogAnswer)[];
  readonly pages: ShownPage[];
  readonly menus: ShownMenu[];
}

export function newPersonState(email: string, file: SpreadsheetFile): PersonState {
  const first = file.state.tabs.find((tab) => !tab.isHidden) ?? file.state.tabs[0];
  return {
    email,
    file,
    history: newHistory,
    selection: { tab: first?.id ?? 0 },
    isOpen: false,
    answers: [],
    seen: { toasts: [], dialogs: [], pages: [], menus: [] },
  };
}

export function mayEdit(file: SpreadsheetFile, email: string): boolean {
  return file.owner === email || file.editors.includes(email);
}
