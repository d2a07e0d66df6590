// What the events of each month take: people and money. Sums are told per field and currency, and how many events name
// an amount beside each, so that a month of which half is not estimated yet does not look cheap.

import type { Day } from "../value/day.ts";
import type { Money } from "../value/money.ts";
import { type MoneySum, moneySums } from "../value/money-sums.ts";

/** What one event takes. */
export interface EventLoad {
  readonly day: Day;
  /** People that it needs. */
  readonly staff?: number;
  readonly costs: readonly EventCost[];
}

export interface EventCost extends Money {
  /** What it is for. */
  readonly field: string;
}

export interface EventMonth {
  /** Such as "2026-11". */
  readonly month: string;
  readonly events: number;
  /** Absent where no event says how many people it needs. */
  readonly staff?: number;
  /** Events that say it. */
  readonly staffed: number;
  /** One sum for each field and currency, in the order in which the fields come. */
  readonly costs: readonly (MoneySum & Pick<EventCost, "field">)[];
  /** Of all fields: one sum for each currency; `records` are amounts. */
  readonly total: readonly MoneySum[];
}

/**
 * The loads of the months in which there are events, the earliest first. Unit: events, people, minor units of money.
 *
 * Source: house rule.
 *
 * @example
 * const day = parseDay("2026-11-20");
 * const costs = [{ field: "Fuel", ...money(4000, "EUR") }];
 * eventMonths([{ day, staff: 2, costs }, { day, costs: [] }]).map(({ month, events, staff, staffed }) => [month, events, staff, staffed])
 * //=> [["2026-11", 2, 2, 1]]
 */
export function eventMonths(events: readonly EventLoad[]): readonly EventMonth[] {
  const byMonth = new Map<string, EventLoad[]>();
  for (const event of events) {
    const month = event.day.slice(0, 7);
    byMonth.set(month, [...(byMonth.get(month) ?? []), event]);
  }
  return [...byMonth]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([month, own]) => ({ month, ...loadOf(own) }));
}

function loadOf(events: readonly EventLoad[]) {
  const staff = events.flatMap((event) => event.staff ?? []);
  const costs = events.flatMap((event) => event.costs);
  const fields = [...new Set(costs.map(({ field }) => field))];
  return {
    events: events.length,
    ...(staff.length === 0 ? {} : { staff: staff.reduce((sum, count) => sum + count, 0) }),
    staffed: staff.length,
    costs: fields.flatMap((field) =>
      moneySums(costs.filter((cost) => cost.field === field).map(amountOf)).map((sum) => ({ field, ...sum })),
    ),
    total: moneySums(costs.map(amountOf)),
  };
}

function amountOf({ amountMinor, currency }: Money): Money {
  return { amountMinor, currency };
}
