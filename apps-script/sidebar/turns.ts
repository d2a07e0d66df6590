// Calls take turns: Google runs at most ten of a page at once and refuses more, and they all wait for the same
// spreadsheet anyway. So a few run, and the rest wait in the order in which they came.

/** Runs what it is given, but never more than `most` at once. */
export type Turns = <Answer>(work: () => Promise<Answer>) => Promise<Answer>;

/** A queue of its own. */
export function turnsOf(most: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  const next = () => {
    if (running >= most) return;
    const start = waiting.shift();
    if (start === undefined) return;
    running += 1;
    start();
  };
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        void work()
          .then(resolve, reject)
          .finally(() => {
            running -= 1;
            next();
          });
      });
      next();
    });
}
