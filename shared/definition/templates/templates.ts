// The built-in pipelines by the names that `stageline new --template` takes.

import type { Pipeline } from "../pipeline.ts";
import { coaching } from "./coaching.ts";
import { orders } from "./orders.ts";
import { photography } from "./photography.ts";
import { prospecting } from "./prospecting.ts";
import { sales } from "./sales.ts";
import { shows } from "./shows.ts";
import { solar } from "./solar.ts";
import { speaking } from "./speaking.ts";

export interface Template {
  readonly key: string;
  /** One plain sentence that helps to choose. */
  readonly description: string;
  readonly pipeline: Pipeline;
}

/** Every built-in pipeline, in the order in which they are listed. */
export const templates: readonly Template[] = [
  {
    key: "sales",
    description: "Business-to-business sales, from a name in a database to a client you keep in touch with",
    pipeline: sales,
  },
  {
    key: "prospecting",
    description:
      "Accounts before there is a deal: sort them into who to work, who to nurture, who to leave alone",
    pipeline: prospecting,
  },
  {
    key: "solar",
    description: "Solar installations, from the survey to the approval, with permits and parts",
    pipeline: solar,
  },
  {
    key: "coaching",
    description: "Coaching or onboarding in six calls, with milestones that show who is on course",
    pipeline: coaching,
  },
  {
    key: "shows",
    description: "Booking shows for a venue: dates held, offers, contracts, deposits",
    pipeline: shows,
  },
  {
    key: "speaking",
    description: "Speaking gigs, with flights, hotel and car to arrange before each",
    pipeline: speaking,
  },
  {
    key: "photography",
    description: "Event photography, with the people and the costs of each job",
    pipeline: photography,
  },
  {
    key: "orders",
    description: "Orders across customer service, store, accounts and courier",
    pipeline: orders,
  },
];
