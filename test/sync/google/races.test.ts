// What becomes of a write when others are at work in the spreadsheet at the same time, and when answers are lost.

import { expect, test } from "vitest";
import { type Gate, SERVE } from "../../../local/sheets-api/server/gate.ts";
import { readLog } from "../../../shared/log/log-tab.ts";
import { StagelineError } from "../../../shared/value/stageline-error.ts";
import { cellIn, type GoogleBookHere, googleBook } from "./google-book.ts";

const isWrite = (call: Parameters<Gate>[0]) => call.method === "sheets.spreadsheets.batchUpdate";

/** Before the nth write from now on. */
function beforeWrite(book: GoogleBookHere, number: number, act: () => void | Promise<void>): void {
  let count = 0;
  book.hold(async (call) => {
    if (isWrite(call)) count += 1;
    if (isWrite(call) && count === number) await act();
    return SERVE;
  });
}

function rowOf(book: GoogleBookHere, name: string): number {
  const table = book.tables().find(({ tab }) => tab === "Sales");
  return table?.rows.find(({ cells }) => cells[table.marks["name"] ?? -1] === name)?.at ?? -1;
}

function typeInto(book: GoogleBookHere, name: string, [key, text]: readonly [string, string]): void {
  const column = book.column("Sales", key) + 1;
  book.act({ do: "type", tab: book.tab("Sales"), row: rowOf(book, name), column, text });
}

function sortByName(book: GoogleBookHere): void {
  const tab = book.tab("Sales");
  const { maxRows, maxColumns } = book.state().tabs.find(({ id }) => id === tab) ?? {
    maxRows: 2,
    maxColumns: 1,
  };
  const range = { tab, row: 2, column: 1, rows: maxRows - 1, columns: maxColumns };
  book.act({ do: "sort", range, by: [{ column: book.column("Sales", "name") + 1 }] });
}

/** Ada and Bo on the board, in that order of rows: Bo above Ada. */
async function boAndAda(): Promise<GoogleBookHere> {
  const book = await googleBook();
  book.type("Sales", { name: "Bo", company: "Bolt" }, { name: "Ada", company: "Abacus" });
  await book.sync();
  return book;
}

function entryIds(book: GoogleBookHere): readonly string[] {
  return readLog(book.tables()).entries.map(({ id }) => id);
}

/** The names of the records that moved, a move each. */
function moves(book: GoogleBookHere): readonly string[] {
  const { entries } = readLog(book.tables());
  return entries.filter(({ kind }) => kind === "moved" || kind === "refused").map(({ name }) => name);
}

function expectNothingTwice(book: GoogleBookHere): void {
  const ids = entryIds(book);
  expect(new Set(ids).size).toBe(ids.length);
}

test("who types between the look and the turn keeps the cell, and the plan is made anew", async () => {
  const book = await boAndAda();
  typeInto(book, "Ada", ["stage", "Dialogue"]);
  beforeWrite(book, 1, () => typeInto(book, "Ada", ["stage", "Lost"]));
  await book.sync();
  expect(cellIn(book.tables(), "Sales", { name: "Ada", key: "stage" })).toBe("Lost");
  expect(moves(book)).toEqual(["Ada"]);
});

test("who types elsewhere keeps nobody from writing", async () => {
  const book = await boAndAda();
  typeInto(book, "Ada", ["stage", "Dialogue"]);
  beforeWrite(book, 1, () => typeInto(book, "Bo", ["need", "a bolt"]));
  const { calls } = await book.counted(() => book.sync());
  expect(calls).toBe(4);
  expect(cellIn(book.tables(), "Sales", { name: "Bo", key: "need" })).toBe("a bolt");
});

test("rows that are sorted between the last look and the write get back what is theirs", async () => {
  const calm = await calmBook();
  const book = await boAndAda();
  typeInto(book, "Bo", ["stage", "Dialogue"]);
  beforeWrite(book, 2, () => sortByName(book));
  await book.sync();
  expectSameRecords(book, calm);
});

/** What Ada and Bo have in the end, where nobody came in between. */
async function calmBook(): Promise<GoogleBookHere> {
  const calm = await boAndAda();
  typeInto(calm, "Bo", ["stage", "Dialogue"]);
  await calm.sync();
  return calm;
}

