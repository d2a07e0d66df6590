// A year of a small firm's sales: most names never answer, some talk, a few buy and are kept in touch with. Some
// deals come from accounts that prospecting handed on; what was sold decides which board fulfils it.

import { addDays } from "../../../shared/value/day.ts";
import {
  always,
  any,
  type Beginning,
  fillsIn,
  handsOver,
  type LifePlan,
  logs,
  type Scene,
  type Ways,
} from "../life-plan.ts";
import { madeUpContact } from "../made-up-name.ts";
import { enteredKind, type Story } from "../record-story.ts";
import {
  after,
  dayCell,
  hasHappened,
  isLucky,
  oneOf,
  roundAmount,
  startTimes,
  type Telling,
  wholeNumber,
} from "../telling.ts";
import type { PaidShare } from "../told-money.ts";

const COLD_DEALS = 200;
const COMES_BACK = 0.5;
const sellers = ["Mira", "Jonas", "Priya"] as const;

interface Offer {
  readonly need: string;
  readonly services: string;
  readonly fulfilledOn: "solar" | "coaching" | "orders";
}

/** What is sold, why, and on which board it is fulfilled. */
export const offers: readonly [Offer, ...Offer[]] = [
  { need: "lower power bills", services: "solar roof, installed", fulfilledOn: "solar" },
  { need: "power for the cold store", services: "solar roof with battery", fulfilledOn: "solar" },
  { need: "to launch the new web shop", services: "six coaching calls", fulfilledOn: "coaching" },
  { need: "clients who come back", services: "onboarding and six calls", fulfilledOn: "coaching" },
  { need: "furniture for the new site", services: "delivery on call", fulfilledOn: "orders" },
  { need: "spare parts within a week", services: "a yearly supply", fulfilledOn: "orders" },
];

/** The plan of a year's deals, those that came from an account among them. */
export function salesLives(telling: Telling, taken: Set<string>, accounts: readonly Story[]): LifePlan {
  const cold = startTimes(telling, COLD_DEALS).map((at) => ({ at, cells: contact(telling, taken) }));
  const warm = accounts.flatMap((account): Beginning[] => {
    const at = enteredKind(account, "won");
    return at === undefined ? [] : [{ at, cells: contactOf(telling, account), ways: WARM_WAYS }];
  });
  return {
    beginnings: [...cold, ...warm],
    later: (deals) => secondDeals(telling, deals),
    ways: WAYS,
    forgotten: { to: "Lost", wait: 30, cells: lostCells },
    fills: {
      company_news: any("opens a second shop", "won a prize", "hires a team", "moves to a new site"),
      company_news_on: ({ telling, at }) => dayCell(addDays(at.day, -wholeNumber(telling, 1, 40))),
      terms: any("50 % in advance", "all before work", "50 % in advance, rest on delivery"),
      delivery_deadline: ({ at }) => dayCell(addDays(at.day, 45)),
      budget_estimate: ({ telling }) => roundAmount(telling, 4200, 500),
      amount: ({ telling, story }) =>
        Number(story.text("budget_estimate")) + wholeNumber(telling, -4, 4) * 50,
      currency: always("EUR"),
      payment_schedule: any("50/50", "50/50", "All before work"),
      delivery_link: always("https://files.example/delivery"),
      review_link: always("https://files.example/review"),
      delivered_on: ({ at }) => dayCell(at.day),
    },
    nextSteps: [
      "call back",
      "send the proposal",
      "ask for the advance",
      "meet at the fair",
      "send two references",
    ],
  };
}

function contact(telling: Telling, taken: Set<string>): Beginning["cells"] {
  const { name, company, email, phone } = madeUpContact(telling, taken);
  const source = oneOf(telling, ["Referral", "Web form", "Trade fair", "Cold list", "Newsletter"]);
  const referrer = oneOf(telling, ["Mei Novák", "Gustav Dahl", "Yara Muñoz"]);
  return {
    name,
    company,
    e_mail: email,
    phone,
    source,
    owner: isLucky(telling, 0.96) ? oneOf(telling, sellers) : null,
    ...(source === "Referral" ? { referred_by: referrer } : {}),
  };
}

function contactOf(telling: Telling, account: Story): Beginning["cells"] {
  return {
    name: account.text("contact"),
    company: account.text("name"),
    e_mail: account.text("e_mail"),
    phone: account.text("phone"),
    source: "Prospecting",
    owner: oneOf(telling, sellers),
  };
}

// Clients who are kept in touch with come back: a new deal, which names the earlier one.
function secondDeals(telling: Telling, deals: readonly Story[]): readonly Beginning[] {
  return deals.flatMap((deal): Beginning[] => {
    const won = enteredKind(deal, "won");
    const at = won === undefined ? undefined : after(telling, won, 60);
    if (at === undefined || !hasHappened(telling, at) || !isLucky(telling, COMES_BACK)) return [];
    const name = deal.text("name");
    const kept = ["company", "e_mail", "phone", "owner"].map((field) => [field, deal.cells()[field] ?? null]);
    const cells = { ...Object.fromEntries(kept), name: `${name}, second deal`, earlier_deal: name };
    return [{ at, cells: { ...cells, source: "Client" }, ways: WARM_WAYS }];
  });
}

