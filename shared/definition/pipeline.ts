// The definition of a book: what its stages, fields and milestones mean. It is the only place where the
// meaning of a stage is read. Stages are told apart by id, never by name: a renamed stage is the same stage.
// The shapes are checked here; whether they hold together (ids that exist, one first stage) in consistency.ts.

import * as z from "zod/mini";
import { fieldTypes } from "../table/field-type.ts";
import type { Day } from "../value/day.ts";
import { Need } from "./need.ts";
import { Message, Rule } from "./rule.ts";

const id = z.string().check(z.regex(/^[a-z][a-z0-9_]*$/));
const rate = z.number().check(z.minimum(0), z.maximum(1));

/** What a stage is for: see the words of the domain. Only `open` and `won` stages stand on the main line. */
export const StageKind = z.enum(["open", "parked", "won", "lost", "avoid"]);
export type StageKind = z.infer<typeof StageKind>;

/** Forty years: a longer limit is a slip of the keyboard, and its last day may lie beyond the calendar. */
export const MOST_LIMIT_DAYS = 10_000;

/** With more of them people lose their way (house rule). */
export const MOST_STAGES = 20;

/** A step of a pipeline, or a place beside it, and what it asks of a record. */
export const Stage = z.object({
  id,
  /** As the owner numbers it, such as "3.1.1"; plain text. */
  code: z.optional(z.string()),
  name: z.string().check(z.minLength(1)),
  kind: StageKind,
  /** Whether an open or won stage has a place on the main line (its rank); a branch has none. */
  onMainLine: z.boolean(),
  group: z.optional(z.string()),
  role: z.optional(z.string()),
  goal: z.optional(z.string()),
  /** Conversion to the next stage that the owner aims at, 0 to 1. */
  targetRate: z.optional(rate),
  /** Chance of winning from here that the owner believes in, 0 to 1. */
  winProbability: z.optional(rate),
  /** Working days that a record may stay. */
  limitDays: z.optional(z.int().check(z.minimum(0), z.maximum(MOST_LIMIT_DAYS))),
  /** "#rrggbb". */
  colour: z.optional(z.string().check(z.regex(/^#[0-9a-f]{6}$/))),
  needs: z.readonly(z.array(Need)),
  /** Stages that may follow; empty means any. */
  next: z.readonly(z.array(id)),
  /** Roles that may move a record here; empty means anybody. */
  mayEnter: z.readonly(z.array(z.string())),
  enforce: z.enum(["refuse", "warn"]),
  /** Former names, by which a cell or an import may still call it. */
  aliases: z.readonly(z.array(z.string())),
});
export type Stage = z.infer<typeof Stage>;

/** A column that people fill in on a board. */
export const Field = z.object({
  id,
  name: z.string().check(z.minLength(1)),
  type: z.enum(fieldTypes),
  /** The values of a choice. */
  options: z.readonly(z.array(z.string())),
  default: z.optional(z.string()),
  help: z.optional(z.string()),
  aliases: z.readonly(z.array(z.string())),
  personal: z.boolean(),
  /** No two records of the board may hold the same value; an import finds its records by it. */
  unique: z.boolean(),
  /** A record that is made from another takes over what this field holds. */
  carriesOver: z.boolean(),
});
export type Field = z.infer<typeof Field>;

/** What earns a milestone its points: once, at its first time. */
export const MilestoneTrigger = z.discriminatedUnion("by", [
  z.object({ by: z.literal("stage"), stage: id }),
  z.object({ by: z.literal("activity"), activity: z.string() }),
  z.object({ by: z.literal("field"), field: id }),
]);
export type MilestoneTrigger = z.infer<typeof MilestoneTrigger>;

/** A behaviour or event that is worth points. */
export const Milestone = z.object({
  id,
  name: z.string().check(z.minLength(1)),
  points: z.number().check(z.minimum(0)),
  reachedWhen: MilestoneTrigger,
});
export type Milestone = z.infer<typeof Milestone>;

/** The stages, fields and milestones of one kind of record; its first stage on the main line is where one begins. */
export const Pipeline = z.object({
  id,
  name: z.string().check(z.minLength(1)),
  /** What a record is called, such as "deal". */
  noun: z.string().check(z.minLength(1)),
  /** ISO 4217; the currency of its money fields. */
  currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
  /** 1 is Monday. */
  workingDays: z.readonly(z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1))),
  /** Day fields that start and end the period of a record, for pace. */
  period: z.optional(z.object({ start: id, end: id })),
  /** Fields: two live records that hold the same in all of them are told of each other. */
  flagsSame: z.readonly(z.array(id)),
  stages: z.readonly(z.array(Stage)),
  fields: z.readonly(z.array(Field)),
  milestones: z.readonly(z.array(Milestone)),
  rules: z.readonly(z.array(Rule)),
  messages: z.readonly(z.array(Message)),
});
export type Pipeline = z.infer<typeof Pipeline>;

/** A tab in which records of a pipeline live. */
export const Board = z.object({
  id,
  tab: z.string().check(z.minLength(1)),
  pipeline: id,
  /** Name of the tab whose rows become its records, such as the answers of a form. */
  fedBy: z.optional(z.string().check(z.minLength(1))),
});
export type Board = z.infer<typeof Board>;

/** Somebody who works in the book; the name is what stands in Owner. */
export const Person = z.object({
  id,
  name: z.string().check(z.minLength(1)),
  email: z.optional(z.string()),
  roles: z.readonly(z.array(z.string())),
  /** Former names, by which a cell may still call them. */
  aliases: z.optional(z.readonly(z.array(z.string()))),
  /** The last day of an absence. */
  awayUntil: z.optional(z.custom<Day>((value) => typeof value === "string")),
  /** Name of the person who gets what is for them meanwhile. */
  standIn: z.optional(z.string()),
});
export type Person = z.infer<typeof Person>;

/** All that a book says of itself. */
export const Definition = z.object({
  /** IANA name of the book's one time zone. */
  zone: z.string(),
  /** Warn everywhere, refuse nowhere. */
  practice: z.boolean(),
  pipelines: z.readonly(z.array(Pipeline)),
  boards: z.readonly(z.array(Board)),
  team: z.readonly(z.array(Person)),
  /** Local time, "HH:MM", from which the daily digests go out. */
  digestAt: z.optional(z.string().check(z.regex(/^\d{2}:\d{2}$/))),
  holidays: z.readonly(z.array(z.custom<Day>((value) => typeof value === "string"))),
});
export type Definition = z.infer<typeof Definition>;

/**
 * The stages of the main line in order; a stage's rank is its place here, from 0.
 *
 * @example
 * mainLineOf(fixtures.offers).map((stage) => stage.name) //=> ["Lead", "Offer", "Won"]
 */
export function mainLineOf(pipeline: Pipeline): readonly Stage[] {
  return pipeline.stages.filter(
    (stage) => stage.onMainLine && (stage.kind === "open" || stage.kind === "won"),
  );
}
