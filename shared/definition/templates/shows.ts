// Show booking for a venue's team: all of them on one record, who see what changed since they last looked.

import { planOfEvent } from "./event-spine.ts";

/** The plan of shows at a venue. */
export const shows = planOfEvent({
  name: "Shows",
  noun: "show",
  role: "Booker",
  booked: "Booked and Ready to Promote",
  flagsSame: ["Event on", "Room"],
  fields: [
    { name: "Artist", type: "text" },
    { name: "Agent", type: "text" },
    { name: "Capacity", type: "number" },
    { name: "Ticket price", type: "money" },
  ],
  arrangements: [],
});
