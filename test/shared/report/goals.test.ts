// What the stages are measured by, on the built-in pipelines and their fields. Day 0 is Thursday 1 January 2026, and
// the report is made on day 100, Saturday 11 April.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Pipeline } from "../../../shared/definition/pipeline.ts";
import { templates } from "../../../shared/definition/templates/templates.ts";
import type { Entry, EntryKind } from "../../../shared/log/entry.ts";
import { pathsOf } from "../../../shared/log/paths-builder.ts";
import { type BoardReportInput, boardReport } from "../../../shared/report/board-report.ts";
import { csvTables } from "../../../shared/report/csv-report.ts";
import { goalDetails } from "../../../shared/report/goal-details.ts";
import { goalSection } from "../../../shared/report/goal-words.ts";
import type { FieldValue } from "../../../shared/table/field-type.ts";
import { dayMoment, entryOf, moves } from "../../moves.ts";

type Held = Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;

function builtIn(key: string): Pipeline {
  const found = templates.find((template) => template.key === key);
  if (found === undefined) throw new Error(`no template ${key}`);
  return found.pipeline;
}

const sales = builtIn("sales");

function reportOf(
  pipeline: Pipeline,
  entries: readonly Entry[],
  { held = {}, ...rest }: Partial<BoardReportInput> & { readonly held?: Held } = {},
) {
  const asOf = dayMoment(100);
  const stageIds = pipeline.stages.map(({ id }) => id);
  const paths = pathsOf(stageIds, entries, asOf);
  const values = new Map(Object.entries(held));
  const rows = new Map(Object.keys(held).map((id) => [id, { name: id, owner: "Bo", nextStep: "" }]));
  return boardReport({ pipeline, board: "Board", paths, entries, asOf, rows, values, ...rest });
}

const logged = (record: string, kind: EntryKind, day: number) =>
  entryOf({ record, kind, at: dayMoment(day) });

test("research is told of the first stage: of five things to know, old news is none", () => {
  const entries = moves(
    "ada: Networking_Database@90",
    "bob: Networking_Database@90",
    "cyd: Networking_Database@1 Dialogue",
  );
  const { goals } = reportOf(sales, entries, {
    held: {
      ada: {
        company: "Acme",
        e_mail: "a@acme.example",
        company_news: "moved",
        company_news_on: "2026-01-11",
      },
      bob: { phone: "1", social_update: "a post", social_update_on: "2026-01-10" },
      cyd: { company: "Core" },
    },
  });
  // Ada: company, a way to reach, news of 90 days ago; Bob: a way to reach, and a post of 91 days ago.
  expect(goals?.research).toEqual({
    stage: "Networking Database",
    n: 2,
    share: 0.4,
    parts: [
      { name: "Company", known: 1 },
      { name: "E-mail or phone", known: 2 },
      { name: "Social account", known: 0 },
      { name: "Company news", known: 1 },
      { name: "Social update", known: 0 },
    ],
  });
});

test("a field that was renamed is still the one that its goal is read from", () => {
  const fields = sales.fields.map((field) =>
    field.id === "satisfaction" ? { ...field, name: "Stars" } : field,
  );
  const held = { ada: { satisfaction: 4 } };
  expect(reportOf({ ...sales, fields }, moves("ada: The_Loop@1"), { held }).goals?.satisfaction).toEqual({
    n: 1,
    mean: 4,
  });
});

test("without their fields, goals are left out", () => {
  const entries = moves("ada: Networking_Database Order_Processing Order_Delivery The_Loop");
  expect(reportOf({ ...sales, fields: [] }, entries).goals).toEqual({
    touched: { stage: "The Loop", days: 31, n: 1, touched: 0, rate: 0, low: 0, high: 0.793451 },
  });
});

const told = {
  ada: { delivery_deadline: "2026-01-04", satisfaction: 5, referred_by: "Zoe", won_reason: "Trust" },
  bob: { delivery_deadline: "2026-01-03", satisfaction: 4 },
  cyd: { referred_by: "zoe", lost_reason: "Price" },
  dan: { lost_reason: "price" },
};
const story = [
  ...moves("ada: Proposal@0 Order_Processing@1 Order_Delivery@3 The_Loop@80"),
  ...moves("bob: Proposal@0 Order_Processing@1 Order_Delivery@3"),
  ...moves("cyd: Dialogue@0 Proposal@4 Lost@10", "dan: Dialogue@0 Lost@4", "eve: Dialogue@0 Lost@2"),
  logged("ada", "call", 70),
  logged("cyd", "reply-no", 5),
  logged("dan", "reply-yes", 3),
];

