// What a spreadsheet's locale says of numbers and days: which mark stands before the decimals, in which order a day is
// written, and how a day looks. Taken from the locale data of the runtime, as Google takes it from its own.

export interface LocaleMarks {
  /** "en-US". */
  readonly tag: string;
  readonly decimal: "." | ",";
  readonly dayOrder: "day first" | "month first" | "year first";
  /** What stands between the parts of a day: "/", "." or "-". */
  readonly dayMark: string;
  /** A number format such as "M/d/yyyy". */
  readonly dayFormat: string;
}

/** The marks of a locale as Google writes it, "de_DE"; those of en_US where the runtime knows no such locale. */
export function localeMarks(locale: string): LocaleMarks {
  const known = marks.get(locale);
  if (known !== undefined) return known;
  const made = marksOf(locale.replace(/_/g, "-"));
  marks.set(locale, made);
  return made;
}

const marks = new Map<string, LocaleMarks>();
const NINTH_OF_MAY = new Date(Date.UTC(2026, 4, 9));

function marksOf(wanted: string): LocaleMarks {
  const [tag = "en-US"] = supported(wanted);
  const decimal = new Intl.NumberFormat(tag).formatToParts(1.5).find(({ type }) => type === "decimal")?.value;
  const parts = new Intl.DateTimeFormat(tag, { timeZone: "UTC" }).formatToParts(NINTH_OF_MAY);
  const order = parts.map(({ type }) => type).filter((type) => ["day", "month", "year"].includes(type));
  const literal = parts.find(({ type }) => type === "literal")?.value.trim() ?? "/";
  return {
    tag,
    decimal: decimal === "," ? "," : ".",
    dayOrder: order[0] === "year" ? "year first" : order[0] === "day" ? "day first" : "month first",
    dayMark: literal.charAt(0) === "" ? "/" : literal.charAt(0),
    dayFormat: parts.map(({ type, value }) => formatPart(type, value)).join(""),
  };
}

function supported(tag: string): readonly string[] {
  try {
    return Intl.NumberFormat.supportedLocalesOf([tag]);
  } catch (cause) {
    // A locale that nobody could have chosen in a spreadsheet's settings.
    if (cause instanceof RangeError) return [];
    throw cause;
  }
}

function formatPart(type: string, value: string): string {
  if (type === "year") return "yyyy";
  if (type === "month") return value.length > 1 ? "MM" : "M";
  if (type === "day") return value.length > 1 ? "dd" : "d";
  return value;
}
