// A way leads from one step to another: because it is done, because of an answer, or because nobody answered in time.
// The ways of all steps together are the graph that stages are cut from.

import { nameKey } from "../../table/cell.ts";
import type { Step, StepProblem } from "./step.ts";

/** One way from a step to another. */
export interface Way {
  readonly from: Step;
  readonly to: Step;
  /** "after": as soon as it is done; "silence": when nobody answered in time. */
  readonly by: "after" | "answer" | "silence";
  readonly answer?: string;
}

/** The steps and all that leads from one to another. */
export interface Ways {
  /** In the order of the table; the end "Cancelled" behind them, where one is needed. */
  readonly steps: readonly Step[];
  readonly start?: Step;
  readonly ways: readonly Way[];
  readonly consequences: ReadonlyMap<Step, readonly Consequence[]>;
  readonly problems: readonly StepProblem[];
}

/** What happens when nobody answered in time. */
export type Consequence =
  | { readonly kind: "move"; readonly to: Step }
  | { readonly kind: "cancel" }
  | { readonly kind: "remind"; readonly role: string }
  | { readonly kind: "void" };

/**
 * The ways out of a step, the one that its first answer takes first and those of silence last.
 *
 * @example
 * waysFrom({ steps: [], ways: [], consequences: new Map(), problems: [] }, { answers: [] }) //=> []
 */
export function waysFrom({ ways }: Ways, step: Pick<Step, "answers">): readonly Way[] {
  const rank = ({ by, answer }: Way) => {
    if (by === "silence") return step.answers.length + 1;
    const place = step.answers.findIndex(({ name }) => nameKey(name) === nameKey(answer ?? ""));
    return place < 0 ? step.answers.length : place;
  };
  return ways.filter(({ from }) => from === step).sort((left, right) => rank(left) - rank(right));
}
