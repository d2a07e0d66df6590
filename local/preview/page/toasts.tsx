// Short notes at the edge of the sheet. They go by themselves; what went wrong stays until it is closed.

import { useEffect, useRef } from "preact/hooks";
import type { Toast } from "./window-state.ts";

const SHOWN_MS = 6000;

export interface ToastsProps {
  readonly toasts: readonly Toast[];
  readonly onGone: (id: number) => void;
}

export function Toasts({ toasts, onGone }: ToastsProps) {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastNote key={toast.id} toast={toast} onGone={onGone} />
      ))}
    </div>
  );
}

function ToastNote({ toast, onGone }: { readonly toast: Toast; readonly onGone: (id: number) => void }) {
  const { id, title, message, isFault } = toast;
  // Each key that is pressed draws the window anew; its time goes on all the same.
  const gone = useRef(onGone);
  gone.current = onGone;
  useEffect(() => {
    if (isFault) return;
    const timer = setTimeout(() => gone.current(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, isFault]);
  return (
    <div class={isFault ? "toast fault" : "toast"}>
      <div>
        {title !== "" && <strong>{title}</strong>}
        <p>{message}</p>
      </div>
      <button type="button" aria-label="Close this note" onClick={() => onGone(id)}>
        ×
      </button>
    </div>
  );
}
