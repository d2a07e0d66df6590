// Two records made one, and two again, in a book that tests type in.

import { mergeRecords } from "../../../../shared/engine/merging/merge-records.ts";
import { unmergeRecords } from "../../../../shared/engine/merging/unmerge-records.ts";
import type { World } from "../../../world.ts";

/** Makes them one; back comes what is said of it. */
export function merge(world: World, record: string, into: string): string {
  const done = mergeRecords(world.tables(), world.nextRun({ knownBy: "sidebar", actor: "Robin" }), {
    record,
    into,
  });
  world.apply(done.changes);
  world.passHour();
  return done.sentence;
}

/** Takes them apart; back comes what is said of it. */
export function unmerge(world: World, record: string): string {
  const done = unmergeRecords(world.tables(), world.nextRun({ knownBy: "sidebar", actor: "Robin" }), {
    record,
  });
  world.apply(done.changes);
  world.passHour();
  return done.sentence;
}

const HIDDEN = ["Memory", "Fingerprint"];

/** What the rows of the boards hold, but for what only the engine reads; empty rows are left out. */
export function shown(world: World, tabs: readonly string[]): unknown {
  return tabs.map((tab) =>
    world
      .names(tab)
      .filter((name) => name !== "")
      .map((name) => Object.entries(world.row(name, tab)).filter(([header]) => !HIDDEN.includes(header)))
      .sort((left, right) => (String(left) < String(right) ? -1 : 1)),
  );
}
