// Which messages go out, in which order, and that each is taken by one.

import fc from "fast-check";
import { expect, test } from "vitest";
import { claimable, claimChanges, claimText } from "../../../../shared/engine/outbox/claims.ts";
import { forgottenChanges } from "../../../../shared/engine/outbox/forgotten.ts";
import { outboxRows, recipientCount } from "../../../../shared/engine/outbox/outbox-row.ts";
import { outboxStates } from "../../../../shared/engine/outbox/outbox-tab.ts";
import { markedChanges, type SendingResult } from "../../../../shared/engine/outbox/results.ts";
import { applyChanges } from "../../../../shared/table/apply-changes.ts";
import type { Change } from "../../../../shared/table/change.ts";
import type { RowCells } from "../../../../shared/table/layout.ts";
import { instantMs, type Moment, momentFromInstant, utc } from "../../../../shared/value/moment.ts";
import { at, NINE, statesOf, withMessages } from "./waiting-rows.ts";

const LIMITS = { now: NINE, quotaLeft: 100, reserve: 0 };

function taken(limits: Partial<typeof LIMITS>, ...rows: readonly RowCells[]): readonly string[] {
  return claimable(withMessages([], ...rows), { ...LIMITS, ...limits }).map(({ id }) => id);
}

test("messages go out in the order in which they were due", () => {
  const [late, early] = [{ id: "late", due: "2026-11-02T08:30:00+00:00" }, { id: "early" }];
  expect(taken({}, late, early)).toEqual(["early", "late"]);
});

test("only those that wait to be sent go out", () => {
  expect(taken({}, ...outboxStates.map((state) => ({ id: state, state })))).toEqual(["waiting to send"]);
});

test("one of which a person says Cancel does not go out", () => {
  expect(taken({}, { id: "m1", decision: "Cancel" })).toEqual([]);
});

test("quota counts recipients, copies too, and the reserve is kept", () => {
  const rows = [
    { id: "m1", to: "a@example.org, b@example.org", cc: "c@example.org" },
    { id: "m2" },
    { id: "m3" },
  ];
  expect(taken({ quotaLeft: 9, reserve: 5 }, ...rows)).toEqual(["m1", "m2"]);
  expect(taken({ quotaLeft: 5, reserve: 5 }, ...rows)).toEqual([]);
});

test("a message to many that does not fit into the day lets smaller ones pass", () => {
  const many = { id: "many", to: "a@example.org;b@example.org;c@example.org" };
  expect(taken({ quotaLeft: 2 }, many, { id: "one" })).toEqual(["one"]);
});

test("a message that was taken is not there for a second run", () => {
  const tables = withMessages([], { id: "m1" }, { id: "m2" });
  const first = claimChanges(tables, ["m1"], { writer: "one", now: NINE });
  const after = applyChanges(tables, first.changes);
  const second = claimChanges(after, ["m1", "m2"], { writer: "two", now: NINE });
  expect([first.taken, second.taken].map((rows) => rows.map(({ id }) => id))).toEqual([["m1"], ["m2"]]);
});

test("a copied row of the tab sends nothing again", () => {
  expect(taken({}, { id: "m1", state: "sent" }, { id: "m1" })).toEqual([]);
  expect(taken({}, { id: "m1" }, { id: "m1" })).toEqual(["m1"]);
});

test("what a run took and never told of is asked about after ten minutes, and not sent again", () => {
  const tables = withMessages([], { id: "m1" });
  const { changes } = claimChanges(tables, ["m1"], { writer: "one", now: NINE });
  const died = applyChanges(tables, changes);
  expect(forgottenChanges(died, at("09:10"))).toEqual([]);
  const later = applyChanges(died, forgottenChanges(died, at("09:11")));
  expect(statesOf(later)).toEqual({ m1: "not known whether it was sent" });
  expect(claimable(later, { ...LIMITS, now: at("09:11") })).toEqual([]);
});

test("a person's Send lets what failed, or may have gone, out again; Cancel ends it", () => {
  const rows = ["failed", "not known whether it was sent"].flatMap((state) =>
    ["Send", "Cancel"].map((decision) => ({ id: `${state}, ${decision}`, state, decision })),
  );
  const tables = withMessages([], ...rows);
  expect(statesOf(applyChanges(tables, forgottenChanges(tables, NINE)))).toEqual({
    "failed, Send": "waiting to send",
    "failed, Cancel": "cancelled",
    "not known whether it was sent, Send": "waiting to send",
    "not known whether it was sent, Cancel": "cancelled",
  });
});

