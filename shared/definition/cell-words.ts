// Words in a cell that name things and join them: a name that holds one of the joining words stands in double
// quotes, a quotation mark inside it is doubled. Needs and rules are both written in this way.

/** Words and marks that join or qualify names; a name that holds one is written in quotes. */
const JOINING =
  /["\r\n;]|^\s|\s$|(?:^|\s)(?:or|is|to|at\s+least|within|logged|changes|after|before|entering|in)(?:\s|$)/i;

/**
 * A name as it stands in a cell; `besides` tells what else would be misunderstood there.
 *
 * @example
 * quotedName("Hotel or motel") //=> '"Hotel or motel"'
 */
export function quotedName(name: string, besides?: RegExp): string {
  const wantsQuotes = name === "" || JOINING.test(name) || besides?.test(name) === true;
  return wantsQuotes ? `"${name.replace(/"/g, '""')}"` : name;
}

/**
 * The name that stands in a cell, with or without quotes.
 *
 * @example
 * unquotedName(' "Hotel or motel" ') //=> "Hotel or motel"
 */
export function unquotedName(text: string): string {
  const trimmed = text.trim();
  const isQuoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
  return isQuoted ? trimmed.slice(1, -1).replace(/""/g, '"') : trimmed;
}

const QUOTED = /"(?:[^"]|"")*"/y;

/**
 * The parts of a text between separators that stand outside quotes; `separator` must begin with `^`.
 *
 * A quotation mark opens only where a word begins, and only if it is closed again: `5" screen` holds none.
 *
 * @example
 * splitOutsideQuotes('a; "b; c"', /^;/) //=> ["a", '"b; c"']
 */
export function splitOutsideQuotes(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const match = separator.exec(text.slice(index, index + 8));
    if (match !== null) {
      parts.push(text.slice(start, index).trim());
      index += match[0].length - 1;
      start = index + 1;
    } else if (text.charAt(index) === '"' && /^$|[\s;]/.test(text.charAt(index - 1))) {
      QUOTED.lastIndex = index;
      index += Math.max((QUOTED.exec(text)?.[0].length ?? 0) - 1, 0);
    }
  }
  return [...parts, text.slice(start).trim()];
}
