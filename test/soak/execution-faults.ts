// What must hold of every execution: it ends well unless it was killed or one of its calls was made to fail, it holds the
// lock of the document for seconds, and an edit that is answered from its rows asks little.

import type { Google } from "../../local/apps-script/google.ts";
import type { ExecutionRecord } from "../../local/apps-script/world/execution-record.ts";

const LONGEST_LOCK_MS = 5000;
const MOST_TRIPS_OF_EDIT = 6;
/** Taken and given back: one look. */
const ONE_LOOK = 2;

export function executionFaults({ executions }: Google): readonly string[] {
  return executions.flatMap((execution): readonly string[] => {
    const { id, functionName, status, error, faults, counts } = execution;
    const name = `execution ${id} (${functionName})`;
    const isOdd = status === "failed" ? faults === 0 : status !== "done" && status !== "killed";
    const { lockMilliseconds, trips } = counts;
    return [
      ...(isOdd ? [`${name} ${status}: ${error?.message} ${error?.stack}`] : []),
      ...(lockMilliseconds > LONGEST_LOCK_MS ? [`${name} held the lock for ${lockMilliseconds} ms`] : []),
      ...(isQuick(execution) && trips > MOST_TRIPS_OF_EDIT ? [`${name} made ${trips} trips`] : []),
    ];
  });
}

// Those that looked at everything say so.
function isQuick({ functionName, logs, counts, status }: ExecutionRecord): boolean {
  const isEdit = functionName === "onEdit" || functionName === "ownerEdit";
  const isWhole = logs.some((line) => line.includes("looked at the whole sheet"));
  return isEdit && status === "done" && !isWhole && counts.beside.lock <= ONE_LOOK;
}
