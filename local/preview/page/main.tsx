// The window: what the preview tells is shown, and what the person does is asked for.

import "./page.css";
import { render } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { addressText, parseAddress } from "../../grid/a1-notation.ts";
import type { WindowMenu, WindowMessage } from "../server/window-message.ts";
import type { WindowWish } from "../server/window-request.ts";
import { rangeFromShown } from "../shown/shown-range.ts";
import type { UniverRange } from "../shown/univer-data.ts";
import { CellLine } from "./cell-line.tsx";
import { listenToClipboard } from "./clipboard.ts";
import { ClockPanel } from "./clock-panel.tsx";
import { Frame, type FrameAnswer, type FrameCall } from "./frame.tsx";
import { type Grid, openGrid } from "./grid.ts";
import { type Line, openLine } from "./line.ts";
import { MenuBar } from "./menu-bar.tsx";
import { Outbox } from "./outbox.tsx";
import { PageBox } from "./page-box.tsx";
import { Question } from "./question.tsx";
import { TabBar } from "./tab-bar.tsx";
import { Toasts } from "./toasts.tsx";
import { ToolBar } from "./tool-bar.tsx";
import { TopBar } from "./top-bar.tsx";
import {
  emptyState,
  told,
  type WindowState,
  withoutPage,
  withoutQuestion,
  withoutToast,
  withToast,
} from "./window-state.ts";

const NO_ACT = "The preview has no way to do that yet; in Google Sheets it works as always";

function Window() {
  const place = useRef<HTMLDivElement>(null);
  const grid = useRef<Grid>();
  const line = useRef<Line>();
  const isGreeted = useRef(false);
  const answers = useRef(new Map<string, (given: FrameAnswer) => void>());
  const [state, setState] = useState<WindowState>(emptyState);
  const [openTab, setOpenTab] = useState(0);
  const [cell, setCell] = useState({ address: "A1", content: "" });
  const [side, setSide] = useState<"add-on" | "outbox">("add-on");
  const wish = useCallback((wanted: WindowWish) => line.current?.ask(wanted), []);

  useEffect(() => {
    if (place.current === null) return;
    const shown = openGrid(place.current, {
      wish,
      refused: () => setState((before) => withToast(before, { title: "", message: NO_ACT, isFault: false })),
      shown: () => setCell({ address: addressOf(shown.place().range), content: shown.content() }),
      selected: (tab, range) => {
        setOpenTab(tab);
        setCell({ address: addressOf(range), content: shown.content() });
        wish({ kind: "select", range: rangeFromShown(tab, range) });
      },
    });
    grid.current = shown;
    listenToClipboard(place.current, shown, wish);
    const listen = (message: WindowMessage) => {
      toGrid(shown, message);
      if (message.kind === "hello") setOpenTab(shown.place().tab);
      if (message.kind === "answer") {
        answers.current.get(message.call)?.(message);
        answers.current.delete(message.call);
      }
      if (message.kind === "page") setSide("add-on");
      if (message.kind === "hello") isGreeted.current = true;
      if (message.kind === "menus" && isGreeted.current) {
        isGreeted.current = false;
        openSidebar(message.menus, wish);
      }
      setState((before) => told(before, message));
    };
    line.current = openLine(listen, (isLost) => setState((before) => ({ ...before, isLost })));
  }, [wish]);

  const call = useCallback(
    (page: number) => (asked: FrameCall, answer: (given: FrameAnswer) => void) => {
      const name = `${page} ${asked.call}`;
      answers.current.set(name, answer);
      wish({ kind: "call", ...asked, call: name, args: [...asked.args] });
    },
    [wish],
  );
  const closePage = (id: number) => {
    setState((before) => withoutPage(before, id));
    grid.current?.focus();
  };
  const goneToast = useCallback((id: number) => setState((before) => withoutToast(before, id)), []);
  const tools = useMemo(() => ({ place: () => grid.current?.place() ?? NOWHERE }), []);
  const [question] = state.questions;
  const { hello, clock, saving, sidebar, box } = state;
  return (
    <>
      <TopBar state={state} onSit={(email) => sitAs(line.current, email)} />
      <div class="bars">
        <MenuBar menus={state.menus} onChoose={(path) => wish({ kind: "menu", path: [...path] })} />
        <ToolBar
          place={tools.place}
          onWish={wish}
          onSort={(order) => {
            const sorted = grid.current?.sortRange();
            if (sorted !== undefined)
              wish({
                kind: "act",
                act: { do: "sort", range: sorted.range, by: [{ column: sorted.column, order }] },
              });
          }}
          onFilter={() => wish({ kind: "toggle filter", tab: openTab })}
        />
        {clock !== undefined && <ClockPanel clock={clock} onMove={(to) => wish({ kind: "clock", to })} />}
      </div>
      <CellLine
        {...cell}
        onGo={(address) => {
          const range = rangeOfAddress(address);
          if (range === undefined) return;
          grid.current?.select(openTab, range);
          grid.current?.focus();
        }}
      />
      <main>
        <h1 class="unseen">{hello?.kept ?? "Stageline preview"}</h1>
        <div class="grid" ref={place} />
        {hello === undefined && (
          <p class="waiting" role="status">
            Opening the book …
          </p>
        )}
      </main>
      <aside aria-label="Beside the sheet">
        <div class="sides">
          <button type="button" aria-pressed={side === "add-on"} onClick={() => setSide("add-on")}>
            {sidebar?.title ?? "Add-on"}
          </button>
          <button type="button" aria-pressed={side === "outbox"} onClick={() => setSide("outbox")}>
            Outbox ({state.mails.length})
          </button>
        </div>
        <div class="side" hidden={side !== "add-on"}>
          {sidebar === undefined ? (
            <p class="empty">Nothing is open here. Choose Stageline, Open sidebar.</p>
          ) : (
            <Frame
              key={sidebar.id}
              page={sidebar}
              onCall={call(sidebar.id)}
              onClose={() => closePage(sidebar.id)}
              onLeave={() => grid.current?.focus()}
            />
          )}
        </div>
        <div class="side" hidden={side !== "outbox"}>
          <Outbox mails={state.mails} />
        </div>
      </aside>
      <footer>
        <TabBar tabs={state.tabs} open={openTab} onOpen={(tab) => grid.current?.openTab(tab)} />
        {saving !== undefined && (
          <span class={`saving ${saving.state === "failed" ? "fault" : ""}`} role="status">
            {saving.words}
          </span>
        )}
      </footer>
      <Toasts toasts={state.toasts} onGone={goneToast} />
      {box !== undefined && (
        <PageBox
          key={box.id}
          page={box}
          onCall={call(box.id)}
          onClose={() => closePage(box.id)}
          onLeave={() => closePage(box.id)}
        />
      )}
      {question !== undefined && (
        <Question
          key={question.id}
          dialog={question.dialog}
          onAnswer={({ button, text }) => {
            setState((before) => withoutQuestion(before, question.id));
            wish({ kind: "answer", dialog: question.id, button, text });
          }}
        />
      )}
    </>
  );
}

