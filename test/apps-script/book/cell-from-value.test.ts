import { expect, test } from "vitest";
import { cellFromValue } from "../../../apps-script/book/cell-from-value.ts";

/** Amsterdam in 1899 went by the sun: 19 minutes and 32 seconds ahead. */
const zone = { wallMsAt: (instantMs: number) => instantMs + (19 * 60 + 32) * 1000 };

test("a time without a day is the fraction that its cell holds, to the last digit", () => {
  const half = new Date(Date.UTC(1899, 11, 30, 9, 30) - (19 * 60 + 32) * 1000);
  expect(cellFromValue(half, zone)).toEqual({ serial: 9.5 / 24 });
});
