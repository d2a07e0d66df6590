// E-mail addresses and telephone numbers in the one spelling by which they are compared. This is never the
// spelling that is shown or written to. What cannot be read gives `undefined`, so that two unreadable values
// are never taken for the same person.

const LOCAL_PART = /^[^\s@"(),:;<>[\]\\\p{Cc}]{1,64}$/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:xn--[a-z0-9-]+|\p{L}{2,63})$/u;
const LONGEST_ADDRESS = 254;

/**
 * The one e-mail address that the text is, in lower case; `undefined` where it is none, or several. Tags
 * (`ada+news@…`) are kept: only the receiving server knows what they mean.
 *
 * @example
 * normalisedEmail(" Ada.Lovelace@Example.org ") //=> "ada.lovelace@example.org"
 * normalisedEmail("a@example.org, b@example.org") //=> undefined
 */
export function normalisedEmail(text: string): string | undefined {
  const address = text.trim().toLowerCase();
  const at = address.lastIndexOf("@");
  const local = address.slice(0, Math.max(at, 0));
  if (address.length > LONGEST_ADDRESS || !LOCAL_PART.test(local) || !DOMAIN.test(address.slice(at + 1))) {
    return undefined;
  }
  return local.startsWith(".") || local.endsWith(".") || local.includes("..") ? undefined : address;
}

/**
 * The domain of an e-mail address, in lower case.
 *
 * @example
 * mailDomain("Ada@Example.org") //=> "example.org"
 */
export function mailDomain(email: string): string | undefined {
  const address = normalisedEmail(email);
  return address?.slice(address.lastIndexOf("@") + 1);
}

const EXTENSION =
  /[\s,;]*(?:\b(?:ext(?:ension|n)?|x|tst|toestel|dw|durchwahl|poste|int)\b\.?|(?<=\d)x|#)\s*:?\s*\d{1,6}$/i;
const FEWEST_DIGITS = 6;
const LONGEST_PHONE_TEXT = 60;
// ITU-T E.164.
const MOST_DIGITS = 15;

/**
 * The digits of a telephone number, with a plus where it names its country ("00" in front counts as one); the
 * extension and the "(0)" of "+44 (0)20" are dropped. `undefined` where it has letters, or a number of digits
 * that no number has.
 *
 * @example
 * normalisedPhone("0031 (0)6 1234-5678 ext. 9") //=> "+31612345678"
 * normalisedPhone("call me") //=> undefined
 */
export function normalisedPhone(text: string): string | undefined {
  if (text.length > LONGEST_PHONE_TEXT) return undefined;
  const plain = text.normalize("NFKC").trim().replace(/^tel:/i, "").replace(EXTENSION, "");
  if (!/^[\s(]*\+?[\d\s()./\u2010-\u2015-]+$/.test(plain)) return undefined;
  const international = /^\s*\(?(?:\+|00)/.test(plain);
  const shown = international ? plain.replace(/\(0\)/, "") : plain;
  const digits = shown.replace(/\D/g, "").replace(international ? /^00/ : /^$/, "");
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS || /^0+$/.test(digits)) return undefined;
  return international ? `+${digits}` : digits;
}
