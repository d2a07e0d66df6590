// A page of the add-on in a box over the sheet.

import { useEffect, useRef } from "preact/hooks";
import { Frame, type FrameProps } from "./frame.tsx";

export function PageBox(props: FrameProps) {
  const { page, onClose } = props;
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  // Closed first: while it is open nothing outside of it can have the focus.
  const close = () => box.current?.close();
  return (
    <dialog
      ref={box}
      class="page-box"
      aria-label={page.title}
      onClose={onClose}
      style={{ width: `${page.width ?? 600}px` }}
    >
      <header>
        <h2>{page.title}</h2>
        <button type="button" aria-label="Close" onClick={close}>
          ×
        </button>
      </header>
      <div style={{ height: `${page.height ?? 400}px` }}>
        <Frame {...props} onClose={close} onLeave={close} />
      </div>
    </dialog>
  );
}
