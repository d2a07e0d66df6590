// Copy, cut and paste between the book and everything else. What was copied in this window and is still what the clipboard
// holds is pasted with all that hangs on its cells; anything else is texts, as another program gives them.

import type { WindowWish } from "../server/window-request.ts";
import { rangeFromShown } from "../shown/shown-range.ts";
import type { Grid } from "./grid.ts";

interface Copied {
  readonly text: string;
  readonly range: ReturnType<typeof rangeFromShown>;
  readonly way: "copy" | "cut";
}

export interface BookClipboard {
  /** The marked cells, by a key. */
  readonly take: (way: Copied["way"]) => void;
}

/** Listens for the browser's clipboard while the grid has the focus. */
export function bookClipboard(
  container: HTMLElement,
  grid: Grid,
  wish: (wish: WindowWish) => void,
): BookClipboard {
  let copied: Copied | undefined;
  const isHere = () => container.contains(document.activeElement) && !grid.isTyping();
  const taken = (way: Copied["way"]): string => {
    const { tab, range } = grid.place();
    const text = textOfRows(grid.texts());
    copied = { text, range: rangeFromShown(tab, range), way };
    return text;
  };
  const copy = (way: Copied["way"]) => (event: ClipboardEvent) => {
    if (!isHere()) return;
    event.clipboardData?.setData("text/plain", taken(way));
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const paste = (event: ClipboardEvent) => {
    if (!isHere()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const text = (event.clipboardData?.getData("text/plain") ?? "").replaceAll("\r\n", "\n");
    if (text === "") return;
    const { tab, range } = grid.place();
    const to = rangeFromShown(tab, range);
    const at = { tab, row: to.row, column: to.column };
    if (text !== copied?.text) wish({ kind: "act", act: { do: "paste", at, texts: rowsOfText(text) } });
    else if (copied.way === "copy") wish({ kind: "act", act: { do: "copyPaste", from: copied.range, to } });
    else wish({ kind: "act", act: { do: "cutPaste", from: copied.range, to: at } });
    if (copied?.way === "cut") copied = undefined;
  };
  document.addEventListener("copy", copy("copy"), true);
  document.addEventListener("cut", copy("cut"), true);
  document.addEventListener("paste", paste, true);
  return { take: (way) => void navigator.clipboard.writeText(taken(way)) };
}

function textOfRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

function quoted(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of cells as spreadsheets and text files give them: tabs between cells, quotes around what holds a line break. */
export function rowsOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;
  const whole = text.endsWith("\n") ? text.slice(0, -1) : text;
  for (;;) {
    const match = cell.exec(whole);
    if (match === null) break;
    const [, inQuotes, plain = "", end] = match;
    rows.at(-1)?.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'));
    if (end === "") break;
    if (end === "\n") rows.push([]);
  }
  return rows;
}
