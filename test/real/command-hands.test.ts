// An editor's hands on a book of the first 2,000 deals, in LibreOffice: sorts with and without the hidden columns, rows pasted
// over, copied, deleted and brought back, columns renamed and moved, ids cleared. After each a sync; the history and
// the numbers say what happened and nothing else. The books come of the command in processes of their own; after the hands
// it is given to one that stays.

import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { BookReport } from "../../shared/report/book-report.ts";
import { type Cell, textOf } from "../../shared/table/cell.ts";
import { columnOf, entriesOf, rowsOf, type SeenRow } from "../book-contents.ts";
import { copyOf, fileOf, newPath, stageline } from "../command.ts";
import { editInLibreOffice, type Step } from "../hands/libre-office.ts";
import { stagelineAgain } from "../staying-command.ts";
import { describeReal, realPath } from "./real-data.ts";

const tab = "Deals";
const stages = "Prospecting > Engaging > Won:won | Lost:lost";
const columns = [
  ["--board", tab, "--id", "opportunity_id", "--stage", "deal_stage"],
  ["--field", "Owner=sales_agent", "--field", "Company=account", "--field", "Amount=close_value"],
  ["--on", "Engaging=engage_date", "--on", "Won=close_date", "--on", "Lost=close_date"],
  ["--now", "2017-12-31T00:00"],
].flat();

const dealCount = 2000;

function firstDeals(): string {
  const lines = readFileSync(realPath("deals/deals.csv"), "utf8").split("\n");
  return fileOf(lines.slice(0, dealCount + 1).join("\n"));
}

