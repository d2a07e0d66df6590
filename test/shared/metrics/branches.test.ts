import { expect, test } from "vitest";
import { branches } from "../../../shared/metrics/branches.ts";
import { pathsIn } from "../../moves.ts";
import { shop } from "../../pipelines.ts";

// Of Lead five visits ended: to Sample twice, to Offer, to Lost, and by being handed on.
test("a branch is the share of the ended visits that left the main line for it", () => {
  const lines = [
    "a: Lead Sample Lead Sample",
    "b: Lead Offer",
    "c: Lead Lost",
    "d: Lead handedOn",
    "e: Lead",
  ];
  expect(branches(shop, pathsIn(shop, 100, [...lines, "f: Lead removed"]))).toEqual([
    { from: "lead", to: "sample", count: 2, ended: 5, share: 0.4 },
    { from: "lead", to: "lost", count: 1, ended: 5, share: 0.2 },
  ]);
});
