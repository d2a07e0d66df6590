// A record that was invoiced does not go into another: its invoices and payments name it.

import { expect, test } from "vitest";
import { act, openJobs } from "../invoices/acted-book.ts";
import { merge } from "./merging.ts";

test("of two, the one with invoices is kept; where both have some, those of one are voided first", () => {
  const world = openJobs();
  world.add(["Ada", "Adah"].map((name) => ({ Name: name, Stage: "Invoice", Amount: 1000 })));
  world.run();
  act(world, "Adah", { rule: "Bill" });
  world.run();
  expect(() => merge(world, "Adah", "Ada")).toThrow(
    '"Adah" has invoices; keep that one, and let "Ada" go into it',
  );
  act(world, "Ada", { rule: "Bill" });
  world.run();
  expect(() => merge(world, "Adah", "Ada")).toThrow(
    '"Adah" and "Ada" both have invoices; void those of one first',
  );
});

test("one without invoices goes into one with", () => {
  const world = openJobs();
  world.add(["Ada", "Adah"].map((name) => ({ Name: name, Stage: "Invoice", Amount: 1000 })));
  world.run();
  act(world, "Ada", { rule: "Bill" });
  world.run();
  expect(merge(world, "Adah", "Ada")).toBe('"Adah" is one with "Ada" now');
});
