// The sections of the flat report that tell what the stages are measured by.

import type { CsvSection, CsvValue } from "./csv-sections.ts";
import type { GoalsReport } from "./goals-report.ts";

/** What the stages are measured by, and the lists behind it. */
export const goalSections: readonly CsvSection[] = [
  {
    name: "goals",
    header: ["Goal", "Stage", "Value", "Low", "High", "Counted", "Of"],
    rowsOf: ({ goals = {} }) => goalRows(goals),
  },
  {
    name: "research",
    header: ["Known", "Records", "Of"],
    rowsOf: ({ goals }) =>
      (goals?.research?.parts ?? []).map(({ name, known }) => [name, known, goals?.research?.n]),
  },
  {
    name: "referrals",
    header: ["Referrer", "Records", "Won"],
    rowsOf: ({ goals }) =>
      (goals?.referrals ?? []).map(({ referrer, records, won }) => [referrer, records, won]),
  },
  {
    name: "losses",
    header: ["Lost from", "Records", "Days to the loss, median"],
    rowsOf: ({ goals }) =>
      (goals?.losses?.stages ?? []).map(({ stage, lost, medianDays }) => [stage, lost, medianDays]),
  },
  {
    name: "reasons",
    header: ["Fate", "Reason", "Records"],
    rowsOf: ({ goals }) => [
      ...(goals?.wonReasons ?? []).map(({ reason, records }) => ["won", reason, records]),
      ...(goals?.lostReasons ?? []).map(({ reason, records }) => ["lost", reason, records]),
    ],
  },
  {
    name: "output",
    header: ["Rep", "Bin", "Moved", "A week, mean", "A week, low", "A week, high"],
    rowsOf: ({ goals }) =>
      (goals?.outputs ?? []).flatMap(({ rep, bins, ...all }) => [
        [rep, undefined, all.moved, all.mean, all.low, all.high],
        ...bins.map(({ stage, moved, mean, low, high }) => [rep, stage, moved, mean, low, high]),
      ]),
  },
  {
    name: "output per week",
    header: ["Rep", "Week", "Moved"],
    rowsOf: ({ goals }) =>
      (goals?.outputs ?? []).flatMap(({ rep, weeks }) => weeks.map(({ week, moved }) => [rep, week, moved])),
  },
];

// A goal is a share with the counts behind it, a mean, or a count alone.
function goalRows(goals: GoalsReport): readonly (readonly CsvValue[])[] {
  const { research, replies, deliveries, satisfaction, touched, losses } = goals;
  const rows: (readonly CsvValue[] | undefined)[] = [
    research && ["research", research.stage, research.share, undefined, undefined, undefined, research.n],
    replies && ["replies", undefined, replies.all, undefined, undefined, replies.all, replies.records],
    deliveries && [
      ...["in time", deliveries.stage, deliveries.rate, deliveries.low, deliveries.high, deliveries.inTime],
      deliveries.inTime + deliveries.late,
    ],
    satisfaction && [
      ...["satisfaction", undefined, satisfaction.mean, undefined, undefined, satisfaction.n, undefined],
    ],
    touched && [
      ...["touched", touched.stage, touched.rate, touched.low, touched.high, touched.touched, touched.n],
    ],
    losses && [
      ...["days to the loss, median", undefined, losses.medianDays, undefined, undefined, losses.lost],
      undefined,
    ],
  ];
  return rows.filter((row) => row !== undefined);
}
