import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyChanges } from "../../../local/book/apply-changes.ts";
import { newBook } from "../../../local/book/book.ts";
import { openBook, saveBook } from "../../../local/book/book-file.ts";
import { temporaryPath, withBookLock } from "../../../local/book/book-lock.ts";
import type { Change } from "../../../shared/table/change.ts";
import { dealLayout } from "./deal-layout.ts";
import { handWritten } from "./hand-written-book.ts";

const layOut: Change = { kind: "layOut", tab: "Deals", layout: dealLayout };
const row = (id: string): Change => ({ kind: "append", tab: "Deals", rows: [{ id }] });

let folder = "";
let path = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "book-"));
  path = join(folder, "deals.xlsx");
});
afterEach(() => rmSync(folder, { recursive: true }));

async function newFile(): Promise<void> {
  await saveBook(path, applyChanges(newBook(), [layOut]).book);
}

async function addRow(id: string): Promise<void> {
  await withBookLock(path, async () => {
    await saveBook(path, applyChanges(await openBook(path), [row(id)]).book);
  });
}

test("a book that is saved is opened as it was", async () => {
  await newFile();
  await addRow("r1");
  expect((await openBook(path)).tables[0]?.rows).toEqual([
    { at: 2, cells: [null, null, null, null, null, null, null, "r1"] },
  ]);
  expect(readdirSync(folder).sort()).toEqual(["deals.xlsx", "deals.xlsx.before-stageline.xlsx"]);
});

test("the first write keeps a copy of what was there, later ones leave it", async () => {
  await newFile();
  const before = readFileSync(path);
  await addRow("r1");
  await addRow("r2");
  expect(readFileSync(`${path}.before-stageline.xlsx`).equals(before)).toBe(true);
});

test("nothing is written where nothing changed", async () => {
  await newFile();
  const long = new Date(2001, 1, 1);
  utimesSync(path, long, long);
  const book = await openBook(path);
  await saveBook(path, applyChanges(book, [layOut]).book);
  expect(statSync(path).mtimeMs).toBe(long.getTime());
});

test("a book may be saved again and again without being opened anew", async () => {
  await newFile();
  const first = await saveBook(path, applyChanges(await openBook(path), [row("r1")]).book);
  await saveBook(path, applyChanges(first, [row("r2")]).book);
  expect((await openBook(path)).tables[0]?.rows).toHaveLength(2);
});

test("a file that somebody wrote since it was read is not written over", async () => {
  await newFile();
  const book = await openBook(path);
  await addRow("theirs");
  await expect(saveBook(path, applyChanges(book, [row("ours")]).book)).rejects.toMatchObject({
    code: "busy",
    message: '"deals.xlsx" was changed since it was read; run again',
  });
  await expect(saveBook(path, applyChanges(newBook(), [layOut]).book)).rejects.toMatchObject({
    code: "file",
  });
});

test("the mode of the file is kept, and a link stays a link", async () => {
  await newFile();
  chmodSync(path, 0o640);
  const link = join(folder, "link.xlsx");
  symlinkSync(path, link);
  const book = await openBook(link);
  await saveBook(link, applyChanges(book, [row("r1")]).book);
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect((await openBook(link)).tables[0]?.rows).toHaveLength(1);
});

test("a read-only file is refused", async () => {
  await newFile();
  chmodSync(path, 0o444);
  await expect(addRow("r1")).rejects.toMatchObject({
    code: "file",
    message: '"deals.xlsx" is read-only; allow writing to it first',
  });
});

test("a book that is open in a spreadsheet program is busy, with who has it", async () => {
  await newFile();
  const office = join(folder, ".~lock.deals.xlsx#");
  writeFileSync(office, ",Ada Lovelace,host,20.11.2026 10:00,file:///x;");
  await expect(addRow("r1")).rejects.toThrow(
    '"deals.xlsx" is open in LibreOffice by Ada Lovelace; close it there',
  );
  rmSync(office);
  writeFileSync(
    join(folder, "~$deals.xlsx"),
    Buffer.concat([Buffer.from([3]), Buffer.from("Bob".padEnd(54)), Buffer.alloc(110)]),
  );
  await expect(addRow("r1")).rejects.toThrow('"deals.xlsx" is open in Excel by Bob; close it there');
});

