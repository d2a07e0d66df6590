// A year of a small firm's sales: most names never answer, some talk, a few buy, and every stage has what its gate
// asks for.

import type { Cell } from "../../shared/table/cell.ts";
import { addDays, type Day } from "../../shared/value/day.ts";
import {
  after,
  dayCell,
  hasHappened,
  isLucky,
  type Life,
  officeTime,
  oneOf,
  startDays,
  type Telling,
  type When,
} from "./life.ts";
import { madeUpContact } from "./made-up-name.ts";

const DEALS = 260;

type Activity = Life["activities"][number];

interface Step {
  readonly stage: string;
  /** Chance that a deal goes on to the next step, and how long that takes. */
  readonly goesOn: number;
  readonly medianDays: number;
}

const STEPS: readonly Step[] = [
  { stage: "Networking Database", goesOn: 0.82, medianDays: 4 },
  { stage: "Initial Outreach", goesOn: 0.46, medianDays: 6 },
  { stage: "Dialogue", goesOn: 0.62, medianDays: 9 },
  { stage: "Proposal", goesOn: 0.58, medianDays: 8 },
  { stage: "Invoice", goesOn: 0.86, medianDays: 4 },
  { stage: "Order Processing", goesOn: 0.98, medianDays: 7 },
  { stage: "Order Delivery", goesOn: 0.97, medianDays: 10 },
  { stage: "The Loop", goesOn: 0, medianDays: 30 },
];

/** Who does not go on is lost or just stays, in halves. */
const LOST_CHANCE = 0.5;
const MEDIAN_DAYS_TO_LOSS = 14;
const FIRST_WON = STEPS.findIndex(({ stage }) => stage === "Order Processing");

export const salesPeople = ["Mira", "Jonas", "Priya"] as const;

/** The lives of a year's deals. */
export function salesLives(telling: Telling): readonly Life[] {
  const taken = new Set<string>();
  return startDays(telling, DEALS).map((day) => salesLife(telling, day, taken));
}

function salesLife(telling: Telling, start: Day, taken: Set<string>): Life {
  const contact = madeUpContact(telling, taken);
  const visits: Life["visits"][number][] = [];
  const activities: Activity[] = [];
  let at = officeTime(telling, start);
  for (const [index, step] of STEPS.entries()) {
    if (!hasHappened(telling, at) && index > 0) break;
    visits.push({ stage: step.stage, at });
    activities.push(...activitiesOf(telling, step.stage, at));
    const isGoing = isLucky(telling, step.goesOn);
    const next = after(telling, at, isGoing ? step.medianDays : MEDIAN_DAYS_TO_LOSS);
    if (!isGoing) {
      const isLost = index < FIRST_WON && isLucky(telling, LOST_CHANCE) && hasHappened(telling, next);
      if (isLost) visits.push({ stage: "Lost", at: next });
      break;
    }
    if (step.stage === "Initial Outreach" && hasHappened(telling, next)) {
      activities.push({ kind: "reply-yes", at: next, note: "would like to hear more" });
    }
    at = next;
  }
  const cells = { ...contactCells(telling, contact, visits), ...dealCells(telling, visits) };
  return { name: contact.name, cells, visits, activities, milestones: [] };
}

function activitiesOf(telling: Telling, stage: string, at: When): readonly Activity[] {
  if (stage === "Initial Outreach") {
    const followUp = officeTime(telling, addDays(at.day, 4));
    const first: Activity = { kind: "email-out", at, note: "about their news" };
    return hasHappened(telling, followUp) && isLucky(telling, 0.6)
      ? [first, { kind: "email-out", at: followUp, note: "following up" }]
      : [first];
  }
  if (stage !== "Dialogue") return [];
  const meeting = after(telling, at, 3);
  return hasHappened(telling, meeting) ? [{ kind: "meeting", at: meeting, note: "first talk" }] : [];
}

function contactCells(
  telling: Telling,
  contact: ReturnType<typeof madeUpContact>,
  visits: Life["visits"],
): Record<string, Cell> {
  const outreach = visits.find(({ stage }) => stage === "Initial Outreach");
  const news = outreach?.at.day;
  return {
    owner: oneOf(telling, salesPeople),
    company: contact.company,
    e_mail: contact.email,
    phone: contact.phone,
    source: oneOf(telling, ["Referral", "Web form", "Trade fair", "Cold list", "Newsletter"]),
    temperature: "Cold",
    ...(news === undefined
      ? {}
      : {
          company_news: oneOf(telling, [
            "opens a second shop",
            "won a prize",
            "hires a team",
            "moves to a new site",
          ]),
          company_news_on: dayCell(addDays(news, -Math.floor(telling.random.uniform() * 40))),
        }),
  };
}

// Whatever the gates of the stages that a deal has entered ask for is there.
function dealCells(telling: Telling, visits: Life["visits"]): Record<string, Cell> {
  const entered = (stage: string) => visits.find((visit) => visit.stage === stage)?.at.day;
  const amount = Math.round(telling.random.logNormal(4200, 0.7) / 50) * 50;
  const cells: Record<string, Cell> = {};
  if (entered("Dialogue") !== undefined) cells["temperature"] = "Warm";
  const proposal = entered("Proposal");
  if (proposal !== undefined) {
    Object.assign(cells, {
      need: oneOf(telling, [
        "a new web shop",
        "fewer manual orders",
        "a booking page",
        "one place for all clients",
      ]),
      services: oneOf(telling, ["set-up and training", "design and build", "a yearly plan"]),
      terms: "50 % in advance",
      delivery_deadline: dayCell(addDays(proposal, 45)),
      budget_estimate: Math.round(amount / 500) * 500,
      temperature: "Hot",
    });
  }
  if (entered("Invoice") !== undefined)
    Object.assign(cells, { amount, currency: "EUR", payment_schedule: "50/50" });
  if (entered("Order Processing") !== undefined) {
    Object.assign(cells, {
      advance_paid: "yes",
      temperature: "Won",
      won_reason: oneOf(telling, ["price", "a friend's advice", "speed"]),
    });
  }
  const delivery = entered("Order Delivery");
  if (delivery !== undefined) {
    Object.assign(cells, {
      delivery_link: "https://files.example/delivery",
      review_link: "https://files.example/review",
      satisfaction: oneOf(telling, [5, 5, 4, 4, 3]),
    });
  }
  const loop = entered("The Loop");
  if (loop !== undefined) cells["delivered_on"] = dayCell(loop);
  if (entered("Lost") !== undefined) {
    Object.assign(cells, {
      temperature: "Lost",
      lost_reason: oneOf(telling, ["no budget", "no answer", "another supplier", "not now"]),
    });
  }
  return cells;
}
