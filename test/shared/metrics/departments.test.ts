import { expect, test } from "vitest";
import { departments } from "../../../shared/metrics/departments.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { pathsIn } from "../../moves.ts";
import { pipelineOf } from "../../pipelines.ts";

const ROLES: Readonly<Record<string, string>> = {
  Ask: "Store",
  Answer: "Service",
  Invoice: "Service",
  Pack: "store",
  Closed: "Service",
  Later: "Store",
  Lost: "Service",
};
const plain = pipelineOf("Orders", "Ask > Answer > Invoice > Pack > Closed:won | Later:parked | Lost:lost");
const orders = {
  ...plain,
  stages: plain.stages.map((stage) => ({ ...stage, role: ROLES[stage.name] ?? "" })),
};

function told(lines: readonly string[], from?: string) {
  const period = from === undefined ? {} : { from: parseDay(from) };
  return departments(orders, pathsIn(orders, 100, lines), period).map(({ role, time, now }) => {
    return `${role}: ${time.n} stays, ${time.medianDays ?? "?"} days, ${now} now`;
  });
}

// Store 0 to 2 and 9 to 12, Service 2 to 9.
test("stages of one role that follow each other are one stay, and a role may come twice", () => {
  expect(told(["ada: Ask@0 Answer@2 Invoice@5 Pack@9 Closed@12"])).toEqual([
    "Store: 2 stays, 2 days, 0 now",
    "Service: 1 stays, 7 days, 0 now",
  ]);
});

test("what is closed, parked or lost lies with nobody", () => {
  expect(told(["ada: Ask@0 Closed@3", "bob: Ask@0 Later@3", "cy: Ask@0 Lost@3"])).toEqual([
    "Store: 3 stays, 3 days, 0 now",
  ]);
});

test("a stay that still runs says only that it is longer", () => {
  expect(told(["ada: Ask@0 Answer@2", "bob: Ask@50"])).toEqual([
    "Store: 2 stays, 2 days, 1 now",
    "Service: 1 stays, ? days, 1 now",
  ]);
});

test("a removed record lies nowhere now, and one that was handed on has left", () => {
  expect(told(["ada: Ask@0 removed@8", "bob: Ask@0 handedOn@8"])).toEqual(["Store: 2 stays, 8 days, 0 now"]);
});

test("a period takes the stays that began in it", () => {
  expect(told(["ada: Ask@0 Answer@2", "bob: Ask@20 Answer@26"], "2026-01-15")).toEqual([
    "Store: 1 stays, 6 days, 0 now",
    "Service: 1 stays, ? days, 2 now",
  ]);
});

test("a pipeline that names no roles has no departments", () => {
  expect(departments(plain, pathsIn(plain, 100, ["ada: Ask Answer"]))).toEqual([]);
});
