// Names that are nearly alike: one slip of the fingers apart. A digit is no slip: "Call 1" and "Call 2" are two names.

import { nameKey } from "../../table/cell.ts";

/** Shorter names are too often other words. */
const FEWEST_LETTERS = 4;

/**
 * Whether one slip lies between the names: a letter more, less, other, or two that changed places.
 *
 * @example
 * isNearName("Acounts", "Accounts") //=> true
 * isNearName("Call 1", "Call 2") //=> false
 */
export function isNearName(left: string, right: string): boolean {
  const [one, other] = [[...nameKey(left)], [...nameKey(right)]];
  if (one.length > other.length) return isNearName(right, left);
  if (one.length < FEWEST_LETTERS || other.length - one.length > 1) return false;
  const start = one.findIndex((letter, index) => letter !== other[index]);
  const from = start < 0 ? one.length : start;
  const [restOne, restOther] = [one.slice(from), other.slice(from)];
  if (restOther.length === 0) return false;
  const isLonger = restOther.length > restOne.length;
  if (isLonger) return !isDigit(restOther[0]) && same(restOne, restOther.slice(1));
  const isOther = same(restOne.slice(1), restOther.slice(1));
  if (isOther) return !isDigit(restOne[0]) && !isDigit(restOther[0]);
  const isSwapped = restOne[0] === restOther[1] && restOne[1] === restOther[0];
  return (
    isSwapped && !isDigit(restOne[0]) && !isDigit(restOne[1]) && same(restOne.slice(2), restOther.slice(2))
  );
}

/**
 * The one name of a list that is a slip away; `undefined` where none is, or several are.
 *
 * @example
 * nearNameIn(["Accounts", "Store"], "Acounts") //=> "Accounts"
 */
export function nearNameIn(names: readonly string[], name: string): string | undefined {
  const near = new Map(names.filter((each) => isNearName(each, name)).map((each) => [nameKey(each), each]));
  const [first] = near.values();
  return near.size === 1 ? first : undefined;
}

function isDigit(letter: string | undefined): boolean {
  return letter !== undefined && /\p{N}/u.test(letter);
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((letter, index) => letter === right[index]);
}
