// The pictures from which somebody chooses a pipeline.

import { expect, test } from "vitest";
import { stageStrip } from "../../../../shared/report/views/stage-strip.ts";
import { templateChoices } from "../../../../shared/report/views/template-choices.ts";
import { shop } from "../../../pipelines.ts";

test("each picture shows every stage of its pipeline once, and says them", () => {
  for (const { strip, stages } of templateChoices()) {
    expect(strip.boxes.map(({ label }) => label).sort()).toEqual(stages.map(({ name }) => name).sort());
    for (const { name } of stages) expect(strip.title).toContain(name);
  }
});

test("no box leaves the picture or lies over another", () => {
  for (const { boxes, width, height } of templateChoices().map(({ strip }) => strip)) {
    for (const [index, box] of boxes.entries()) {
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      const next = boxes[index + 1];
      if (next?.y === box.y) expect(next.x).toBeGreaterThan(box.x + box.width);
    }
  }
});

test("the main line is a row of its own, in the colours of the stages", () => {
  const line = stageStrip(shop).boxes.filter(({ y }) => y === 0);
  expect(line.map(({ label, fill }) => [label, fill])).toEqual([
    ["Lead", "#e3f2fd"],
    ["Offer", "#e3f2fd"],
    ["Won", "#c8e6c9"],
    ["Loop", "#c8e6c9"],
  ]);
});
