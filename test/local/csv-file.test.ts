import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { type CsvDialect, readCsv, readCsvFile } from "../../local/csv-file.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";

const data = new URL("../../../shared/data/", import.meta.url);
const absent = !existsSync(data) && process.env["CI"] === undefined;

function read(text: string, dialect: CsvDialect = {}) {
  return readCsv(Buffer.from(text), "deals.csv", dialect);
}

function cellsOf(text: string, dialect: CsvDialect = {}): readonly (readonly string[])[] {
  return read(text, dialect).rows.map((row) => row.cells);
}

test("a file at a path is read with its header, rows and lines", () => {
  const folder = mkdtempSync(join(tmpdir(), "stageline-"));
  try {
    writeFileSync(join(folder, "deals.csv"), "Name,Stage\nAda,Won\nBob,Lead\n");
    expect(readCsvFile(join(folder, "deals.csv"))).toEqual({
      header: ["Name", "Stage"],
      rows: [
        { line: 2, cells: ["Ada", "Won"] },
        { line: 3, cells: ["Bob", "Lead"] },
      ],
      guessed: { delimiter: ",", encoding: "utf-8" },
      problems: [],
    });
    expect(() => readCsvFile(join(folder, "absent.csv"))).toThrow(expect.objectContaining({ code: "file" }));
    expect(() => readCsvFile(folder)).toThrow(expect.objectContaining({ code: "file" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the delimiter is the one that parts the rows alike, outside of quotes", () => {
  for (const mark of [",", ";", "\t", "|", "^"]) {
    const text = [
      `Name${mark}Amount${mark}Note`,
      `"Smith, John; Jr"${mark}"1,5"${mark}a|b`,
      `Ada${mark}2.5${mark}`,
    ];
    expect(read(text.join("\n")).guessed.delimiter).toBe(mark);
  }
});

test("decimal commas do not make a comma the delimiter", () => {
  expect(read("Name;Amount;Rate\nAda;1,5;2,5\nBob;2,5;3,5").guessed.delimiter).toBe(";");
});

test("an inch mark within a value does not hide the delimiters behind it", () => {
  const file = read('Name;Size\nDisk;5" wide, 3" high\nTape;8" wide, 2" high');
  expect(file.guessed.delimiter).toBe(";");
  expect(file.rows[0]?.cells).toEqual(["Disk", '5" wide, 3" high']);
});

test("a single column has no delimiter, and its commas in quotes part nothing", () => {
  expect(cellsOf('Name\n"Smith, John"\nAda')).toEqual([["Smith, John"], ["Ada"]]);
});

test("a first line that names the delimiter is believed and is no row", () => {
  expect(read("sep=;\nName;Note\nAda;a,b,c\n")).toMatchObject({
    header: ["Name", "Note"],
    rows: [{ line: 3, cells: ["Ada", "a,b,c"] }],
    guessed: { delimiter: ";" },
  });
});

test("UTF-8 with and without a mark, UTF-16 of both orders and windows-1252 are told apart", () => {
  const text = "Name;Preis\nJörg Müller;5 €\n";
  const files: readonly (readonly [string, Buffer])[] = [
    ["utf-8", Buffer.from(text)],
    ["utf-8", Buffer.from(`\uFEFF${text}`)],
    ["utf-16le", iconv.encode(text, "utf-16le", { addBOM: true })],
    ["utf-16be", iconv.encode(text, "utf-16be", { addBOM: true })],
    ["windows-1252", iconv.encode(text, "windows-1252")],
  ];
  for (const [encoding, bytes] of files) {
    expect(readCsv(bytes, "deals.csv"), encoding).toMatchObject({
      header: ["Name", "Preis"],
      rows: [{ line: 2, cells: ["Jörg Müller", "5 €"] }],
      guessed: { delimiter: ";", encoding },
    });
  }
});

test("the caller's delimiter and encoding are taken instead of a guess", () => {
  const bytes = iconv.encode("Имя,Город;x\nАда,Рим;y", "windows-1251");
  const file = readCsv(bytes, "deals.csv", { delimiter: ",", encoding: "windows-1251" });
  expect(file.header).toEqual(["Имя", "Город;x"]);
  expect(() => read("a,b", { encoding: "klingon" })).toThrow(
    '"klingon" is not an encoding like utf-8 or windows-1252',
  );
});

test("lines may end in any way, also in several ways in one file", () => {
  expect(cellsOf("a,b\r\n1,2\n3,4\r5,6\r\n")).toEqual([
    ["1", "2"],
    ["3", "4"],
    ["5", "6"],
  ]);
  expect(cellsOf("a,b\r1,2\r3,4")).toEqual([
    ["1", "2"],
    ["3", "4"],
  ]);
});

test("a value may span lines, and a row is known by the line on which it starts", () => {
  const file = read('Name,Note\nAda,"one\r\ntwo\r\nthree"\n\nBob,"say ""hi"""\n');
  expect(file.rows).toEqual([
    { line: 2, cells: ["Ada", "one\r\ntwo\r\nthree"] },
    { line: 6, cells: ["Bob", 'say "hi"'] },
  ]);
});

test("a short row is filled up, and empty cells beyond the header are left out", () => {
  expect(read("a,b,c\n1\n1,2,3,,,\n")).toMatchObject({
    rows: [{ cells: ["1", "", ""] }, { cells: ["1", "2", "3"] }],
    problems: [],
  });
});

test("values beyond the header are kept, and named at their line", () => {
  const file = read("Name,Note\nAda,ok\nBob,Rome, Italy,x\n");
  expect(file.rows[1]?.cells).toEqual(["Bob", "Rome", " Italy", "x"]);
  expect(file.problems).toEqual([
    {
      line: 3,
      message:
        '"Italy", "x" stand beyond the 2 columns of the header; a value that holds "," is put in quotes',
    },
  ]);
});

test("columns that share a title, or have none, still have a name of their own", () => {
  const file = read("Note,note,,Note (2)\n1,2,3,4\n");
  expect(file.header).toEqual(["Note", "note (3)", "column 3", "Note (2)"]);
  expect(file.problems.map((problem) => problem.message)).toEqual([
    '"note" is the title of more than one column; the one in column 2 is called "note (3)"',
    'column 3 has no title; it is called "column 3"',
  ]);
});

test("columns at the end without a title and without a value are left out", () => {
  expect(read("a,b,,\n1,2,,\n")).toMatchObject({
    header: ["a", "b"],
    rows: [{ cells: ["1", "2"] }],
    problems: [],
  });
});

test("a stray quote is kept as it stands, and is a problem at its line", () => {
  const file = read('Name,Size\nDisk,5" wide\nTape,"8"" wide"\n"Ada" Lovelace,x\n');
  expect(file.rows.map((row) => row.cells)).toEqual([
    ["Disk", '5" wide'],
    ["Tape", '8" wide'],
    ['"Ada" Lovelace', "x"],
  ]);
  expect(file.problems).toEqual([
    { line: 2, message: 'a stray quote was kept in "5" wide"; a quote inside a quoted value is doubled' },
    {
      line: 4,
      message: 'a stray quote was kept in ""Ada" Lovelace"; a quote inside a quoted value is doubled',
    },
  ]);
});

test("a stray quote that joins lines says which lines", () => {
  const file = read('Name,Note\nAda,"a"b\nBob,x"\nEve,y\n');
  expect(file.rows.map((row) => row.line)).toEqual([2, 3, 4]);
  const joined = read('Name,Note\n"Ada,x\nBob","y"z\nEve,y\n');
  expect(joined.problems[0]?.message).toContain("lines 2 to 3 were read as one row");
});

test("a quote that is never closed does not swallow the rest of the file", () => {
  const file = read('Name,Note\n"Ada","ok"\nBob,"open\nEve,last\n');
  expect(file.rows).toEqual([
    { line: 2, cells: ["Ada", "ok"] },
    { line: 3, cells: ["Bob", '"open'] },
    { line: 4, cells: ["Eve", "last"] },
  ]);
  expect(file.problems).toEqual([
    {
      line: 3,
      message: "a quote is opened and never closed; from here on quotes were kept as plain characters",
    },
  ]);
});

test("a header alone is a file without rows, and a file without a header is none", () => {
  expect(read("Name,Stage\n")).toMatchObject({ header: ["Name", "Stage"], rows: [], problems: [] });
  for (const text of ["", "\n\n", "\uFEFF", ",,\n,,"]) {
    expect(() => read(text)).toThrow(
      '"deals.csv" is empty; a first line with a title for each column is needed',
    );
  }
});

test("what is no text is named for what it is", () => {
  const files: readonly (readonly [string, string])[] = [
    [
      "PK\u0003\u0004rest",
      '"deals.csv" is a workbook or a zip archive, not CSV; saved as CSV it can be read',
    ],
    ["%PDF-1.7", '"deals.csv" is a PDF, not CSV; saved as CSV it can be read'],
    ["Name\nA\u0000da", '"deals.csv" is not a text file; CSV in UTF-8 would be right'],
  ];
  for (const [text, message] of files) expect(() => read(text)).toThrow(message);
  const cut = iconv.encode("Name\nAda", "utf-16le", { addBOM: true }).subarray(0, -1);
  expect(() => readCsv(cut, "deals.csv")).toThrow(expect.objectContaining({ code: "file" }));
});

test("a thousand columns are read", () => {
  const titles = Array.from({ length: 1000 }, (_, index) => `c${index}`);
  const file = read(`${titles.join(";")}\n${titles.map((_, index) => index).join(";")}\n`);
  expect(file.header).toHaveLength(1000);
  expect(file.rows[0]?.cells[999]).toBe("999");
});

// Text that a CSV file can hold: any characters but NUL and halves of surrogate pairs.
const cells = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."ab,;\t|^\"'\r\n é€=+ ") }),
  fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\u0000", "")),
);
const tables = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(fc.array(cells, { minLength: width, maxLength: width }), { maxLength: 8 }).map((rows) => ({
    titles: Array.from({ length: width }, (_, index) => `é${index}`),
    rows: rows.filter((row) => row.some((cell) => cell.trim() !== "")),
  })),
);
const lineEnds = fc.constantFrom("\n", "\r\n", "\r");
const delimiters = fc.constantFrom(",", ";", "\t", "|", "^");

