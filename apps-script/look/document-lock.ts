// The lock of the document: one script at a time looks and writes. It keeps out this script's other runs only; people
// and other programs write on. It is held for seconds, never while somebody is asked something.

import { StagelineError } from "../../shared/value/stageline-error.ts";
import { sendWrites } from "../spreadsheet-app.ts";

/** Does the work under the lock, and sends what it wrote before the next one may look; `undefined` where it is not free in time. */
export function underLock<Result>(
  waitMilliseconds: number,
  work: () => Result,
): { readonly result: Result } | undefined {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(waitMilliseconds)) return undefined;
  try {
    const result = work();
    sendWrites();
    return { result };
  } finally {
    lock.releaseLock();
  }
}

/** What is said where the lock is not free. */
export function busySheet(): StagelineError {
  return new StagelineError("busy", "Stageline is still at work in this sheet; try again in a moment");
}
