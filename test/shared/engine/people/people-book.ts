// Books as rules find them, in the shorthand of people's stories: records with their stages, owners and history.

import { boardLayout } from "../../../../shared/board/board-layout.ts";
import type { Definition, Pipeline } from "../../../../shared/definition/pipeline.ts";
import { stateTab } from "../../../../shared/engine/head.ts";
import { outboxTab } from "../../../../shared/engine/outbox/outbox-tab.ts";
import { actBook } from "../../../../shared/engine/rules/act-book.ts";
import type { ActBook } from "../../../../shared/engine/rules/rule-act.ts";
import { emptyDefinition } from "../../../../shared/engine/setup/new-boards.ts";
import { type Entry, type EntryKind, moveId } from "../../../../shared/log/entry.ts";
import { entryCells, logTab } from "../../../../shared/log/log-tab.ts";
import { applyChanges } from "../../../../shared/table/apply-changes.ts";
import type { Cell } from "../../../../shared/table/cell.ts";
import type { RowCells } from "../../../../shared/table/layout.ts";
import { parseMoment, utc, type Zone } from "../../../../shared/value/moment.ts";
import { pipelineOf } from "../../../pipelines.ts";

export const offers: Pipeline = {
  ...pipelineOf("Offers", "Lead > Offer > Won:won | Lost:lost"),
  noun: "deal",
};

/** One record: its name, its row, and what happened to it, first to last. */
export interface Story {
  readonly name: string;
  readonly owner?: string;
  readonly cells?: RowCells;
  readonly history: readonly Told[];
}

/** "2026-11-18T09:00Z", what, and what it needs beside. */
export type Told = readonly [at: string, what: EntryKind | `> ${string}`, rest?: Partial<Entry>];

export interface StoryBook {
  readonly now: string;
  /** @default UTC */
  readonly zone?: Zone;
  readonly pipeline?: Pipeline;
  readonly team?: Definition["team"];
  readonly records?: readonly Story[];
  readonly holidays?: Definition["holidays"];
  readonly rest?: Partial<Definition>;
  readonly outbox?: readonly Readonly<Record<string, Cell>>[];
  readonly state?: Readonly<Record<string, string>>;
}

export function bookOf(story: StoryBook): ActBook {
  const {
    pipeline = offers,
    team = [],
    records = [],
    holidays = [],
    rest = {},
    outbox = [],
    state = {},
  } = story;
  const board = { id: "deals", tab: "Deals", pipeline: pipeline.id };
  const definition: Definition = {
    ...emptyDefinition({ zone: "UTC", practice: false }),
    ...{ pipelines: [pipeline], boards: [board], team, holidays },
    ...rest,
  };
  const layout = boardLayout(definition, board);
  const entries = records.flatMap((record) => entriesOf(pipeline, record));
  const tables = applyChanges(
    [],
    [
      { kind: "layOut", tab: "Deals", layout },
      { kind: "append", tab: "Deals", rows: records.map((record) => rowOf(pipeline, record)) },
      { kind: "layOut", tab: "Outbox", layout: outboxTab },
      { kind: "append", tab: "Outbox", rows: outbox },
      { kind: "layOut", tab: "Activity", layout: logTab },
      { kind: "append", tab: "Activity", rows: entries.map(entryCells) },
      { kind: "layOut", tab: "_state", layout: stateTab },
      { kind: "append", tab: "_state", rows: Object.entries(state).map(([id, value]) => ({ id, value })) },
    ],
  );
  const { zone = utc } = story;
  const run = { now: parseMoment(story.now), zone, knownBy: "sweep", seed: "a seed" } as const;
  return actBook(tables, run, { definition, stoppedTabs: [] });
}

function rowOf(pipeline: Pipeline, { name, owner = "", cells = {}, history }: Story): RowCells {
  const moves = history.filter(([, what]) => what.startsWith("> "));
  const stage = moves[moves.length - 1]?.[1].slice(2) ?? "";
  return { id: idOf(name), name, owner, stage: stageOf(pipeline, stage).name, ...cells };
}

/** The id of the record of that name. */
export function idOf(name: string): string {
  return `r${name.toLowerCase()}`;
}

function entriesOf(pipeline: Pipeline, { name, history }: Story): readonly Entry[] {
  let n = 0;
  let from: string | undefined;
  return history.map(([at, what, rest = {}], index): Entry => {
    const to = what.startsWith("> ") ? stageOf(pipeline, what.slice(2)).id : undefined;
    if (to !== undefined) n++;
    const moved = to === undefined ? {} : { to, ...(from === undefined ? {} : { from }) };
    const kind = to === undefined ? (what as EntryKind) : from === undefined ? "created" : "moved";
    if (to !== undefined) from = to;
    const base = {
      board: "deals",
      record: idOf(name),
      n,
      who: "unknown",
      knownBy: "event",
      name,
      note: "",
    } as const;
    const id = to === undefined ? `e${idOf(name)}${index}` : moveId(idOf(name), n, to);
    return { ...base, kind, ...moved, data: {}, id, ...rest, at: parseMoment(at) };
  });
}

function stageOf({ stages }: Pipeline, name: string) {
  const stage = stages.find((each) => each.name === name);
  if (stage === undefined) throw new Error(`no stage ${name}`);
  return stage;
}
