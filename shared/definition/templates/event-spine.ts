// What all live events share, told once: one record per event, not per buyer, and the same way from a first word to a
// date that is secured, an offer, a signed contract, a deposit and an event that is ready. Shows, speaking gigs and
// photography differ in what has to be arranged before the day.

import type { Field } from "../pipeline.ts";
import type { PipelinePlan, RulePlan, StagePlan } from "./template.ts";

/** Something that has to be arranged: its details, and a yes that says done. */
export interface Arrangement {
  /** Such as "Hotel". */
  readonly name: string;
  readonly help?: string;
}

export interface EventPlan {
  readonly name: string;
  readonly noun: string;
  /** Who works on it. */
  readonly role: string;
  /** Name of the stage from which the event is sure. */
  readonly booked: string;
  readonly fields: PipelinePlan["fields"];
  readonly arrangements: readonly Arrangement[];
  /** Names of the fields that no two live events should share. */
  readonly flagsSame?: readonly string[];
}

/**
 * The plan of a kind of event.
 *
 * @example
 * planOfEvent({ name: "Talks", noun: "talk", role: "Office", booked: "Booked", fields: [], arrangements: [{ name: "Hotel" }] })
 *   .fields.filter((field) => field.type === "yes/no").map((field) => field.name) //=> ["Deposit paid", "Hotel done"]
 */
export function planOfEvent(plan: EventPlan): PipelinePlan {
  const arrangements = plan.arrangements.flatMap(fieldsOfArrangement);
  return {
    name: plan.name,
    noun: plan.noun,
    currency: "EUR",
    stages: stagesOf(plan),
    flagsSame: plan.flagsSame ?? [],
    fields: [...SPINE_FIELDS, ...plan.fields, ...arrangements],
    milestones: plan.arrangements.map(({ name }) => ({ name, points: 10, field: `${name} done` })),
    messages: [CONTRACT_QUESTION],
    rules: [CONTRACT_NUDGE, ...openRules(plan)],
  };
}

const SPINE_FIELDS: PipelinePlan["fields"] = [
  { name: "Contact", type: "text", personal: true, help: "Promoter, agent or client" },
  { name: "E-mail", type: "e-mail", personal: true },
  { name: "Phone", type: "phone", personal: true },
  { name: "Event on", type: "day" },
  { name: "Venue", type: "text" },
  { name: "Room", type: "text", help: "Which room of the venue" },
  { name: "Offer", type: "money" },
  { name: "Contract link", type: "link" },
  { name: "Deposit", type: "money" },
  { name: "Deposit paid", type: "yes/no" },
  { name: "Lost reason", type: "text" },
];

const CONTRACT_QUESTION: NonNullable<PipelinePlan["messages"]>[number] = {
  name: "Contract question",
  purpose: "service",
  to: "contact",
  subject: "The contract for {{Event on}}",
  body: "Dear {{Contact}},\n\nthe contract for {{Name}} on {{Event on}} is with you: {{Contract link}}. When may we have it back, signed? If anything in it stands in the way, tell me.\n\n{{Owner}}",
};

const CONTRACT_NUDGE: RulePlan = {
  name: "Nudge while the contract is out",
  when: "every 5 days in Contract Sent",
  does: "send Contract question; remind owner: ask for the signed contract",
};

/** Days before an event on which somebody is told what is still open: while there is time, and when there is none. */
const OPEN_ASKED_DAYS = [14, 3];

function stagesOf(plan: EventPlan): readonly StagePlan[] {
  const { role } = plan;
  return [
    {
      name: "Outreach",
      role,
      targetRate: 0.5,
      limitDays: 15,
      colour: "#eceff1",
      goal: "An answer, by promoter or agent",
    },
    {
      name: "Date Held",
      role,
      needs: "Event on",
      targetRate: 0.7,
      limitDays: 15,
      colour: "#e3f2fd",
      goal: "A date that both keep free",
    },
    {
      name: "Date Secured",
      role,
      needs: "Event on; Venue",
      targetRate: 0.85,
      limitDays: 10,
      colour: "#bbdefb",
      goal: "Nobody else can have it",
    },
    {
      name: "Offer Made",
      role,
      needs: "Offer",
      targetRate: 0.7,
      limitDays: 10,
      colour: "#fff9c4",
      goal: "Terms in writing",
    },
    {
      name: "Contract Sent",
      role,
      needs: "Contract link",
      targetRate: 0.9,
      limitDays: 10,
      colour: "#ffe0b2",
      goal: "Signed within ten days",
    },
    {
      name: "Contract Signed",
      role,
      targetRate: 0.95,
      limitDays: 10,
      colour: "#ffcc80",
      goal: "The deposit is asked for at once",
    },
    {
      name: "Deposit Received",
      role,
      needs: "Deposit paid is yes",
      targetRate: 1,
      limitDays: 5,
      colour: "#dcedc8",
      goal: "Money is in before work starts",
    },
    {
      name: plan.booked,
      kind: "won",
      role,
      colour: "#a5d6a7",
      goal: "Everything is arranged before the day",
    },
    { name: "Done", kind: "won", role, colour: "#81c784", goal: "Paid in full, and asked back" },
    {
      name: "Declined",
      kind: "lost",
      role,
      needs: "Lost reason",
      goal: "Why they said no",
      colour: "#ebe1e1",
    },
    {
      name: "Cancelled",
      kind: "lost",
      role,
      needs: "Lost reason",
      goal: "Why it fell through, and what it cost",
      colour: "#dfd0d0",
    },
  ];
}

function fieldsOfArrangement({
  name,
  help,
}: Arrangement): readonly (Pick<Field, "name" | "type"> & Partial<Field>)[] {
  return [
    { name, type: "text", ...(help === undefined ? {} : { help }) },
    { name: `${name} done`, type: "yes/no", help: "yes when it is arranged" },
  ];
}

function openRules({ booked, arrangements }: EventPlan): readonly RulePlan[] {
  if (arrangements.length === 0) return [];
  const onlyIf = arrangements.flatMap(({ name }) => [`${name} done is empty`, `${name} done is no`]);
  return OPEN_ASKED_DAYS.map((days) => ({
    name: `Still open ${days} days before`,
    when: `${days} days before Event on`,
    whileIn: [booked],
    onlyIf: onlyIf.join(" or "),
    does: `remind owner: ${days} days to go, and still open: {{Open}}`,
  }));
}
