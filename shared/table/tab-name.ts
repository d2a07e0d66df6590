// What may be the name of a tab, in every spreadsheet program: the rules are Excel's, the narrowest of them.

const MOST_CHARACTERS = 31;

/**
 * Why no tab can have this name; `undefined` where one can.
 *
 * @example
 * tabNameFault("In/Out") //=> "holds one of [ ] : * ? / \\, a line break, or a ' at an end, which no spreadsheet takes in a name"
 */
export function tabNameFault(name: string): string | undefined {
  if (name === "" || name.length > MOST_CHARACTERS)
    return `has ${name.length} characters, 1 to ${MOST_CHARACTERS} are possible`;
  return /[[\]:*?/\\]|[^\u0020-\uffff]|^'|'$/.test(name)
    ? `holds one of [ ] : * ? / \\, a line break, or a ' at an end, which no spreadsheet takes in a name`
    : undefined;
}
