// How many runs, and from which seed on: a hundred in the tests, as many as are asked for by `npm run soak`; and of those
// with processes of their own, which take longer, five in the tests and a tenth of what is asked for.

const ROUNDS = process.env["STAGELINE_ROUNDS"];
const USUAL_ROUNDS = 100;
const USUAL_PROCESS_ROUNDS = 5;
const FIRST_SEED = Number(process.env["STAGELINE_SEED"] ?? 1);

/** The seeds of one of several test files that share the rounds. */
export function seedsOf(file: number, files: number): readonly number[] {
  return seeds(Number(ROUNDS ?? USUAL_ROUNDS)).filter((seed) => (seed - FIRST_SEED) % files === file);
}

/** The seeds of rounds with processes of their own. */
export function processSeeds(): readonly number[] {
  return seeds(ROUNDS === undefined ? USUAL_PROCESS_ROUNDS : Math.ceil(Number(ROUNDS) / 10));
}

function seeds(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => FIRST_SEED + index);
}
