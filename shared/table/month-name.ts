// Months by name, as exports and people of western Europe write them: in full, or cut to three letters or more.

const MONTH_NAMES: readonly string[] = [
  "january januar janner januari janvier enero gennaio janeiro ene gen",
  "february februar februari fevrier febrero febbraio fevereiro feb fev",
  "march marz maart mars marzo marco mrt maerz",
  "april avril abril aprile apr avr abr",
  "may mai mei mayo maggio maio mag",
  "june juni juin junio giugno junho giu",
  "july juli juillet julio luglio julho lug",
  "august augustus aout agosto aug ago",
  "september septembre septiembre settembre setembro sept set",
  "october oktober octobre octubre ottobre outubro okt ott out",
  "november novembre noviembre novembro nov",
  "december dezember decembre diciembre dicembre dezembro dez dic",
];

/**
 * The number of the month (1 to 12) that a word names; `undefined` where it names none, or more than one ("ju").
 *
 * @example
 * monthFromName("Nov.") //=> 11
 * monthFromName("März") //=> 3
 */
export function monthFromName(word: string): number | undefined {
  const plain = word
    .normalize("NFKD")
    .replace(/[\u0300-\u036f.]/g, "")
    .toLowerCase();
  if (plain.length < 3) return undefined;
  const found = MONTH_NAMES.map((names, index) =>
    names.split(" ").some((name) => name.startsWith(plain)) ? index + 1 : 0,
  );
  const months = found.filter((month) => month > 0);
  return months.length === 1 ? months[0] : undefined;
}
