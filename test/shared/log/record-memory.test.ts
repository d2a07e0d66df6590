// What a row remembers of its history: whatever the history was, the state that is made of the memory is the same in
// all that the steps of a row ask for.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "../../../shared/log/entry.ts";
import { type Beside, memoryFrom, memoryText, rememberedStage } from "../../../shared/log/record-memory.ts";
import { rememberedEntries } from "../../../shared/log/remembered-entries.ts";
import { type RecordState, replay } from "../../../shared/log/replay.ts";
import { dayMoment } from "../../moves.ts";
import { anyLog } from "./logs.ts";

const beside: Beside = {
  total: 0,
  last: dayMoment(50),
  watched: ["budget"],
  ruled: ["budget"],
  shownLinks: {},
  openLinks: [],
  flag: "",
  flagMark: "",
};

function remembered(state: RecordState): RecordState | undefined {
  const memory = memoryFrom(memoryText(state, beside));
  return memory === undefined ? undefined : replay(rememberedEntries(memory, state.board)).get(state.record);
}

function asked(state: RecordState | undefined): unknown {
  if (state === undefined) return undefined;
  const { board, record, name, now, n, removed, refused, lastTouch, links } = state;
  const { budget = "" } = state.fields;
  const kinds = [...new Set(state.activities.map(({ kind }) => kind))].sort();
  return {
    ...{ board, record, name, stage: now.stage, since: now.at, n, removed, refused, lastTouch, links },
    ...{ budget, setBy: state.setBy["budget"], milestones: Object.keys(state.milestones).sort() },
    ...{ kinds, activities: state.activities.length },
  };
}

test("a memory is the state of its history, whatever that is", () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      for (const state of replay(log).values()) expect(asked(remembered(state))).toEqual(asked(state));
    }),
    { numRuns: 500 },
  );
});

function stateOf(...facts: readonly Partial<Entry>[]): RecordState {
  const plain = {
    board: "deals",
    record: "r1",
    n: 1,
    who: "Bo",
    knownBy: "sweep",
    name: "Ada",
    note: "",
  } as const;
  const entries = facts.map(
    (fact, index): Entry => ({
      at: dayMoment(index),
      kind: "note",
      data: {},
      ...plain,
      id: `e${index}`,
      ...fact,
    }),
  );
  const state = replay(entries).get("r1");
  if (state === undefined) throw new Error("the history has no record");
  return state;
}

test("a link, what its cell shows, a flag and the count on all boards come back", () => {
  const link = { field: "client", with: "r9", board: "clients", name: 'Bo "Q" {x}' };
  const state = stateOf({ kind: "created", to: "lead" }, { kind: "linked", data: link });
  const extra = {
    total: 4,
    shownLinks: { client: "Bo (r9)" },
    flag: 'the same Room as "Eve"',
    flagMark: "k1",
  };
  const memory = memoryFrom(memoryText(state, { ...beside, ...extra }));
  expect(memory).toMatchObject({ ...extra, record: "r1", last: beside.last });
  expect(remembered(state)?.links).toEqual(state.links);
});

test("texts that break careless readers come back", () => {
  const name = '=1+1 "\\" \u2028 {"s":"won"} \u{1f600}';
  expect(remembered(stateOf({ kind: "created", to: "lead", name }))?.name).toBe(name);
});

test("an ordinary record is remembered in less than 300 characters", () => {
  const state = stateOf(
    { kind: "created", to: "lead", data: { "field:budget": "12500" } },
    { kind: "moved", to: "offer", n: 2, name: "Robinson & Daughters, Amsterdam" },
    { kind: "call" },
    { kind: "milestone", data: { milestone: "offered" } },
  );
  expect(memoryText(state, beside).length).toBeLessThan(300);
});

test("what is too long for a cell tells the stage and is no memory", () => {
  const text = memoryText(stateOf({ kind: "created", to: "lead", name: "x".repeat(9000) }), beside);
  expect([rememberedStage(text), memoryFrom(text)]).toEqual(["lead", undefined]);
});

test.each(["", "lead", "{", "[]", '{"s":"lead"}', '{"i":"r1","s":"lead","a":"soon","w":"Ada","n":1}'])(
  "%j is no memory",
  (text) => {
    expect(memoryFrom(text)).toBe(undefined);
  },
);
