import { expect, test } from "vitest";
import { toldOnce } from "../../../shared/table/repeated-problems.ts";

const wonn = (cell: string) => ({ tab: "Sales", cell, message: 'stage "Wonn" is not one of Lead, Won' });

test("a mistake in many cells is told once, at the first of them, with how many more there are", () => {
  const phone = { tab: "Sales", cell: "B5", message: "Phone is missing" };
  expect(toldOnce([wonn("A4"), phone, wonn("A9"), wonn("A12")])).toEqual([
    { ...wonn("A4"), message: 'stage "Wonn" is not one of Lead, Won; the same in 2 more cells' },
    phone,
  ]);
});

test("the same words in another tab are another mistake", () => {
  const elsewhere = { ...wonn("A4"), tab: "Orders" };
  expect(toldOnce([wonn("A4"), elsewhere])).toEqual([wonn("A4"), elsewhere]);
});
