// A year of solar installations: a few weeks of office work, a long wait for the permit, a day on the roof, and the
// utility at the end.

import { addDays } from "../../../shared/value/day.ts";
import { any, type Beginning, fillsIn, type LifePlan, logs, type Ways } from "../life-plan.ts";
import { madeUpContact } from "../made-up-name.ts";
import type { Story } from "../record-story.ts";
import { dayCell, isLucky, oneOf, roundAmount, startTimes, type Telling, wholeNumber } from "../telling.ts";
import { soldBeginnings } from "./fulfilment.ts";

const HOUSES = 95;
const office = ["Carmen", "Femke", "Bruno", "Lena"] as const;

/** The plan of a year's installations, those of won deals among them. */
export function solarLives(telling: Telling, taken: Set<string>, deals: readonly Story[]): LifePlan {
  const houses = startTimes(telling, HOUSES).map((at) => ({ at, cells: house(telling, taken) }));
  const sold = soldBeginnings(telling, deals, {
    board: "solar",
    cells: (deal) => ({
      name: deal.text("company"),
      owner: oneOf(telling, office),
      e_mail: deal.text("e_mail"),
      phone: deal.text("phone"),
      amount: deal.cells()["amount"] ?? null,
      sale: deal.text("name"),
    }),
  });
  return {
    beginnings: [...houses, ...sold],
    ways: WAYS,
    fills: {
      inspection_on: ({ telling, at }) => dayCell(addDays(at.day, wholeNumber(telling, 4, 14))),
      inspected_on: ({ at }) => dayCell(at.day),
      permit_requested_on: ({ at }) => dayCell(at.day),
      permit_number: ({ telling }) => `P-${wholeNumber(telling, 10_000, 99_999)}`,
      permit_granted_on: ({ at }) => dayCell(at.day),
      part_numbers: any("PV-410 ×12, INV-5", "PV-410 ×18, INV-8, BAT-10", "PV-375 ×9, INV-3"),
      installation_on: ({ telling, at }) => dayCell(addDays(at.day, wholeNumber(telling, 5, 16))),
      installed_on: ({ at }) => dayCell(at.day),
      approved_on: ({ at }) => dayCell(at.day),
      cancelled_because: any(
        "the roof does not bear it",
        "permit denied",
        "sells the house",
        "too dear after all",
      ),
    },
    nextSteps: [
      "ask the permit office",
      "order the missing rail",
      "fix a day with the crew",
      "send the photos",
    ],
  };
}

function house(telling: Telling, taken: Set<string>): Beginning["cells"] {
  const { name, company, email, phone } = madeUpContact(telling, taken);
  return {
    name,
    owner: isLucky(telling, 0.96) ? oneOf(telling, office) : null,
    e_mail: email,
    phone,
    address: `${company.split(" ")[0]} Street ${wholeNumber(telling, 1, 180)}`,
    amount: roundAmount(telling, 9500, 250),
  };
}

const chases = [10, 20, 30, 40].map((days) =>
  logs("call", 0.6, { calendarDays: days }, "asked the permit office"),
);

const WAYS: Ways = {
  "Site Survey": [
    { to: "Inspection Scheduled", chance: 0.93, wait: 4 },
    { to: "Cancelled", chance: 0.04, wait: 6 },
  ],
  "Inspection Scheduled": [
    {
      to: "Inspection Complete",
      chance: 0.98,
      wait: { afterField: "inspection_on", calendarDays: 0 },
      happens: [
        logs("rescheduled", 0.12, 2, "the customer is away"),
        fillsIn(0.12, 2, ({ at }) => ({ inspection_on: dayCell(addDays(at.day, 9)) })),
      ],
    },
  ],
  "Inspection Complete": [{ to: "Design", chance: 0.98, wait: 2 }],
  Design: [
    { to: "Permit Requested", chance: 0.95, wait: 6 },
    { to: "Cancelled", chance: 0.03, wait: 9 },
  ],
  "Permit Requested": [
    { to: "Permit Granted", chance: 0.91, wait: 17, happens: chases },
    { to: "Cancelled", chance: 0.03, wait: 25, happens: chases },
    { chance: 0.06, wait: 60, happens: chases },
  ],
  "Permit Granted": [{ to: "Parts Sourced", chance: 0.98, wait: 5 }],
  "Parts Sourced": [{ to: "Installation Scheduled", chance: 0.99, wait: 3 }],
  "Installation Scheduled": [
    { to: "Installed", chance: 0.99, wait: { afterField: "installation_on", calendarDays: 0 } },
  ],
  Installed: [{ to: "Utility Approval", chance: 0.98, wait: 2 }],
  "Utility Approval": [
    { to: "Closed", chance: 0.97, wait: 11, happens: [logs("note", 0.3, 3, "meter changed")] },
  ],
};
