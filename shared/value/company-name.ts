// A company's name in the one spelling by which two rows are suspected to mean the same company. It only ever
// leads to a question for a person: "Acme Ltd" and "ACME GmbH" may be sisters or strangers.

const LEGAL_FORMS = new Set(
  (
    "ab ag aps as asa bhd bv bvba co company corp corporation cv doo ead eg ek eood eurl ev gbr gesmbh ggmbh gmbh " +
    "inc incorporated jsc kb kft kg kgaa kk ks ky lda limited llc llp lp ltd ltda mbh nv nyrt oao ohg oo ood ooo ou " +
    "oy oyj pao pbc plc private pt pte pty pvt rt sa sab sarl sas sasu sc scrl sdn se sia sl slu snc sp srl sro stg " +
    "tbk uab ug vof zao zoo zrt ао ооо оао зао пао тоо"
  ).split(" "),
);
// "Sohn GmbH & Co. KG", "Novak sp. z o.o.": words between two forms.
const LINKS = new Set(["and", "und", "et", "en", "y", "z"]);
const LEADING_WORDS = new Set([
  "the",
  "pt",
  "ooo",
  "oao",
  "zao",
  "pao",
  "ао",
  "ооо",
  "оао",
  "зао",
  "пао",
  "тоо",
]);
const EASTERN_FORMS =
  /株式会社|有限会社|合同会社|合資会社|股份有限公司|有限责任公司|有限公司|주식회사|유한회사/g;
const NOT_A_NAME = new Set([
  "na",
  "n a",
  "none",
  "no",
  "unknown",
  "null",
  "undefined",
  "tbd",
  "tbc",
  "private",
]);
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  þ: "th",
};

/**
 * The name in lower case, without accents, punctuation and legal form; `undefined` where nothing is left that
 * names a company ("n/a", "-").
 *
 * @example
 * normalisedCompany("Müller & Söhne GmbH & Co. KG") //=> "muller and sohne"
 * normalisedCompany("n/a") //=> undefined
 */
export function normalisedCompany(text: string): string | undefined {
  const words = plainLetters(text)
    .replace(EASTERN_FORMS, " ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const name = withoutLegalForm(words).join(" ");
  return name === "" || NOT_A_NAME.has(name) ? undefined : name;
}

// "S.p.A." is a legal form and "Spa" a place to bathe; only the dots and the capitals tell them apart.
function plainLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/\bS\.?p\.?A\b\.?/g, " ")
    .toLowerCase()
    .replace(/[ßæœøłđıþ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/&/g, " and ")
    .replace(/\ba\/s\b/g, "as")
    .replace(/(?<=\p{L})\.(?=\p{L}(?:\.|\s|$))/gu, "")
    .replace(/['\u2018\u2019]/g, "");
}

// One word is always left: a company may be called "Limited".
function withoutLegalForm(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && isDroppedAtEnd(words[end - 1] ?? "", end < words.length)) end--;
  let start = 0;
  while (start < end - 1 && LEADING_WORDS.has(words[start] ?? "")) start++;
  return words.slice(start, end);
}

function isDroppedAtEnd(word: string, beforeForm: boolean): boolean {
  return LEGAL_FORMS.has(word) || (beforeForm && LINKS.has(word));
}
