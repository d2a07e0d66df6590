// The mail of the day and the page of the day are made in two places; they tell the same of the same book.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Rule } from "../../../../shared/definition/rule.ts";
import { type Duty, dutiesOf } from "../../../../shared/engine/people/duties.ts";
import { actBook } from "../../../../shared/engine/rules/act-book.ts";
import { type TodayView, todayView } from "../../../../shared/report/views/today-view.ts";
import { instantMs, momentFromInstant, utc } from "../../../../shared/value/moment.ts";
import { dealsPipeline, dealsWorld } from "../deals.ts";

const DAY_MS = 86_400_000;
const NAMES = ["Ada", "Bob", "Cy"];
const remind: Rule = {
  ...{ id: "look", name: "Look", when: { on: "logged", activity: "meeting" }, whileIn: [], onlyIf: [] },
  ...{ until: [], does: [{ do: "remind", text: "follow up" }] },
};

const edit = fc.record({
  name: fc.constantFrom(...NAMES),
  cells: fc.oneof(
    fc
      .constantFrom("Reply: yes", "Reply: no", "E-mail out", "Call", "Meeting", "Note")
      .map((Log) => ({ Log })),
    fc.constantFrom("Offer", "Proposal", "Won", "Parked", "Lost").map((Stage) => ({ Stage })),
    fc.integer({ min: 1, max: 28 }).map((day) => ({
      ...{ "Next step": "visit", "Next step on": `2026-11-${String(day).padStart(2, "0")}` },
    })),
  ),
  hours: fc.integer({ min: 1, max: 40 }),
});

function linesOf(duties: readonly Duty[]): readonly string[] {
  return duties
    .map(({ kind, name, sentence }) => (kind === "reply" ? `reply ${name}` : `${name}: ${sentence}`))
    .sort();
}

function linesShown({ groups }: TodayView): readonly string[] {
  return groups
    .flatMap(({ kind, items }) => {
      if (kind === "messages" || kind === "waiting") return [];
      return items.map(({ name, sentence }) =>
        kind === "replies" ? `reply ${name}` : `${name}: ${sentence}`,
      );
    })
    .sort();
}

test("a digest tells of the replies, steps, limits and reminders that Today shows", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const world = dealsWorld({ boards: { Deals: { ...dealsPipeline, rules: [remind] } } });
      world.add(NAMES.map((Name) => ({ Name, Budget: 5, Deadline: "2026-12-24" })));
      world.run();
      for (const { name, cells, hours } of edits) {
        world.edit(name, cells);
        world.run();
        for (let hour = 1; hour < hours; hour++) world.passHour();
      }
      const { definition } = world.run();
      const tables = world.tables();
      const { now: last, ...run } = world.nextRun();
      for (let days = 0; days <= 12; days++) {
        const now = momentFromInstant(instantMs(last) + days * DAY_MS, utc);
        const duties = dutiesOf(actBook(tables, { ...run, now }, { definition, stoppedTabs: [] }));
        expect(linesOf(duties), now).toEqual(linesShown(todayView(tables, { now })));
      }
    }),
    { numRuns: 20 },
  );
});
