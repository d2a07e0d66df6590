// How dropdowns, notes, colours and protections of ours are told from people's, which stay as they are. Google keeps no
// name on them, so ours say it in their text; a colour rule says it in its formula, with a part that counts for nothing
// and has no comma, which in half of the world's sheets is a semicolon.

const NAME = "Stageline";
const NAMED_END = `(${NAME})`;
const COLOUR_END = `+N("${NAME}")`;

/** What a dropdown says of itself. */
export const DROPDOWN_HELP = `Pick one of the list ${NAMED_END}`;

/** What a protection says of itself. */
export const PROTECTION_NAME = NAME;

/**
 * A help text at a header, as it is written.
 *
 * @example
 * noteText("Pick a stage") //=> "Pick a stage\n(Stageline)"
 */
export function noteText(note: string): string {
  return `${note}\n${NAMED_END}`;
}

/**
 * The formula that is true for cells which hold the text; `cell` is the address of the first of them.
 *
 * @example
 * colourFormula("B2", "Won") //=> '=($B2="Won")+N("Stageline")'
 */
export function colourFormula(cell: string, text: string): string {
  return `=($${cell}="${text.replace(/"/g, '""')}")${COLOUR_END}`;
}

/**
 * The formula that is true in rows of examples, by the text of their hidden ID; `cell` is the address of the first. What
 * begins with that word stands between it and the next letter.
 *
 * @example
 * exampleFormula("T2") //=> '=($T2>="example")*($T2<"f")+N("Stageline")'
 */
export function exampleFormula(cell: string): string {
  return `=($${cell}>="example")*($${cell}<"f")${COLOUR_END}`;
}

/**
 * @example
 * isOwnNote(noteText("Pick a stage")) //=> true
 */
export function isOwnNote(note: string): boolean {
  return note.endsWith(NAMED_END);
}

/**
 * Whether the formula of a colour rule is one of ours.
 *
 * @example
 * isOwnColour(colourFormula("B2", "Won")) //=> true
 * isOwnColour("=$B2>9") //=> false
 */
export function isOwnColour(formula: string | undefined): boolean {
  return formula?.endsWith(COLOUR_END) === true;
}
