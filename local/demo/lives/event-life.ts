// What the lives of all live events share: from a first word to a date, an offer, a contract, a deposit and the day
// itself. Most fall through on the way, as they do.

import type { Cell } from "../../../shared/table/cell.ts";
import { addDays, type Day, weekdayOf } from "../../../shared/value/day.ts";
import {
  always,
  any,
  type Beginning,
  type Happening,
  type LifePlan,
  logs,
  type Scene,
  type Way,
  type Ways,
} from "../life-plan.ts";
import { dayCell, isLucky, oneOf, roundAmount, type Telling, wholeNumber } from "../telling.ts";

export interface EventLife {
  readonly beginnings: readonly Beginning[];
  /** The stage from which the event is sure. */
  readonly booked: string;
  readonly eventOn: (scene: Scene) => Cell;
  readonly venue: (scene: Scene) => Cell;
  readonly medianOffer: number;
  /** What is filled in with an offer. */
  readonly offerCells: (scene: Scene) => Beginning["cells"];
  /** What happens once it is sure. */
  readonly arranging: readonly Happening[];
}

/** The plan of a year's events of one kind. */
export function eventLives(life: EventLife): LifePlan {
  return {
    beginnings: life.beginnings,
    ways: waysOf(life),
    forgotten: { to: "Declined", wait: 30 },
    fills: {
      event_on: life.eventOn,
      venue: life.venue,
      offer: ({ telling }) => roundAmount(telling, life.medianOffer, 50),
      contract_link: always("https://files.example/contract"),
      lost_reason: any("another date", "too dear", "no answer", "ill", "another act", "no budget this year"),
    },
    nextSteps: [
      "ask for the contract",
      "send the offer",
      "hold a second date",
      "call the agent",
      "ask for the deposit",
    ],
  };
}

/** A day of the week (1 is Monday) some months after the scene. */
export function dayAhead({ telling, at }: Scene, weekdays: readonly [number, ...number[]]): Day {
  const day = addDays(at.day, wholeNumber(telling, 70, 150));
  return addDays(day, (oneOf(telling, weekdays) - weekdayOf(day) + 7) % 7);
}

/** Something that has to be arranged, such as a hotel: its details and the yes that says done. */
export function arranges(
  field: string,
  chance: number,
  ...details: readonly [string, ...string[]]
): Happening {
  const cells = ({ telling }: Scene) => ({ [field]: oneOf(telling, details), [`${field}_done`]: "yes" });
  return { chance, wait: 25, cells };
}

/** Whose it is, and how to reach them. */
export function ownedBy(
  telling: Telling,
  people: readonly [string, ...string[]],
  contact: { readonly name: string; readonly email: string; readonly phone: string },
): Beginning["cells"] {
  return {
    owner: isLucky(telling, 0.95) ? oneOf(telling, people) : null,
    contact: contact.name,
    e_mail: contact.email,
    phone: contact.phone,
  };
}

function depositOf({ story }: Scene): Beginning["cells"] {
  return { deposit: Math.round(Number(story.text("offer")) / 2) };
}

const asks = logs("email-out", 0.95, 0.2, "are you free?", "asked for the date", "a first word");
const nudges = [5, 10, 15, 20].map((days) =>
  logs("email-out", 0.9, { calendarDays: days }, "asked for the signed contract"),
);

function waysOf({ booked, arranging, offerCells }: EventLife): Ways {
  const yes = logs("reply-yes", 0.8, 2, "the date is good", "would love to");
  const declined = (chance: number): Way => ({
    to: "Declined",
    chance,
    wait: 8,
    happens: [asks, logs("reply-no", 0.7, 3, "not this year", "another date")],
  });
  return {
    Outreach: [
      { to: "Date Held", chance: 0.6, wait: 5, happens: [asks, yes] },
      declined(0.24),
      { chance: 0.16, wait: 30, happens: [asks, logs("reply-later", 0.4, 4, "ask again in spring")] },
    ],
    "Date Held": [{ to: "Date Secured", chance: 0.76, wait: 5 }, declined(0.13)],
    "Date Secured": [{ to: "Offer Made", chance: 0.9, wait: 3, cells: offerCells }, declined(0.06)],
    "Offer Made": [
      {
        to: "Contract Sent",
        chance: 0.78,
        wait: 5,
        happens: [logs("call", 0.4, 2, "went through the terms"), logs("reply-yes", 0.8, 3, "agreed")],
      },
      declined(0.14),
    ],
    "Contract Sent": [
      { to: "Contract Signed", chance: 0.88, wait: 7, happens: nudges },
      declined(0.05),
      { chance: 0.07, wait: 40, happens: nudges },
    ],
    "Contract Signed": [
      { to: "Deposit Received", chance: 0.88, wait: 4, cells: depositOf },
      { to: "Cancelled", chance: 0.1, wait: 8 },
    ],
    "Deposit Received": [{ to: booked, chance: 0.99, wait: 1 }],
    [booked]: [
      { to: "Done", chance: 0.9, wait: { afterField: "event_on", calendarDays: 1 }, happens: arranging },
      { to: "Cancelled", chance: 0.1, wait: 20, happens: arranging },
    ],
  };
}

/** The cell of the day ahead. */
export function eventDay(weekdays: readonly [number, ...number[]]): (scene: Scene) => Cell {
  return (scene) => dayCell(dayAhead(scene, weekdays));
}
