// What first aid finds, one step after the other: that something is well, or what is missing and what to do about it. A
// step that cannot be taken ends the walk, as the ones behind it stand on it.

import { StagelineError } from "../../shared/value/stageline-error.ts";

export interface Finding {
  /** What was looked at. */
  readonly step: string;
  /** "note": worth knowing, and nothing is missing. */
  readonly state: "ok" | "missing" | "note";
  readonly found: string;
  /** What to do. */
  readonly todo?: string;
}

export interface Walk {
  readonly findings: readonly Finding[];
  /** Whether the next steps can be taken. */
  readonly goesOn: boolean;
}

/**
 * What a step gives, or why it cannot be taken, in its own words.
 *
 * A sentence of ours says what is wrong and, behind a semicolon or a colon, what would be right.
 */
export async function tried<Result>(
  step: string,
  work: () => Result | Promise<Result>,
): Promise<{ readonly result: Result } | { readonly finding: Finding }> {
  try {
    return { result: await work() };
  } catch (error) {
    if (!(error instanceof StagelineError)) throw error;
    return { finding: { step, state: "missing", ...partsOf(error.message) } };
  }
}

function partsOf(message: string): Pick<Finding, "found" | "todo"> {
  const [, found, todo] = /^(.*?); (.*)$/s.exec(message) ?? [];
  return found === undefined || todo === undefined ? { found: message } : { found, todo };
}
