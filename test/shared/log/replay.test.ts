import fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "../../../shared/log/entry.ts";
import { standingMerges } from "../../../shared/log/merged-histories.ts";
import { ENDS_REMOVED } from "../../../shared/log/paths.ts";
import { pathsOf } from "../../../shared/log/paths-builder.ts";
import { type RecordState, replay } from "../../../shared/log/replay.ts";
import { dayMoment, entryOf, moves } from "../../moves.ts";
import { anyLog } from "./logs.ts";

const stageIds = ["lead", "offer", "won", "lost"];

function visitsOf(state: RecordState | undefined): string | undefined {
  return state?.visits.map(({ stage }) => stage).join(" ");
}

function stateOf(entries: readonly Entry[], record = "ada"): RecordState {
  const state = replay(entries).get(record);
  if (state === undefined) throw new Error(`${record} has no state`);
  return state;
}

const ada = { record: "ada" };
const moveToOffer = entryOf({ ...ada, kind: "moved", to: "offer", n: 2, at: dayMoment(4), id: "e2" });
const created = entryOf({ ...ada, kind: "created", to: "lead", n: 1, at: dayMoment(0), id: "e1" });

test("a record stands in the stage that it entered last", () => {
  const state = stateOf(moves("ada: Lead Offer@3 Won@9"));
  expect(state.now).toMatchObject({ stage: "won", at: dayMoment(9), n: 3 });
  expect(visitsOf(state)).toBe("lead offer won");
  expect(state.n).toBe(3);
});

test("entering the stage it is in begins no new visit", () => {
  expect(visitsOf(stateOf(moves("ada: Lead Lead Offer Lead")))).toBe("lead offer lead");
});

test("an entry that was written twice counts once, at its first time", () => {
  const again = { ...moveToOffer, at: dayMoment(6) };
  for (const entries of [
    [created, moveToOffer, again],
    [again, moveToOffer, created],
  ]) {
    expect(stateOf(entries).now.at).toBe(dayMoment(4));
  }
});

test("entries without an id are facts of their own", () => {
  const bare = [created, moveToOffer].map((entry) => ({ ...entry, id: "" }));
  expect(visitsOf(stateOf(bare))).toBe("lead offer");
});

test("an undone move was never made, but its count is used up", () => {
  const undone = entryOf({ ...ada, kind: "undone", at: dayMoment(5), data: { of: "e2" } });
  const state = stateOf([created, moveToOffer, undone]);
  expect(visitsOf(state)).toBe("lead");
  expect(state.n).toBe(2);
});

test("a correction changes time or stage, and voiding it brings back what was", () => {
  const correction = entryOf({
    ...ada,
    kind: "correction",
    at: dayMoment(5),
    id: "c1",
    data: { of: "e2", at: dayMoment(1), to: "won" },
  });
  const undone = entryOf({ ...ada, kind: "undone", at: dayMoment(6), data: { of: "c1" } });
  expect(stateOf([created, moveToOffer, correction]).now).toMatchObject({ stage: "won", at: dayMoment(1) });
  expect(stateOf([created, moveToOffer, correction, undone]).now).toMatchObject({ stage: "offer" });
});

test("a record whose every path entry was undone has no state", () => {
  const undone = entryOf({ ...ada, kind: "undone", at: dayMoment(1), data: { of: "e1" } });
  expect(replay([created, undone]).size).toBe(0);
});

test("a removed record is here again when it is restored, or moves", () => {
  expect(stateOf(moves("ada: Lead removed")).removed).toBe(true);
  expect(stateOf(moves("ada: Lead removed restored")).removed).toBe(false);
  expect(stateOf(moves("ada: Lead removed Offer")).removed).toBe(false);
});

test("a refused move is remembered until the record moves", () => {
  const refused = entryOf({ ...ada, kind: "refused", to: "won", n: 1, at: dayMoment(2), note: "no budget" });
  expect(stateOf([created, refused]).refused).toEqual({ to: "won", note: "no budget" });
  expect(stateOf([created, refused, moveToOffer]).refused).toBeUndefined();
});

test("fields are what was logged of them last, milestones when they were reached first", () => {
  const field = (day: number, to: string) =>
    entryOf({ ...ada, kind: "field", at: dayMoment(day), n: 1, data: { field: "budget", from: "", to } });
  const reached = (day: number) =>
    entryOf({ ...ada, kind: "milestone", at: dayMoment(day), n: 1, data: { milestone: "offered" } });
  const begun = { ...created, data: { "field:budget": "1", "field:size": "9" } };
  const state = stateOf([field(3, "5"), reached(4), begun, field(2, "4"), reached(2)]);
  expect(state.fields).toEqual({ budget: "5", size: "9" });
  expect(state.milestones).toEqual({ offered: dayMoment(2) });
});

test("contact in either direction is a touch, a note is none", () => {
  const logged = (kind: "call" | "note", day: number) => entryOf({ ...ada, kind, at: dayMoment(day), n: 1 });
  const state = stateOf([created, logged("note", 5), logged("call", 3)]);
  expect(state.lastTouch).toBe(dayMoment(3));
  expect(state.activities.map(({ kind }) => kind)).toEqual(["call", "note"]);
});

test("what concerns the whole board is no record", () => {
  expect(replay([entryOf({ record: "", kind: "note", at: dayMoment(0) })]).size).toBe(0);
});

const shuffled = anyLog.chain((entries) =>
  fc
    .shuffledSubarray(
      entries.map((_, at) => at),
      { minLength: entries.length },
    )
    .map((order) => ({
      entries,
      turned: order.map((at) => entries[at]).filter((entry) => entry !== undefined),
    })),
);

function sortedStates(entries: readonly Entry[]): readonly (readonly [string, RecordState])[] {
  return [...replay(entries)].sort(([left], [right]) => (left < right ? -1 : 1));
}

test("the order of the log says nothing", () => {
  fc.assert(
    fc.property(shuffled, ({ entries, turned }) => {
      expect(sortedStates(turned)).toEqual(sortedStates(entries));
    }),
    { numRuns: 1000 },
  );
});

test("a log that was written twice says nothing more", () => {
  fc.assert(
    fc.property(anyLog, (entries) => {
      expect(sortedStates([...entries, ...entries])).toEqual(sortedStates(entries));
    }),
    { numRuns: 500 },
  );
});

test("replay and paths agree on visits, stage now, removal, and on who counts", () => {
  fc.assert(
    fc.property(anyLog, (entries) => {
      const paths = pathsOf(stageIds, entries, dayMoment(1000));
      const told = paths.recordIds.map((id, record) => {
        const visits = Array.from(
          paths.stage.subarray(paths.firstVisit[record], paths.firstVisit[record + 1]),
        );
        const days = Array.from(
          paths.enteredMs.subarray(paths.firstVisit[record], paths.firstVisit[record + 1]),
        );
        return [
          id,
          visits.map((stage, at) => `${stageIds[stage]}@${days[at]}`),
          paths.ending[record] === ENDS_REMOVED,
        ];
      });
      const merged = standingMerges(entries);
      const counted = [...replay(entries).values()].filter(({ record }) => !merged.has(record));
      const states = counted.map(({ record, visits, removed }) => [
        record,
        visits.map(({ stage, at }) => `${stage}@${Date.parse(at)}`),
        removed,
      ]);
      const byRecord = (left: readonly unknown[], right: readonly unknown[]) =>
        String(left[0]) < String(right[0]) ? -1 : 1;
      expect(states.sort(byRecord)).toEqual(told.sort(byRecord));
    }),
    { numRuns: 2000 },
  );
});
