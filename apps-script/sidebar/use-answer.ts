// What the page asked and has not heard yet. An older question's late answer is dropped; while a new one is on its
// way the last answer stays on the screen, so that nothing jumps and the focus stays where it is.

import { type Inputs, useCallback, useEffect, useRef, useState } from "preact/hooks";

/** A wait that nobody notices is not shown. */
const SLOW_MILLISECONDS = 300;
/** By then somebody asks what is wrong. */
const LONG_MILLISECONDS = 8000;

export interface Asked<Answer> {
  /** The last answer; absent until there is one. */
  readonly answer?: Answer;
  /** What went wrong with the newest question, in words. */
  readonly failure?: string;
  readonly isWaiting: boolean;
  /** Asks again. */
  readonly again: () => void;
  /** Shows an answer that came with something else, and drops what is on its way. */
  readonly show: (answer: Answer) => void;
}

type Heard<Answer> = Pick<Asked<Answer>, "answer" | "failure" | "isWaiting">;

/** The answer to a question that is asked at once, and again whenever one of `inputs` changes. */
export function useAnswer<Answer>(ask: () => Promise<Answer>, inputs: Inputs): Asked<Answer> {
  const [heard, setHeard] = useState<Heard<Answer>>({ isWaiting: true });
  const newest = useRef(0);
  const again = useCallback(() => {
    newest.current += 1;
    const question = newest.current;
    const hear = (change: (before: Heard<Answer>) => Heard<Answer>) => {
      if (question === newest.current) setHeard(change);
    };
    hear(({ answer }) => ({ ...(answer === undefined ? {} : { answer }), isWaiting: true }));
    ask().then(
      (answer) => hear(() => ({ answer, isWaiting: false })),
      (error: unknown) => hear((before) => ({ ...before, failure: wordsOf(error), isWaiting: false })),
    );
  }, inputs);
  const show = useCallback((answer: Answer) => {
    newest.current += 1;
    setHeard({ answer, isWaiting: false });
  }, []);
  useEffect(again, [again]);
  const { failure } = heard;
  // What stood against it may be mended elsewhere by now: in the sheet, or in a box over it.
  useEffect(() => {
    if (failure === undefined) return undefined;
    addEventListener("focus", again);
    return () => removeEventListener("focus", again);
  }, [failure, again]);
  useEffect(() => {
    return () => {
      newest.current += 1;
    };
  }, []);
  return { ...heard, again, show };
}

/** How long somebody has waited: not long enough to say so, noticeably, or so long that it wants an explanation. */
type Slowness = "quick" | "slow" | "long";

export function useSlowness(isWaiting: boolean): Slowness {
  const [slowness, setSlowness] = useState<Slowness>("quick");
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timers = [
      setTimeout(() => setSlowness("slow"), SLOW_MILLISECONDS),
      setTimeout(() => setSlowness("long"), LONG_MILLISECONDS),
    ];
    return () => {
      for (const timer of timers) clearTimeout(timer);
      setSlowness("quick");
    };
  }, [isWaiting]);
  return slowness;
}

/** The sentence of an error, for the page. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
