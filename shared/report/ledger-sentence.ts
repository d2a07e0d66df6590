// Where the entries to a stage went, in words. Everything that came in must be somewhere; where it is not, the
// history is damaged and the sentence says so instead of hiding the difference in a total.

import type { Ledger } from "../metrics/ledgers.ts";
import { nameWords } from "./name-words.ts";
import { countWords, numberWords } from "./number-words.ts";

const WAYS_OUT: readonly (readonly [way: Exclude<keyof Ledger, "stage" | "entries">, words: string])[] = [
  ["advanced", "moved on"],
  ["branched", "went aside"],
  ["parked", "parked"],
  ["movedBack", "moved back"],
  ["lost", "lost"],
  ["avoided", "given up"],
  ["handedOn", "handed on"],
  ["removed", "removed"],
  ["here", "still here"],
];

/**
 * Whether every entry to a stage is accounted for.
 *
 * @example
 * isBalanced({ entries: 3, advanced: 1, branched: 0, parked: 0, movedBack: 0, lost: 1, avoided: 0, handedOn: 0,
 *   removed: 0, here: 1 }) //=> true
 */
export function isBalanced(line: Ledger): boolean {
  return line.entries === accountedFor(line);
}

/**
 * Where the entries to a stage went; says so where they do not add up.
 *
 * @example
 * ledgerSentence({ stage: "Offer", entries: 3, advanced: 1, branched: 0, parked: 0, movedBack: 0, lost: 1,
 *   avoided: 0, handedOn: 0, removed: 0, here: 1 }) //=> "Offer: entered 3 times: 1 moved on, 1 lost, 1 still here"
 */
export function ledgerSentence(line: Ledger): string {
  const ways = WAYS_OUT.filter(([way]) => line[way] !== 0).map(
    ([way, words]) => `${numberWords(line[way])} ${words}`,
  );
  const went = ways.length === 0 ? "" : `: ${ways.join(", ")}`;
  const entered = `${nameWords(line.stage)}: entered ${countWords(line.entries, "time")}${went}`;
  if (isBalanced(line)) return entered;
  return `${entered}; this does not add up, the history accounts for ${numberWords(accountedFor(line))}`;
}

function accountedFor(line: Ledger): number {
  return WAYS_OUT.reduce((sum, [way]) => sum + line[way], 0);
}
