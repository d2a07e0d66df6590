// Book reports made by hand, small enough to be checked by eye. Their numbers hold together: stages add up to
// records, steps to what entered, ledgers to their entries. Intervals are Wilson's, worked out on paper.

import type { BoardReport, BookReport, StageReport } from "../../../shared/report/book-report.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { parseMoment } from "../../../shared/value/moment.ts";

const asOf = "2026-11-20T23:59:59+01:00";

const noFlow = { entered: 0, movedOn: 0, won: 0, lost: 0 };

/** Nothing happened, stands or comes. */
const quiet: Pick<BoardReport, "past" | "present" | "future" | "people"> = {
  past: [
    { from: parseDay("2026-11-14"), days: 7, ...noFlow, before: noFlow },
    { from: parseDay("2026-08-23"), days: 90, ...noFlow, before: noFlow },
  ],
  present: { open: 0, unanswered: [], stuck: [], unassigned: [], stages: [] },
  future: { until: parseDay("2026-11-27"), steps: [], unplanned: 0, limits: [] },
  people: [],
};

/** Sixty deals on a main line of three stages. */
export const deals: BoardReport = {
  board: "Deals",
  pipeline: "Sales",
  noun: "deal",
  records: 60,
  stages: [
    {
      ...{ stage: "Lead", kind: "open", reached: 60, now: 10, overall: 1, targetRate: 0.6 },
      time: { unit: "days", median: 12, p80: 30.4, plainMedian: 9, n: 60 },
    },
    {
      ...{ stage: "Offer", kind: "open", reached: 40, now: 12, fromPrevious: 0.666667, overall: 0.666667 },
      time: { unit: "days", median: 45, plainMedian: 31, n: 40 },
    },
    {
      ...{ stage: "Won", kind: "won", reached: 18, now: 18, fromPrevious: 0.45, overall: 0.3 },
      time: { unit: "days", n: 18 },
    },
    { stage: "Later", kind: "parked", reached: 5, now: 4, time: { unit: "days", n: 5 } },
    { stage: "Lost", kind: "lost", reached: 16, now: 16, time: { unit: "days", n: 16 } },
  ],
  steps: [
    {
      ...{
        from: "Lead",
        to: "Offer",
        entered: 60,
        converted: 40,
        dropped: 8,
        pending: 12,
        firstSeenLater: 3,
      },
      ...{ rate: 0.666667, low: 0.540592, high: 0.772733, decided: 0.833333 },
      ...{ longRun: 0.81, longRunLow: 0.69, longRunHigh: 0.89 },
      within: { days: 90, mature: 50, converted: 12, rate: 0.24, low: 0.142969, high: 0.374128 },
    },
    {
      ...{ from: "Offer", to: "Won", entered: 40, converted: 18, dropped: 8, pending: 14, firstSeenLater: 0 },
      ...{ rate: 0.45, low: 0.307311, high: 0.601448, decided: 0.692308 },
      ...{ longRun: 0.63, longRunLow: 0.47, longRunHigh: 0.77 },
      within: { days: 90, mature: 39, converted: 14, rate: 0.358974 },
    },
  ],
  branches: [
    { from: "Lead", to: "Later", count: 2, ended: 50, share: 0.04 },
    { from: "Offer", to: "Later", count: 3, ended: 29, share: 0.103448 },
  ],
  outcomes: { won: 18, lost: 16, winRate: 0.529412, low: 0.367372, high: 0.685491 },
  cycle: { unit: "days", median: 57, plainMedianWon: 41, n: 18 },
  ledger: [
    {
      ...{
        stage: "Lead",
        entries: 60,
        advanced: 40,
        branched: 0,
        parked: 2,
        movedBack: 0,
        lost: 8,
        avoided: 0,
      },
      ...{ handedOn: 0, removed: 0, here: 10 },
    },
    {
      ...{
        stage: "Offer",
        entries: 41,
        advanced: 18,
        branched: 0,
        parked: 3,
        movedBack: 0,
        lost: 8,
        avoided: 0,
      },
      ...{ handedOn: 0, removed: 0, here: 12 },
    },
  ],
  milestones: [],
  past: [
    {
      ...{ from: parseDay("2026-11-14"), days: 7, entered: 3, movedOn: 4, won: 1, lost: 0 },
      before: { entered: 5, movedOn: 4, won: 0, lost: 1 },
    },
    {
      ...{ from: parseDay("2026-08-23"), days: 90, entered: 20, movedOn: 31, won: 7, lost: 6 },
      before: { entered: 15, movedOn: 20, won: 8, lost: 6 },
    },
  ],
  present: {
    open: 22,
    unanswered: [
      {
        ...{ record: "r1", name: "Kaisa Ueda", owner: "Ada", stage: "Offer", days: 9 },
        ...{ since: parseMoment("2026-11-18T09:00:00+01:00"), waits: 2.625 },
      },
    ],
    stuck: [
      {
        ...{ record: "r2", name: "Noor & Sons", owner: "", stage: "Offer", days: 41 },
        ...{ overDays: 19, stale: true, nextStep: "" },
      },
      {
        ...{ record: "r3", name: "Amir Yilmaz", owner: "Ada", stage: "Lead", days: 15 },
        ...{ overDays: 1, stale: false, nextStep: "send the numbers", nextStepOn: "2026-11-23" },
      },
    ],
    unassigned: [{ record: "r2", name: "Noor & Sons", owner: "", stage: "Offer", days: 41 }],
    stages: [
      { stage: "Lead", kind: "open", now: 10, overLimit: 1, stuck: 1, value: [] },
      {
        ...{ stage: "Offer", kind: "open", now: 12, overLimit: 1, stuck: 1 },
        value: [
          { amountMinor: 4_520_000, currency: "EUR", records: 8 },
          { amountMinor: 900_000, currency: "JPY", records: 1 },
        ],
      },
      { stage: "Won", kind: "won", now: 18, overLimit: 0, stuck: 0, value: [] },
      { stage: "Later", kind: "parked", now: 4, overLimit: 0, stuck: 0, value: [] },
    ],
    valueField: "Amount",
  },
  future: {
    until: parseDay("2026-11-27"),
    steps: [
      {
        ...{ record: "r4", name: "Rosa Ilves", owner: "Bo", stage: "Lead", days: 3 },
        ...{ nextStep: "call back", on: parseDay("2026-11-18") },
      },
      {
        ...{ record: "r5", name: "Mei Weiss", owner: "Ada", stage: "Offer", days: 3 },
        ...{ nextStep: "bring the contract", on: parseDay("2026-11-20") },
      },
      {
        ...{ record: "r3", name: "Amir Yilmaz", owner: "Ada", stage: "Lead", days: 15 },
        ...{ nextStep: "send the numbers", on: parseDay("2026-11-23") },
      },
    ],
    unplanned: 19,
    limits: [
      {
        ...{ record: "r5", name: "Mei Weiss", owner: "Ada", stage: "Offer", days: 3 },
        due: parseDay("2026-11-24"),
      },
    ],
    forecast: {
      records: 22,
      wins: { expected: 8.36, low: 5, high: 12 },
      money: [
        { currency: "EUR", records: 8, expected: 1_620_000, low: 700_000, high: 2_600_000 },
        { currency: "JPY", records: 1, expected: 360_000, low: 0, high: 900_000 },
      ],
    },
  },
  people: [
    {
      ...{
        person: "Ada",
        open: 14,
        due: 1,
        overdue: 1,
        untouched: 0,
        unanswered: 1,
        movedOn: 3,
        won: 5,
        lost: 3,
      },
    },
    { person: "Bo", open: 7, due: 1, overdue: 1, untouched: 0, unanswered: 0, movedOn: 1, won: 2, lost: 2 },
    { person: "", open: 1, due: 1, overdue: 1, untouched: 1, unanswered: 0, movedOn: 0, won: 0, lost: 1 },
  ],
  by: [
    {
      ...{ field: "Owner", value: "Bo", records: 18, outcomes: { won: 4, lost: 5, winRate: 0.444444 } },
      now: [
        ...[
          { stage: "Lead", count: 3 },
          { stage: "Offer", count: 4 },
          { stage: "Won", count: 4 },
        ],
        ...[
          { stage: "Later", count: 2 },
          { stage: "Lost", count: 5 },
        ],
      ],
    },
    {
      ...{ field: "Owner", value: "Ada", records: 40 },
      outcomes: { won: 14, lost: 10, winRate: 0.583333, low: 0.388348, high: 0.755339 },
      now: [
        ...[
          { stage: "Lead", count: 6 },
          { stage: "Offer", count: 8 },
          { stage: "Won", count: 14 },
        ],
        ...[
          { stage: "Later", count: 2 },
          { stage: "Lost", count: 10 },
        ],
      ],
    },
    {
      ...{ field: "Owner", value: "", records: 2, outcomes: { won: 0, lost: 1, winRate: 0 } },
      now: [
        { stage: "Lead", count: 1 },
        { stage: "Lost", count: 1 },
      ],
    },
  ],
};

