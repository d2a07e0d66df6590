// What the page says: that it waits, that something was done, that something went wrong. Said as text, so that no
// name that somebody typed can become markup, and announced to those who hear the page.

import "./notice.css";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useSlowness } from "./use-answer.ts";

/** The outcome of the last act. */
export interface Outcome {
  readonly kind: "said" | "failed";
  readonly sentence: string;
  /** What is wrong at a field, by the field's id. */
  readonly fields: Readonly<Record<string, string>>;
  /** What had the focus when it was begun. */
  readonly begunAt: Element | null;
}

/**
 * Shows the outcome, and takes the focus: the button that was pressed may be gone by now. Whoever went on elsewhere
 * meanwhile keeps it, for the keys are meant for that place.
 */
export function OutcomeNotice(props: {
  readonly outcome: Outcome | undefined;
  readonly children?: ComponentChildren;
}) {
  const { outcome, children } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome !== undefined && isStillAt(outcome.begunAt)) place.current?.focus();
  }, [outcome]);
  if (outcome === undefined) return null;
  const isFailure = outcome.kind === "failed";
  return (
    <div ref={place} tabIndex={-1} role={isFailure ? "alert" : "status"} class={`notice ${outcome.kind}`}>
      <p>{outcome.sentence}</p>
      {children}
    </div>
  );
}

function isStillAt(begunAt: Element | null): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at === begunAt;
}

/** A line while something takes long enough to be noticed. */
export function Waiting({ isWaiting }: { readonly isWaiting: boolean }) {
  const isSlow = useSlowness(isWaiting);
  return (
    <span class={isSlow ? "waiting" : undefined} role="status">
      {isSlow && "Asking the sheet…"}
    </span>
  );
}
