// LockService. A lock keeps out other executions of the same script on the same document, and nobody else.

import type { StoreKind } from "../requests.ts";
import type { Execution } from "./execution.ts";
import { IN_DOCUMENT, permit } from "./permissions.ts";
import { standIn } from "./stand-in.ts";

type Lock = GoogleAppsScript.Lock.Lock;

export function newLockService(execution: Execution): GoogleAppsScript.Lock.LockService {
  const lock = (call: string, kind: StoreKind): Lock => {
    permit(execution, { call: `LockService.${call}`, modes: IN_DOCUMENT });
    return newLock(execution, kind);
  };
  return standIn<GoogleAppsScript.Lock.LockService>({
    // Outside a container there is no document to lock: `null` (reference of LockService).
    getDocumentLock: () =>
      execution.launch.book === undefined ? (null as unknown as Lock) : lock("getDocumentLock", "document"),
    getUserLock: () => lock("getUserLock", "user"),
    getScriptLock: () => lock("getScriptLock", "script"),
  });
}

function newLock(execution: Execution, kind: StoreKind): Lock {
  let isHeld = false;
  const tryLock = (milliseconds: number): boolean => {
    isHeld ||= execution.ask<"tryLock">({ ask: "tryLock", lock: kind, milliseconds });
    return isHeld;
  };
  return standIn<Lock>({
    tryLock,
    waitLock: (milliseconds) => {
      if (!tryLock(milliseconds)) {
        execution.fail("Lock timeout: another process was holding the lock for too long.");
      }
    },
    releaseLock: () => {
      if (isHeld) execution.ask<"releaseLock">({ ask: "releaseLock", lock: kind });
      isHeld = false;
    },
    hasLock: () => isHeld,
  });
}
