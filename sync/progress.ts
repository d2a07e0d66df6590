// What the command is at, on a terminal: one line that the answer takes the place of. The work does not pause to tell
// the time, so the line is there from the start of each step; a step too short to be read is gone before it is seen.

/** Shows the step, such as "Reading deals.xlsx"; nothing where errors do not go to a terminal. */
export function showProgress(step: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${step} …`);
}

/** Takes the line away again. */
export function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
}
