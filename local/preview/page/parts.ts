// The parts of the window, and the key that goes from one to the next. The grid keeps Tab for its cells and the sidebar is a
// page of its own, so that without such a key nobody who uses the keyboard alone would ever get out of either.

import { useEffect } from "preact/hooks";

/** On to the next part, or back. */
export type Step = 1 | -1;

/** In the order in which F6 goes through them; the first holds the grid. */
const PARTS = ["main", "aside", "footer", ".top", ".bars", ".cell-line"].map((part) => `#page > ${part}`);

const HEARS_KEYS = "iframe, button:enabled, select, input:enabled, a[href], [tabindex='0']";
const FIRST = "iframe, [aria-current], .side[tabindex='0']";

/** Listens for F6 and, for the way back, Shift+F6. */
export function usePartKeys(focusGrid: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "F6") return;
      event.preventDefault();
      event.stopPropagation();
      goOn(event.shiftKey ? -1 : 1, focusGrid);
    };
    addEventListener("keydown", listen, true);
    return () => removeEventListener("keydown", listen, true);
  }, []);
}

/** From the part that has the focus; what is open over the sheet is answered first. */
export function goOn(step: Step, focusGrid: () => void): void {
  if (document.querySelector("dialog[open]") !== null) return;
  const here = PARTS.findIndex((part) => document.querySelector(part)?.contains(document.activeElement));
  const next = PARTS[(Math.max(0, here) + step + PARTS.length) % PARTS.length];
  if (next === undefined || next === PARTS[0]) focusGrid();
  else firstIn(document.querySelector(next))?.focus();
}

/** What is shown and hears keys: the page of the add-on before the buttons over it, the open tab before the others. */
function firstIn(part: Element | null): HTMLElement | undefined {
  const places = [...(part?.querySelectorAll<HTMLElement>(HEARS_KEYS) ?? [])];
  const shown = places.filter((place) => place.checkVisibility());
  return shown.find((place) => place.matches(FIRST)) ?? shown[0];
}
