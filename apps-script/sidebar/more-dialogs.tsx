// What is done seldom: a new board, a tab turned into a board. Each opens over the page; Escape and Close lead back.

import "./more-dialogs.css";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { AdoptPanel } from "./adopt-panel.tsx";
import { BoardViewButton } from "./board-view/board-view-button.tsx";
import { StartPanel } from "./first-run/start-panel.tsx";

type DialogKind = "new-board" | "adopt";

export function MoreDialogs(props: {
  /** What was done in a dialog may have changed what the page shows. */
  readonly onClosed: () => void;
  readonly children: (ways: { readonly onNewBoard: () => void }) => ComponentChildren;
}) {
  const [shown, setShown] = useState<DialogKind>();
  const onClose = () => {
    setShown(undefined);
    props.onClosed();
  };
  return (
    <>
      {props.children({ onNewBoard: () => setShown("new-board") })}
      <footer class="buttons">
        <BoardViewButton />
        <button type="button" class="plain" onClick={() => setShown("new-board")}>
          New board…
        </button>
        <button type="button" class="plain" onClick={() => setShown("adopt")}>
          Turn this tab into a board…
        </button>
      </footer>
      {shown !== undefined && (
        <PageDialog title={TITLES[shown]} onClose={onClose}>
          {shown === "new-board" ? <StartPanel onMade={onClose} /> : <AdoptPanel />}
        </PageDialog>
      )}
    </>
  );
}

const TITLES: Readonly<Record<DialogKind, string>> = {
  "new-board": "New board",
  adopt: "Turn this tab into a board",
};

// The browser keeps the focus inside, closes it at Escape, and gives the focus back.
function PageDialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const { title, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-label={title} onClose={onClose}>
      <button type="button" class="plain close" onClick={() => dialog.current?.close()}>
        Close
      </button>
      {children}
    </dialog>
  );
}
