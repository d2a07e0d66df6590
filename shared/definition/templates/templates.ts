// The built-in pipelines by the names that `stageline new --template` takes.

import type { Pipeline } from "../pipeline.ts";
import { coaching } from "./coaching.ts";
import { sales } from "./sales.ts";

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
    key: "coaching",
    description: "Coaching or onboarding in six calls, with milestones that show who is on course",
    pipeline: coaching,
  },
];
