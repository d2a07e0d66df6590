// What a window is made of, held together: the grid, the line to the preview, and what is shown around the grid.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { WindowMenu, WindowMessage } from "../server/window-message.ts";
import type { WindowWish } from "../server/window-request.ts";
import { rangeFromShown } from "../shown/shown-range.ts";
import { bookClipboard } from "./clipboard.ts";
import { listenToDropdownKeys } from "./dropdown-keys.ts";
import type { FrameAnswer, FrameCall } from "./frame.tsx";
import { type Grid, openGrid } from "./grid.ts";
import { keepPlace, keptPlace } from "./kept-place.ts";
import { type Line, openLine } from "./line.ts";
import { markedCell } from "./marked-cell.ts";
import { emptyState, told, type WindowState, withToast } from "./window-state.ts";

export interface OpenWindow {
  /** Where the grid is put. */
  readonly place: { current: HTMLDivElement | null };
  readonly grid: { current: Grid | undefined };
  readonly state: WindowState;
  readonly change: (change: (before: WindowState) => WindowState) => void;
  readonly wish: (wish: WindowWish) => void;
  /** A call of a page of the add-on. */
  readonly call: (page: number, asked: FrameCall, answer: (given: FrameAnswer) => void) => void;
  /** Somebody else sits down: everything on the screen is theirs from then on. */
  readonly sit: (email: string) => void;
}

const NO_ACT = "The preview has no way to do that yet; in Google Sheets it works as always";

export function useWindow(): OpenWindow {
  const place = useRef<HTMLDivElement>(null);
  const grid = useRef<Grid>();
  const line = useRef<Line>();
  const answers = useRef(new Map<string, (given: FrameAnswer) => void>());
  const [state, setState] = useState<WindowState>(emptyState);
  const wish = useCallback((wanted: WindowWish) => line.current?.ask(wanted), []);

  useEffect(() => {
    if (place.current === null) return;
    let kept = keptPlace();
    const showMarked = () => {
      const { tab } = shown.place();
      setState((before) => ({ ...before, openTab: tab, marked: markedCell(shown), said: "" }));
    };
    listenToDropdownKeys(place.current, {
      open: () => shown.openList(),
      say: (said) => setState((before) => ({ ...before, said })),
    });
    const shown: Grid = openGrid(place.current, {
      wish,
      ready: () => {
        if (kept !== undefined) shown.select(kept.tab, kept.range);
        kept = undefined;
        setState((before) => ({ ...before, isReady: true }));
        if (document.activeElement === document.body) shown.focus();
        showMarked();
      },
      refused: () => setState((before) => withToast(before, { title: "", message: NO_ACT, isFault: false })),
      clipboard: (way) => clipboard.take(way),
      typing: (way) => wish({ kind: way === "begin" ? "begin typing" : "end typing" }),
      moved: () => {
        showMarked();
        const { tab, range } = shown.place();
        if (kept === undefined) keepPlace({ tab, range });
        wish({ kind: "select", range: rangeFromShown(tab, range) });
      },
    });
    grid.current = shown;
    addEventListener("beforeunload", (event) => {
      // What stands in an open cell, or is too much to be sent late, is nowhere else yet: the browser asks whether it may go.
      if (shown.isTyping() || line.current?.mayGo() === false) event.preventDefault();
    });
    const clipboard = bookClipboard(place.current, shown, wish);
    const sidebar = sidebarOpener(wish);
    const listen = (message: WindowMessage) => {
      toGrid(shown, message);
      sidebar(message);
      if (message.kind === "hello") showMarked();
      if (message.kind === "answer") {
        answers.current.get(message.call)?.(message);
        answers.current.delete(message.call);
      }
      setState((before) => told(before, message));
    };
    line.current = openLine({
      told: listen,
      lost: (isLost) => setState((before) => ({ ...before, isLost })),
      refused: (why) => setState((before) => told(before, { kind: "refused", why })),
    });
  }, [wish]);

  const call: OpenWindow["call"] = (page, asked, answer) => {
    const name = `${page} ${asked.call}`;
    answers.current.set(name, answer);
    wish({ kind: "call", functionName: asked.functionName, call: name, args: [...asked.args] });
  };
  const sit = (email: string) => {
    wish({ kind: "sit", email });
    void line.current?.sent().then(() => location.reload());
  };
  return { place, grid, state, change: setState, wish, call, sit };
}

function toGrid(grid: Grid, message: WindowMessage): void {
  if (message.kind === "hello") grid.showBook(message.book);
  if (message.kind === "changes") grid.change(message.changes);
  if (message.kind === "select") grid.select(message.tab, message.range);
}

/** The add-on is beside the sheet from the start, without a search through its menu. */
function sidebarOpener(wish: OpenWindow["wish"]): (message: WindowMessage) => void {
  let isGreeted = false;
  const open = (menus: readonly WindowMenu[]) => {
    for (const { title, entries } of menus) {
      const entry = entries.find(({ functionName }) => functionName === "menuSidebar");
      if (entry !== undefined) wish({ kind: "menu", path: [title, entry.caption] });
    }
  };
  return (message) => {
    if (message.kind === "hello") isGreeted = true;
    if (message.kind !== "menus" || !isGreeted) return;
    isGreeted = false;
    open(message.menus);
  };
}
