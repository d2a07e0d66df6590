import fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "../../../shared/log/entry.ts";
import { ENDS_HANDED_ON, ENDS_HERE, ENDS_REMOVED, type Paths, stageNow } from "../../../shared/log/paths.ts";
import { pathsOf } from "../../../shared/log/paths-builder.ts";
import type { Moment } from "../../../shared/value/moment.ts";
import { dayMoment, entryOf, moves, paths } from "../../moves.ts";

const stageIds = ["lead", "offer", "won", "lost"];

/** Paths as the shorthand tells them, so that two of them can be compared whatever their record numbers. */
function told({ recordIds, firstVisit, stage, enteredMs, ending, asOfMs }: Paths): Record<string, string> {
  return Object.fromEntries(
    recordIds.map((id, record) => {
      const visits = Array.from(
        stage.subarray(firstVisit[record], firstVisit[record + 1]),
        (number, index) => {
          const days = ((enteredMs[(firstVisit[record] ?? 0) + index] ?? 0) - asOfMs) / 86_400_000;
          return `${stageIds[number] ?? "?"}@${days + 100}`;
        },
      );
      return [id, `${visits.join(" ")} ${["", "removed", "handed on"][ending[record] ?? 0]}`.trim()];
    }),
  );
}

function read(entries: readonly Entry[]): Record<string, string> {
  return told(pathsOf(stageIds, entries, dayMoment(100)));
}

const created = entryOf({ record: "ada", n: 1, at: dayMoment(0), kind: "created", to: "lead", id: "e1" });
const moved = entryOf({ record: "ada", n: 2, at: dayMoment(4), kind: "moved", to: "offer", id: "e2" });

test("a path is the visits of a record in order", () => {
  expect(told(paths("ada: Lead Offer@12.5 Won@40", "bob: Lead"))).toEqual({
    ada: "lead@0 offer@12.5 won@40",
    bob: "lead@0",
  });
});

test("entries into the stage where the record stands are one visit", () => {
  expect(told(paths("ada: Lead Lead@3 Offer@5 Offer@7 Lead@9"))).toEqual({ ada: "lead@0 offer@5 lead@9" });
});

test("an entry that is logged twice counts once, even when another lies between", () => {
  expect(read([created, moved, entryOf({ ...created, at: dayMoment(7) })])).toEqual({
    ada: "lead@0 offer@4",
  });
});

test("entries of the same instant are ordered by their count", () => {
  const second = entryOf({ ...moved, at: dayMoment(0) });
  expect(read([second, created])).toEqual({ ada: "lead@0 offer@0" });
});

test("the instant orders entries, not the wall clock", () => {
  const before = entryOf({ ...created, at: "2026-10-25T02:50:00+02:00" as Moment });
  const after = entryOf({ ...moved, at: "2026-10-25T02:10:00+01:00" as Moment });
  const read = pathsOf(stageIds, [after, before], "2026-12-31T00:00:00+01:00" as Moment);
  expect([...read.stage]).toEqual([0, 1]);
});

test("what happened after as of is left out, and so is a record that came later", () => {
  expect(told(paths("ada: Lead Offer@101", "bob: Lead@100.5"))).toEqual({ ada: "lead@0" });
});

test("a removed record ends there, a restored one goes on, one that is handed on says so", () => {
  const read = paths("ada: Lead removed@20", "bob: Lead removed@20 restored@22", "cyd: Lead handedOn@30");
  expect([...read.ending]).toEqual([ENDS_REMOVED, ENDS_HERE, ENDS_HANDED_ON]);
  expect([...read.endWallMs].map((end) => (end - read.asOfWallMs) / 86_400_000)).toEqual([-80, 0, -70]);
  expect([0, 1, 2].map((record) => stageNow(read, record))).toEqual([-1, 0, -1]);
});

test("a stage that the pipeline no longer knows keeps its visit", () => {
  expect(told(paths("ada: Lead Gone Offer"))).toEqual({ ada: "lead@0 ?@1 offer@2" });
});

test("a correction replaces the time and the stage of the entry that it names", () => {
  const correction = entryOf({
    record: "ada",
    at: dayMoment(9),
    kind: "correction",
    data: { of: "e2", at: dayMoment(2), to: "won" },
  });
  expect(read([created, moved, correction])).toEqual({ ada: "lead@0 won@2" });
});

test("a void correction and an undo take their entry away", () => {
  const voided = entryOf({
    record: "ada",
    at: dayMoment(9),
    kind: "correction",
    data: { of: "e2", void: "yes" },
  });
  const undone = entryOf({ record: "ada", at: dayMoment(9), kind: "undone", data: { of: "e2" } });
  expect(read([created, moved, voided])).toEqual({ ada: "lead@0" });
  expect(read([undone, created, moved])).toEqual({ ada: "lead@0" });
});

test("voiding a correction brings back what it replaced", () => {
  const data = { of: "e2", to: "won" };
  const correction = entryOf({ record: "ada", at: dayMoment(9), kind: "correction", id: "c1", data });
  const undone = entryOf({ record: "ada", at: dayMoment(10), kind: "undone", data: { of: "c1" } });
  expect(read([created, moved, correction, undone])).toEqual({ ada: "lead@0 offer@4" });
});

test("an amendment made after as of is not yet in force", () => {
  const undone = entryOf({ record: "ada", at: dayMoment(101), kind: "undone", data: { of: "e2" } });
  expect(read([created, moved, undone])).toEqual({ ada: "lead@0 offer@4" });
});

test("a record of many entries in reverse with repeats is read like any other", () => {
  const steps = Array.from({ length: 60 }, (_, n) => (n % 2 === 0 ? "Lead" : "Offer"));
  const log = moves(`ada: ${steps.join(" ")}`);
  expect(read([...log, ...log].reverse())).toEqual(read(log));
});

test("a time that cannot be read stops with the entry's id", () => {
  const entry = entryOf({ ...created, at: "yesterday" as Moment });
  expect(() => read([entry])).toThrow(
    'Activity: time "yesterday" of entry "e1" is not a time like 2026-11-20T08:30:00+01:00',
  );
});

const line = fc
  .array(fc.constantFrom("Lead", "Offer", "Won", "Lost", "removed", "restored"), {
    minLength: 1,
    maxLength: 6,
  })
  .map((steps) => steps.join(" "));

test("neither the order of the log nor repeated rows change a path", () => {
  const histories = fc.array(line, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat()), (lines, keys) => {
      const log = moves(...lines.map((steps, record) => `r${record}: ${steps}`));
      const shuffled = [...log, ...log]
        .map((entry) => ({ entry, key: keys.next().value ?? 0 }))
        .sort((left, right) => left.key - right.key)
        .map(({ entry }) => entry);
      expect(read(shuffled)).toEqual(read(log));
    }),
  );
});