test("what was written quoted, in any dialect and encoding, is read back without being told which", () => {
  const encodings = fc.constantFrom("utf-8", "utf-16le", "utf-16be");
  fc.assert(
    fc.property(
      tables,
      delimiters,
      lineEnds,
      encodings,
      fc.boolean(),
      ({ titles, rows }, delimiter, end, encoding, marked) => {
        const text = stringify([titles, ...rows], {
          delimiter,
          record_delimiter: end,
          quoted: true,
          quoted_empty: true,
        });
        const file = readCsv(
          iconv.encode(text, encoding, { addBOM: marked || encoding !== "utf-8" }),
          "fuzz.csv",
        );
        expect(file.header).toEqual(titles);
        expect(file.rows.map((row) => row.cells)).toEqual(rows);
        expect(file.problems).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});

test("what was written with as few quotes as possible is read back by its delimiter", () => {
  fc.assert(
    fc.property(tables, delimiters, lineEnds, ({ titles, rows }, delimiter, end) => {
      const text = stringify([titles, ...rows], { delimiter, record_delimiter: end, quoted_match: /[\r\n]/ });
      const file = read(text, { delimiter });
      expect(file.rows.map((row) => row.cells)).toEqual(rows);
    }),
    { numRuns: 500 },
  );
});

test("a row's line is the line on which it starts, by any editor's count", () => {
  fc.assert(
    fc.property(tables, lineEnds, ({ titles, rows }, end) => {
      const texts = [titles, ...rows].map((row) => stringify([row], { quoted: true, record_delimiter: end }));
      const starts = texts.map(
        (_, index) =>
          texts
            .slice(0, index)
            .join("")
            .split(/\r\n|\n|\r/).length,
      );
      expect(read(texts.join(""), { delimiter: "," }).rows.map((row) => row.line)).toEqual(starts.slice(1));
    }),
  );
});

test("no bytes and no broken text end in anything but a file or a StagelineError, and no letter is lost", () => {
  const broken = fc.string({
    unit: fc.constantFrom('"', ",", ";", "\n", "\r", "a", "b", " ", "é"),
    maxLength: 60,
  });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
        broken.map((text) => Buffer.from(text)),
      ),
      (bytes) => {
        try {
          const file = readCsv(bytes, "fuzz.csv", { delimiter: "," });
          for (const row of file.rows) expect(row.cells.length).toBeGreaterThanOrEqual(file.header.length);
        } catch (error) {
          if (!(error instanceof StagelineError)) throw error;
        }
      },
    ),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(broken, (text) => {
      const file = read(`x\n${text}`, { delimiter: "," });
      const letters = file.rows
        .flatMap((row) => row.cells)
        .join("")
        .replace(/[^abé]/g, "");
      expect(letters).toBe(text.replace(/[^abé]/g, ""));
    }),
    { numRuns: 2000 },
  );
});

test.skipIf(absent)(
  "the deals and permits of other people are read whole (skipped where ../shared/data is absent)",
  () => {
    const deals = readCsvFile(fileURLToPath(new URL("deals/deals.csv", data)));
    expect([deals.rows.length, deals.header.length, deals.problems.length]).toEqual([8800, 8, 0]);
    const events = readCsvFile(fileURLToPath(new URL("permits/events.csv", data)));
    expect([events.rows.length, events.guessed.delimiter, events.problems.length]).toEqual([8577, ",", 0]);
  },
);
