// What the spreadsheet itself refuses: to a script as the exception that its call or flush throws, to a person as the
// message that stands on the screen. The wording is Google's where it is known; nothing may depend on it word by word.

/** Not for mistakes of this grid: those are plain errors and end the run. */
export class GridError extends Error {
  override readonly name = "GridError";
}
