// Where the goals of the stages are read from: the fields and stages of a pipeline that the built-in ones have under
// these names. What an owner renames is found all the same; of a pipeline that lacks a field, its goal is left out.

import { type KnownField, type KnownNames, knownField, knownStage } from "../definition/known-thing.ts";
import type { Field, Pipeline, Stage } from "../definition/pipeline.ts";
import type { ContextPart } from "../metrics/researches.ts";

const TEXTS: KnownField["types"] = ["text", "long text", "choice"];
const NAMES: KnownField["types"] = ["text", "person", "record link", "choice"];

const DEADLINE: KnownField = {
  names: ["Delivery deadline", "Deadline", "Deliver by", "Promised for"],
  types: ["day"],
};
const SATISFACTION: KnownField = {
  names: ["Satisfaction", "Client satisfaction", "Customer satisfaction"],
  types: ["number"],
};
const REFERRER: KnownField = { names: ["Referred by", "Referrer", "Recommended by"], types: NAMES };
const WON_REASON: KnownField = { names: ["Won reason", "Won because", "Reason won"], types: TEXTS };
const LOST_REASON: KnownField = {
  names: ["Lost reason", "Lost because", "Left because", "Cancelled because", "Reason lost"],
  types: TEXTS,
};
const DELIVERY: KnownNames = ["Order Delivery", "Delivery", "Delivered"];
const LOOP: KnownNames = ["The Loop", "Loop", "Keeping in touch", "Keep in touch"];

const COMPANY: KnownField = { names: ["Company"], types: ["text"] };
const SOCIAL_ACCOUNT: KnownField = {
  names: ["Social account", "Social accounts", "LinkedIn"],
  types: ["link", "text"],
};
const NEWS: readonly KnownField[] = [
  { names: ["Company news", "Latest company news", "News"], types: TEXTS },
  { names: ["Social update", "Latest social update", "Social post"], types: TEXTS },
];

/** What a pipeline has of that which goals are read from. */
export interface GoalFields {
  readonly deadline?: Field | undefined;
  readonly satisfaction?: Field | undefined;
  readonly referrer?: Field | undefined;
  readonly wonReason?: Field | undefined;
  readonly lostReason?: Field | undefined;
  /** The stage that is entered with the delivery. */
  readonly delivery?: Stage | undefined;
  /** The stage in which one keeps in touch. */
  readonly loop?: Stage | undefined;
  /** What is researched of a record; empty where there is nothing that makes a reason to write. */
  readonly context: readonly ContextPart[];
}

/**
 * The fields and stages of a pipeline from which its goals are read.
 *
 * @example
 * goalFieldsOf(fixtures.offers).context //=> []
 */
export function goalFieldsOf(pipeline: Pipeline): GoalFields {
  return {
    deadline: knownField(pipeline, DEADLINE),
    satisfaction: knownField(pipeline, SATISFACTION),
    referrer: knownField(pipeline, REFERRER),
    wonReason: knownField(pipeline, WON_REASON),
    lostReason: knownField(pipeline, LOST_REASON),
    delivery: knownStage(pipeline, DELIVERY),
    loop: knownStage(pipeline, LOOP),
    context: contextOf(pipeline),
  };
}

// A name alone is no context: who has no field for news does no research that could be complete.
function contextOf(pipeline: Pipeline): readonly ContextPart[] {
  const news = NEWS.flatMap((sought) => partOf(pipeline, sought));
  if (news.length === 0) return [];
  const ways = pipeline.fields.filter(({ type }) => type === "e-mail" || type === "phone");
  return [
    ...partOf(pipeline, COMPANY),
    ...(ways.length === 0 ? [] : [{ name: "E-mail or phone", anyOf: ways.map(({ id }) => id) }]),
    ...partOf(pipeline, SOCIAL_ACCOUNT),
    ...news,
  ];
}

// Its day stands in the field of the same name with "on" behind it.
function partOf(pipeline: Pipeline, sought: KnownField): readonly ContextPart[] {
  const field = knownField(pipeline, sought);
  if (field === undefined) return [];
  const day =
    knownField(pipeline, { names: [`${field.name} on`], types: ["day"] }) ??
    pipeline.fields.find(({ id, type }) => type === "day" && id === `${field.id}_on`);
  return [{ name: field.name, anyOf: [field.id], ...(day === undefined ? {} : { dated: day.id }) }];
}
