// A year of a venue's shows. Two rooms, mostly one show in a room on an evening; once in a while a second one slips
// onto the same evening, and the team has to see it.

import type { Cell } from "../../../shared/table/cell.ts";
import { any, type LifePlan, logs, type Scene } from "../life-plan.ts";
import { madeUpContact } from "../made-up-name.ts";
import { dayCell, oneOf, roundAmount, startTimes, type Telling } from "../telling.ts";
import { dayAhead, eventLives, ownedBy } from "./event-life.ts";

const SHOWS = 140;
const bookers = ["Noa", "Dries", "Stella"] as const;
const rooms = ["Main hall", "Cellar"] as const;
const OVERLOOKED = 5;

const QUALITY = [
  "Velvet",
  "Paper",
  "Second",
  "Slow",
  "Golden",
  "Hollow",
  "Northern",
  "Electric",
  "Little",
] as const;
const CREATURE = [
  "Kestrels",
  "Foxes",
  "Lanterns",
  "Trams",
  "Herons",
  "Sundays",
  "Giants",
  "Rivers",
  "Letters",
] as const;
const CAST = ["Quartet", "Trio", "Band", "live", "solo", "Orchestra"] as const;

/** The plan of a year's shows. */
export function showsLives(telling: Telling, taken: Set<string>): LifePlan {
  return eventLives({
    beginnings: startTimes(telling, SHOWS).map((at) => {
      const agent = madeUpContact(telling, taken);
      const artist = `${oneOf(telling, QUALITY)} ${oneOf(telling, CREATURE)}`;
      const room = oneOf(telling, rooms);
      const rest = { artist, agent: agent.company, room, capacity: room === "Cellar" ? 120 : 450 };
      return {
        at,
        cells: { name: `${artist} ${oneOf(telling, CAST)}`, ...ownedBy(telling, bookers, agent), ...rest },
      };
    }),
    booked: "Booked and Ready to Promote",
    eventOn: freeEvening(),
    venue: any("The Granary"),
    medianOffer: 1400,
    offerCells: ({ telling }) => ({ ticket_price: roundAmount(telling, 18, 2) }),
    arranging: [logs("note", 0.7, 6, "poster is out", "tickets on sale", "rider has come")],
  });
}

// Of the evenings that are taken already, every fifth is overlooked.
function freeEvening(): (scene: Scene) => Cell {
  const evenings = new Set<string>();
  let clashes = 0;
  return (scene) => {
    for (;;) {
      const day = dayAhead(scene, [4, 5, 6]);
      const slot = `${day} ${scene.story.text("room")}`;
      if (evenings.has(slot)) clashes += 1;
      if (evenings.has(slot) && clashes % OVERLOOKED !== 1) continue;
      evenings.add(slot);
      return dayCell(day);
    }
  };
}
