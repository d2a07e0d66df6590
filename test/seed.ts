// The seed of every property: the same in each run of the tests, so that one commit passes or fails alike wherever it
// is checked. `npm run fuzz` gives others, to look where nobody looked yet; what it finds becomes a test of its own.

import fc from "fast-check";

const DEFAULT_SEED = 20_261_122;

fc.configureGlobal({ seed: Number(process.env["STAGELINE_SEED"] ?? DEFAULT_SEED) });
