// The time by which quotas are counted and slow answers wait. Tests hand in their own.

export interface ApiClock {
  readonly nowMs: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export const machineClock: ApiClock = {
  nowMs: () => Date.now(),
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};
