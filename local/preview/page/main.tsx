// The window: the sheet, what is around it, and what scripts put over it.

import "./page.css";
import { render } from "preact";
import { CellLine } from "./cell-line.tsx";
import { ClockPanel } from "./clock-panel.tsx";
import type { FrameProps } from "./frame.tsx";
import { noCell, rangeOfAddress } from "./marked-cell.ts";
import { MenuBar } from "./menu-bar.tsx";
import { PageBox } from "./page-box.tsx";
import { goOn, usePartKeys } from "./parts.ts";
import { Question } from "./question.tsx";
import { Side } from "./side.tsx";
import { TabBar } from "./tab-bar.tsx";
import { Toasts } from "./toasts.tsx";
import { ToolBar } from "./tool-bar.tsx";
import { TopBar } from "./top-bar.tsx";
import { type OpenWindow, useWindow } from "./use-window.ts";
import { withoutPage, withoutQuestion, withoutToast, withToast } from "./window-state.ts";

function Window() {
  const window = useWindow();
  const { state, change, wish, grid } = window;
  const { clock, isReady } = state;
  usePartKeys(() => grid.current?.focus());
  const goTo = (address: string) => {
    const shown = grid.current;
    if (shown === undefined) return false;
    const range = rangeOfAddress(address);
    const isThere = range !== undefined && shown.select(shown.place().tab, range);
    if (isThere) shown.focus();
    else change((before) => withToast(before, { title: "", message: noCell(address, shown), isFault: true }));
    return isThere;
  };
  return (
    <>
      <TopBar state={state} onSit={window.sit} />
      <div class="bars">
        <MenuBar menus={state.menus} onChoose={(path) => wish({ kind: "menu", path: [...path] })} />
        <ToolBar grid={() => grid.current} onWish={wish} />
        {clock !== undefined && <ClockPanel clock={clock} onMove={(to) => wish({ kind: "clock", to })} />}
      </div>
      <CellLine {...state.marked} said={state.said} isReady={isReady} onGo={goTo} />
      <main>
        <h1 class="unseen">{state.hello?.kept ?? "Stageline preview"}</h1>
        <div class="grid" ref={window.place} />
        {!isReady && (
          <p class="waiting" role="status">
            Opening the book …
          </p>
        )}
      </main>
      <Side state={state} frame={(page) => frameProps(window, page)} />
      <footer>
        <TabBar tabs={state.tabs} open={state.openTab} onOpen={(tab) => grid.current?.openTab(tab)} />
        {state.saving !== undefined && (
          <span class={`saving ${state.saving.state === "failed" ? "fault" : ""}`} role="status">
            {state.saving.words}
          </span>
        )}
      </footer>
      <Toasts toasts={state.toasts} onGone={(id) => change((before) => withoutToast(before, id))} />
      <Boxes window={window} />
    </>
  );
}

function Boxes({ window }: { readonly window: OpenWindow }) {
  const { state, change, wish, grid } = window;
  const [question] = state.questions;
  return (
    <>
      {state.box !== undefined && <PageBox key={state.box.id} {...frameProps(window, state.box)} />}
      {question !== undefined && (
        <Question
          key={question.id}
          dialog={question.dialog}
          onAnswer={({ button, text }) => {
            change((before) => withoutQuestion(before, question.id));
            grid.current?.focus();
            wish({ kind: "answer", dialog: question.id, button, text });
          }}
        />
      )}
    </>
  );
}

function frameProps({ call, change, grid }: OpenWindow, page: FrameProps["page"]): FrameProps {
  return {
    page,
    onCall: (asked, answer) => call(page.id, asked, answer),
    onClose: () => {
      change((before) => withoutPage(before, page.id));
      grid.current?.focus();
    },
    onLeave: () => grid.current?.focus(),
    onGo: (step) => goOn(step, () => grid.current?.focus()),
  };
}

const page = document.getElementById("page");
if (page !== null) render(<Window />, page);
