// What the examples in the docstrings of shared/ call `fixtures`: a few shared values, named for their story. One
// book with one board, "Deals", on which Ada stands in a row that the engine has not seen yet; and a price list.

import { boardLayout, peoplesKeys } from "../shared/board/board-layout.ts";
import { readBoard } from "../shared/board/board-row.ts";
import type { Definition, Field, Pipeline } from "../shared/definition/pipeline.ts";
import { setupRows, setupTabs } from "../shared/definition/setup/write-setup.ts";
import { bookLayouts } from "../shared/engine/book-layouts.ts";
import type { ImportPlan, Source } from "../shared/engine/import/import-source.ts";
import type { BoardRun } from "../shared/engine/row/row-draft.ts";
import type { Run } from "../shared/engine/run.ts";
import { type Entry, moveId } from "../shared/log/entry.ts";
import { entryCells, logTab } from "../shared/log/log-tab.ts";
import { replay } from "../shared/log/replay.ts";
import { emptyColumns } from "../shared/log/row-columns.ts";
import { maskFrom, stageMask, stageRanks } from "../shared/log/stage-ranks.ts";
import type { Touches } from "../shared/log/touches.ts";
import type { RowsByRecord } from "../shared/log/visits.ts";
import { boardReport } from "../shared/report/board-report.ts";
import { boardState } from "../shared/report/board-state.ts";
import { firstPassages } from "../shared/statistics/first-passages.ts";
import { applyChanges } from "../shared/table/apply-changes.ts";
import type { TabLayout } from "../shared/table/layout.ts";
import type { ReadBook } from "../shared/table/planning/drafted-book.ts";
import type { Table } from "../shared/table/table.ts";
import { type Day, parseDay } from "../shared/value/day.ts";
import { parseMoment, utc } from "../shared/value/moment.ts";
import { dayMoment, paths, pathsIn } from "./moves.ts";
import { pipelineOf } from "./pipelines.ts";

const budget: Field = {
  id: "budget",
  name: "Budget",
  type: "number",
  options: [],
  aliases: [],
  personal: false,
  unique: false,
  carriesOver: false,
};

const plainOffers = pipelineOf("Offers", "Lead > Offer > Won:won | Lost:lost");

/** An offer needs a budget, and earns the one milestone. */
const offers: Pipeline = {
  ...plainOffers,
  noun: "deal",
  stages: plainOffers.stages.map((stage) =>
    stage.id === "offer" ? { ...stage, needs: [{ anyOf: [{ test: "filled", field: "budget" }] }] } : stage,
  ),
  fields: [budget],
  milestones: [{ id: "offered", name: "Offered", points: 10, reachedWhen: { by: "stage", stage: "offer" } }],
};

const board = { id: "deals", tab: "Deals", pipeline: "offers" };

const book: Definition = {
  zone: "UTC",
  practice: false,
  pipelines: [offers],
  boards: [board],
  team: [],
  holidays: [],
};

const setupTables = applyChanges(
  [],
  [
    ...setupTabs.map((layout) => ({ kind: "layOut", tab: layout.tab, layout }) as const),
    ...setupTabs.map(({ key, tab }) => ({ kind: "append", tab, rows: setupRows(book)[key] ?? [] }) as const),
  ],
);

const bookTables = applyChanges(setupTables, [
  ...bookLayouts(book).map((layout) => ({ kind: "layOut", tab: layout.tab, layout }) as const),
  { kind: "append", tab: "Deals", rows: [{ name: "Ada" }] },
]);

const dealsTable = bookTables.filter((table) => table.tab === "Deals")[0] as Table;

const now = parseMoment("2026-11-20T08:30:00Z");

const run: Run = { now, zone: utc, knownBy: "command", seed: "a seed" };

const entry: Entry = {
  at: now,
  board: "deals",
  record: "rada",
  kind: "created",
  to: "lead",
  n: 1,
  who: "Robin",
  knownBy: "command",
  name: "Ada",
  note: "",
  data: {},
  id: moveId("rada", 1, "lead"),
};

const boardRun: BoardRun = {
  run,
  definition: book,
  pipeline: offers,
  boardId: "deals",
  watched: ["budget"],
  keys: peoplesKeys(boardLayout(book, board)),
  entriesOf: () => [],
};

const ranks = stageRanks(offers, paths("ada: Lead"));

const leadToOffer = {
  start: stageMask(ranks, (stage) => stage.id === "lead"),
  goal: maskFrom(ranks, "offer"),
  beyond: maskFrom(ranks, "offer"),
  drop: stageMask(ranks, (stage) => stage.kind === "lost"),
  window: { startWallMs: Number.NEGATIVE_INFINITY, endWallMs: Number.POSITIVE_INFINITY },
  withinDays: 90,
};

const noRows: RowsByRecord = {
  columns: emptyColumns(0),
  ids: [],
  order: new Int32Array(0),
  start: new Int32Array(1),
  recordIds: [],
};

