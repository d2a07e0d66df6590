// What people call their records, a noun of their own, in an English sentence: its plural and its article.

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

/**
 * A count with its noun.
 *
 * @example
 * countOf(2, "company") //=> "2 companies"
 */
export function countOf(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : pluralOf(noun)}`;
}

/**
 * One of them, with its article, by the letter that it begins with.
 *
 * @example
 * oneOf("order") //=> "an order"
 */
export function oneOf(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}
