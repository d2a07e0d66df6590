// Time and chance for whoever talks to Google: how long to wait, until when to try, and how much to scatter. Nothing
// else in this folder reads a clock or draws, so that a test can let a minute of waiting pass in no time.

export interface Clock {
  nowMs(): number;
  wait(ms: number): Promise<void>;
  /** At least 0, less than 1. */
  random(): number;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: () => Math.random(),
};
