// Stories of messages on real tables: records stand on boards, their history asks for messages, people decide in the
// Outbox; `fill` and `tidy` are the engine's turns. The clock stands at 2026-11-20T09:00 UTC, a Friday, until it is set.

import { boardLayout } from "../../../../shared/board/board-layout.ts";
import type { Definition, Field, Person, Pipeline } from "../../../../shared/definition/pipeline.ts";
import type { Message, RuleEnd } from "../../../../shared/definition/rule.ts";
import { stateTab } from "../../../../shared/engine/head.ts";
import { appendedHistory } from "../../../../shared/engine/history-changes.ts";
import { hostRowChanges } from "../../../../shared/engine/host-rows.ts";
import { filledOutbox } from "../../../../shared/engine/outbox/fill-outbox.ts";
import { type OutboxRow, outboxChanges, outboxRows } from "../../../../shared/engine/outbox/outbox-row.ts";
import { outboxTab } from "../../../../shared/engine/outbox/outbox-tab.ts";
import { tidiedOutbox } from "../../../../shared/engine/outbox/tidy-outbox.ts";
import { actBook } from "../../../../shared/engine/rules/act-book.ts";
import type { ActsDone } from "../../../../shared/engine/rules/rule-act.ts";
import type { Run } from "../../../../shared/engine/run.ts";
import { type Entry, type EntryKind, moveId } from "../../../../shared/log/entry.ts";
import { logTab, readLog } from "../../../../shared/log/log-tab.ts";
import { applyChanges } from "../../../../shared/table/apply-changes.ts";
import type { Cell } from "../../../../shared/table/cell.ts";
import type { Change } from "../../../../shared/table/change.ts";
import type { Tables } from "../../../../shared/table/table.ts";
import { hashOf } from "../../../../shared/value/hash.ts";
import { type Moment, parseMoment, utc } from "../../../../shared/value/moment.ts";
import { pipelineOf } from "../../../pipelines.ts";

export function field(name: string, type: Field["type"], rest: Partial<Field> = {}): Field {
  const id = name.toLowerCase().replace(/[^a-z0-9]+/g, "_");
  return {
    id,
    name,
    type,
    options: [],
    aliases: [],
    personal: false,
    unique: false,
    carriesOver: false,
    ...rest,
  };
}

export function message(name: string, rest: Partial<Message> = {}): Message {
  const plain = {
    purpose: "service",
    to: "contact",
    cc: [],
    subject: name,
    body: "Dear {{Name}}",
    reviewFirst: false,
  } as const;
  return { id: name.toLowerCase().replace(/[^a-z0-9]+/g, "_"), name, ...plain, ...rest };
}

const contactFields = [
  field("Company", "text"),
  field("E-mail", "e-mail"),
  field("Do not contact", "yes/no"),
];

/** People with companies, whom somebody may sell to. */
export const sales: Pipeline = {
  ...pipelineOf("Sales", "Dialogue > Proposal > Loop:won | Lost:lost"),
  fields: [...contactFields, field("Amount", "money"), field("Meeting on", "day")],
  currency: "EUR",
  messages: [
    message("Hello", { purpose: "outreach" }),
    message("Touch"),
    message("First words", { purpose: "outreach", reviewFirst: true }),
  ],
  rules: [rule("Greet", []), rule("Nudge", ["a reply", "a move"])],
};

const accountStages = pipelineOf(
  "Accounts",
  "Cold > Working | Client:avoid | Bad fit:avoid | Duplicate:avoid",
);

/** Companies, of which some are clients, no fit, or duplicates of others. */
export const accounts: Pipeline = {
  ...accountStages,
  stages: accountStages.stages.map((stage) =>
    stage.id === "duplicate"
      ? { ...stage, needs: [{ anyOf: [{ test: "filled", field: "duplicate_of" }] }] }
      : stage,
  ),
  fields: [
    field("E-mail", "e-mail"),
    field("Website", "link"),
    field("Do not contact", "yes/no"),
    field("Duplicate of", "record link"),
  ],
  messages: [message("Hello", { purpose: "outreach" }), message("Touch")],
};

export function rule(name: string, until: readonly RuleEnd[]): Pipeline["rules"][number] {
  const id = name.toLowerCase();
  const does = [{ do: "send", message: "hello" }] as const;
  return { id, name, when: { on: "enters", stage: "dialogue" }, whileIn: [], onlyIf: [], does, until };
}

export const bo: Person = { id: "bo", name: "Bo", email: "bo@own.example", roles: ["Store"] };
export const cy: Person = { id: "cy", name: "Cy", email: "cy@own.example", roles: ["Store", "Accounts"] };

export interface StoryPlan {
  readonly boards?: Readonly<Record<string, Pipeline>>;
  readonly team?: readonly Person[];
  readonly practice?: boolean;
}

export interface Asked {
  readonly do?: "send" | "notify" | "remind";
  readonly message?: string;
  readonly role?: string;
  readonly rule?: string;
  readonly occurrence?: string;
  readonly at?: string;
  readonly by?: "rule" | "sidebar";
}

const START = "2026-11-20T09:00:00Z";

