// Where the person is in the book, kept while the page is loaded again: whoever comes back goes on at that cell.

import type { Place } from "./grid.ts";

const NAME = "stageline place";

export function keepPlace(place: Place): void {
  sessionStorage.setItem(NAME, JSON.stringify(place));
}

/** `undefined` in a window that was never open. */
export function keptPlace(): Place | undefined {
  const kept = sessionStorage.getItem(NAME);
  return kept === null ? undefined : (JSON.parse(kept) as Place);
}
