// Where an arrow key leads from a card.

import { expect, test } from "vitest";
import { stepFrom } from "../../../../apps-script/sidebar/board-view/card-steps.ts";

const COLUMNS = [["a1", "a2", "a3"], [], ["b1"], ["c1", "c2"]];

test("up and down stay in the column, and stop at its ends", () => {
  expect(stepFrom(COLUMNS, "a2", "ArrowUp")).toBe("a1");
  expect(stepFrom(COLUMNS, "a2", "ArrowDown")).toBe("a3");
  expect([stepFrom(COLUMNS, "a1", "ArrowUp"), stepFrom(COLUMNS, "a3", "ArrowDown")]).toEqual([
    undefined,
    undefined,
  ]);
});

test("left and right pass over what is empty, and go to the last card of a shorter column", () => {
  expect(stepFrom(COLUMNS, "a3", "ArrowRight")).toBe("b1");
  expect(stepFrom(COLUMNS, "c2", "ArrowLeft")).toBe("b1");
  expect(stepFrom(COLUMNS, "b1", "ArrowLeft")).toBe("a1");
  expect(stepFrom(COLUMNS, "c1", "ArrowRight")).toBe(undefined);
});

test("any other key leads nowhere, and neither does a card that is not shown", () => {
  expect([stepFrom(COLUMNS, "a1", "Enter"), stepFrom(COLUMNS, "gone", "ArrowDown")]).toEqual([
    undefined,
    undefined,
  ]);
});
