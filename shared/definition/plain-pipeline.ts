// A pipeline of which nothing is said but its name and what a record is called: what templates, a line of stages and a
// workflow all start from.

import { identifierFrom } from "./identifier.ts";
import type { Pipeline } from "./pipeline.ts";

/** Monday to Friday; 1 is Monday. */
const USUAL_WEEK = [1, 2, 3, 4, 5];

/**
 * The pipeline with its id made from the name, no stages, and a week of five working days.
 *
 * @example
 * plainPipeline({ name: "Repair jobs", noun: "job" }).id //=> "repair_jobs"
 */
export function plainPipeline({ name, noun }: Pick<Pipeline, "name" | "noun">): Pipeline {
  return {
    id: identifierFrom(name, new Set()),
    name,
    noun,
    workingDays: USUAL_WEEK,
    flagsSame: [],
    stages: [],
    fields: [],
    milestones: [],
    rules: [],
    messages: [],
  };
}