/** Four shows with milestones: too few for any percentage. */
export const shows: BoardReport = {
  ...quiet,
  board: "Shows",
  pipeline: "Shows",
  noun: "show",
  records: 4,
  from: "2026-01-01",
  to: "2026-11-20",
  stages: [
    {
      ...{ stage: "排练 🎭", kind: "open", reached: 4, now: 2, overall: 1 },
      time: { unit: "days", median: 3, p80: 9, n: 4 },
    },
    {
      ...{ stage: "Opened", kind: "won", reached: 2, now: 2, fromPrevious: 0.5, overall: 0.5 },
      time: { unit: "days", n: 2 },
    },
  ],
  steps: [
    {
      ...{
        from: "排练 🎭",
        to: "Opened",
        entered: 4,
        converted: 2,
        dropped: 0,
        pending: 2,
        firstSeenLater: 0,
      },
      ...{ rate: 0.5, low: 0.15, high: 0.85, decided: 1, longRun: 0.75 },
      within: { days: 90, mature: 0, converted: 0 },
    },
  ],
  branches: [],
  outcomes: { won: 2, lost: 0, winRate: 1, low: 0.342372, high: 1 },
  cycle: { unit: "days", median: 8, n: 2 },
  ledger: [],
  milestones: [
    {
      record: "r1",
      name: "Hamlet",
      score: 500,
      offer: 500,
      open: [],
      status: "launched",
      pace: 1.2,
      projected: "2026-10-01",
    },
    {
      record: "r2",
      name: "ليلة في القاهرة",
      score: 120,
      offer: 500,
      open: ["Deposit", "Posters", "Tickets"],
      status: "behind",
      pace: 0.5,
      projected: "2027-03-12",
    },
    {
      record: "r3",
      name: "The Tempest",
      score: 300,
      offer: 500,
      open: ["Posters", "Tickets"],
      status: "on course",
      pace: 1,
      projected: "2026-12-20",
    },
    {
      record: "r4",
      name: "Untitled",
      score: 0,
      offer: 500,
      open: ["Posters", "Tickets"],
    },
  ],
  by: [],
};

