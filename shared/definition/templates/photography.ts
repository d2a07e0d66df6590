// Event photography: the spine of every event, with the people and the money that it takes.

import { eventPipeline } from "./event-spine.ts";

/** The pipeline of event photography. */
export const photography = eventPipeline({
  name: "Photography",
  noun: "job",
  role: "Office",
  booked: "Booked",
  fields: [
    { name: "Employees needed", type: "number" },
    { name: "Estimated fuel cost", type: "money" },
  ],
  arrangements: [{ name: "Hotel", help: "Name and address; no night away: write none and answer yes" }],
});
