// A book that goes on in another home keeps all of its history and messages, and sends nothing that the old one may send.

import { expect, test } from "vitest";
import { bookOrigin } from "../../../../shared/engine/acts/copied-book.ts";
import { movedAway, movedIn, refuseMoved } from "../../../../shared/engine/acts/moved-book.ts";
import { readHead } from "../../../../shared/engine/head.ts";
import { hostRowChanges } from "../../../../shared/engine/host-rows.ts";
import { applyChanges } from "../../../../shared/table/apply-changes.ts";
import type { World } from "../../../world.ts";
import { worldWith } from "../deals.ts";
import { statesOf, withMessages } from "../outbox/waiting-rows.ts";

function kept(): World {
  const world = worldWith("Ada");
  const rows = { book: "file 1", owner: "robin@example.org", writer: "w1", until: "2026-11-02T09:00:30Z" };
  world.apply(hostRowChanges(world.tables(), rows));
  return world;
}

test("the new home says which file it is in, and forgets who kept the old one", () => {
  const world = kept();
  const log = world.log();
  world.apply(movedIn(world.tables(), "file 2"));
  expect(world.log()).toEqual(log);
  expect(readHead(world.tables()).others).toMatchObject({ book: "file 2", owner: "", writer: "", until: "" });
  expect(world.run().changes).toEqual([]);
});

test("a file has no id: nothing says which one the book is in", () => {
  const world = kept();
  world.apply(movedIn(world.tables(), ""));
  expect(readHead(world.tables()).others["book"]).toBe("");
});

test("what waited asks a person, what was being sent is not known, and the rest stays", () => {
  const tables = withMessages(
    worldWith("Ada").tables(),
    { id: "m1" },
    { id: "m2", state: "being sent" },
    { id: "m3", state: "sent" },
    { id: "m4", state: "waiting for you" },
  );
  expect(statesOf(applyChanges(tables, movedIn(tables, "")))).toEqual({
    m1: "waiting for you",
    m2: "not known whether it was sent",
    m3: "sent",
    m4: "waiting for you",
  });
});

test("a book that went on elsewhere stops whoever would act in it, and a copy of it does not", () => {
  const world = kept();
  world.apply(movedAway(world.tables(), { place: "sales.xlsx", from: "a spreadsheet" }));
  expect(() => refuseMoved(world.tables())).toThrow("this book went on in sales.xlsx: work there");
  expect(bookOrigin(world.tables(), { id: "file 1" })).toBe("copied");
  world.apply(movedIn(world.tables(), "file 3"));
  expect(() => refuseMoved(world.tables())).not.toThrow();
  expect(bookOrigin(world.tables(), { id: "file 3" })).toBe("own");
});
