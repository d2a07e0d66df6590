import fc from "fast-check";
import { expect, test } from "vitest";
import { type Ledger, ledgers } from "../../../shared/metrics/ledgers.ts";
import { pathsIn } from "../../moves.ts";
import { shop } from "../../pipelines.ts";
import { histories } from "../../stories.ts";

/** The ways out of a stage that were taken, such as "advanced 2". */
function waysOf(stage: string, ...lines: readonly string[]): readonly string[] {
  const ledger = ledgers(shop, pathsIn(shop, 100, lines)).find((row) => row.stage === stage);
  return Object.entries(ledger ?? {}).flatMap(([way, count]) => (count > 0 ? [`${way} ${count}`] : []));
}

test("a visit is told by the stage after it", () => {
  expect(waysOf("offer", "a: Offer Won", "b: Offer Loop", "c: Offer Lead", "d: Offer Sample")).toEqual([
    "entries 4",
    "advanced 2",
    "branched 1",
    "movedBack 1",
  ]);
  expect(waysOf("offer", "a: Offer Parked", "b: Offer Lost", "c: Offer Avoid", "d: Offer Gone")).toEqual([
    "entries 4",
    "branched 1",
    "parked 1",
    "lost 1",
    "avoided 1",
  ]);
});

test("the last visit is here, removed or handed on", () => {
  expect(waysOf("offer", "a: Offer", "b: Offer removed", "c: Offer handedOn")).toEqual([
    "entries 3",
    "handedOn 1",
    "removed 1",
    "here 1",
  ]);
});

test("out of a stage without a rank, only a higher rank than ever before is an advance", () => {
  expect(waysOf("parked", "a: Lead Parked Offer", "b: Offer Parked Offer", "c: Parked Lead")).toEqual([
    "entries 3",
    "advanced 2",
    "movedBack 1",
  ]);
});

test("reopening what was lost is a move back", () => {
  expect(waysOf("lost", "a: Lead Offer Lost Lead")).toEqual(["entries 1", "movedBack 1"]);
});

test("a record that comes back is a new entry", () => {
  expect(waysOf("lead", "a: Lead Offer Lead")).toEqual(["entries 2", "advanced 1", "here 1"]);
});

test("the ledger of every stage balances, whatever happened", () => {
  const sumOf = ({ stage: _, entries: __, ...ways }: Ledger) =>
    Object.values(ways).reduce((sum, count) => sum + count, 0);
  fc.assert(
    fc.property(histories, (lines) => {
      for (const ledger of ledgers(shop, pathsIn(shop, 100, lines)))
        expect(sumOf(ledger)).toBe(ledger.entries);
    }),
  );
});
