// Slips of the keyboard in a column of names that repeat: a text that stands once, one letter away from one that stands
// often. It is no name of its own, and its cell is told to the person who can mend it.

/** A name that a slip is measured against stands so often. */
const OFTEN = 3;
const LEAST_LETTERS = 4;

/**
 * Whether the text is one of the others with a letter too many, missing, wrong or in the wrong place.
 *
 * @example
 * isSlip("Wonn", new Map([["Won", 5], ["Wonn", 1]])) //=> true
 * isSlip("Step 2", new Map([["Step 1", 5], ["Step 2", 1]])) //=> false
 */
export function isSlip(text: string, counts: ReadonlyMap<string, number>): boolean {
  if (counts.get(text) !== 1 || text.length < LEAST_LETTERS) return false;
  return [...counts].some(
    ([other, count]) => count >= OFTEN && isOneLetterApart(text.toLowerCase(), other.toLowerCase()),
  );
}

function isOneLetterApart(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (left === right || long.length - short.length > 1) return false;
  const start = sharedLetters(short, long);
  const rest = [short.slice(start), long.slice(start)] as const;
  // Digits tell stages apart: "Step 1" and "Step 2" are two.
  if (/\d/.test(rest[0].charAt(0) + rest[1].charAt(0))) return false;
  if (long.length > short.length) return rest[0] === rest[1].slice(1);
  const isExchanged = rest[0].charAt(0) + rest[0].charAt(1) === rest[1].charAt(1) + rest[1].charAt(0);
  return rest[0].slice(1) === rest[1].slice(1) || (isExchanged && rest[0].slice(2) === rest[1].slice(2));
}

function sharedLetters(left: string, right: string): number {
  let count = 0;
  while (count < left.length && left.charAt(count) === right.charAt(count)) count += 1;
  return count;
}
