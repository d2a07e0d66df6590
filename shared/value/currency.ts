// The currencies of ISO 4217 and their exponents: how many decimals the minor unit stands for. Most have two;
// the others are listed, and nobody may assume 100 cents (JPY has none, KWD has 1000 fils). Codes withdrawn
// since 2021 are kept, because older invoices are written in them; metals and test codes are no money.

import { StagelineError } from "./stageline-error.ts";

/** The codes of all currencies, those of today first. */
export const currencyCodes: readonly string[] = (
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF " +
  "CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP " +
  "GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT " +
  "LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR " +
  "NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN " +
  "SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF " +
  "XCD XCG XOF XPF YER ZAR ZMW ZWG " +
  "ANG BGN CUC HRK SLL ZWL"
).split(" ");

const CODES = new Set(currencyCodes);

const EXPONENTS: Readonly<Record<string, number>> = {
  ...exponentOf(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...exponentOf(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...exponentOf(4, "CLF UYW"),
};

/**
 * Whether the text is the code of a currency, in capitals.
 *
 * Source: ISO 4217, list one.
 *
 * @example
 * isCurrency("EUR") //=> true
 * isCurrency("ABC") //=> false
 */
export function isCurrency(code: string): boolean {
  return CODES.has(code);
}

/**
 * The number of decimals of a currency's minor unit.
 *
 * @throws {StagelineError} `value`, when there is no such currency
 * @example
 * currencyExponent("JPY") //=> 0
 */
export function currencyExponent(currency: string): number {
  if (!CODES.has(currency))
    throw new StagelineError("value", `"${currency}" is not a currency code like EUR`);
  return EXPONENTS[currency] ?? 2;
}

function exponentOf(exponent: number, codes: string): Readonly<Record<string, number>> {
  return Object.fromEntries(codes.split(" ").map((code) => [code, exponent]));
}
