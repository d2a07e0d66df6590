// How dropdowns, notes, colours and protections of ours are told from people's, which stay as they are. Google keeps no
// name on them, so ours say it in their text; a colour rule says it in its formula, with a part that counts for nothing
// and has no comma, which in half of the world's sheets is a semicolon.

import { type ConditionalFormatRule, type DataValidation, formulaOfRule } from "../spreadsheet-app.ts";

const NAME = "Stageline";
const NAMED_END = `(${NAME})`;
const COLOUR_END = `+N("${NAME}")`;

/** What a dropdown says of itself. */
export const DROPDOWN_HELP = `Pick one of the list ${NAMED_END}`;

/** What a protection says of itself. */
export const PROTECTION_NAME = NAME;

/** A help text at a header, as it is written. */
export function noteText(note: string): string {
  return `${note}\n${NAMED_END}`;
}

/** The formula that is true for cells which hold the text; `cell` is the address of the first of them. */
export function colourFormula(cell: string, text: string): string {
  return `=($${cell}="${text.replace(/"/g, '""')}")${COLOUR_END}`;
}

export function isOwnNote(note: string): boolean {
  return note.endsWith(NAMED_END);
}

export function isOwnDropdown(rule: DataValidation): boolean {
  return rule.getHelpText() === DROPDOWN_HELP;
}

export function isOwnColour(rule: ConditionalFormatRule): boolean {
  return formulaOfRule(rule)?.endsWith(COLOUR_END) === true;
}
