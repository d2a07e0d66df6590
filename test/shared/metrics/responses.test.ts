import { expect, test } from "vitest";
import { firstResponses } from "../../../shared/log/activities.ts";
import type { EntryKind } from "../../../shared/log/entry.ts";
import { responses } from "../../../shared/metrics/responses.ts";
import { dayMoment, entryOf, paths } from "../../moves.ts";
import { offers } from "../../pipelines.ts";

function activity(record: string, kind: EntryKind, day: number) {
  return entryOf({ record, kind, at: dayMoment(day) });
}

// Three were written to: ada answered after 4 days, bob was lost, cyd has not answered. dan was never written to.
test("of those written to, some answered, some were lost and the rest may answer yet", () => {
  const log = [
    activity("ada", "email-out", 2),
    activity("ada", "reply-no", 6),
    activity("bob", "email-out", 3),
    activity("cyd", "email-out", 95),
  ];
  const story = paths("ada: Lead@0", "bob: Lead@0 Lost@9", "cyd: Lead@94", "dan: Lead@0");
  const rate = responses(offers, story, { responses: firstResponses(log, dayMoment(100)), withinDays: 14 });
  expect(rate).toMatchObject({ entered: 3, converted: 1, dropped: 1, pending: 1, rate: 1 / 3, decided: 0.5 });
  expect(rate.within).toMatchObject({ days: 14, mature: 2, converted: 1 });
});
