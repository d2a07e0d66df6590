// Which row is selected in the sheet by now. Google tells a page nothing of it, and asking all the time would take turns
// away from others: the page asks when somebody comes to it, by the mouse or the keyboard, and only then.

import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "./script.ts";

export interface SelectedRow {
  readonly tab: string;
  readonly row: number;
}

/** Whoever comes and goes is asked for once in this time. */
const PAUSE_MILLISECONDS = 2000;

/** The selected row, where it is known to be another than `known`. */
export function useSelection(isOpen: boolean, known: SelectedRow | undefined): SelectedRow | undefined {
  const [selected, setSelected] = useState<SelectedRow>();
  const lastAsked = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    setSelected(undefined);
    if (!isOpen || known === undefined) return undefined;
    let isCurrent = true;
    const look = () => {
      if (performance.now() - lastAsked.current < PAUSE_MILLISECONDS) return;
      lastAsked.current = performance.now();
      ask("pageSelection", {}).then(
        (row) => isCurrent && setSelected(row),
        // Nobody asked for it: what the page shows is right as it is.
        () => undefined,
      );
    };
    window.addEventListener("focus", look);
    document.documentElement.addEventListener("mouseenter", look);
    return () => {
      isCurrent = false;
      window.removeEventListener("focus", look);
      document.documentElement.removeEventListener("mouseenter", look);
    };
  }, [isOpen, known?.tab, known?.row]);
  const isOther = selected !== undefined && (selected.tab !== known?.tab || selected.row !== known?.row);
  return isOther && selected.row > 1 ? selected : undefined;
}
