// Files as people send them, through the command: taken for what they are, with every guess said and every line that
// cannot be taken named; nothing of a refused file reaches the book.

import iconv from "iconv-lite";
import { beforeAll, expect, test } from "vitest";
import { historyOf, rowsOf } from "../book-contents.ts";
import { copyOf, fileOf, hashOf, newPath, type Ran, stageline } from "../command.ts";

const now = ["--now", "2026-03-02T09:00"];
let book: string;

beforeAll(async () => {
  book = newPath();
  await stageline(
    "new",
    book,
    "--board",
    "Deals",
    "--stages",
    "Lead > Offer > Won:won | Lost:lost",
    "--zone",
    "UTC",
  );
});

function importInto(path: string, content: string | Uint8Array, ...options: readonly string[]): Promise<Ran> {
  const columns = ["--board", "Deals", "--field", "Name=name", "--stage", "stage"];
  return stageline("import", path, fileOf(content, "file.csv"), ...columns, ...now, ...options);
}

const rows = [
  ["name", "stage", "note"],
  ["Zoë, of Köln", "Lead", 'a "b"'],
  ["Bea", "Offer", "two\nlines"],
];

function written(delimiter: string, lineEnd: string): string {
  const value = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return rows.map((row) => row.map(value).join(delimiter)).join(lineEnd) + lineEnd;
}

const dialects: readonly (readonly [string, string, string, Uint8Array])[] = [
  ["commas in UTF-8", "utf-8", "commas", Buffer.from(written(",", "\n"))],
  [
    "semicolons, a mark and Windows' line ends",
    "utf-8",
    "semicolons",
    Buffer.from(`\ufeff${written(";", "\r\n")}`),
  ],
  ["tabs in UTF-16", "utf-16le", "tabs", iconv.encode(`\ufeff${written("\t", "\r\n")}`, "utf-16le")],
  [
    "bars in the letters of Windows",
    "windows-1252",
    "bars",
    iconv.encode(written("|", "\r"), "windows-1252"),
  ],
];

test.each(dialects)(
  "a file of %s is read, and what was guessed is said",
  async (_, encoding, delimiter, bytes) => {
    const path = copyOf(book);
    const taken = await importInto(path, bytes, "--field", "Note=note");
    expect(taken.stdout).toContain(`(${encoding}, ${delimiter}): 2 records added, 0 updated, 0 unchanged`);
    expect(taken).toMatchObject({ exitCode: 0, stderr: "" });
    expect((await rowsOf(path, "Deals")).map(({ cells }) => [cells["Name"], cells["Note"]])).toEqual([
      ["Zoë, of Köln", 'a "b"'],
      ["Bea", "two\nlines"],
    ]);
  },
);

test("lines that cannot be taken are named with their number, and the others are taken", async () => {
  const path = copyOf(book);
  const content = "name,stage,name\nAda,Lead,x\n,Lead,y\nBea,Offer,y,surplus\nCy\nAda,Won,z\n";
  const taken = await importInto(path, content, "--json");
  expect(taken.exitCode).toBe(1);
  expect(taken.json).toMatchObject({ added: 3 });
  const { lines } = taken.json as { lines: readonly { line: number; message: string }[] };
  expect(lines).toEqual([
    { line: 1, message: expect.stringContaining('"name" is the title of more than one column') },
    { line: 3, message: "the row has neither a name nor an id and is left out" },
    { line: 4, message: expect.stringContaining('"surplus" stands beyond the 3 columns of the header') },
    { line: 6, message: '"ada" stands in line 2 already; this line is left out' },
  ]);
  const words = await importInto(path, content);
  expect(words.stderr).toMatch(/file\.csv: line 3: the row has neither a name nor an id and is left out/);
  expect((await rowsOf(path, "Deals")).map(({ cells }) => cells["Name"])).toEqual(["Ada", "Bea", "Cy"]);
});

