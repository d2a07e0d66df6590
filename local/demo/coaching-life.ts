// A year of coaching: clients come through six weekly calls, do more or less of what earns milestones, and are
// launched at the end, or leave on the way.

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

const CLIENTS = 70;
const CALLS = 6;
const PERIOD_DAYS = 60;
const LEAVES_AFTER_CALL = 0.04;

export const coaches = ["Tomas", "Ines"] as const;

// Which field says that a milestone was reached, how likely it is, and how long after the start.
const MILESTONES = [
  { milestone: "Contacts imported", field: "contacts_imported", chance: 0.9, medianDays: 8 },
  { milestone: "First e-mail broadcast sent", field: "first_e_mail_broadcast", chance: 0.8, medianDays: 18 },
  { milestone: "Web form live", field: "web_form_live", chance: 0.75, medianDays: 25 },
  { milestone: "First automation built", field: "first_automation", chance: 0.65, medianDays: 38 },
] as const;

/** The lives of a year's clients. */
export function coachingLives(telling: Telling): readonly Life[] {
  const taken = new Set<string>();
  return startDays(telling, CLIENTS).map((day) => coachingLife(telling, day, taken));
}

function coachingLife(telling: Telling, start: Day, taken: Set<string>): Life {
  const contact = madeUpContact(telling, taken);
  const begin = officeTime(telling, start);
  const { visits, activities, last } = callsOf(telling, begin);
  const reached = MILESTONES.flatMap(({ milestone, field, chance, medianDays }) => {
    const at = after(telling, begin, medianDays);
    const isDone = isLucky(telling, chance) && hasHappened(telling, at) && at.day <= last.day;
    return isDone ? [{ milestone, field, at }] : [];
  });
  const cells: Record<string, Cell> = {
    owner: oneOf(telling, coaches),
    company: contact.company,
    e_mail: contact.email,
    phone: contact.phone,
    starts_on: dayCell(begin.day),
    ends_on: dayCell(addDays(begin.day, PERIOD_DAYS)),
    next_call_on: dayCell(addDays(last.day, 7)),
    ...Object.fromEntries(reached.map(({ field }) => [field, "yes"])),
  };
  const milestones = reached.map(({ milestone, at }) => ({ milestone, at }));
  return { name: contact.name, cells, visits, activities, milestones };
}

interface Calls {
  readonly visits: readonly Life["visits"][number][];
  readonly activities: readonly Life["activities"][number][];
  /** The last moment of the client's time with us, or of today's past. */
  readonly last: When;
}

function callsOf(telling: Telling, begin: When): Calls {
  const visits: Life["visits"][number][] = [{ stage: "Welcome", at: begin }];
  const activities: Life["activities"][number][] = [];
  let last = begin;
  for (let call = 1; call <= CALLS + 1; call++) {
    const at = after(telling, last, call === 1 ? 2 : 7);
    if (!hasHappened(telling, at)) break;
    if (call > 1) activities.push({ kind: "meeting", at, note: `call ${call - 1} held` });
    if (call > 1 && isLucky(telling, 0.12))
      activities.push({ kind: "rescheduled", at, note: `call ${call}` });
    const leaves = call > 1 && isLucky(telling, LEAVES_AFTER_CALL);
    const stage = leaves ? "Left" : call > CALLS ? "Launched" : `Call ${call}`;
    visits.push({ stage, at });
    last = at;
    if (leaves) break;
  }
  return { visits, activities, last };
}
