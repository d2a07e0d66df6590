// A note in the cache that a message asks to go out at once: an edit of anybody's leaves it, and the edit trigger of the
// account that looks after the sheet finds it. A cache may forget: then the message goes with the next hour.

/** The key of the cache under which it stands. */
export const MAIL_WAITS = "mail waits";

/** The longest that a cache keeps anything. */
const SECONDS = 21_600;

/** Tells whoever may send. */
export function tellMailWaits(): void {
  CacheService.getDocumentCache()?.put(MAIL_WAITS, "yes", SECONDS);
}

/** Whether anything was told since it was last looked after. */
export function mailWaits(): boolean {
  return CacheService.getDocumentCache()?.get(MAIL_WAITS) !== null;
}

/** Takes the note away, for whoever looks after it now. */
export function forgetMailWaits(): void {
  CacheService.getDocumentCache()?.remove(MAIL_WAITS);
}
