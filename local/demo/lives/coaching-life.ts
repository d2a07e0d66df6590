// A year of coaching: clients come through six weekly calls, do more or less of what earns milestones, and are
// launched at the end, or leave on the way.

import { addDays } from "../../../shared/value/day.ts";
import {
  type Beginning,
  fillsIn,
  handsOver,
  type LifePlan,
  logs,
  type Scene,
  type Way,
  type Ways,
} from "../life-plan.ts";
import { madeUpContact } from "../made-up-name.ts";
import type { Story } from "../record-story.ts";
import { dayCell, isLucky, oneOf, startTimes, type Telling, type When, wholeNumber } from "../telling.ts";
import { soldBeginnings } from "./fulfilment.ts";

const CLIENTS = 85;
const PERIOD_DAYS = 60;
const coaches = ["Tomas", "Ines"] as const;

/** The plan of a year's clients, those of won deals among them. */
export function coachingLives(telling: Telling, taken: Set<string>, deals: readonly Story[]): LifePlan {
  const own = startTimes(telling, CLIENTS).map((at) => {
    const { name, company, email, phone } = madeUpContact(telling, taken);
    return { at, cells: { name, company, e_mail: email, phone } };
  });
  const sold = soldBeginnings(telling, deals, {
    board: "coaching",
    cells: (deal) => ({
      name: deal.text("name"),
      company: deal.text("company"),
      e_mail: deal.text("e_mail"),
      phone: deal.text("phone"),
    }),
  });
  return {
    beginnings: [...own, ...sold].map(({ at, cells }) => ({
      at,
      cells: { ...cells, ...periodCells(telling, at) },
    })),
    ways: WAYS,
    fills: {
      next_call_on: ({ at }) => dayCell(addDays(at.day, 7)),
    },
    nextSteps: [
      "look at the form together",
      "send the recording",
      "ask about the broadcast",
      "book the next call",
    ],
  };
}

function periodCells(telling: Telling, { day }: When): Beginning["cells"] {
  return {
    owner: isLucky(telling, 0.97) ? oneOf(telling, coaches) : null,
    starts_on: dayCell(day),
    ends_on: dayCell(addDays(day, PERIOD_DAYS)),
  };
}

// What a client may do between two calls, by the call before.
const DEEDS: readonly (readonly (readonly [field: string, chance: number])[])[] = [
  [["contacts_imported", 0.6]],
  [
    ["contacts_imported", 0.5],
    ["first_e_mail_broadcast", 0.4],
  ],
  [
    ["first_e_mail_broadcast", 0.5],
    ["web_form_live", 0.35],
  ],
  [
    ["web_form_live", 0.5],
    ["first_automation", 0.25],
  ],
  [
    ["first_e_mail_broadcast", 0.4],
    ["first_automation", 0.4],
  ],
  [
    ["web_form_live", 0.4],
    ["first_automation", 0.45],
  ],
];

function nextCall({ at }: Scene): Beginning["cells"] {
  return { next_call_on: dayCell(addDays(at.day, 7)) };
}

// The client said why, or did not.
function leftCells({ telling }: Scene): Beginning["cells"] {
  if (isLucky(telling, 0.3)) return {};
  return { left_because: oneOf(telling, ["no time", "sold the business", "expected something else"]) };
}

function callWays(call: number): readonly Way[] {
  const deeds = (DEEDS[call - 1] ?? []).map(([field, chance]) => fillsIn(chance, 2.5, { [field]: "yes" }));
  const held = logs("meeting", 1, 0.1, `call ${call} held`);
  const others = [logs("rescheduled", 0.12, 1, `call ${call}`), handsOver(0.01, 2, coaches)];
  const happens = [held, ...others, ...deeds];
  const next = call === 6 ? { to: "Launched" } : { to: `Call ${call + 1}`, cells: nextCall };
  return [
    { ...next, chance: 0.94, wait: 5, happens },
    { to: "Left", chance: 0.04, wait: 6, happens, cells: leftCells },
    { chance: 0.02, wait: 30, happens },
  ];
}

const WAYS: Ways = {
  Welcome: [
    {
      to: "Call 1",
      chance: 0.98,
      wait: 2,
      cells: (scene) => ({
        ...nextCall(scene),
        next_call_at: { serial: wholeNumber(scene.telling, 18, 32) / 48 },
      }),
    },
  ],
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((call) => [`Call ${call}`, callWays(call)])),
};
