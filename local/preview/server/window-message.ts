// What the preview tells a window, in the order in which it happened.

import type { Dialog, MenuEntry } from "../../apps-script/requests.ts";
import type { Seat } from "../live/people-at-book.ts";
import type { ShownChange } from "../shown/shown-changes.ts";
import type { UniverBook, UniverRange } from "../shown/univer-data.ts";

export type WindowMessage =
  | Hello
  | { readonly kind: "changes"; readonly changes: readonly ShownChange[] }
  /** What the window asked for and the spreadsheet did not let it do. */
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "toast"; readonly title: string; readonly message: string }
  | { readonly kind: "failure"; readonly message: string }
  | { readonly kind: "dialog"; readonly id: number; readonly dialog: Dialog }
  | { readonly kind: "menus"; readonly menus: readonly WindowMenu[] }
  | { readonly kind: "page"; readonly page: WindowPage }
  | { readonly kind: "answer"; readonly call: string; readonly told?: unknown; readonly failed?: string }
  | { readonly kind: "select"; readonly tab: number; readonly range?: UniverRange }
  | { readonly kind: "clock"; readonly clock: WindowClock }
  | { readonly kind: "mails"; readonly mails: readonly WindowMail[] }
  | { readonly kind: "saving"; readonly saving: Saving };

export interface Hello {
  readonly kind: "hello";
  readonly person: Seat;
  readonly seats: readonly Seat[];
  readonly book: UniverBook;
  /** Where the book is kept, in words. */
  readonly kept: string;
  readonly clock: WindowClock;
  readonly mails: readonly WindowMail[];
  readonly saving: Saving;
}

export interface WindowMenu {
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

export interface WindowPage {
  readonly id: number;
  readonly place: "sidebar" | "dialog";
  readonly title: string;
  readonly width?: number;
  readonly height?: number;
}

export interface WindowClock {
  /** As people read it. */
  readonly shown: string;
  readonly zone: string;
  /** Whether the hourly look is switched on, so that time does anything by itself. */
  readonly acts: boolean;
  /** While it is on its way to another time. */
  readonly isMoving: boolean;
}

export interface WindowMail {
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly body: string;
}

export interface Saving {
  readonly state: "saved" | "to save" | "failed" | "off";
  /** What to say about it. */
  readonly words: string;
}
