// A tab of answers in a file feeds a board: by the real command, which leaves that tab as it is.

import { writeFileSync } from "node:fs";
import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { columnOf, entriesOf, rowsOf } from "../book-contents.ts";
import { newPath, stageline } from "../command.ts";
import { type } from "../typed-cells.ts";

const header = ["Timestamp", "Full name", "E-mail", "Phone"];
const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));

async function fedBook(): Promise<string> {
  const book = newPath();
  const rows = [header, [at(8), "Ada", "ada@example.org", "0201"], [at(9), "Bob", "bob", ""]];
  writeFileSync(book, await writeXlsx({ sheets: [{ name: "Answers", rows }] }));
  await stageline("new", book, "--template", "solar", "--zone", "UTC", "--now", "2026-11-20T07:00");
  type(book, "Pipelines", { [`${await columnOf(book, "Pipelines", "Fed by")}2`]: "Answers" });
  return book;
}

test("each sound row becomes a record once, and the others when they are mended", async () => {
  const book = await fedBook();
  const sync = (time: string) => stageline("sync", book, "--json", "--now", `2026-11-20T${time}`);
  const first = await sync("10:00");
  expect(first.exitCode).toBe(1);
  expect(first.json).toMatchObject({
    problems: [{ tab: "Answers", cell: "C3", message: expect.stringContaining('"bob" is not an e-mail') }],
  });
  expect((await rowsOf(book, "Solar")).map(({ cells }) => cells["Name"])).toEqual(["Ada"]);
  expect((await sync("10:00")).json).toMatchObject({ changed: false });
  type(book, "Answers", { C3: "bob@example.org" });
  expect(await sync("11:00")).toMatchObject({ exitCode: 0 });
  expect((await rowsOf(book, "Solar")).map(({ cells }) => cells["Name"])).toEqual(["Ada", "Bob"]);
  const created = (await entriesOf(book)).filter(({ kind }) => kind === "created");
  expect(created.map(({ at: came }) => came.slice(0, 16))).toEqual(["2026-11-20T08:00", "2026-11-20T09:00"]);
  expect(Object.keys((await rowsOf(book, "Answers"))[0]?.cells ?? {})).toEqual(header);
});

test("check tells of rows that cannot become records, and makes none", async () => {
  const book = await fedBook();
  const { stderr } = await stageline("check", book, "--now", "2026-11-20T10:00");
  expect(stderr).toContain("Answers!C3");
  expect(await rowsOf(book, "Solar")).toEqual([]);
});
