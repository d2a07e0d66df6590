// Records that look like one, from a terminal: listed, made one, and taken apart.

import { expect, test } from "vitest";
import { rowsOf } from "../book-contents.ts";
import { fileOf, hashOf, newPath, stageline } from "../command.ts";

const at = (time: string) => ["--now", `2026-03-02T${time}`];

async function twoAdas(): Promise<string> {
  const book = newPath();
  await stageline("new", book, "--template", "sales", "--zone", "UTC", ...at("08:00"));
  const file = fileOf("name,mail,phone\nAda,ada@example.org,\nAdah,,+31612345678\nBob,bob@example.org,\n");
  const fields = ["--field", "E-mail=mail", "--field", "Phone=phone", "--field", "Name=name"];
  await stageline("import", book, file, "--board", "Sales", ...fields, ...at("09:00"));
  await stageline("set", book, "Adah", "E-mail=ADA@example.org", ...at("09:30"));
  return book;
}

async function namesAndPhones(book: string): Promise<readonly unknown[]> {
  const rows = await rowsOf(book, "Sales");
  return rows
    .map(({ cells }) => [cells["Name"] ?? null, cells["Phone"] ?? null])
    .filter(([name]) => name !== null);
}

test("duplicates lists the pairs with what they have in common, and writes nothing", async () => {
  const book = await twoAdas();
  const before = hashOf(book);
  expect(await stageline("duplicates", book)).toMatchObject({
    exitCode: 0,
    stdout:
      '1 pair may be one:\n  "Ada" (Sales!B2) and "Adah" (Sales!B3): the same E-mail "ada@example.org"\n',
  });
  expect((await stageline("duplicates", book, "--json")).json).toMatchObject({
    duplicates: [
      { one: { name: "Ada" }, other: { name: "Adah" }, reasons: ['the same E-mail "ada@example.org"'] },
    ],
  });
  expect(hashOf(book)).toBe(before);
});

test("merge makes two one, unmerge makes them two again, and a sync after either changes nothing", async () => {
  const book = await twoAdas();
  const before = await namesAndPhones(book);
  expect(await stageline("merge", book, "Adah", "Ada", ...at("10:00"))).toMatchObject({
    exitCode: 0,
    stdout: '"Adah" is one with "Ada" now; it took over Phone\n',
  });
  expect(await namesAndPhones(book)).toEqual([
    ["Ada", "+31612345678"],
    ["Bob", null],
  ]);
  expect((await stageline("sync", book, ...at("10:10"))).json ?? "Nothing to change").toBe(
    "Nothing to change",
  );
  expect((await stageline("duplicates", book)).stdout).toBe("No records look like one\n");
  expect((await stageline("unmerge", book, "Adah", ...at("10:20"))).stdout).toBe(
    '"Adah" and "Ada" are two again\n',
  );
  // The row comes back below the others.
  expect([...(await namesAndPhones(book))].sort()).toEqual(before);
  expect((await stageline("sync", book, "--json", ...at("10:30"))).json).toMatchObject({ changed: false });
});

test("the report counts them once, and twice as of the day before", async () => {
  const book = await twoAdas();
  await stageline("merge", book, "Adah", "Ada", "--now", "2026-03-03T10:00");
  const records = async (day: string) => {
    const { json } = await stageline("report", book, "--as", "json", "--as-of", day);
    return (json as { boards: { records: number }[] }).boards.map((board) => board.records);
  };
  expect(await records("2026-03-03")).toEqual([2]);
  expect(await records("2026-03-02")).toEqual([3]);
});

test("a dry run says what would be done; what is refused writes nothing", async () => {
  const book = await twoAdas();
  const before = hashOf(book);
  const tried = await stageline("merge", book, "Adah", "Ada", "--dry-run", ...at("10:00"));
  expect(tried.stdout).toContain('history: "Adah" merged (one with "Ada")');
  expect(await stageline("merge", book, "Ada", "Ada", ...at("10:00"))).toMatchObject({
    exitCode: 3,
    stderr: 'stageline: "Ada" is one record; name another that it is one with\n',
  });
  expect(await stageline("unmerge", book, "Ada", ...at("10:00"))).toMatchObject({ exitCode: 2 });
  expect(hashOf(book)).toBe(before);
});
