// Yes and no as people and spreadsheets of western Europe write them, ticks and crosses of a list included.

const YES = new Set(
  "yes y true t 1 x on ok done ✓ ✔ ✅ ☑ ☒ ja j oui o si sí s sim wahr vrai waar verdadero vero verdadeiro да".split(
    " ",
  ),
);
const NO = new Set(
  "no n false f 0 off ✗ ✘ ❌ ☐ nein nee non não nao nej falsch faux onwaar falso нет".split(" "),
);

/**
 * What a word says; `undefined` where it says neither.
 *
 * @example
 * yesNoFromText("Ja") //=> true
 * yesNoFromText("maybe") //=> undefined
 */
export function yesNoFromText(text: string): boolean | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/(?:[.!]|\uFE0F)+$/, "");
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