describeReal("deals", () => {
  const book = newPath("deals.xlsx");
  let before: readonly SeenRow[];
  let entryCount: number;

  beforeAll(async () => {
    await stageline("new", book, "--board", tab, "--stages", stages);
    await stageline("import", book, firstDeals(), ...columns);
    before = await rowsOf(book, tab);
    entryCount = (await entriesOf(book)).length;
  });

  interface After {
    readonly path: string;
    readonly exitCode: number | null;
    readonly problems: readonly { readonly cell?: string; readonly message: string }[];
    /** Entries of the sync, in words. */
    readonly entries: readonly string[];
    readonly rows: readonly SeenRow[];
  }

  async function after(steps: readonly Step[], ...options: readonly string[]): Promise<After> {
    const path = copyOf(book);
    await editInLibreOffice(path, steps);
    return synced(path, entryCount, ...options);
  }

  async function synced(path: string, known: number, ...options: readonly string[]): Promise<After> {
    const now = ["--now", "2018-01-02T10:00"];
    const { exitCode, json } = await stagelineAgain("sync", path, "--json", ...now, ...options);
    const { problems } = json as { problems: After["problems"] };
    const entries = (await entriesOf(path))
      .slice(known)
      .map(({ name, kind, from, to, note }) =>
        [name, kind, from, to, note].filter((part) => part !== undefined && part !== "").join(" "),
      );
    if (exitCode !== 3) {
      expect((await stagelineAgain("sync", path, "--json", ...now)).json).toMatchObject({
        changed: false,
        entries: 0,
      });
    }
    return { path, exitCode, problems, entries, rows: await rowsOf(path, tab) };
  }

  async function numbersOf(path: string): Promise<unknown> {
    const { json } = await stagelineAgain("report", path, "--json", "--by", "Owner", "--as-of", "2017-12-31");
    return (json as BookReport).boards;
  }

  function idsByName(rows: readonly SeenRow[]): Readonly<Record<string, string>> {
    return Object.fromEntries(rows.map(({ cells }) => [textOf(cells["Name"]), textOf(cells["ID"])]));
  }

  function nameAt(row: number): string {
    return textOf(before.find(({ at }) => at === row)?.cells["Name"]);
  }

  test("a sort of all columns moves no record, and changes no number", async () => {
    const by = await columnOf(book, tab, "Owner");
    const { exitCode, problems, entries, rows, path } = await after([{ do: "sort", tab, by }]);
    expect({ exitCode, problems, entries }).toEqual({ exitCode: 0, problems: [], entries: [] });
    expect(rows[0]?.cells["Owner"]).toBe("Anna Snelling");
    expect(idsByName(rows)).toEqual(idsByName(before));
    expect(await numbersOf(path)).toEqual(await numbersOf(book));
  });

  test("a sort that leaves the hidden columns behind gives every row its own id back, and says so once", async () => {
    // Without columns of the import, which stand at the right of the hidden ones.
    const path = newPath();
    await stageline("new", path, "--board", tab, "--stages", stages);
    const fields = [
      "--field",
      "Name=opportunity_id",
      "--field",
      "Owner=sales_agent",
      "--stage",
      "deal_stage",
    ];
    await stageline("import", path, firstDeals(), "--board", tab, ...fields, "--now", "2017-12-31T00:00");
    const [rows, known, numbers] = [
      await rowsOf(path, tab),
      (await entriesOf(path)).length,
      await numbersOf(path),
    ];
    const by = await columnOf(path, tab, "Name");
    await editInLibreOffice(path, [
      { do: "sort", tab, by, columns: `A:${await columnOf(path, tab, "Status note")}` },
    ]);
    const sorted = await synced(path, known);
    expect(sorted.exitCode).toBe(0);
    expect(sorted.entries).toEqual([
      expect.stringMatching(
        /^note \d+ rows were sorted without their hidden columns; their IDs went back to them$/,
      ),
    ]);
    expect(sorted.rows[0]?.cells["Name"]).not.toBe(rows[0]?.cells["Name"]);
    expect(idsByName(sorted.rows)).toEqual(idsByName(rows));
    expect(await numbersOf(path)).toEqual(numbers);
  });

  test("a sort of some of people's columns stops the board before anything is written", async () => {
    const by = await columnOf(book, tab, "Name");
    const { exitCode, problems, entries } = await after([{ do: "sort", tab, by, columns: "A:C" }]);
    expect(exitCode).toBe(3);
    expect(entries).toEqual([]);
    expect(problems.map(({ message }) => message).join()).toMatch(/sort/);
  });

  test("a sort of the stages alone stops the board before anything is written", async () => {
    const by = await columnOf(book, tab, "Stage");
    const { exitCode, problems, entries } = await after([{ do: "sort", tab, by, columns: `${by}:${by}` }]);
    expect(exitCode).toBe(3);
    expect(entries).toEqual([]);
    expect(problems.map(({ message }) => message).join()).toMatch(/sort/);
  });

  test("a sort of the names alone stops the board before anything is written", async () => {
    const by = await columnOf(book, tab, "Name");
    const { exitCode, problems, entries } = await after([{ do: "sort", tab, by, columns: `${by}:${by}` }]);
    expect(exitCode).toBe(3);
    expect(entries).toEqual([]);
    expect(problems.map(({ message }) => message).join()).toMatch(/sort or paste/);
  });

  test("a copied row is a new record beside its first, and the first keeps its history", async () => {
    const to = before.length + 2;
    const { exitCode, entries, rows } = await after([{ do: "copy row", tab, from: 2, to }]);
    expect(exitCode).toBe(0);
    expect(entries).toEqual([expect.stringMatching(new RegExp(`^${nameAt(2)} copied .*prospecting`))]);
    const copy = rows.at(-1);
    expect(copy?.cells["Name"]).toBe(nameAt(2));
    expect(copy?.cells["ID"]).not.toBe(rows[0]?.cells["ID"]);
    expect(rows[0]?.cells["ID"]).toBe(before[0]?.cells["ID"]);
  });

  test("a stage and an owner pasted over those of a record are an edit of that record", async () => {
    const [stage, owner] = [await columnOf(book, tab, "Stage"), await columnOf(book, tab, "Owner")];
    const open = before.find(({ cells }) => cells["Stage"] === "Engaging");
    const { entries, rows, exitCode } = await after([
      { do: "set", tab, cell: `${stage}${open?.at}`, value: "Won" },
      { do: "set", tab, cell: `${owner}${open?.at}`, value: "Anna Snelling" },
    ]);
    expect(exitCode).toBe(0);
    expect(entries).toEqual([`${textOf(open?.cells["Name"])} moved engaging won`]);
    expect(idsByName(rows)).toEqual(idsByName(before));
  });

  test("a whole row pasted over another is a copy, and the record that stood there is gone", async () => {
    const { exitCode, entries, rows } = await after([{ do: "copy row", tab, from: 2, to: 5 }]);
    expect(exitCode).toBe(0);
    expect(entries).toEqual([
      expect.stringMatching(new RegExp(`^${nameAt(2)} copied`)),
      expect.stringMatching(new RegExp(`^${nameAt(5)} removed`)),
    ]);
    expect(rows[3]?.cells["Name"]).toBe(nameAt(2));
    expect(new Set(rows.map(({ cells }) => cells["ID"])).size).toBe(dealCount);
  });

  test("a deleted row is removed, and brought back it is the same record again", async () => {
    const gone = before[3];
    const deleted = await after([{ do: "delete rows", tab, at: gone?.at ?? 0, count: 1 }]);
    expect(deleted.entries).toEqual([expect.stringMatching(new RegExp(`^${gone?.cells["Name"]} removed`))]);
    expect(deleted.rows).toHaveLength(before.length - 1);
    const known = (await entriesOf(deleted.path)).length;
    const at = before.length + 5;
    const cells = await Promise.all(
      Object.entries(gone?.cells ?? {}).map(async ([header, cell]) => ({
        column: await columnOf(book, tab, header),
        cell,
      })),
    );
    await editInLibreOffice(
      deleted.path,
      cells.flatMap(({ column, cell }): Step[] => typed(`${column}${at}`, cell)),
    );
    const back = await synced(deleted.path, known);
    expect(back.entries).toEqual([expect.stringMatching(new RegExp(`^${gone?.cells["Name"]} restored`))]);
    expect(idsByName(back.rows)).toEqual(idsByName(before));
    expect(await numbersOf(back.path)).toEqual(await numbersOf(book));
  });

  function typed(cell: string, value: Cell): Step[] {
    if (value === null) return [];
    if (typeof value === "object")
      return "serial" in value ? [{ do: "set", tab, cell, value: value.serial }] : [];
    return [{ do: "set", tab, cell, value }];
  }

  test("renamed and moved columns are the same columns, and an own column is nobody's business", async () => {
    const [stage, amount] = [await columnOf(book, tab, "Stage"), await columnOf(book, tab, "Amount")];
    const { exitCode, problems, entries, rows, path } = await after([
      { do: "rename header", tab, column: stage, to: "Phase" },
      { do: "move column", tab, from: amount, to: "A" },
      { do: "insert column", tab, at: "C" },
      { do: "rename header", tab, column: "C", to: "My notes" },
      { do: "set", tab, cell: "C2", value: "mine" },
    ]);
    expect({ exitCode, problems, entries }).toEqual({ exitCode: 0, problems: [], entries: [] });
    expect(rows[0]?.cells).toMatchObject({ Phase: before[0]?.cells["Stage"], "My notes": "mine" });
    expect(await columnOf(path, tab, "Amount")).toBe("A");
    expect(await numbersOf(path)).toEqual(await numbersOf(book));
  });

  test("a cleared id is found again, and its record goes on", async () => {
    const id = await columnOf(book, tab, "ID");
    const { exitCode, rows, path } = await after([
      { do: "clear", tab, cell: `${id}2` },
      { do: "clear", tab, cell: `${id}1700` },
    ]);
    expect(exitCode).toBe(0);
    expect(idsByName(rows)).toEqual(idsByName(before));
    expect(await numbersOf(path)).toEqual(await numbersOf(book));
  });

  test("30 % of the deals gone at once stops the board until somebody has looked", async () => {
    const steps: readonly Step[] = [{ do: "delete rows", tab, at: 2, count: 600 }];
    const { exitCode, problems, path, entries } = await after(steps);
    expect(exitCode).toBe(3);
    expect(problems[0]?.message).toBe(
      "600 of 2000 records are gone at once; bring them back, or accept it if they were deleted on purpose",
    );
    expect(entries).toEqual([]);
    const accepted = await synced(path, entryCount, "--accept");
    expect(accepted.exitCode).toBe(0);
    expect(accepted.entries).toHaveLength(600);
  });
});
