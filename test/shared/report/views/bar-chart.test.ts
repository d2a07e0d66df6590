// Bars are as long as what they stand for.

import fc from "fast-check";
import { expect, test } from "vitest";
import { barChart } from "../../../../shared/report/views/bar-chart.ts";

test("a bar is as long as its share of the longest, and anything at all can be seen", () => {
  const rows = [200, 50, 1, 0].map((length) => ({ label: "Stage", value: String(length), length }));
  expect(barChart("Stages", rows).bars.map(({ width }) => width)).toEqual([276, 69, 2, 0]);
});

test("what stands below a bar makes room for itself, and nothing overlaps", () => {
  const below = fc.constantFrom("", "2 of 3 go on");
  fc.assert(
    fc.property(fc.array(below, { minLength: 1, maxLength: 12 }), (belows) => {
      const rows = belows.map((text) => ({ label: "Stage", value: "1", length: 1, below: text }));
      const { bars, height, barHeight } = barChart("Stages", rows);
      bars.forEach((bar, index) => {
        const next = bars[index + 1]?.labelY ?? height;
        const end = bar.below === "" ? bar.barY + barHeight : bar.belowY;
        expect(end).toBeLessThan(next);
      });
    }),
  );
});

test("a long name is cut, so that its value has room", () => {
  const [bar] = barChart("Stages", [{ label: "W".repeat(80), value: "1", length: 1 }]).bars;
  expect(bar?.label).toBe(`${"W".repeat(29)}…`);
});
