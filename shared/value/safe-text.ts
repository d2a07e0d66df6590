// Text that people typed, made harmless for where it goes. A CSV file carries no types: a spreadsheet that
// opens it runs every text that begins like a formula, so such a text gets an apostrophe in front. A mail header
// ends at a line break, so a subject is one line. Text that stays in a cell of a book needs neither.

// The list of OWASP, "CSV Injection", with the full-width forms that some spreadsheets take for the plain ones.
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
// A sign and digits compute nothing: "-12.5", "+31 6 12345678", "-1e-7", "+5 %".
const SIGNED_DIGITS = /^[+-]\d+(?:[ .,]\d+)*(?:[eE][+-]?\d+)?(?: ?%)?$/;

/**
 * The text for a cell of a CSV file: with an apostrophe in front where a spreadsheet would read a formula.
 * Numbers and telephone numbers with a sign stay as they are. Quoting is the CSV writer's work.
 *
 * Source: OWASP, "CSV Injection".
 *
 * @example
 * safeForCsv("=1+1") //=> "'=1+1"
 * safeForCsv("-12.5") //=> "-12.5"
 */
export function safeForCsv(text: string): string {
  return FORMULA_START.test(text) && !SIGNED_DIGITS.test(text) ? `'${text}` : text;
}

/**
 * The text as one line without control characters, for subjects, names of files and lines of a terminal: a run
 * of them becomes one space.
 *
 * @example
 * oneLine("Hello\r\nBcc: everybody@example.org") //=> "Hello Bcc: everybody@example.org"
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
