// What is drawn at once and what waits while a cell is being typed into.

import { expect, test } from "vitest";
import { heldBack } from "../../../local/preview/shown/held-changes.ts";
import type { ShownChange } from "../../../local/preview/shown/shown-changes.ts";
import type { UniverBook, UniverCell } from "../../../local/preview/shown/univer-data.ts";

const cell = { tab: 0, row: 1, column: 3 };
const text = (v: string) => ({ v, t: 1 }) as UniverCell;

test("the cell that is being typed into waits, and its neighbours do not", () => {
  const change: ShownChange = { what: "cells", tab: 0, cells: { 1: { 2: text("Lead"), 3: text("Lee") } } };
  expect(heldBack([change], cell, [])).toEqual({
    now: [{ what: "cells", tab: 0, cells: { 1: { 2: text("Lead") } } }],
    later: [{ what: "cells", tab: 0, cells: { 1: { 3: text("Lee") } } }],
  });
});

test("the same cell of another tab does not wait", () => {
  const change: ShownChange = { what: "cells", tab: 7, cells: { 1: { 3: text("Lee") } } };
  expect(heldBack([change], cell, [])).toEqual({ now: [change], later: [] });
});

test("after a book of another frame everything waits behind it", () => {
  const book: ShownChange = { what: "book", book: {} as UniverBook };
  const size: ShownChange = { what: "size", tab: 0, rows: 40 };
  const first = heldBack([book], cell, []);
  expect(heldBack([size], cell, first.later)).toEqual({ now: [], later: [book, size] });
});
