// An id for a form, drawn when the form opens: what is handed in twice with the same id (a double click, a click again
// after a failure) is done once.

/** 130 random bits in letters. */
export function newFormId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26));
  return `f${[...bytes].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join("")}`;
}

/** 32 of them, so that each byte gives every letter equally often. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
