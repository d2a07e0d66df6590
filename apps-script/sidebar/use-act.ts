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
  readonly act: (work: () => Promise<string>) => Promise<boolean>;
}

/** `work` answers with the sentence that says what was done, and throws where it was not. */
export function useAct(): Acting {
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const isRunning = useRef(false);
  const act = useCallback(async (work: () => Promise<string>) => {
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
      setOutcome({ kind: "failed", sentence: wordsOf(error), fields, begunAt });
      return false;
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setOutcome(undefined), []);
  return { isBusy, outcome, act, clear };
}
