// How many runs, and from which seed on: a hundred in the tests, as many as are asked for by `npm run soak`.

const ROUNDS = Number(process.env["STAGELINE_ROUNDS"] ?? 100);
const FIRST_SEED = Number(process.env["STAGELINE_SEED"] ?? 1);

/** The seeds of one of several test files that share the rounds. */
export function seedsOf(file: number, files: number): readonly number[] {
  return Array.from({ length: ROUNDS }, (_, index) => FIRST_SEED + index).filter(
    (seed) => (seed - FIRST_SEED) % files === file,
  );
}