function addressOf(range: UniverRange): string {
  return addressText(rangeFromShown(0, range));
}

function rangeOfAddress(address: string): UniverRange | undefined {
  const found = parseAddress(address.trim().toUpperCase());
  if (found === undefined) return undefined;
  const { row, column, lastRow = row, lastColumn = column } = found;
  return { startRow: row - 1, endRow: lastRow - 1, startColumn: column - 1, endColumn: lastColumn - 1 };
}

const NOWHERE = { tab: 0, range: { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 } };

function toGrid(grid: Grid, message: WindowMessage): void {
  if (message.kind === "hello") grid.showBook(message.book);
  if (message.kind === "changes") grid.change(message.changes);
  if (message.kind === "done" && message.cells !== undefined)
    grid.paint(message.cells.tab, message.cells.cells);
  if (message.kind === "select") grid.select(message.tab, message.range);
}

/** The add-on is beside the sheet from the start, without a search through its menu. */
function openSidebar(menus: readonly WindowMenu[], wish: (wish: WindowWish) => void): void {
  for (const { title, entries } of menus) {
    const entry = entries.find(({ functionName }) => functionName === "menuSidebar");
    if (entry !== undefined) wish({ kind: "menu", path: [title, entry.caption] });
  }
}

/** Somebody else sits down: everything on the screen is theirs from then on. */
function sitAs(line: Line | undefined, email: string): void {
  line?.ask({ kind: "sit", email });
  void line?.sent().then(() => location.reload());
}

const page = document.getElementById("page");
if (page !== null) render(<Window />, page);