test("nothing is tried with an address that is none", () => {
  const tables = withMessages([], { id: "m1", to: "ada at home" }, { id: "m2", to: "" });
  expect(statesOf(applyChanges(tables, forgottenChanges(tables, NINE)))).toEqual({
    m1: "failed",
    m2: "failed",
  });
});

test("a result is told of what is in hand, and of nothing that somebody decided on since", () => {
  const tables = withMessages([], { id: "m1" }, { id: "m2", state: "cancelled" });
  const { changes } = claimChanges(tables, ["m1"], { writer: "one", now: NINE });
  const results = new Map(["m1", "m2"].map((id) => [id, { how: "sent", at: NINE } as const]));
  const taking = applyChanges(tables, changes);
  expect(statesOf(applyChanges(taking, markedChanges(taking, results)))).toEqual({
    m1: "sent",
    m2: "cancelled",
  });
});

test("a run that was thought dead and says at last that it sent is believed", () => {
  const tables = withMessages([], { id: "m1" });
  const { changes } = claimChanges(tables, ["m1"], { writer: "one", now: NINE });
  const taking = applyChanges(tables, changes);
  const asked = applyChanges(taking, forgottenChanges(taking, at("09:30")));
  const sent = new Map([["m1", { how: "sent", at: at("09:31") } as const]]);
  expect(statesOf(applyChanges(asked, markedChanges(asked, sent)))).toEqual({ m1: "sent" });
});

// What happens to messages, in any order: each step is what one run does or a person decides; a run may die anywhere, and
// the tab may be sorted just before something is written, so that it stands beside other messages.
const steps = fc.array(
  fc.record({
    minutes: fc.integer({ min: 0, max: 15 }),
    what: fc.constantFrom("take", "send", "send and die", "fail", "later", "mend"),
    quotaLeft: fc.integer({ min: 0, max: 5 }),
    isSorted: fc.boolean(),
  }),
  { maxLength: 30 },
);

const HOUR_MS = 3_600_000;
const NEXT: Readonly<Record<string, string>> = { m1: "m2", m2: "m3", m3: "m1" };

function sorted(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) =>
    change.kind === "setField" ? { ...change, record: NEXT[change.record] ?? "" } : change,
  );
}

function resultOf(what: string, now: Moment): SendingResult {
  if (what === "fail") return { how: "failed", why: "no" };
  return what === "later" ? { how: "later", why: "tomorrow" } : { how: "sent", at: now };
}

test("whatever dies or is sorted in between, no message is sent twice by itself, or told of as sent that was not", () => {
  fc.assert(
    fc.property(steps, (all) => {
      let tables = withMessages([], { id: "m1" }, { id: "m2", cc: "bo@example.org" }, { id: "m3" });
      let nowMs = instantMs(NINE);
      let hand: readonly string[] = [];
      const sent: string[] = [];
      for (const { minutes, what, quotaLeft, isSorted } of all) {
        nowMs += minutes * 60_000;
        const now = momentFromInstant(nowMs, utc);
        const write = (changes: readonly Change[]) => {
          tables = applyChanges(tables, isSorted ? sorted(changes) : changes);
        };
        if (what === "mend") {
          tables = applyChanges(tables, forgottenChanges(tables, now));
        } else if (what === "take") {
          const due = claimable(tables, { now, quotaLeft, reserve: 1 });
          const recipients = due.reduce((sum, row) => sum + recipientCount(row), 0);
          expect(recipients).toBeLessThanOrEqual(Math.max(0, quotaLeft - 1));
          const claim = { writer: "w", now };
          const { changes, taken } = claimChanges(
            tables,
            due.map(({ id }) => id),
            claim,
          );
          write(changes);
          // As it stands then, whatever was meant.
          const present = outboxRows(tables).filter((row) => row.claim === claimText(row.id, claim));
          hand = taken.flatMap(({ id }) => (present.some((row) => row.id === id) ? [id] : []));
        } else {
          if (what.startsWith("send")) sent.push(...hand);
          const results = new Map(hand.map((id) => [id, resultOf(what, now)]));
          if (what !== "send and die") write(markedChanges(tables, results));
          hand = [];
        }
      }
      expect(sent).toEqual([...new Set(sent)]);
      const mended = applyChanges(tables, forgottenChanges(tables, momentFromInstant(nowMs + HOUR_MS, utc)));
      const told = outboxRows(mended).filter(({ state }) => state === "sent");
      expect(told.filter(({ id }) => !sent.includes(id))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
