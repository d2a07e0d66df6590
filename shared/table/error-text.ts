// Errors of formulas where a host hands over texts: the text that is shown, which nothing else tells from a text that
// somebody typed.

import type { Cell } from "./cell.ts";

const ERROR_TEXT = /^(?:#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|ERROR!)|Loading\.\.\.)$/;

/**
 * The cell that shows the text.
 *
 * @example
 * errorOrText("#REF!") //=> { error: "#REF!" }
 * errorOrText("Won") //=> "Won"
 */
export function errorOrText(text: string): Cell {
  const [first] = text;
  return (first === "#" || first === "L") && ERROR_TEXT.test(text) ? { error: text } : text;
}
