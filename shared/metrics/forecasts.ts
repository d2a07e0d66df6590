// What the open records should bring: each counts with the chance of the stage in which it stands. The sum is exact;
// how far it may miss is simulated, first how well the chances are known, then who wins. An amount is only ever added
// to amounts of its own currency.

import { type Paths, stageNow } from "../log/paths.ts";
import { type BetaShape, betaDraw, betaMean } from "../statistics/beta-draw.ts";
import { type SeededRandom, seededRandom } from "../statistics/seeded-random.ts";
import type { Money } from "../value/money.ts";

/** A sum, and where it will lie four times out of five. */
export interface Expected {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

export interface ExpectedMoney extends Expected {
  readonly currency: string;
  /** Open records that name an amount in it; `expected`, `low` and `high` are whole minor units. */
  readonly records: number;
}

export interface Forecast {
  /** Open records whose chance is known. */
  readonly records: number;
  readonly wins: Expected;
  /** By currency, in the order of their codes. */
  readonly money: readonly ExpectedMoney[];
}

export interface ForecastInput {
  /** By stage id. */
  readonly chances: ReadonlyMap<string, BetaShape>;
  /** By record id, what it is worth. */
  readonly values: ReadonlyMap<string, Money>;
  readonly seed: string;
}

/** Draws for one forecast at most, so that a board of any size is told at once. */
const MOST_DRAWS = 10_000_000;
const MOST_RUNS = 1000;
const FEWEST_RUNS = 100;

/**
 * The forecast over the records that stand in a stage of known chance; `undefined` where there is none.
 *
 * Source: METRICS, "Forecast" (house rule); the interval holds the middle 80 % of the simulated sums.
 *
 * @example
 * forecast(fixtures.paths("ada: Lead"), { chances: new Map(), values: new Map(), seed: "a" }) //=> undefined
 */
export function forecast(paths: Paths, input: ForecastInput): Forecast | undefined {
  const standing = paths.recordIds.flatMap((record, number) => {
    const chance = input.chances.get(paths.stageIds[stageNow(paths, number)] ?? "");
    return chance === undefined ? [] : [{ chance, value: input.values.get(record) }];
  });
  if (standing.length === 0) return undefined;
  const currencies = [...new Set(standing.flatMap(({ value }) => value?.currency ?? []))].sort();
  const sums = [
    standing.map(({ chance }) => ({ chance, amount: 1 })),
    ...currencies.map((currency) =>
      standing.flatMap(({ chance, value }) =>
        value?.currency === currency ? [{ chance, amount: value.amountMinor }] : [],
      ),
    ),
  ];
  const [wins = NONE, ...money] = sums.map((sum) => expectedOf(sum, seededRandom(input.seed)));
  return {
    records: standing.length,
    wins,
    money: money.map((sum, index) => ({
      currency: currencies[index] ?? "",
      records: sums[index + 1]?.length ?? 0,
      expected: Math.round(sum.expected),
      low: sum.low,
      high: sum.high,
    })),
  };
}

interface Stake {
  readonly chance: BetaShape;
  readonly amount: number;
}

const NONE: Expected = { expected: 0, low: 0, high: 0 };

function expectedOf(stakes: readonly Stake[], random: SeededRandom): Expected {
  const runs = Math.min(MOST_RUNS, Math.max(FEWEST_RUNS, Math.floor(MOST_DRAWS / stakes.length)));
  const drawn = Float64Array.from({ length: runs }, () => drawnSum(stakes, random)).sort();
  return {
    expected: stakes.reduce((sum, { chance, amount }) => sum + amount * betaMean(chance), 0),
    low: drawn[Math.floor(runs * 0.1)] ?? 0,
    high: drawn[Math.ceil(runs * 0.9) - 1] ?? 0,
  };
}

function drawnSum(stakes: readonly Stake[], random: SeededRandom): number {
  const drawn = new Map<BetaShape, number>();
  let sum = 0;
  for (const { chance, amount } of stakes) {
    const known = drawn.get(chance) ?? betaDraw(random, chance);
    drawn.set(chance, known);
    if (random.uniform() < known) sum += amount;
  }
  return sum;
}