export function openStory(plan: StoryPlan = {}) {
  const boards = Object.entries(plan.boards ?? { Deals: sales, Accounts: accounts });
  const definition: Definition = {
    zone: "UTC",
    practice: plan.practice === true,
    pipelines: [...new Set(boards.map(([, pipeline]) => pipeline))],
    boards: boards.map(([tab, pipeline]) => ({ id: tab.toLowerCase(), tab, pipeline: pipeline.id })),
    team: plan.team ?? [bo, cy],
    holidays: [],
  };
  const story = {
    tables: laidOut(definition),
    now: parseMoment(START),
    stopped: [] as readonly string[],
    ids: 0,
  };

  const apply = (changes: readonly Change[]) => {
    story.tables = applyChanges(story.tables, changes);
  };
  const boardOf = (name: string) =>
    boards.map(([tab]) => tab).find((tab) => rowNamed(story.tables, tab, name)) ?? boards[0]?.[0] ?? "";
  const run = (): Run => ({ now: story.now, zone: utc, knownBy: "sweep", seed: "a seed", actor: "Ann" });
  const book = () => actBook(story.tables, run(), { definition, stoppedTabs: story.stopped });
  const append = (entry: Entry): Entry => {
    apply(appendedHistory(story.tables, [entry]));
    return entry;
  };
  const entryOf = (name: string, kind: EntryKind, rest: Partial<Entry> = {}): Entry => {
    const board = boardOf(name).toLowerCase();
    const record = recordOf(name);
    const n = readLog(story.tables).entries.reduce(
      (most, each) => (each.record === record ? Math.max(most, each.n) : most),
      0,
    );
    story.ids += 1;
    const id = hashOf("e", [String(story.ids)]);
    const who = { who: "Ann", knownBy: "event" } as const;
    return { at: story.now, board, record, kind, n, ...who, name, note: "", data: {}, id, ...rest };
  };
  const take = (done: ActsDone): ActsDone => {
    apply([...done.changes, ...appendedHistory(story.tables, done.entries)]);
    return done;
  };

  return {
    tables: () => story.tables,
    apply,
    book,
    /** A new record. */
    add: (
      name: string,
      stage: string,
      cells: Readonly<Record<string, Cell>> = {},
      tab = boards[0]?.[0] ?? "",
    ) => {
      const shown =
        definition.pipelines.flatMap(({ stages }) => stages).find(({ id }) => id === stage)?.name ?? stage;
      apply([{ kind: "append", tab, rows: [{ id: recordOf(name), name, stage: shown, ...cells }] }]);
      return append(entryOf(name, "created", { to: stage, n: 1, id: moveId(recordOf(name), 1, stage) }));
    },
    set: (name: string, key: string, value: Cell) =>
      apply([{ kind: "setField", tab: boardOf(name), record: recordOf(name), field: key, value }]),
    move: (name: string, stage: string, rest: Partial<Entry> = {}) => {
      const before = entryOf(name, "moved");
      return append({
        ...before,
        to: stage,
        n: before.n + 1,
        id: moveId(before.record, before.n + 1, stage),
        ...rest,
      });
    },
    log: (name: string, kind: EntryKind, rest: Partial<Entry> = {}) => append(entryOf(name, kind, rest)),
    /** Lets the history ask for a message. */
    ask: (name: string, asked: Asked = {}): Entry => {
      const { at = story.now, by = "rule", occurrence = "once", ...data } = asked;
      const kept = { do: "send", message: "hello", rule: "greet", occurrence, ...data };
      const who = by === "rule" ? "Stageline" : "Ann";
      return append(
        entryOf(name, "message", { at: parseMoment(at), knownBy: by, who, data: kept, note: "Hello" }),
      );
    },
    stop: (tab: string) => {
      story.stopped = [...story.stopped, tab];
    },
    goOn: () => {
      story.stopped = [];
    },
    /** Mail goes out from then on. */
    since: (moment: string) => apply(hostRowChanges(story.tables, { messages_since: parseMoment(moment) })),
    waitUntil: (moment: string) => {
      story.now = parseMoment(moment) as Moment;
    },
    decide: (id: string, decision: string) => apply(outboxChanges(story.tables, id, { decision })),
    fill: () => take(filledOutbox(book())),
    tidy: () => take(tidiedOutbox(book())),
    rows: (): readonly OutboxRow[] => outboxRows(story.tables),
    /** Why messages were not sent, in the order of the history. */
    refusals: (): readonly string[] =>
      readLog(story.tables).entries.flatMap(({ kind, note }) => (kind === "not-sent" ? [note] : [])),
    history: () => readLog(story.tables).entries,
  };
}

export function recordOf(name: string): string {
  return hashOf("r", [name]);
}

function laidOut(definition: Definition): Tables {
  const layouts = [
    ...definition.boards.map((board) => boardLayout(definition, board)),
    ...[outboxTab, logTab, stateTab],
  ];
  return applyChanges(
    [],
    layouts.map((layout): Change => ({ kind: "layOut", tab: layout.tab, layout })),
  );
}

function rowNamed(tables: Tables, tab: string, name: string): boolean {
  const table = tables.find((each) => each.tab === tab);
  return table?.rows.some(({ cells }) => cells.includes(recordOf(name))) === true;
}
