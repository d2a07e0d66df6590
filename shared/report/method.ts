// How the numbers are made, told to the owner who asks. It is the one place of a report that explains method.

/**
 * Sentences on method, one for each kind of figure.
 *
 * @example
 * methodSentences("deal").length //=> 12
 */
export function methodSentences(nouns: string): readonly string[] {
  return [
    "Everything is counted from the history of moves, not from where a row stands today",
    `Reached: the ${nouns} that entered a stage or one after it; a stage that was skipped counts as passed`,
    "So far: the share that went on to the next stage up to now; those still open may yet do so, so it tends to rise",
    "In the long run: what the share comes to once the open ones are settled, judged by how earlier ones went on; " +
      "the open ones are neither counted as failures nor left out",
    "Within a number of days: only those that had that many days are counted, so that young and old are compared fairly; " +
      "the others are too young to count",
    "A range such as 14–37 %: with this many seen, the true share lies in it 19 times out of 20",
    "Usually takes: half have left the stage by then; those that are still in it are counted as unfinished, " +
      "which a plain average of the finished would forget",
    "Stuck: longer in a stage than its limit, in working days; or untouched: nobody was in touch for longer than the " +
      "limit, or where there is none for longer than four of five stay, and no next step is planned",
    `What the open ${nouns} should bring: each counts with the chance of its stage, which is what was believed, taken ` +
      `for ten ${nouns}, together with how all that came through it have ended`,
    "Owners, next steps and amounts are those that the rows hold now",
    "Of closed: won ÷ (won + lost)",
    'Where fewer than five stand behind a share, only "k of n" is told: a percentage would say more than is known',
  ];
}
