import fc from "fast-check";
import { expect, test } from "vitest";
import { forecast } from "../../../shared/metrics/forecasts.ts";
import { type Money, money } from "../../../shared/value/money.ts";
import { paths } from "../../moves.ts";

const quarter = new Map([["lead", { alpha: 250, beta: 750 }]]);

test("each record counts with the chance of its stage, and each currency for itself", () => {
  const values = new Map([
    ["ada", money(100_000, "EUR")],
    ["bob", money(20_000, "EUR")],
    ["cyd", money(900, "JPY")],
    ["dan", money(777, "EUR")],
  ]);
  const told = forecast(paths("ada: Lead", "bob: Lead", "cyd: Lead", "dan: Lead Won", "eve: Lead"), {
    ...{ chances: quarter, values, seed: "a" },
  });
  expect(told).toMatchObject({ records: 4, wins: { expected: 1 } });
  expect(told?.money).toMatchObject([
    { currency: "EUR", records: 2, expected: 30_000 },
    { currency: "JPY", records: 1, expected: 225 },
  ]);
});

test("a chance of none or of all leaves nothing open", () => {
  const sure = new Map([["lead", { alpha: 10, beta: 0 }]]);
  const never = new Map([["lead", { alpha: 0, beta: 10 }]]);
  const two = paths("ada: Lead", "bob: Lead");
  expect(forecast(two, { chances: sure, values: new Map(), seed: "a" })?.wins).toEqual({
    ...{ expected: 2, low: 2, high: 2 },
  });
  expect(forecast(two, { chances: never, values: new Map(), seed: "a" })?.wins.high).toBe(0);
});

// 100 records at one in four: 25 wins, standard deviation of the draws √18.75 = 4.33 and of the chance itself 1.37,
// together 4.54; the middle 80 % lies 1.2816 of them to either side: 19.2 to 30.8.
test("the range holds the middle four fifths of what may come", () => {
  const many = paths(...Array.from({ length: 100 }, (_, record) => `r${record}: Lead`));
  const { wins } = forecast(many, { chances: quarter, values: new Map(), seed: "a" }) ?? {};
  expect(wins?.low).toBeGreaterThanOrEqual(18);
  expect(wins?.low).toBeLessThanOrEqual(21);
  expect(wins?.high).toBeGreaterThanOrEqual(29);
  expect(wins?.high).toBeLessThanOrEqual(32);
});

test("the same seed tells the same, whatever the chances", () => {
  const shape = fc.record({ alpha: fc.double({ min: 0.01, max: 50, noNaN: true }), beta: fc.constant(0.2) });
  const worth: ReadonlyMap<string, Money> = new Map([["ada", money(100, "EUR")]]);
  fc.assert(
    fc.property(shape, fc.string(), (lead, seed) => {
      const input = { chances: new Map([["lead", lead]]), values: worth, seed };
      const told = forecast(paths("ada: Lead", "bob: Lead"), input);
      expect(told).toEqual(forecast(paths("ada: Lead", "bob: Lead"), input));
      expect(told?.wins.low).toBeLessThanOrEqual(told?.wins.high ?? -1);
    }),
    { numRuns: 20 },
  );
});
