// In how many parts an amount is asked for, and whether the first of them is asked for at once. People say it in the
// words of a cell; what names no parts is one invoice for all of it.

/** Shares to each other, and whether the first part is due now or waits for a later step. */
export interface PaymentSchedule {
  readonly shares: readonly number[];
  readonly startsNow: boolean;
}

/** More parts than a year has months is a slip of the keyboard. */
const MOST_PARTS = 12;

/**
 * The parts that a schedule names: "50/50" and "30/70" by their shares, "3 parts" (or instalments) equal ones, "40%
 * advance" that and the rest; anything that begins with "after" is one part that is asked for later, all else is one
 * part now.
 *
 * @example
 * scheduleFromText("30/70") //=> { shares: [30, 70], startsNow: true }
 * scheduleFromText("After delivery") //=> { shares: [1], startsNow: false }
 */
export function scheduleFromText(text: string): PaymentSchedule {
  const said = text.trim();
  const shares = sharesIn(said);
  return { shares: shares ?? [1], startsNow: shares !== undefined || !/^after\b/i.test(said) };
}

function sharesIn(said: string): readonly number[] | undefined {
  const slashed = /(?:^|\s)(\d{1,3}(?:\s*[/:]\s*\d{1,3})+)(?:\s|$|%)/.exec(said.replace(/%/g, ""));
  if (slashed) return soundShares((slashed[1] ?? "").split(/[/:]/).map(Number));
  const parts = /^(\d{1,2})\s+(?:equal\s+)?(?:parts|instal+ments|payments)\b/i.exec(said);
  if (parts) return soundShares(Array.from({ length: Math.min(Number(parts[1]), MOST_PARTS + 1) }, () => 1));
  const advance = /^(\d{1,2})\s*%\s*(?:in\s+)?advance\b/i.exec(said);
  if (advance) return soundShares([Number(advance[1]), 100 - Number(advance[1])]);
  return undefined;
}

// A share of nothing is no part.
function soundShares(shares: readonly number[]): readonly number[] | undefined {
  const asked = shares.filter((share) => share > 0);
  return asked.length === 0 || asked.length > MOST_PARTS ? undefined : asked;
}
