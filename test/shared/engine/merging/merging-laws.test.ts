// Laws of making records one, whatever people do before and after it.

import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeRecords } from "../../../../shared/engine/merging/merge-records.ts";
import { unmergeRecords } from "../../../../shared/engine/merging/unmerge-records.ts";
import { standingMerges } from "../../../../shared/log/merged-histories.ts";
import { pathsOf } from "../../../../shared/log/paths-builder.ts";
import { type RecordState, replay } from "../../../../shared/log/replay.ts";
import { textOf } from "../../../../shared/table/cell.ts";
import type { Change } from "../../../../shared/table/change.ts";
import { StagelineError } from "../../../../shared/value/stageline-error.ts";
import type { World } from "../../../world.ts";
import { ruledDeals } from "../deals.ts";
import { type Edit, edits, handsOn, randomWorld, sessions, wholeEdits } from "../edits.ts";
import { shown } from "./merging.ts";

const TABS = { Deals: "deals", Projects: "projects" } as const;
const BOARDS = Object.keys(TABS);
const RUNS = 40;
const picks = fc.tuple(fc.nat(), fc.nat());

function worldAfter(session: readonly Edit[]): {
  readonly world: World;
  readonly hand: (edit: Edit) => void;
} {
  const world = randomWorld();
  const hand = handsOn(world);
  for (const edit of [...session, { do: "run" } as const]) hand(edit);
  return { world, hand };
}

function standing(world: World): readonly string[] {
  const ids = BOARDS.flatMap((tab) => {
    const { rows, marks } = world.table(tab);
    return rows.map(({ cells }) => textOf(cells[marks["id"] ?? -1])).filter((id) => id !== "");
  });
  return [...new Set(ids)];
}

// `undefined` where the two must not become one.
function merging(world: World, [one, other]: readonly [number, number]): readonly Change[] | undefined {
  const ids = standing(world);
  const [record = "", into = ""] = [ids[one % ids.length], ids[other % ids.length]];
  return refused(() => mergeRecords(world.tables(), world.nextRun(), { record, into }).changes);
}

function parting(world: World, pick: number): readonly Change[] | undefined {
  const merged = [...standingMerges(world.log()).keys()];
  const record = merged[pick % Math.max(merged.length, 1)];
  if (record === undefined) return undefined;
  return refused(() => unmergeRecords(world.tables(), world.nextRun(), { record }).changes);
}

function refused(work: () => readonly Change[]): readonly Change[] | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof StagelineError) return undefined;
    throw error;
  }
}

function apply(world: World, changes: readonly Change[]): void {
  world.apply(changes);
  world.passHour();
}

function states(world: World): ReadonlyMap<string, RecordState> {
  return new Map(
    Object.values(TABS).flatMap((board) => [...replay(world.log().filter((entry) => entry.board === board))]),
  );
}

test("made one and two again, the boards and the histories are as they were", () => {
  fc.assert(
    fc.property(sessions, picks, (session, pick) => {
      const { world } = worldAfter(session);
      world.run();
      const before = { rows: shown(world, BOARDS), states: states(world) };
      const changes = merging(world, pick);
      fc.pre(changes !== undefined);
      apply(world, changes ?? []);
      const [record] = [...standingMerges(world.log()).keys()];
      apply(world, unmergeRecords(world.tables(), world.nextRun(), { record: record ?? "" }).changes);
      expect({ rows: shown(world, BOARDS), states: states(world) }).toEqual(before);
      expect(world.run().changes).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

function expectCompleted(world: World, changes: readonly Change[], cut: number): void {
  const before = world.tables();
  const outcome = () => {
    world.run();
    const rows = shown(world, BOARDS);
    expect(world.run()).toMatchObject({ changes: [] });
    return JSON.stringify({ rows, merges: [...standingMerges(world.log()).keys()] });
  };
  const undone = outcome();
  world.replace(before);
  world.apply(changes);
  const done = outcome();
  world.replace(before);
  world.apply(changes.slice(0, cut % (changes.length + 1)));
  const entries = world.log().length;
  expect([undone, done]).toContain(outcome());
  expect(world.log().length).toBeGreaterThanOrEqual(entries);
}

test("cut short anywhere, making one is done whole by the next look, or not at all", () => {
  fc.assert(
    fc.property(sessions, picks, fc.nat(), (session, pick, cut) => {
      const { world } = worldAfter(session);
      const changes = merging(world, pick);
      fc.pre(changes !== undefined);
      expectCompleted(world, changes ?? [], cut);
    }),
    { numRuns: RUNS },
  );
});

test("and so is taking apart", () => {
  fc.assert(
    fc.property(sessions, picks, fc.nat(), (session, pick, cut) => {
      const { world } = worldAfter(session);
      const changes = merging(world, pick);
      fc.pre(changes !== undefined);
      apply(world, changes ?? []);
      expectCompleted(world, parting(world, 0) ?? [], cut);
    }),
    { numRuns: RUNS },
  );
});

test("whatever people do in between, the log tells who stands on the boards, and a second look changes nothing", () => {
  const acts = fc.array(fc.tuple(edits, picks, fc.boolean()), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(acts, wholeEdits, (rounds, last) => {
      const world = randomWorld();
      const hand = handsOn(world);
      for (const [round, pick, isMerging] of rounds) {
        for (const edit of round) hand(edit);
        apply(world, (isMerging ? merging(world, pick) : parting(world, pick[0])) ?? []);
      }
      for (const edit of last) hand(edit);
      const { stoppedTabs } = world.run();
      expect(world.run().changes).toEqual([]);
      for (const [tab, board] of Object.entries(TABS)) {
        if (stoppedTabs.includes(tab)) continue;
        const known = replay(world.log().filter((entry) => entry.board === board));
        const { rows, marks } = world.table(tab);
        // A row that was emptied keeps hidden whose it was: after a sort that left hidden columns out, a gone one's.
        const held = rows.filter(({ cells }) => textOf(cells[marks["name"] ?? -1]) !== "");
        const ids = held
          .map(({ cells }) => textOf(cells[marks["id"] ?? -1]))
          .filter((id) => id !== "" && known.has(id));
        const here = [...known.values()].filter(({ removed }) => !removed).map(({ record }) => record);
        expect(ids.sort()).toEqual(here.sort());
      }
    }),
    { numRuns: RUNS },
  );
});

test("of records that are one, one counts", () => {
  fc.assert(
    fc.property(sessions, picks, (session, pick) => {
      const { world } = worldAfter(session);
      const changes = merging(world, pick);
      fc.pre(changes !== undefined);
      const counted = () => {
        const { now } = world.nextRun();
        return Object.values(TABS).flatMap((board) => {
          const own = world.log().filter((entry) => entry.board === board);
          return pathsOf(
            ruledDeals.stages.map(({ id }) => id),
            own,
            now,
          ).recordIds.length;
        });
      };
      const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
      const before = sum(counted());
      apply(world, changes ?? []);
      expect(sum(counted())).toBe(before - 1);
    }),
    { numRuns: RUNS },
  );
});