test("unknown stages are refused with their lines, parked or left out, as was asked", async () => {
  const content = "name,stage\nAda,Lead\nBea,Talks\nCy,talks \nDee,LOST\n";
  const path = copyOf(book);
  const refused = await importInto(path, content);
  expect(refused.exitCode).toBe(3);
  expect(refused.stderr).toContain('the board has no stage "Talks" (line 3 and 1 more); nothing was written');
  expect(hashOf(path)).toBe(hashOf(book));
  const skipped = await importInto(copyOf(book), content, "--others", "skip", "--json");
  expect(skipped).toMatchObject({ exitCode: 1, json: { added: 2 } });
  const parked = await importInto(path, content, "--others", "park", "--json");
  expect(parked).toMatchObject({ exitCode: 0, json: { added: 4 } });
  expect(await historyOf(path)).toEqual([
    "Ada: created lead",
    "Bea: created talks",
    "Cy: created talks",
    "Dee: created lost",
  ]);
});

test("days in any style are read by what the column holds, and the guess is said", async () => {
  const path = copyOf(book);
  const content = "name,stage,day\nAda,Lead,13.01.2026\nBea,Lead,2.1.26\nCy,Lead,soon\n";
  const taken = await importInto(path, content, "--on", "Lead=day", "--json");
  expect(taken).toMatchObject({
    exitCode: 1,
    json: { added: 3, lines: [{ line: 4, message: expect.stringContaining('"soon"') }] },
  });
  const either = await importInto(
    copyOf(book),
    "name,stage,day\nAda,Lead,02/01/2026\n",
    "--on",
    "Lead=day",
    "--json",
  );
  expect(either.json).toMatchObject({ notes: [expect.stringMatching(/^"day": days are read /)] });
});

const notCsv: readonly (readonly [string, Uint8Array, string])[] = [
  [
    "a workbook",
    Buffer.from("504b030414000000", "hex"),
    '"file.csv" is a workbook or a zip archive, not CSV',
  ],
  [
    "an empty file",
    new Uint8Array(),
    '"file.csv" is empty; a first line with a title for each column is needed',
  ],
  ["bytes that are no text", Buffer.from([1, 0, 2, 0, 3]), '"file.csv" is not a text file'],
];

test.each(notCsv)("%s is refused for what it is, and the book stays as it is", async (_, bytes, message) => {
  const path = copyOf(book);
  const taken = await importInto(path, bytes);
  expect(taken.stderr).toContain(message);
  expect(taken.exitCode).toBe(3);
  expect(hashOf(path)).toBe(hashOf(book));
});

test("a thousand columns are no burden", async () => {
  const path = copyOf(book);
  const names = Array.from({ length: 998 }, (_, index) => `c${index}`);
  const content = `name,stage,${names.join(",")}\nAda,Lead,${names.join(",")}\n`;
  const taken = await importInto(path, content, "--field", "Last=c997", "--json");
  expect(taken).toMatchObject({ exitCode: 0, json: { added: 1 } });
  expect((await rowsOf(path, "Deals"))[0]?.cells["Last"]).toBe("c997");
});

test("a record of which a later file says something else is updated, and the others stay as they are", async () => {
  const path = copyOf(book);
  await importInto(path, "name,stage,size\nAda,Lead,1\nBea,Lead,2\n", "--field", "Size=size");
  const later = ["--field", "Size=size", "--now", "2026-03-03T09:00", "--json"];
  const taken = await importInto(path, "name,stage,size\nAda,Offer,5\nBea,Lead,2\n", ...later);
  expect(taken).toMatchObject({ exitCode: 0, json: { added: 0, updated: 1, unchanged: 1 } });
  expect(await historyOf(path)).toContain("Ada: moved lead > offer");
  expect((await rowsOf(path, "Deals")).map(({ cells }) => [cells["Stage"], cells["Size"]])).toEqual([
    ["Offer", 5],
    ["Lead", 2],
  ]);
});
