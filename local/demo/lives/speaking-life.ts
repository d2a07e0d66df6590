// A year of speaking gigs: talks that are asked for, and a journey to each that has to be arranged in time.

import { any, type LifePlan, logs } from "../life-plan.ts";
import { madeUpContact } from "../made-up-name.ts";
import { oneOf, startTimes, type Telling, wholeNumber } from "../telling.ts";
import { arranges, eventDay, eventLives, ownedBy } from "./event-life.ts";

const GIGS = 130;
const office = ["Carmen", "Femke"] as const;
const OCCASION = ["Days", "Forum", "Summit", "Week", "Conference", "Academy"] as const;

/** The plan of a year's gigs. */
export function speakingLives(telling: Telling, taken: Set<string>): LifePlan {
  return eventLives({
    beginnings: startTimes(telling, GIGS).map((at) => {
      const host = madeUpContact(telling, taken);
      const topic = oneOf(telling, [
        "Selling without pushing",
        "Small firms, long view",
        "Pipelines that flow",
      ]);
      const name = `${host.company} ${oneOf(telling, OCCASION)}`;
      const audience = wholeNumber(telling, 4, 60) * 10;
      return { at, cells: { name, ...ownedBy(telling, office, host), topic, audience } };
    }),
    booked: "Booked",
    eventOn: eventDay([2, 3, 4]),
    venue: any("Congress Centre", "University hall", "Hotel Linden", "City library", "online studio"),
    medianOffer: 2200,
    offerCells: ({ telling }) => ({ room: oneOf(telling, ["Main hall", "Auditorium", "Room 2.12"]) }),
    arranging: [
      arranges("airplane_tickets", 0.92, "KL 1823, 07:10", "LH 2301, 18:45", "BA 431, 09:20"),
      arranges("hotel", 0.88, "Hotel Linden, two nights", "Harbour Inn", "Pension Alder"),
      arranges("rental_car", 0.85, "Roadster, R-5512", "CityCar, 88-102", "none needed"),
      logs("call", 0.5, 20, "went through the programme"),
    ],
  });
}
