// The built-in pipelines by the names that `stageline new --template` takes. Each is made of its plan when it is asked
// for: most runs ask for none, and the add-on is loaded anew for every edit.

import type { Pipeline } from "../pipeline.ts";
import { coaching } from "./coaching.ts";
import { orders } from "./orders.ts";
import { photography } from "./photography.ts";
import { prospecting } from "./prospecting.ts";
import { sales } from "./sales.ts";
import { shows } from "./shows.ts";
import { solar } from "./solar.ts";
import { speaking } from "./speaking.ts";
import { type PipelinePlan, pipelineFromPlan } from "./template.ts";

export interface Template {
  readonly key: string;
  /** One plain sentence that helps to choose. */
  readonly description: string;
  readonly pipeline: Pipeline;
}

/** Every built-in pipeline, in the order in which they are listed. */
export const templates: readonly Template[] = [
  template({
    key: "sales",
    description: "Business-to-business sales, from a name in a database to a client you keep in touch with",
    plan: sales,
  }),
  template({
    key: "prospecting",
    description:
      "Accounts before there is a deal: sort them into who to work, who to nurture, who to leave alone",
    plan: prospecting,
  }),
  template({
    key: "solar",
    description: "Solar installations, from the survey to the approval, with permits and parts",
    plan: solar,
  }),
  template({
    key: "coaching",
    description: "Coaching or onboarding in six calls, with milestones that show who is on course",
    plan: coaching,
  }),
  template({
    key: "shows",
    description: "Booking shows for a venue: dates held, offers, contracts, deposits",
    plan: shows,
  }),
  template({
    key: "speaking",
    description: "Speaking gigs, with flights, hotel and car to arrange before each",
    plan: speaking,
  }),
  template({
    key: "photography",
    description: "Event photography, with the people and the costs of each job",
    plan: photography,
  }),
  template({
    key: "orders",
    description: "Orders across customer service, store, accounts and courier",
    plan: orders,
  }),
];

function template({
  plan,
  ...words
}: Omit<Template, "pipeline"> & { readonly plan: PipelinePlan }): Template {
  let made: Pipeline | undefined;
  return {
    ...words,
    get pipeline() {
      made ??= pipelineFromPlan(plan);
      return made;
    },
  };
}
