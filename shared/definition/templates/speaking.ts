// Speaking gigs: the spine of every event, and a journey that has to be arranged before each.

import { planOfEvent } from "./event-spine.ts";

/** The plan of speaking gigs. */
export const speaking = planOfEvent({
  name: "Speaking",
  noun: "gig",
  role: "Office",
  booked: "Booked",
  fields: [
    { name: "Topic", type: "text" },
    { name: "Audience", type: "number", help: "How many people" },
  ],
  arrangements: [
    { name: "Airplane tickets", help: "Flight numbers and times" },
    { name: "Hotel", help: "Name and address" },
    { name: "Rental car", help: "Company and booking number" },
  ],
});