test("two runs at once are kept apart", async () => {
  await newFile();
  await withBookLock(path, async () => {
    await expect(addRow("r1")).rejects.toMatchObject({ code: "busy" });
  });
  await addRow("r2");
});

test("the lock of a run that is gone is taken over, that of one on another machine is not", async () => {
  await newFile();
  const lock = join(folder, ".~stageline.deals.xlsx.lock");
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  writeFileSync(lock, JSON.stringify({ pid: gone, host: hostname() }));
  await addRow("r1");
  writeFileSync(lock, JSON.stringify({ pid: gone, host: "elsewhere" }));
  await expect(addRow("r2")).rejects.toThrow(
    `another run (process ${gone} on "elsewhere") is writing "deals.xlsx"`,
  );
});

test("what a killed run left behind is cleared away, and nothing else", async () => {
  await newFile();
  writeFileSync(temporaryPath(path), "half");
  writeFileSync(join(folder, ".~stageline.other.xlsx.1-1.new.tmp"), "half");
  await addRow("r1");
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([
    ".~stageline.other.xlsx.1-1.new.tmp",
  ]);
});

const refusals: readonly (readonly [string, Uint8Array, string])[] = [
  ["an empty file", new Uint8Array(), '"deals.xlsx" is empty, a workbook was expected'],
  ["a text", strToU8("a,b,c"), '"deals.xlsx" is not an .xlsx workbook'],
  [
    "an encrypted file",
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]),
    "is encrypted or an old .xls; save it as .xlsx without a password",
  ],
  ["a zip of something else", zipSync({ "a.txt": strToU8("a") }), "is a zip but not an .xlsx workbook"],
  [
    "a truncated workbook",
    handWritten({ tabs: { A: "<sheetData/>" } }).slice(0, 900),
    "is cut off or damaged, it cannot be unpacked",
  ],
  [
    "an OpenDocument file",
    zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") }),
    "is an OpenDocument file; save it as .xlsx",
  ],
  [
    "a binary workbook",
    zipSync({
      "_rels/.rels": strToU8(
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      ),
    }),
    "is a binary workbook (.xlsb); save it as .xlsx",
  ],
  [
    "a strict workbook",
    handWritten({
      tabs: {},
      parts: {
        "xl/workbook.xml":
          '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheets/></workbook>',
      },
    }),
    'is a "Strict Open XML" workbook; save it as plain',
  ],
];

test.each(refusals)("%s is refused with what to do", async (_, bytes, message) => {
  writeFileSync(path, bytes);
  await expect(openBook(path)).rejects.toMatchObject({
    code: "file",
    message: expect.stringContaining(message),
  });
});

test("a zip that would unpack to more than memory should hold is not unpacked", async () => {
  const bytes = zipSync({ "xl/workbook.xml": new Uint8Array(100_000) });
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(bytes.length - 6, true);
  view.setUint32(directory + 24, 2_000_000_000, true);
  writeFileSync(path, bytes);
  await expect(openBook(path)).rejects.toThrow("unpacks to more than 1 GB");
});

test("a file or a folder that is not there is said so", async () => {
  await expect(openBook(path)).rejects.toThrow(`there is no file "${path}"`);
  const book = applyChanges(newBook(), [layOut]).book;
  await expect(saveBook(join(folder, "no", "x.xlsx"), book)).rejects.toThrow(
    `there is no folder "${join(folder, "no")}"`,
  );
  mkdirSync(join(folder, "dir.xlsx"));
  await expect(openBook(join(folder, "dir.xlsx"))).rejects.toMatchObject({ code: "file" });
});
