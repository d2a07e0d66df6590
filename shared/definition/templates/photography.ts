// Event photography: the spine of every event, with the people and the money that it takes.

import { planOfEvent } from "./event-spine.ts";

/** The plan of event photography. */
export const photography = planOfEvent({
  name: "Photography",
  noun: "job",
  role: "Office",
  booked: "Booked",
  fields: [
    { name: "Employees needed", type: "number" },
    { name: "Estimated fuel cost", type: "money" },
    { name: "Hotel cost", type: "money" },
  ],
  arrangements: [{ name: "Hotel", help: "Name and address; no night away: write none and answer yes" }],
});
