// A few calls at once, in the order in which they came.

import fc from "fast-check";
import { expect, test } from "vitest";
import { turnsOf } from "../../../apps-script/sidebar/turns.ts";

test("never more than the limit run at once, all are run, and they start in the order in which they came", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 20 }),
      async (most, works) => {
        const inTurns = turnsOf(most);
        const started: number[] = [];
        const seen = { running: 0, most: 0 };
        const work = (index: number, steps: number) => async () => {
          started.push(index);
          seen.running += 1;
          seen.most = Math.max(seen.most, seen.running);
          for (let step = 0; step < steps; step += 1) await Promise.resolve();
          seen.running -= 1;
          return index;
        };
        const answers = await Promise.all(works.map((steps, index) => inTurns(work(index, steps))));
        expect(answers).toEqual(works.map((_, index) => index));
        expect(started).toEqual(answers);
        expect(seen.most).toBe(Math.min(most, works.length));
      },
    ),
  );
});

test("a call that fails lets the next one start", async () => {
  const inTurns = turnsOf(1);
  const failed = inTurns(() => Promise.reject(new Error("no")));
  const next = inTurns(() => Promise.resolve("told"));
  await expect(failed).rejects.toThrow("no");
  await expect(next).resolves.toBe("told");
});
