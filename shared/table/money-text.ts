// Amounts as people type them, with a currency's sign or code before or behind. A sign may stand for several
// currencies ("$", "kr"), so it never chooses one: it must agree with the currency of the column. Amounts are
// not converted, and an amount in another currency is a fault. A point before three digits is a fault too,
// where the currency has two decimals: it is either thousands or a typing error.

import { currencyExponent, isCurrency } from "../value/currency.ts";
import { formatMoney, type Money, moneyFromNumber } from "../value/money.ts";
import { type DecimalMark, type NumberReadings, numberParts, numberReadings } from "./number-text.ts";

/** An amount, or the fragment of a message that says why there is none. */
export type MoneyReading = { readonly value: Money } | { readonly fault: string };

/**
 * The amount that a text is. `shown` is how messages quote the text; without `currency`, the text names its own.
 *
 * @example
 * moneyFromText("€ 1.234,50", { shown: '"€ 1.234,50"', currency: "EUR" }).value //=> { amountMinor: 123450, currency: "EUR" }
 * moneyFromText("$ 5", { shown: '"$ 5"', currency: "EUR" }).fault //=> '"$ 5" is not in EUR, the currency of this column'
 */
export function moneyFromText(
  text: string,
  kind: {
    readonly shown: string;
    readonly currency?: string | undefined;
    readonly decimal?: DecimalMark | undefined;
  },
): MoneyReading {
  const parts = numberParts(text);
  const codes = parts && currenciesOf(parts.before, parts.behind);
  const readings = parts && numberReadings(parts);
  if (!codes || !readings || (readings.point ?? readings.comma) === undefined) {
    return { fault: `${kind.shown} is not an amount like 1234.50` };
  }
  const currency = kind.currency ?? (codes.length === 1 ? codes[0] : undefined);
  if (currency === undefined)
    return { fault: `${kind.shown} has no currency; an amount like 1234.50 EUR has` };
  if (codes.length > 0 && !codes.includes(currency)) {
    return { fault: `${kind.shown} is not in ${currency}, the currency of this column` };
  }
  const number = chosenReading(readings, currencyExponent(currency), kind.decimal);
  return number === undefined
    ? ambiguous(kind.shown, readings, currency)
    : moneyOf(number, currency, kind.shown);
}

/**
 * The amount of a number, or a fault where it is too large to be exact.
 *
 * @example
 * moneyOf(12.5, "EUR", "12.5") //=> { value: { amountMinor: 1250, currency: "EUR" } }
 */
export function moneyOf(number: number, currency: string, shown: string): MoneyReading {
  const largest = Number.MAX_SAFE_INTEGER / 10 ** currencyExponent(currency);
  if (Math.abs(number) >= largest - 1) return { fault: `${shown} is larger than an exact amount can be` };
  return { value: moneyFromNumber(number, currency) };
}

/**
 * Whether a text is a number with the sign or code of a currency.
 *
 * @example
 * namesCurrency("US$ 1,234.50") //=> true
 * namesCurrency("1,234.50") //=> false
 */
export function namesCurrency(text: string): boolean {
  const parts = numberParts(text);
  if (parts === undefined || parts.before + parts.behind === "") return false;
  const readings = numberReadings(parts);
  const codes = currenciesOf(parts.before, parts.behind) ?? [];
  return codes.length > 0 && (readings.point ?? readings.comma) !== undefined;
}

const DOLLARS = "USD AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD";
const PESOS = "ARS CLP COP CUP DOP MXN UYU";
const SIGNS = new Map(
  Object.entries({
    "€": "EUR",
    EURO: "EUR",
    EUROS: "EUR",
    $: `${DOLLARS} ${PESOS}`,
    US$: "USD",
    A$: "AUD",
    AU$: "AUD",
    C$: "CAD",
    CA$: "CAD",
    HK$: "HKD",
    MX$: "MXN",
    NZ$: "NZD",
    S$: "SGD",
    R$: "BRL",
    "£": "GBP EGP FKP GIP LBP SHP SSP SYP",
    "¥": "JPY CNY",
    "￥": "JPY CNY",
    元: "CNY TWD",
    円: "JPY",
    "₹": "INR",
    RS: "INR LKR MUR NPR PKR SCR",
    "₩": "KRW KPW",
    "₽": "RUB",
    "₺": "TRY",
    "₫": "VND",
    "₪": "ILS",
    "₱": "PHP",
    "₴": "UAH",
    "₦": "NGN",
    "₡": "CRC",
    "₸": "KZT",
    "₾": "GEL",
    "฿": "THB",
    ZŁ: "PLN",
    KČ: "CZK",
    FT: "HUF",
    LEI: "RON MDL",
    ЛВ: "BGN",
    KR: "SEK NOK DKK ISK",
    FR: "CHF",
    SFR: "CHF",
    R: "ZAR",
  }),
);

// Empty where neither side names one; undefined where a side is no currency, or the sides disagree.
function currenciesOf(before: string, behind: string): readonly string[] | undefined {
  const sides = [before, behind].filter((side) => side !== "").map(codesOf);
  const [first = [], second = first] = sides;
  const both = first.filter((code) => second.includes(code));
  return sides.length > 0 && both.length === 0 ? undefined : both;
}

function codesOf(mark: string): readonly string[] {
  const plain = mark.toUpperCase().replace(/\.$/, "");
  if (isCurrency(plain)) return [plain];
  return SIGNS.get(plain)?.split(" ") ?? [];
}

function chosenReading(
  readings: NumberReadings,
  exponent: number,
  decimal: DecimalMark | undefined,
): number | undefined {
  const { point, comma } = readings;
  if (point === undefined || comma === undefined || point === comma) return point ?? comma;
  // From here on the text has one mark before three digits; it is a point where reading it as one is smaller.
  const markIsPoint = Math.abs(point) < Math.abs(comma);
  if (exponent === 0) return markIsPoint ? comma : point;
  if (decimal !== undefined) return readings[decimal];
  return markIsPoint === exponent > 2 ? point : undefined;
}

function ambiguous(shown: string, readings: NumberReadings, currency: string): MoneyReading {
  const amounts = [readings.point, readings.comma].map((number) =>
    formatMoney(moneyFromNumber(number ?? 0, currency)),
  );
  return { fault: `${shown} may mean ${amounts.join(" or ")}; either of them would be right` };
}
