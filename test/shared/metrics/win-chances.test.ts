import { expect, test } from "vitest";
import { winChances } from "../../../shared/metrics/win-chances.ts";
import { pathsIn } from "../../moves.ts";
import { offers } from "../../pipelines.ts";

const believing = {
  ...offers,
  stages: offers.stages.map((stage) => (stage.id === "offer" ? { ...stage, winProbability: 0.4 } : stage)),
};

const story = [
  "a: Lead Offer Won",
  "b: Lead Offer Lost",
  "c: Lead Offer Lost",
  "d: Lead Offer",
  "e: Lead Lost",
];

test("a belief is worth ten records, and every decided one that came through counts as one", () => {
  // 4 of 10 believed; 1 won, 2 lost: 5 of 13. Lead has no belief, and only four decided.
  expect(winChances(believing, pathsIn(believing, 100, story))).toEqual([
    { stage: "offer", alpha: 5, beta: 8, chance: 5 / 13, decided: 3 },
  ]);
});

test("without a belief five decided records speak, fewer do not", () => {
  const five = [...story, "f: Lead Won"];
  // Jeffreys: 2 won and 3 lost of five, half a record more of each: 2.5 of 6.
  expect(winChances(offers, pathsIn(offers, 100, five))).toEqual([
    { stage: "lead", alpha: 2.5, beta: 3.5, chance: 2.5 / 6, decided: 5 },
  ]);
  expect(winChances(offers, pathsIn(offers, 100, story))).toEqual([]);
});
