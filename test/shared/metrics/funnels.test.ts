import fc from "fast-check";
import { expect, test } from "vitest";
import { funnels } from "../../../shared/metrics/funnels.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { paths, pathsIn } from "../../moves.ts";
import { offers, shop } from "../../pipelines.ts";
import { histories } from "../../stories.ts";

test("a record that skips a stage has reached it", () => {
  const funnel = funnels(offers, paths("ada: Lead Won", "bob: Lead", "cyd: Offer"));
  expect(funnel).toEqual([
    { stage: "lead", reached: 3, now: 1, overall: 1 },
    { stage: "offer", reached: 2, now: 1, fromPrevious: 2 / 3, overall: 2 / 3 },
    { stage: "won", reached: 1, now: 1, fromPrevious: 1 / 2, overall: 1 / 3 },
    { stage: "lost", reached: 0, now: 0 },
  ]);
});

test("ending in lost says nothing of the stages before", () => {
  const funnel = funnels(offers, paths("ada: Lost", "bob: Lead Lost"));
  expect(funnel.map(({ stage, reached }) => `${stage} ${reached}`)).toEqual([
    "lead 1",
    "offer 0",
    "won 0",
    "lost 2",
  ]);
});

test("a record that fell back has reached what it reached", () => {
  expect(funnels(offers, paths("ada: Lead Offer Lead"))[1]).toMatchObject({ reached: 1, now: 0 });
});

test("a record that was removed or handed on stands nowhere now", () => {
  const funnel = funnels(offers, paths("ada: Lead removed", "bob: Lead handedOn", "cyd: Lead"));
  expect(funnel[0]).toMatchObject({ reached: 3, now: 1 });
});

test("a stage off the main line counts each record that entered it once", () => {
  const funnel = funnels(shop, pathsIn(shop, 100, ["ada: Lead Sample Lead Sample", "bob: Sample"]));
  expect(funnel.find(({ stage }) => stage === "sample")).toEqual({ stage: "sample", reached: 2, now: 2 });
});

test("a period takes the records whose path began in it", () => {
  const story = paths("ada: Lead@0 Won@50", "bob: Lead@10");
  expect(funnels(offers, story, { from: parseDay("2026-01-10") })[0]?.reached).toBe(1);
});

test("of nobody there are counts but no rates", () => {
  expect(funnels(offers, paths())[1]).toEqual({ stage: "offer", reached: 0, now: 0 });
});

test("no later stage is reached by more records than an earlier one", () => {
  fc.assert(
    fc.property(histories, (lines) => {
      const story = pathsIn(shop, 100, lines);
      const reached = funnels(shop, story).map((stage) => stage.reached);
      expect(reached.slice(0, 4)).toEqual([...reached.slice(0, 4)].sort((left, right) => right - left));
      expect(reached[0]).toBeLessThanOrEqual(story.recordIds.length);
    }),
  );
});
