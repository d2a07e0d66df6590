// What the page says: that it waits, that something was done, that something went wrong. Said as text, so that no
// name that somebody typed can become markup, and announced to those who hear the page.

import "./notice.css";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useSlowness } from "./use-answer.ts";

/** The outcome of the last act. */
export interface Outcome {
  readonly kind: "said" | "failed";
  readonly sentence: string;
  /** What is wrong at a field, by the field's id. */
  readonly fields: Readonly<Record<string, string>>;
  /** Does the same again, where that does no harm; absent where a person should look first. */
  readonly again?: () => void;
  /** What had the focus when it was begun. */
  readonly begunAt: Element | null;
}

/**
 * Shows the outcome, and takes the focus, or gives it to what has to be mended: the button that was pressed may be gone. Whoever went on elsewhere
 * meanwhile keeps it, for the keys are meant for that place.
 */
export function OutcomeNotice(props: {
  readonly outcome: Outcome | undefined;
  readonly children?: ComponentChildren;
}) {
  const { outcome, children } = props;
  const place = useRef<HTMLDivElement>(null);
  // At once, not after the next picture: a key that comes in between would go to what is gone or done.
  useLayoutEffect(() => {
    const notice = place.current;
    if (outcome === undefined || notice === null || !isStillAt(outcome.begunAt)) return;
    (faultyInput(notice, outcome) ?? notice).focus();
  }, [outcome]);
  if (outcome === undefined) return null;
  const isFailure = outcome.kind === "failed";
  return (
    <div
      ref={place}
      tabIndex={-1}
      role={isFailure ? "alert" : "status"}
      class={`notice outcome ${outcome.kind}`}
    >
      <p>{outcome.sentence}</p>
      {outcome.again !== undefined && (
        <button type="button" onClick={outcome.again}>
          Try again
        </button>
      )}
      {children}
    </div>
  );
}

// Whoever has something to mend goes on where it is.
function faultyInput(notice: HTMLElement, { fields }: Outcome): HTMLElement | null {
  if (Object.keys(fields).length === 0) return null;
  const around = notice.closest("[role=tabpanel], dialog, main");
  return around?.querySelector<HTMLElement>("[aria-invalid=true]") ?? null;
}

function isStillAt(begunAt: Element | null): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at === begunAt;
}

/** A word while something takes long enough to be noticed; it lies over the page, so that nothing below it moves. */
export function Waiting(props: { readonly isWaiting: boolean; readonly kind?: "looking" | "saving" }) {
  const slowness = useSlowness(props.isWaiting);
  const isShown = slowness !== "quick";
  return (
    <span class={isShown ? "waiting" : undefined} role="status">
      {isShown && WORDS[props.kind ?? "looking"][slowness]}
    </span>
  );
}

/** Where the first answer will stand, once the wait is noticed; gone with the answer. */
export function Coming({ isWaiting }: { readonly isWaiting: boolean }) {
  if (useSlowness(isWaiting) === "quick") return null;
  return (
    <div aria-hidden="true">
      {[1, 2, 3, 4, 5, 6].map((line) => (
        <div key={line} class="coming" />
      ))}
    </div>
  );
}

const WORDS = {
  looking: { slow: "Looking…", long: "Still looking: a large sheet takes a while" },
  saving: { slow: "Saving…", long: "Still saving: a large sheet takes a while" },
} as const;
