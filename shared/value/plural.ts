// The English plural of what people call their records: a noun of their own, which may be any word.

/**
 * A noun for several, by the plain rule; one that does not end in a Latin letter stays as it is.
 *
 * @example
 * pluralOf("company") //=> "companies"
 */
export function pluralOf(noun: string): string {
  if (!/[a-z]$/i.test(noun)) return noun;
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`;
}
