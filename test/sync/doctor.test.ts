// First aid from a terminal, for a book in a file and for the same book at Google.

import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { spreadsheetFromBook } from "../../local/grid/book/spreadsheet-from-book.ts";
import { memoryDrive } from "../../local/sheets-api/drive/memory-drive.ts";
import { startSheetsApi } from "../../local/sheets-api/server/start.ts";
import { columnOf } from "../book-contents.ts";
import { copyOf, fileOf, hashOf, newPath, stageline, startIn } from "../command.ts";
import { type } from "../typed-cells.ts";

let book: string;

beforeAll(async () => {
  book = newPath();
  await stageline("new", book, "--board", "Jobs", "--stages", "Ask > Done:won", "--zone", "Europe/Paris");
});

test("a book that is well has every step ok, the exit code 0, and is left as it was", async () => {
  const before = hashOf(book);
  const { exitCode, stdout } = await stageline("doctor", book);
  expect([exitCode, stdout.split("\n")]).toEqual([
    0,
    [
      `ok  Reading          "${book}" is a workbook that can be read`,
      "ok  Writing          it can be written",
      "ok  Elsewhere        it is open in no spreadsheet program",
      "ok  Time zone        Europe/Paris",
      "ok  Set-up and rows  no problems",
      "ok  History          whole, 0 entries",
      "All is well",
      "",
    ],
  ]);
  expect(hashOf(book)).toBe(before);
});

test("--json gives each step with its state", async () => {
  const { json } = await stageline("doctor", book, "--json");
  expect(json).toMatchObject({
    book,
    well: true,
    steps: expect.arrayContaining([{ step: "Time zone", state: "ok", found: "Europe/Paris" }]),
  });
});

test("a file that is read-only lacks that it can be written", async () => {
  const copy = copyOf(book);
  chmodSync(copy, 0o444);
  const { exitCode, stdout } = await stageline("doctor", copy);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^missing {2}Writing {10}the file is read-only\n {26}→ allow writing to it$/m);
});

test("a book that somebody has open is told with who it is", async () => {
  const copy = copyOf(book);
  writeFileSync(join(dirname(copy), `.~lock.${basename(copy)}#`), ",Ada,desk,now,;");
  const { exitCode, stdout } = await stageline("doctor", copy);
  expect([exitCode, stdout]).toEqual([1, expect.stringContaining("is open in LibreOffice by Ada")]);
});

test("a zone that nobody knows is missed at the tab where it is written", async () => {
  const copy = copyOf(book);
  type(copy, "Pipelines", { [`${await columnOf(copy, "Pipelines", "Time zone")}2`]: "Mars/Olympus" });
  const { json } = await stageline("doctor", copy, "--json");
  const { steps } = json as { steps: readonly { step: string; found: string }[] };
  expect(steps.find(({ step }) => step === "Time zone")?.found).toBe(
    '"Mars/Olympus" on the tab Pipelines is not a time zone',
  );
});

test.each([
  ["a path where nothing is", "/nowhere/book.xlsx", 'there is no file "/nowhere/book.xlsx"'],
  [
    "another kind of file",
    "book.ods",
    '"book.ods" is neither a path that ends in .xlsx nor the address of a Google Sheet',
  ],
  [
    "another address",
    "https://example.org/1",
    '"https://example.org/1" is not the address of a Google Sheet',
  ],
])("%s ends first aid at once", async (_, address, message) => {
  const { exitCode, stdout } = await stageline("doctor", address);
  expect([exitCode, stdout]).toEqual([1, expect.stringContaining(message)]);
});

test("a file that is no workbook is told as every command tells it", async () => {
  const { exitCode, stdout } = await stageline("doctor", fileOf("name,stage\n", "it.xlsx"));
  expect([exitCode, stdout]).toEqual([1, expect.stringContaining('"it.xlsx" is not an .xlsx workbook')]);
});

test("the same book at Google is walked through from its address to its history", async () => {
  const id = "1AbC-dEf_GhIjKlMnOpQrStUvWxYz0123456789abcde";
  const drive = memoryDrive({ now: () => 0 });
  drive.add({ ...spreadsheetFromBook(readFileSync(book), { name: "Jobs", id }), zone: "Europe/Paris" });
  const api = await startSheetsApi({ drive });
  const address = `https://docs.google.com/spreadsheets/d/${id}/edit`;
  const { exitCode, stdout } = await startIn({ STAGELINE_SHEETS_API: api.url }, "doctor", address).ended;
  await api.close();
  expect([exitCode, stdout.split("\n")]).toEqual([
    1,
    [
      `ok       Address          a Google Sheet: ${address}`,
      `ok       Login            the Sheets API on this machine at ${api.url}, which asks nobody who they are`,
      "ok       Google           it answers",
      'ok       Reading          "Jobs" can be read',
      "ok       Writing          it can be changed",
      "ok       Time zone        Europe/Paris",
      "missing  Add-on           it was never at work in this sheet",
      '                          → switch its reminders on in the sheet (Stageline > Reminders > On), or run "stageline sync" by a timer',
      "ok       Set-up and rows  no problems",
      "ok       History          whole, 0 entries",
      "Something is missing: see above",
      "",
    ],
  ]);
});