/** A board on which nobody has typed a name yet. */
export const noOrders: BoardReport = {
  ...quiet,
  board: "Orders",
  pipeline: "Orders",
  noun: "order",
  records: 0,
  stages: [
    { stage: "Received", kind: "open", reached: 0, now: 0, time: { unit: "days", n: 0 } },
    { stage: "Delivered", kind: "won", reached: 0, now: 0, time: { unit: "days", n: 0 } },
  ],
  steps: [],
  branches: [],
  outcomes: { won: 0, lost: 0 },
  cycle: { unit: "days", n: 0 },
  ledger: [],
  milestones: [],
  by: [],
};

/** A book with one board of each kind. */
export const threeBoards: BookReport = bookOf(deals, shows, noOrders);

export function bookOf(...boards: readonly BoardReport[]): BookReport {
  return { asOf, log: { entries: 1234, hash: "0a1b2c" }, boards };
}

/** The deals, with every name that a person can type replaced by one name. */
export function dealsNamed(name: string): BoardReport {
  const renamed = (stage: StageReport, index: number) => ({ ...stage, stage: `${name}${index}` });
  return {
    ...deals,
    board: name,
    noun: name,
    stages: deals.stages.map(renamed),
    steps: deals.steps.map((step, index) => ({
      ...step,
      from: `${name}${index}`,
      to: `${name}${index + 1}`,
    })),
    branches: deals.branches.map((branch) => ({ ...branch, from: name, to: name })),
    ledger: deals.ledger.map((line) => ({ ...line, stage: name, entries: line.entries + 1 })),
    milestones: shows.milestones.map((milestone) => ({ ...milestone, name })),
    present: presentNamed(name),
    future: {
      ...deals.future,
      steps: deals.future.steps.map((one) => ({ ...one, ...recordNamed(name), nextStep: name })),
      limits: deals.future.limits.map((one) => ({ ...one, ...recordNamed(name) })),
    },
    people: deals.people.map((one) => ({ ...one, person: name })),
    by: deals.by.map((one) => ({
      ...one,
      field: name,
      value: name,
      now: one.now.map((now) => ({ ...now, stage: name })),
    })),
  };
}

function recordNamed(name: string) {
  return { name, owner: name, stage: name };
}

function presentNamed(name: string): BoardReport["present"] {
  const { present } = deals;
  return {
    open: present.open,
    unanswered: present.unanswered.map((one) => ({ ...one, ...recordNamed(name) })),
    stuck: present.stuck.map((one) => ({ ...one, ...recordNamed(name), nextStep: name })),
    unassigned: present.unassigned.map((one) => ({ ...one, ...recordNamed(name) })),
    stages: present.stages.map((one) => ({ ...one, stage: name })),
    valueField: name,
  };
}