test("a board of sales is measured by all that its rows and its history tell", () => {
  const { goals } = reportOf(sales, story, { held: told });
  expect(goals).toMatchObject({
    replies: { yes: 1, no: 1, later: 0, all: 2, records: 2 },
    deliveries: { stage: "Order Delivery", inTime: 1, late: 1, pending: 0, rate: 0.5 },
    satisfaction: { n: 2, mean: 4.5 },
    touched: { stage: "The Loop", days: 31, n: 1, touched: 1, rate: 1 },
    referrals: [{ referrer: "Zoe", records: 2, won: 1 }],
    losses: {
      lost: 3,
      medianDays: 4,
      stages: [
        { stage: "Dialogue", lost: 2, medianDays: 3 },
        { stage: "Proposal", lost: 1, medianDays: 10 },
      ],
    },
    wonReasons: [
      { reason: "Trust", records: 1 },
      { reason: "", records: 1 },
    ],
    lostReasons: [
      { reason: "Price", records: 2 },
      { reason: "", records: 1 },
    ],
  });
  expect(goals).not.toHaveProperty("outputs");
});

test("it is told in a sentence each, and fewer than five are no percentage", () => {
  const section = goalSection(reportOf(sales, story, { held: told }));
  expect(section.sentences).toEqual(
    [
      "Replies: 2 from 2 records: 1 yes, 1 no",
      "Order Delivery in time: 1 of 2",
      "Satisfaction: 4.5 of 5, from 2 answers",
      "In touch within 31 days: 1 of 1 in The Loop",
      "Referred by: Zoe 2",
      "Lost from: Dialogue 2, Proposal 1",
      "Lost because: Price 2, nobody said 1",
      "Won because: Trust 1, nobody said 1",
    ].map((sentence) => sentence.replace("records", "deals")),
  );
});

test("what each rep brings forth is told with the names of the bins", () => {
  const prospecting = builtIn("prospecting");
  const move = (record: string, day: number, to: string) =>
    entryOf({ record, kind: "moved", at: dayMoment(day), from: "working", to, who: "Ada", n: 2 });
  const entries = [
    ...moves("acme: Working@1", "core: Working@1", "dyn: Working@1"),
    ...[move("acme", 5, "active_opportunity"), move("core", 6, "bad_fit"), move("dyn", 12, "bad_fit")],
  ];
  const report = reportOf(prospecting, entries, { asOf: dayMoment(18) });
  // Weeks 2 and 3 of the year: 2 and 1.
  expect(report.goals?.outputs).toEqual([
    {
      ...{ rep: "Ada", moved: 3, mean: 1.5 },
      weeks: [
        { week: "2026-W02", moved: 2 },
        { week: "2026-W03", moved: 1 },
      ],
      bins: [
        { stage: "Active Opportunity", moved: 1, mean: 0.5 },
        { stage: "Bad Fit", moved: 2, mean: 1 },
      ],
    },
  ]);
  expect(goalSection(report).sentences).toContain("Output per week: Ada 1.5");
  const lists = goalDetails(report).find(({ title }) => title === "Output per week");
  expect(lists?.table?.rows.map(({ name, cells }) => [name, ...cells])).toEqual([
    ["Ada", "3", "1.5", ""],
    ["Ada, Active Opportunity", "1", "0.5", ""],
    ["Ada, Bad Fit", "2", "1", ""],
  ]);
});

test("every row of the flat tables has a cell for every head", () => {
  const board = reportOf(sales, story, { held: told });
  const tables = csvTables({ asOf: "2026-04-11T00:00:00Z", log: { entries: 0, hash: "" }, boards: [board] });
  const named = (name: string) => tables.find((table) => table.name === name);
  for (const { header, rows } of tables) for (const row of rows) expect(row).toHaveLength(header.length);
  expect(named("goals")?.rows.map(([, , , goal, , value]) => [goal, value])).toEqual([
    ["replies", 2],
    ["in time", 0.5],
    ["satisfaction", 4.5],
    ["touched", 1],
    ["days to the loss, median", 4],
  ]);
  expect(named("reasons")?.rows.map((row) => row.slice(3))).toEqual([
    ["won", "Trust", 1],
    ["won", "", 1],
    ["lost", "Price", 2],
    ["lost", "", 1],
  ]);
});

test("the columns and stages from which the guide reads goals are those of the built-in sales", () => {
  const guide = readFileSync(new URL("../../../guides/report.md", import.meta.url), "utf8");
  const rows = guide.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| Line"));
  const named = rows.flatMap((row) => [...row.matchAll(/\*([^*]+)\*/g)].map((match) => match[1] ?? ""));
  const known = [...sales.fields, ...sales.stages].map(({ name }) => name);
  const words = ["nobody said", "0 to 5.9 is usual"];
  expect(named.filter((name) => !known.includes(name))).toEqual(words);
  expect(named).toHaveLength(10 + words.length);
});
