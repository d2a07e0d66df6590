// What touched the spreadsheet of a run, in its true order: scripts by their calls, people by their acts, programs outside
// by their requests. States never change, so a ledger keeps all of them.

import type { GridStep } from "../../local/apps-script/world/grid-step.ts";
import type { GridRange } from "../../local/grid/protocol.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";

export type Step =
  | Exclude<GridStep, { readonly kind: "api" }>
  | {
      readonly kind: "request";
      /** Number of the program that asked, in the order in which they began. */
      readonly program: number;
      readonly before: Spreadsheet;
      readonly after: Spreadsheet;
      /** The cells whose values it was told, as they are after it. */
      readonly told: readonly GridRange[];
    };

/** Who reads and writes other than by hand. */
export type Machine =
  | { readonly kind: "execution"; readonly number: number }
  | { readonly kind: "program"; readonly number: number };

/** Who wrote in this step; `undefined` where nobody did, or a person. */
export function writerIn(step: Step | undefined): Machine | undefined {
  if (step?.kind === "write") return { kind: "execution", number: step.execution };
  if (step?.kind === "request" && step.before !== step.after)
    return { kind: "program", number: step.program };
  return undefined;
}

/** Who learned in this step what a cell holds. */
export function readerIn(step: Step | undefined): Machine | undefined {
  if (step?.kind === "read") return { kind: "execution", number: step.execution };
  if (step?.kind === "request" && step.told.length > 0) return { kind: "program", number: step.program };
  return undefined;
}

export function isSame(one: Machine | undefined, other: Machine | undefined): boolean {
  return one !== undefined && one.kind === other?.kind && one.number === other.number;
}

/** How many requests came when somebody else had changed the spreadsheet since the last one of the same program. */
export function amidChanges(steps: readonly Step[]): number {
  let [count, changes] = [0, 0];
  const known = new Map<number, number>();
  for (const step of steps) {
    const before = changes;
    if (step.kind === "act" || writerIn(step) !== undefined) changes += 1;
    if (step.kind !== "request") continue;
    if ((known.get(step.program) ?? before) !== before) count += 1;
    known.set(step.program, changes);
  }
  return count;
}