const importPlan: ImportPlan = {
  fields: [{ field: "Name", column: "Who" }],
  stageColumn: "Where",
  stageDates: [],
  others: "refuse",
};

const eventPlan: ImportPlan = {
  fields: [],
  stageDates: [],
  events: { case: "Case", stage: "Where", at: "When" },
  others: "refuse",
};

const importSource: Source = {
  header: ["Who", "Where"],
  rows: [
    { line: 2, cells: ["Ada", "Lead"] },
    { line: 3, cells: ["Bob", "Lead"] },
  ],
};

const eventSource: Source = {
  header: ["Case", "Where", "When"],
  rows: [
    { line: 2, cells: ["Ada", "Lead", "2026-11-18"] },
    { line: 3, cells: ["Ada", "Offer", "2026-11-19"] },
  ],
};

const pricesLayout: TabLayout = {
  key: "prices",
  tab: "Prices",
  hidden: false,
  columns: [
    { key: "article", header: "Article", widthCharacters: 18, format: "text" },
    { key: "price", header: "Price", widthCharacters: 12, format: "number" },
  ],
  preparedRows: 0,
};

const pricesTable: Table = {
  tab: "Prices",
  key: "prices",
  header: ["Article", "Price"],
  rows: [{ at: 2, cells: ["Apple", 12.5] }],
  marks: { article: 0, price: 1 },
  merges: [],
};

/** The price list as a host read it. */
const pricesBook: ReadBook = {
  tabs: [{ table: pricesTable, maxRows: 1000 }],
  wholeHeader: () => ({ cells: pricesTable.header, width: 2 }),
};

/** Ada stands in Offer since five days, and Bo owns her. */
const boardInput = {
  pipeline: offers,
  board: "Offers",
  paths: paths("ada: Lead@90 Offer@95"),
  entries: [],
  asOf: dayMoment(100),
  rows: new Map([["ada", { name: "Ada", owner: "Bo", nextStep: "call back" }]]),
};

const quietPipeline = pipelineOf("Quiet", "Lead > Won:won");

const quietBoard = boardReport({
  pipeline: quietPipeline,
  board: "Quiet",
  paths: pathsIn(quietPipeline, 100, []),
  entries: [],
  asOf: dayMoment(100),
  rows: new Map(),
});

const { pipeline, rows } = boardInput;
const stateOfBoard = boardState(boardInput);

/** The ranges of a book on whose board "Deals" Ada was created in Lead, and the moment of its Dashboard. */
const boardInCells = {
  activity: [
    logTab.columns.map(({ header }) => header),
    logTab.columns.map(({ key }) => entryCells(entry)[key] ?? ""),
  ],
  stages: [
    ["Pipeline", "Stage", "Kind", "Main line"],
    ...offers.stages.map(({ name, kind }) => ["Offers", name, kind, ""]),
  ],
  board: "Deals",
  asOf: dayMoment(500),
};

/** A home-made list of two companies. */
const crmTable: Table = {
  tab: "CRM",
  header: ["Company", "Status", "E-mail"],
  rows: [
    { at: 2, cells: ["Acme", "Lead", "info@acme.example"] },
    { at: 3, cells: ["Brook", "Won", "hello@brook.example"] },
  ],
  marks: {},
  merges: [],
};

export const fixtures = {
  offers,
  book,
  emptyBook: { ...book, pipelines: [], boards: [] },
  setupTables,
  bookTables,
  dealsTable,
  run,
  world: {
    definition: book,
    board,
    table: dealsTable,
    entries: [],
    states: new Map(),
    elsewhere: new Set<string>(),
  },
  boardRun,
  newRow: readBoard(book, board, dealsTable)?.rows[0],
  entry,
  standing: {
    state: replay([entry]).get("rada"),
    problems: [],
    evidence: { values: {}, logged: new Set<string>(), today: parseDay("2026-11-20") },
    memory: "",
    fingerprint: "",
  },
  besideState: {
    total: 1,
    last: now,
    watched: ["budget"],
    ruled: [],
    shownLinks: {},
    openLinks: [],
    flag: "",
    flagMark: "",
  },
  importPlan,
  importSource,
  eventPlan,
  eventSource,
  paths,
  asOf: dayMoment(100),
  noRows,
  leadToOffer,
  oneOfTwo: firstPassages(paths("ada: Lead Offer", "bob: Lead"), leadToOffer),
  pricesBook,
  pricesLayout,
  pricesTable,
  crmTable,
  boardInCells,
  stayContext: {
    calendar: { workingDays: [1, 2, 3, 4, 5], holidays: [] },
    usualDays: new Map<string, number>(),
    touches: new Map<string, Touches>(),
    planned: new Map<string, Day>(),
  },
  boardInput,
  quietBoard,
  boardState: stateOfBoard,
  peopleOnBoard: { pipeline, rows, paths: boardInput.paths, state: stateOfBoard },
} as const;
