// A year of event photography: weddings and company days, with the people and the fuel that each takes.

import { any, type LifePlan, logs } from "../life-plan.ts";
import { madeUpContact } from "../made-up-name.ts";
import { oneOf, startTimes, type Telling, wholeNumber } from "../telling.ts";
import { arranges, eventDay, eventLives, ownedBy } from "./event-life.ts";

const JOBS = 130;
const office = ["Carmen", "Femke"] as const;

/** The plan of a year's jobs. */
export function photographyLives(telling: Telling, taken: Set<string>): LifePlan {
  return eventLives({
    beginnings: startTimes(telling, JOBS).map((at) => {
      const client = madeUpContact(telling, taken);
      const names = [
        `Wedding of ${client.name}`,
        `Summer party, ${client.company}`,
        `Portraits, ${client.company}`,
      ];
      const [first = "", ...rest] = names;
      return { at, cells: { name: oneOf(telling, [first, ...rest]), ...ownedBy(telling, office, client) } };
    }),
    booked: "Booked",
    eventOn: eventDay([5, 6, 7]),
    venue: any("Old Mill", "Town hall", "Beach pavilion", "their own site", "Botanic garden"),
    medianOffer: 1600,
    offerCells: ({ telling }) => ({
      room: oneOf(telling, ["Ballroom", "Garden", "Lobby"]),
      employees_needed: wholeNumber(telling, 1, 4),
      estimated_fuel_cost: wholeNumber(telling, 2, 18) * 5,
      hotel_cost: oneOf(telling, [0, 0, 0, 95, 120, 180]),
    }),
    arranging: [
      arranges("hotel", 0.9, "none", "none", "Harbour Inn, one night", "Pension Alder"),
      logs("call", 0.4, 15, "went through the day"),
    ],
  });
}
