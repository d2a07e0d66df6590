// A rule: what the book does by itself when something happens, or when time has passed. It is data with one
// meaning; the words for it stand in rule-text.ts, and the engine carries it out. Amounts of time count from the
// moment that `from` names: an entry to a stage, the last activity of a kind, or the day in a field.

import * as z from "zod/mini";
import { Need } from "./need.ts";

const id = z.string().check(z.regex(/^[a-z][a-z0-9_]*$/));

/** In what an amount of time is counted. */
export const TimeUnit = z.enum(["working days", "days", "hours"]);
export type TimeUnit = z.infer<typeof TimeUnit>;

/** From when an amount of time counts. */
export const TimeOrigin = z.discriminatedUnion("of", [
  z.object({ of: z.literal("entry"), stage: id }),
  z.object({ of: z.literal("activity"), activity: z.string() }),
  z.object({ of: z.literal("field"), field: id }),
]);
export type TimeOrigin = z.infer<typeof TimeOrigin>;

/** When a rule is looked at. */
export const RuleTrigger = z.discriminatedUnion("on", [
  z.object({ on: z.literal("enters"), stage: id }),
  z.object({ on: z.literal("leaves"), stage: id }),
  z.object({ on: z.literal("logged"), activity: z.string() }),
  z.object({ on: z.literal("changed"), field: id }),
  /** Negative amounts lie before the origin. */
  z.object({ on: z.literal("time"), amount: z.int(), unit: TimeUnit, from: TimeOrigin }),
  z.object({ on: z.literal("every"), days: z.int().check(z.minimum(1)), stage: id }),
  z.object({ on: z.literal("linked"), fate: z.enum(["won", "lost"]) }),
  /** Of records with milestones and a period; at most once a week. */
  z.object({ on: z.literal("behind") }),
]);
export type RuleTrigger = z.infer<typeof RuleTrigger>;

/** What a rule does. */
export const RuleAction = z.discriminatedUnion("do", [
  /** Name of a message of the pipeline. */
  z.object({ do: z.literal("send"), message: id }),
  /** Absent role: the owner. */
  z.object({ do: z.literal("remind"), role: z.optional(z.string()), text: z.string() }),
  z.object({ do: z.literal("notify"), role: z.string() }),
  z.object({ do: z.literal("move"), stage: id }),
  z.object({ do: z.literal("set"), field: id, value: z.string() }),
  /** Name of the pipeline on whose board the linked record is made. */
  z.object({ do: z.literal("create"), pipeline: z.string() }),
  z.object({ do: z.literal("invoice") }),
  z.object({ do: z.literal("void invoice") }),
]);
export type RuleAction = z.infer<typeof RuleAction>;

/** What ends a rule's work on a record for this time. */
export const RuleEnd = z.enum(["a reply", "a move"]);
export type RuleEnd = z.infer<typeof RuleEnd>;

/** One rule of a pipeline. */
export const Rule = z.object({
  id,
  name: z.string().check(z.minLength(1)),
  when: RuleTrigger,
  /** Stages in which it works; empty: in every stage. */
  whileIn: z.readonly(z.array(id)),
  /** All of them must be true. */
  onlyIf: z.readonly(z.array(Need)),
  does: z.readonly(z.array(RuleAction).check(z.minLength(1))),
  until: z.readonly(z.array(RuleEnd)),
});
export type Rule = z.infer<typeof Rule>;

/** One text that rules may send. */
export const Message = z.object({
  id,
  name: z.string().check(z.minLength(1)),
  /** Outreach asks for new business and is kept from whom it must not reach; service is part of what was agreed. */
  purpose: z.enum(["outreach", "service"]),
  /** "contact", "owner", a role, or an address. */
  to: z.string().check(z.minLength(1)),
  cc: z.readonly(z.array(z.string())),
  subject: z.string(),
  /** Plain text with {{Field}} where a value goes. */
  body: z.string(),
  /** Waits in the outbox until a person sends it. */
  reviewFirst: z.boolean(),
  /** Local times between which it is not sent, such as "20:00-08:00". */
  quietHours: z.optional(z.string().check(z.regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/))),
});
export type Message = z.infer<typeof Message>;
