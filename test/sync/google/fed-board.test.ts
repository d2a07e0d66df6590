// A tab of people's that feeds a board of a Google spreadsheet.

import { expect, test } from "vitest";
import { readLog } from "../../../shared/log/log-tab.ts";
import { type GoogleBookHere, googleBook } from "./google-book.ts";

async function fedBook(): Promise<GoogleBookHere> {
  const book = await googleBook({ template: "solar" });
  book.act({ do: "newTab", name: "Answers" });
  const texts = [
    ["Timestamp", "Full name", "E-mail", "Phone"],
    ["2026-11-19 08:00:00", "Ada", "ada@example.org", "0201"],
    ["2026-11-19 09:00:00", "Bob", "bob@example.org", "'0202"],
  ];
  book.act({ do: "paste", at: { tab: book.tab("Answers"), row: 1, column: 1 }, texts });
  const column = book.column("Pipelines", "fed_by") + 1;
  book.act({ do: "type", tab: book.tab("Pipelines"), row: 2, column, text: "Answers" });
  return book;
}

test("each answer becomes a record at the time at which it came, once, and the answers stay", async () => {
  const book = await fedBook();
  const before = book.tables().find(({ tab }) => tab === "Answers");
  await book.sync();
  const created = readLog(book.tables()).entries.filter(({ kind }) => kind === "created");
  expect(created.map(({ name, at }) => [name, at.slice(0, 16)])).toEqual([
    ["Ada", "2026-11-19T08:00"],
    ["Bob", "2026-11-19T09:00"],
  ]);
  expect(book.tables().find(({ tab }) => tab === "Answers")).toEqual(before);
});

test("a fed book that nobody changed is read in three requests", async () => {
  const book = await fedBook();
  await book.sync();
  const { result, calls } = await book.counted(() => book.sync());
  expect(result.changed).toBe(false);
  expect(calls).toBe(3);
});
