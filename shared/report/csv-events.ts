// The sections of the flat report that tell of events: what is open before each and what it takes, and what the months
// take. Money is told in units of its currency.

import { numberFromMoney } from "../value/money.ts";
import type { CsvSection } from "./csv-sections.ts";

/** Booked events, and what the months take. */
export const eventTables: readonly CsvSection[] = [
  {
    name: "events",
    header: ["Record", "Name", "Owner", "Stage", "On", "Open", "Still open", "Staff", "Costs", "Currency"],
    rowsOf: ({ events }) =>
      [...(events?.upcoming ?? []), ...(events?.over ?? [])].flatMap(
        ({ record, name, owner, stage, on, open, staff, costs }) => {
          const event = [record, name, owner, stage, on, open?.length, open?.join(", "), staff];
          if (costs.length === 0) return [[...event, undefined, undefined]];
          return costs.map((sum) => [...event, numberFromMoney(sum), sum.currency]);
        },
      ),
  },
  {
    name: "the same",
    header: ["Record", "Name", "On", "What is the same"],
    rowsOf: ({ events }) =>
      (events?.same ?? []).map(({ record, name, on, told }) => [record, name, on, told]),
  },
  {
    name: "events per month",
    header: ["Month", "Events", "Staff", "Events with staff", "Cost", "Sum", "Currency", "Events with it"],
    rowsOf: ({ events }) =>
      (events?.months ?? []).flatMap(({ month, events: count, staff, staffed, costs }) => {
        const load = [month, count, staff, staffed];
        if (costs.length === 0) return [[...load, undefined, undefined, undefined, undefined]];
        return costs.map(({ field, records, ...sum }) => [
          ...[...load, field, numberFromMoney(sum), sum.currency, records],
        ]);
      }),
  },
];
