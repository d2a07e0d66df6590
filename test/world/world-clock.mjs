// Loaded before the built command in a world: its clock is the world's, its waits end when the world says so, and what it
// draws comes from a seed, so that a world with real processes in it can be had again, too. All else of the process is
// as it always is.

import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createRequire, syncBuiltinESMExports } from "node:module";

const { WORLD_CLOCK: clockFile, WORLD_WAIT: waitUrl, WORLD_SEED: seed } = process.env;

// Nothing else in the world moves while this process does: so the file says the time until it next stands.
const now = () => Number(readFileSync(clockFile, "utf8"));
const SystemDate = Date;
globalThis.Date = class extends SystemDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [now()] : parts));
  }
  static now() {
    return now();
  }
};

let state = Number(seed) >>> 0;
const random = () => {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};
Math.random = random;

const builtIn = createRequire(import.meta.url);
builtIn("node:crypto").randomBytes = (count) =>
  Buffer.from(Array.from({ length: count }, () => Math.floor(random() * 256)));

const wait = (milliseconds) =>
  new Promise((resolve, reject) => {
    const asked = request(`${waitUrl}?ms=${milliseconds}`, (answer) => answer.resume().on("end", resolve));
    asked.on("error", reject).end();
  });
globalThis.setTimeout = (work, milliseconds, ...given) => {
  wait(milliseconds).then(() => work(...given));
  return { ref() {}, unref() {} };
};
builtIn("node:timers/promises").setTimeout = (milliseconds, value) => wait(milliseconds).then(() => value);
syncBuiltinESMExports();
