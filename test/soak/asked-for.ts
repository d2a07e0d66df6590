// Who asks for a value to be put into a cell takes what stood there away himself: whoever moves a record in the sidebar or
// by a command writes over what stands in its Stage, as whoever types there does.

import type { ExecutionRecord } from "../../local/apps-script/world/execution-record.ts";
import type { Overwritten } from "./overwritten.ts";
import type { Machine } from "./step.ts";

/** A cell that a program outside was told to set. */
export interface Wish {
  readonly program: number;
  /** ID or name of the record. */
  readonly record: string;
  /** Key of the column. */
  readonly key: string;
}

type Cell = Pick<Overwritten, "key" | "record" | "name">;

/** Whether the writer was asked to set that very cell. */
export function isAskedFor(
  asked: { readonly executions: readonly ExecutionRecord[]; readonly wishes: readonly Wish[] },
  { kind, number }: Machine,
  cell: Cell,
): boolean {
  if (kind === "execution") return isAskedByPage(asked.executions[number - 1], cell);
  return asked.wishes.some(
    ({ program, record, key }) =>
      program === number && key === cell.key && (record === cell.record || record === cell.name),
  );
}

function isAskedByPage(execution: ExecutionRecord | undefined, { key, record }: Cell): boolean {
  if (execution?.functionName !== "pageMove" || execution.plan.arguments.kind !== "page") return false;
  const [request] = JSON.parse(execution.plan.arguments.json) as [{ readonly record: string }];
  return key === "stage" && request.record === record;
}