function offerCells({ telling, at }: Scene): Beginning["cells"] {
  const { need, services } = oneOf(telling, offers);
  return {
    need,
    services,
    decision_maker: oneOf(telling, ["the owner", "the founder", "head of operations", "the board"]),
    expected_close: dayCell(addDays(at.day, wholeNumber(telling, 20, 60))),
  };
}

// A reason is asked for, and not always had.
function lostCells({ telling }: Scene): Beginning["cells"] {
  if (isLucky(telling, 0.12)) return {};
  return { lost_reason: oneOf(telling, ["no budget", "no answer", "another supplier", "not now"]) };
}

const followUps = [2, 4, 7].map((days) => logs("email-out", 0.7, { calendarDays: days }, "following up"));
const firstMail = logs("email-out", 1, 0.2, "about their news");
const talks = [
  logs("rescheduled", 0.15, 1, "a day later", "the week after"),
  logs("meeting", 0.85, 3, "first talk", "met at their office", "a call with the whole team"),
  logs("email-out", 0.8, 4, "what we agreed", "thanks, and next steps"),
];
const touches = [20, 50, 80, 110, 140, 170, 200, 230].map((days) =>
  logs(
    "email-out",
    0.75,
    { calendarDays: days },
    "congratulations on the prize",
    "how is it going?",
    "a small tip",
  ),
);

/** The advance before work starts; the balance, where somebody said so, when all is delivered. */
export function salesPaidAt(stage: string, story: Story): PaidShare | undefined {
  if (stage === "Order Processing") return "advance";
  return stage === "The Loop" && story.text("balance_paid") === "yes" ? "all" : undefined;
}

const WAYS: Ways = {
  "Networking Database": [
    { to: "Initial Outreach", chance: 0.82, wait: 3 },
    { to: "Lost", chance: 0.06, wait: 25, cells: lostCells },
  ],
  "Initial Outreach": [
    { to: "Dialogue", chance: 0.42, wait: 5, happens: [firstMail, ...followUps] },
    {
      to: "Lost",
      chance: 0.3,
      wait: 12,
      happens: [firstMail, ...followUps, logs("reply-no", 0.5, 6, "not interested", "has a supplier")],
      cells: lostCells,
    },
    {
      chance: 0.28,
      wait: 30,
      happens: [firstMail, ...followUps, logs("reply-later", 0.3, 5, "after the summer", "next year")],
    },
  ],
  Dialogue: [
    { to: "Proposal", chance: 0.64, wait: 7, happens: talks, cells: offerCells },
    { to: "Lost", chance: 0.2, wait: 12, happens: talks, cells: lostCells },
    { chance: 0.16, wait: 40, happens: [...talks, handsOver(0.3, 8, sellers)] },
  ],
  Proposal: [
    {
      to: "Invoice",
      chance: 0.6,
      wait: 7,
      happens: [logs("call", 0.5, 2, "went through the proposal"), logs("reply-yes", 0.9, 5, "agreed")],
    },
    { to: "Lost", chance: 0.27, wait: 10, happens: [logs("reply-no", 0.8, 6, "too dear")], cells: lostCells },
    { chance: 0.13, wait: 30, happens: [logs("email-out", 0.8, 4, "any questions?")] },
  ],
  Invoice: [
    {
      to: "Order Processing",
      chance: 0.86,
      wait: 3,
      cells: ({ telling }) => ({
        won_reason: oneOf(telling, ["price", "a friend's advice", "speed", "trust"]),
      }),
    },
    { to: "Lost", chance: 0.05, wait: 15, cells: lostCells },
    { chance: 0.09, wait: 20, happens: [logs("reply-later", 0.6, 6, "pays at the end of the month")] },
  ],
  "Order Processing": [{ to: "Order Delivery", chance: 0.98, wait: 8 }],
  "Order Delivery": [
    {
      to: "The Loop",
      chance: 0.96,
      wait: 6,
      cells: ({ telling }) => ({
        satisfaction: oneOf(telling, [5, 5, 4, 4, 3]),
        balance_paid: isLucky(telling, 0.85) ? "yes" : "no",
      }),
    },
  ],
  "The Loop": [{ chance: 1, wait: 240, happens: [fillsIn(0.02, 40, { do_not_contact: "yes" }), ...touches] }],
  Lost: [{ to: "Initial Outreach", chance: 0.05, wait: 45 }],
};

// Whoever comes from prospecting has talked with us before.
const WARM_WAYS: Ways = {
  "Networking Database": [{ to: "Initial Outreach", chance: 0.98, wait: 1 }],
  "Initial Outreach": [{ to: "Dialogue", chance: 0.9, wait: 2, happens: [firstMail] }],
};