function expectSameRecords(book: GoogleBookHere, calm: GoogleBookHere): void {
  for (const name of ["Ada", "Bo"]) {
    for (const key of ["stage", "company", "need", "status_note", "since", "memory"]) {
      const [found, wanted] = [book, calm].map((each) => cellIn(each.tables(), "Sales", { name, key }));
      expect([name, key, found]).toEqual([name, key, wanted]);
    }
  }
  expectNothingTwice(book);
  expect(entryIds(book).length).toBe(entryIds(calm).length);
}

const lines = (book: GoogleBookHere, axis: "rows" | "columns", at: number) =>
  ({ tab: book.tab("Sales"), axis, at, count: 1 }) as const;

test.each([
  {
    what: "a row is inserted above",
    act: (book: GoogleBookHere) => book.act({ do: "insertLines", side: "before", ...lines(book, "rows", 2) }),
  },
  {
    what: "an empty row above is deleted",
    act: (book: GoogleBookHere) => book.act({ do: "deleteLines", ...lines(book, "rows", 2) }),
  },
  {
    what: "a column is inserted at the left",
    act: (book: GoogleBookHere) =>
      book.act({ do: "insertLines", side: "before", ...lines(book, "columns", 2) }),
  },
  {
    what: "a column is moved to the left",
    act: (book: GoogleBookHere) => {
      const at = book.column("Sales", "status_note") + 1;
      book.act({ do: "moveLines", to: 1, ...lines(book, "columns", at) });
    },
  },
])("where $what between the last look and the write, all get back what is theirs", async ({ act }) => {
  const calm = await calmBook();
  const book = await boAndAda();
  book.act({ do: "insertLines", side: "before", ...lines(book, "rows", 2) });
  typeInto(book, "Bo", ["stage", "Dialogue"]);
  beforeWrite(book, 2, () => act(book));
  await book.sync();
  expectSameRecords(book, calm);
});

test("of two syncs at once one writes, and the other finds nothing more to do or says who is at work", async () => {
  const book = await boAndAda();
  typeInto(book, "Ada", ["stage", "Lost"]);
  const both = await Promise.allSettled([book.sync(), book.sync()]);
  const failures = both.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
  expect(failures.length).toBeLessThan(2);
  for (const error of failures) expect(error).toMatchObject({ code: "busy" });
  expectNothingTwice(book);
  expect(moves(book)).toEqual(["Ada"]);
});

test("a turn is waited for no longer than it runs, and its holder writes nothing afterwards", async () => {
  const book = await boAndAda();
  typeInto(book, "Ada", ["stage", "Lost"]);
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const isHeld = new Promise<void>((resolve) => {
    beforeWrite(book, 2, () => {
      resolve();
      return held;
    });
  });
  const first = book.sync();
  await isHeld;
  book.hold(() => SERVE);
  await expect(book.sync()).rejects.toThrow(
    /Stageline is writing to this spreadsheet from elsewhere, until \S+ UTC/,
  );
  await book.clock.wait(61_000);
  expect((await book.sync()).changed).toBe(true);
  goOn();
  await first;
  expectNothingTwice(book);
  expect(moves(book)).toEqual(["Ada"]);
  expect((await book.sync()).changed).toBe(false);
});

test.each(["before the effect", "after the effect"] as const)(
  "a write whose answer is lost %s is there once",
  async (when) => {
    const book = await boAndAda();
    typeInto(book, "Ada", ["stage", "Lost"]);
    let count = 0;
    book.hold((call) => {
      if (isWrite(call)) count += 1;
      return isWrite(call) && count % 2 === 1 ? { do: "cut", when } : SERVE;
    });
    expect((await book.sync()).changed).toBe(true);
    expectNothingTwice(book);
    expect(moves(book)).toEqual(["Ada"]);
  },
);

test("a spreadsheet that Google takes no more of stops with a sentence and leaves the book as it was", async () => {
  const book = await boAndAda();
  typeInto(book, "Ada", ["stage", "Lost"]);
  const before = book.state();
  book.hold((call) => (isWrite(call) ? { do: "refuse", code: 429 } : SERVE));
  const error = await book.sync().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StagelineError);
  expect(book.state()).toBe(before);
});
