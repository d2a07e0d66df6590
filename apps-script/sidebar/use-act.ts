// Something that the page does, one at a time: a second click while the first is on its way does nothing. Buttons
// stay where they are and keep the focus while they wait (`aria-disabled`, not `disabled`).

import { useCallback, useRef, useState } from "preact/hooks";
import type { Outcome } from "./notice.tsx";
import { RefusedError } from "./script.ts";
import { wordsOf } from "./use-answer.ts";

export interface Acting {
  readonly isBusy: boolean;
  readonly outcome: Outcome | undefined;
  /** Takes back what was said of the last act: something else is shown now. */
  readonly clear: () => void;
  /** Does it, unless something is being done; tells whether it was done. */
  readonly act: (work: () => Promise<string>, repeat?: Repeat) => Promise<boolean>;
}

/**
 * What becomes of an act when its answer got lost though all was done. What a form hands in is done once, and is handed in
 * again by its own button; what is harmless may be tried again at once; what counts twice wants a look first.
 */
export type Repeat = "by its form" | "harmless" | "counts twice";

const LOOK_FIRST = "It may have been done all the same: refresh, and look before you do it again";

/** `work` answers with the sentence that says what was done, and throws where it was not. */
export function useAct(): Acting {
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const isRunning = useRef(false);
  const act = useCallback(async (work: () => Promise<string>, repeat: Repeat = "by its form") => {
    if (isRunning.current) return false;
    isRunning.current = true;
    setBusy(true);
    const begunAt = document.activeElement;
    try {
      const said = await work();
      // What no rule asks for is written down nowhere, and is done all the same.
      setOutcome({ kind: "said", sentence: said === "" ? "Done" : said, fields: {}, begunAt });
      return true;
    } catch (error) {
      const fields = error instanceof RefusedError ? error.fields : {};
      const failed = { kind: "failed", fields, begunAt } as const;
      const isOpen = !(error instanceof RefusedError);
      const look = isOpen && repeat === "counts twice" ? `\n${LOOK_FIRST}` : "";
      const again = isOpen && repeat === "harmless" ? { again: () => void act(work, repeat) } : {};
      setOutcome({ ...failed, sentence: `${wordsOf(error)}${look}`, ...again });
      return false;
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setOutcome(undefined), []);
  return { isBusy, outcome, act, clear };
}
