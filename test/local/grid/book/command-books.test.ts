// Books of the command in the grid, and books of the grid in the command.

import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { bookFromSpreadsheet } from "../../../../local/grid/book/book-from-spreadsheet.ts";
import { spreadsheetFromBook } from "../../../../local/grid/book/spreadsheet-from-book.ts";
import { tabNamed } from "../../../../local/grid/spreadsheet.ts";
import { newPath, stageline } from "../../../command.ts";
import { after, placeOf, seen } from "../grids.ts";

const now = ["--now", "2026-11-02T09:00"];
const book = newPath();
const again = newPath();

const loaded = (path: string) => spreadsheetFromBook(readFileSync(path), { name: "Book" });

beforeAll(async () => {
  await stageline("new", book, "--board", "Deals", "--stages", "Lead > Offer > Won:won | Lost:lost", ...now);
  writeFileSync(again, bookFromSpreadsheet(loaded(book)));
}, 60_000);

test("a new book has its tabs, marks, dropdowns and hidden parts in the grid", () => {
  const grid = loaded(book);
  const deals = tabNamed(grid, "Deals");
  expect(grid.tabs.find(({ name }) => name === "_state")?.isHidden).toBe(true);
  expect(deals).toMatchObject({ frozenRows: 1, colour: "#1a73e8" });
  const marks = grid.metadata.filter(({ place }) => place.kind === "column" && place.tab === deals?.id);
  expect(marks.find(({ value }) => value === "stage")).toMatchObject({
    key: "stageline_column",
    place: { column: 1 },
  });
  expect(seen(grid, "Deals!A2", "validations")).toMatchObject([
    [{ allowsInvalid: true, criteria: { kind: "formula", formula: expect.stringContaining("_lists") } }],
  ]);
  expect(deals?.columns.some((column) => column?.isHidden === true)).toBe(true);
});

test("a book that went through the grid is the same book to the command", async () => {
  const [original, copy] = [
    await stageline("check", book, "--json"),
    await stageline("check", again, "--json"),
  ];
  expect(copy).toMatchObject({ exitCode: 0, json: original.json });
  expect((await stageline("sync", again, "--dry-run", "--json", ...now)).json).toEqual(
    (await stageline("sync", book, "--dry-run", "--json", ...now)).json,
  );
});

test("what is typed in the grid is a record of the board at the next sync", async () => {
  const typed = ["Offer", "Ada"].map((text, index) => ({
    do: "type" as const,
    ...placeOf(loaded(again), `Deals!${"AB"[index]}2`),
    text,
  }));
  writeFileSync(again, bookFromSpreadsheet(after(loaded(again), ...typed)));
  const { json } = await stageline("sync", again, "--json", ...now);
  expect(json).toMatchObject({ changed: true, problems: [] });
  const synced = loaded(again);
  expect(seen(synced, "Deals!A2:B2")).toEqual([["Offer", "Ada"]]);
  expect(seen(synced, "Activity!D2:F2").flat()).toContain("created");
});

test("a book that is saved, loaded and saved again is the same to the last byte", () => {
  const bytes = bookFromSpreadsheet(loaded(book));
  expect(bookFromSpreadsheet(spreadsheetFromBook(bytes, { name: "Book" }))).toEqual(bytes);
});
