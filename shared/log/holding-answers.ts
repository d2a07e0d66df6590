// Holding answers: e-mails that tell the other side that its message has arrived. Each is asked for by an entry that names
// the reply which it is for. They count as our answer, but ask nothing of the other side: nobody waits for a reply to one.

import type { Entry } from "./entry.ts";

/**
 * The entries of a record without the e-mails that were no more than holding answers.
 *
 * @example
 * withoutHoldingAnswers([fixtures.entry]).length //=> 1
 */
export function withoutHoldingAnswers(entries: readonly Entry[]): readonly Entry[] {
  const asked = new Set(
    entries.filter(({ kind, data }) => kind === "message" && data["reply"] !== undefined).map(({ id }) => id),
  );
  if (asked.size === 0) return entries;
  return entries.filter(({ kind, data }) => kind !== "email-out" || !asked.has(data["message"] ?? ""));
}
