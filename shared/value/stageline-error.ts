// The one error of ours: thrown when the work cannot go on at all. What a person typed wrongly is never
// thrown: it is a Problem at its cell (table/problem.ts). Hosts catch it once, at their edge, and turn
// the code into an exit code or a sentence on the page; an error that is not ours is rethrown.

/** Why the work stopped; the host chooses what to do by the code, never by the sentence. */
export type StagelineErrorCode =
  | "usage" // the call itself is wrong: an unknown option, board, record or stage
  | "value" // a text that is not the value it should be
  | "definition" // the pipeline's definition does not hold together
  | "log" // the history cannot be read or was tampered with
  | "file" // a file is not what it should be: not a workbook, truncated, encrypted
  | "busy" // somebody else is writing the book
  | "mail" // no mail can go: the server is not there, or does not take any from us
  | "access" // the book may not be opened or changed by whoever comes: no login, not shared, switched off
  | "google" // Google cannot be reached, asks to come back later, or refuses what was asked
  | "unsure" // a change was sent and its answer was lost: it may be there or not
  | "guard"; // going on would do harm: rows torn apart, a fifth of all records gone

/** Not for a person's mistake in a cell: that is a `Problem`, and the rest of the board still works. */
export class StagelineError extends Error {
  override readonly name = "StagelineError";
  readonly code: StagelineErrorCode;

  constructor(code: StagelineErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
