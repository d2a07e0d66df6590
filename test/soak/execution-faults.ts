// What must hold of every execution: it ends well unless it was killed or one of its calls was made to fail, and it holds
// the lock of the document for seconds.

import type { Google } from "../../local/apps-script/google.ts";

const LONGEST_LOCK_MS = 5000;

export function executionFaults({ executions }: Google): readonly string[] {
  return executions.flatMap((execution): readonly string[] => {
    const { id, functionName, status, error, faults, counts } = execution;
    const name = `execution ${id} (${functionName})`;
    const isOdd = status === "failed" ? faults === 0 : status !== "done" && status !== "killed";
    return [
      ...(isOdd ? [`${name} ${status}: ${error?.message} ${error?.stack}`] : []),
      ...(counts.lockMilliseconds > LONGEST_LOCK_MS
        ? [`${name} held the lock for ${counts.lockMilliseconds} ms`]
        : []),
    ];
  });
}
