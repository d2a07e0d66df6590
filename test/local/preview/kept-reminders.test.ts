// What outlives a preview, beside what stands in the cells: that somebody switched reminders on.

import { afterAll, expect, test } from "vitest";
import { openWorkerThreads } from "../../../local/apps-script/scheduler/worker-threads.ts";
import type { Spreadsheet } from "../../../local/grid/spreadsheet.ts";
import { openLiveWorld } from "../../../local/preview/live/live-world.ts";
import { peopleAt } from "../../../local/preview/live/people-at-book.ts";
import { openedBook } from "../../../sync/preview/opened-book.ts";
import { builtScript } from "../../apps-script/built-add-on.ts";
import { salesBook } from "./preview-page.ts";

const threads = openWorkerThreads();
afterAll(() => threads.close());

/** A preview of the book whose owner has opened it, and answers every question with OK. */
async function previewOf(state: Spreadsheet) {
  const seats = peopleAt(state);
  const plan = { state, addOn: builtScript(), seats, threads, machineMs: () => 1_793_610_000_000, seed: 1 };
  const world = openLiveWorld(plan, {
    ask: () => Promise.resolve("OK"),
    served: () => {},
    ended: () => {},
    changed: () => {},
  });
  const owner = world.personOf(seats[0]?.email ?? "");
  owner.open();
  await world.quiet();
  const choose = async (...path: readonly string[]) => {
    owner.menu("Stageline", ...path);
    await world.quiet();
  };
  return { world, choose, triggers: () => world.google.triggers().map(({ type }) => type) };
}

test("reminders that were switched on are on in the next preview, where they can be switched off", async () => {
  const { state } = await openedBook(await salesBook());
  const first = await previewOf(state);
  expect(first.triggers()).toEqual([]);
  await first.choose("Reminders", "On");
  expect(first.triggers()).toEqual(["ON_EDIT", "ON_FORM_SUBMIT", "CLOCK"]);
  const next = await previewOf(first.world.file.state);
  expect(next.triggers()).toEqual(["ON_EDIT", "ON_FORM_SUBMIT", "CLOCK"]);
  await next.choose("Reminders", "Off");
  expect(next.triggers()).toEqual([]);
  expect((await previewOf(next.world.file.state)).triggers()).toEqual([]);
});

test("opening a book and its sidebar changes nothing in it", async () => {
  const { state } = await openedBook(await salesBook());
  const { world, choose } = await previewOf(state);
  const opened = world.file.state;
  await choose("Open sidebar");
  expect(world.file.state).toBe(opened);
});
