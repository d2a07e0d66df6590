// What an edit has to know of its tab before it asks the spreadsheet anything: whether its columns matter at all. It is
// kept in the cache, by tab, along with the definition in force, so that one question answers most edits. A cache may
// forget or be old: it decides what is looked at now and what waits for the hourly look, never what is true.

import type { Board } from "../../shared/definition/pipeline.ts";
import { MAIL_WAITS } from "../mail/mail-waits.ts";
import { MARKS_LEFT } from "./look-again.ts";

/** How a tab is looked at. */
export type KeptLook =
  /** A board: the columns (from 0) that matter, and the definition with its hash. */
  | {
      readonly kind: "board";
      readonly board: Board;
      readonly columns: readonly number[];
      readonly hash: string;
      readonly definition: string;
    }
  /** A tab of ours in which every edit is looked at: set-up, Held. */
  | { readonly kind: "set-up" }
  | { readonly kind: "none" };

/** Twenty minutes: a column that was moved is watched where it is after that, if no look came before. */
const SECONDS = 1200;
/** Google keeps 100 kB in one value; letters may take three bytes. */
const MOST_LETTERS = 32_000;
const KEY = "look ";

/** What the cache says of an edit in a tab. */
export interface Kept {
  /** Absent where it says nothing of the tab. */
  readonly look?: KeptLook;
  /** Whether edits elsewhere wait to be looked at. */
  readonly hasMarks: boolean;
  /** Whether a message asks to go out. */
  readonly hasMail: boolean;
}

/** What is kept of the tab, in one question. */
export function keptOf(sheet: number): Kept {
  const key = KEY + sheet;
  const found = CacheService.getDocumentCache()?.getAll([key, MARKS_LEFT, MAIL_WAITS]) as Readonly<
    Record<string, string>
  > | null;
  const text = found?.[key];
  const hasMarks = found?.[MARKS_LEFT] !== undefined;
  const hasMail = found?.[MAIL_WAITS] !== undefined;
  return { ...(text === undefined ? {} : { look: lookFrom(text) }), hasMarks, hasMail };
}

/** Forgets what is kept of these tabs: some may have become boards. */
export function forgetLooks(sheets: readonly number[]): void {
  CacheService.getDocumentCache()?.removeAll(sheets.map((sheet) => KEY + sheet));
}

function lookFrom(text: string): KeptLook {
  const [head, definition] = split(text);
  const kept = JSON.parse(head) as KeptLook;
  return kept.kind === "board" ? { ...kept, definition } : kept;
}

/** Keeps it. A definition that is too long for one value is left out, and read from its tab each time. */
export function keepLook(sheet: number, look: KeptLook): void {
  const isBoard = look.kind === "board";
  const definition = isBoard && look.definition.length <= MOST_LETTERS ? look.definition : "";
  const head = isBoard ? { ...look, definition: "" } : look;
  CacheService.getDocumentCache()?.put(KEY + sheet, `${JSON.stringify(head)}\n${definition}`, SECONDS);
}

// The first line is all that an edit needs in a column that does not matter.
function split(text: string): readonly [string, string] {
  const end = text.indexOf("\n");
  return [text.slice(0, end), text.slice(end + 1)];
}
