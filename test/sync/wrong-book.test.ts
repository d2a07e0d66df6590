// Books that are not what they should be: each is met with a sentence that says where and what would be right, the
// rest of the book still works, and no value is lost.

import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { zipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { columnLetters } from "../../shared/table/cell.ts";
import { cellOf, columnOf, historyOf, rowsOf } from "../book-contents.ts";
import { copyOf, fileOf, hashOf, newPath, stageline } from "../command.ts";
import { changePart, changeTab, type } from "../typed-cells.ts";

const now = ["--now", "2026-03-02T09:00"];
const people = `name,stage,owner,amount,start
Ada,Lead,Bob,100,2026-01-02
Bea,Offer,Cyd,200,2026-01-03
Cy,Won,Bob,300,2026-01-05
`;

let book: string;

beforeAll(async () => {
  book = newPath("deals.xlsx");
  await stageline(
    "new",
    book,
    "--board",
    "Deals",
    "--stages",
    "Lead > Offer > Won:won | Lost:lost",
    "--noun",
    "deal",
  );
  const fields = ["Name=name", "Owner=owner", "Amount=amount", "Start=start"].flatMap((pair) => [
    "--field",
    pair,
  ]);
  await stageline("import", book, fileOf(people), "--board", "Deals", "--stage", "stage", ...fields, ...now);
});

interface Problem {
  readonly tab: string;
  readonly cell?: string;
  readonly message: string;
}

async function tableWidth(path: string): Promise<number> {
  return Object.keys((await rowsOf(path, "Deals"))[0]?.cells ?? {}).length;
}

async function synced(
  path: string,
): Promise<{ exitCode: number | null; problems: readonly Problem[]; entries: number }> {
  const { exitCode, json } = await stageline("sync", path, "--json", ...now);
  const { problems, entries } = json as { problems: readonly Problem[]; entries: number };
  return { exitCode, problems, entries };
}

const notBooks: readonly (readonly [string, Uint8Array, string])[] = [
  ["an empty file", new Uint8Array(), '"it.xlsx" is empty, a workbook was expected'],
  ["a text", Buffer.from("name,stage\nAda,Lead\n"), '"it.xlsx" is not an .xlsx workbook'],
  [
    "a zip of something else",
    zipSync({ "a.txt": Buffer.from("a") }),
    '"it.xlsx" is a zip but not an .xlsx workbook',
  ],
  [
    "a book with a password",
    Buffer.from("d0cf11e0a1b11ae1".padEnd(1024, "0"), "hex"),
    '"it.xlsx" is encrypted or an old .xls; save it as .xlsx without a password',
  ],
];

test.each(notBooks)(
  "%s is refused with what it is, by every command, and stays as it is",
  async (_, bytes, message) => {
    const path = fileOf(bytes, "it.xlsx");
    const before = hashOf(path);
    const list = fileOf(people);
    for (const args of [
      ["sync", path],
      ["check", path],
      ["report", path],
      ["import", path, list, "--board", "Deals"],
    ]) {
      const said = await stageline(...args);
      expect(said.stderr).toContain(message);
      expect(said.exitCode).toBe(3);
    }
    expect(hashOf(path)).toBe(before);
  },
);

test("a book that was cut off on its way is refused at any length, and stays as it is", async () => {
  const bytes = readFileSync(book);
  for (const share of [0.01, 0.3, 0.6, 0.9, 0.999]) {
    const path = fileOf(bytes.subarray(0, Math.floor(bytes.length * share)), "it.xlsx");
    const before = hashOf(path);
    const said = await stageline("sync", path);
    expect(said).toMatchObject({ exitCode: 3, stderr: expect.stringMatching(/"it\.xlsx" is (cut off|not)/) });
    expect(hashOf(path)).toBe(before);
  }
});

test("a workbook without a board says how to make one", async () => {
  const path = copyOf(book);
  changePart(path, "xl/workbook.xml", (text) =>
    text
      .replace(/<definedNames>.*<\/definedNames>/s, "")
      .replace(/ name="(?!Deals)([^"]*)" sheetId/g, ' name="x$1" sheetId'),
  );
  const before = hashOf(path);
  for (const command of ["sync", "check", "report"]) {
    const said = await stageline(command, path, ...now);
    expect(said.stderr).toMatch(/stageline new/);
    expect(said.exitCode).toBe(2);
  }
  expect(hashOf(path)).toBe(before);
});

test("a board whose tab is gone is named, and nothing of its history is written", async () => {
  const path = copyOf(book);
  changePart(path, "xl/workbook.xml", (text) => {
    const gone = [...text.matchAll(/<sheet [^>]*name="([^"]*)"/g)].findIndex(([, name]) => name === "Deals");
    return text
      .replace(/<sheet [^>]*name="Deals"[^>]*>/, "")
      .replace(new RegExp(`<definedName [^>]*localSheetId="${gone}"[^>]*>.*?</definedName>`, "g"), "")
      .replace(/localSheetId="(\d+)"/g, (_, index: string) => {
        return `localSheetId="${Number(index) > gone ? Number(index) - 1 : index}"`;
      });
  });
  const history = await historyOf(path);
  const { exitCode, problems } = await synced(path);
  expect(problems.map(({ message }) => message)).toContain(
    'the tab "Deals" is missing; bring it back, or delete its row here',
  );
  expect(exitCode).toBeGreaterThan(0);
  expect(await historyOf(path)).toEqual(history);
});

test("a renamed column is known by its place, and its values stay", async () => {
  const path = copyOf(book);
  type(path, "Deals", { [`${await columnOf(path, "Deals", "Stage")}1`]: "Phase" });
  const { exitCode, problems } = await synced(path);
  expect([exitCode, problems]).toEqual([0, []]);
  expect((await rowsOf(path, "Deals")).map(({ cells }) => cells["Phase"])).toEqual(["Lead", "Offer", "Won"]);
});

test("a second column with one of our headers is told apart by the marks", async () => {
  const path = copyOf(book);
  type(path, "Deals", { [`${columnLetters((await tableWidth(path)) + 1)}1`]: "Stage" });
  expect(await synced(path)).toEqual({ exitCode: 0, problems: [], entries: 0 });
  expect((await rowsOf(path, "Deals")).map(({ cells }) => cells["Name"])).toEqual(["Ada", "Bea", "Cy"]);
});

test("two headers exchanged stop the board: the marks and the headers disagree", async () => {
  const path = copyOf(book);
  const [stage, name] = [await columnOf(path, "Deals", "Stage"), await columnOf(path, "Deals", "Name")];
  type(path, "Deals", { [`${stage}1`]: "Name", [`${name}1`]: "Stage" });
  const before = hashOf(path);
  const { exitCode, problems } = await synced(path);
  expect(problems[0]?.message).toContain("put the headers or the columns back in order");
  expect(exitCode).toBe(3);
  expect(hashOf(path)).toBe(before);
});

test("merged cells, errors and unknown stages are problems at their cells, and the other rows go on", async () => {
  const path = copyOf(book);
  const ada = await cellOf(path, "Deals", { name: "Ada", header: "Stage" });
  const bea = await cellOf(path, "Deals", { name: "Bea", header: "Stage" });
  const cy = await cellOf(path, "Deals", { name: "Cy", header: "Stage" });
  const name = await columnOf(path, "Deals", "Name");
  type(path, "Deals", { [ada]: { error: "#REF!" }, [bea]: "won  ", [cy]: "Wun" });
  type(path, "Deals", { [`${name}6`]: "Dee", [`${name}7`]: "Eve" });
  changeTab(path, "Deals", (text) =>
    text.replace(
      "</sheetData>",
      `</sheetData><mergeCells count="1"><mergeCell ref="${name}6:${name}7"/></mergeCells>`,
    ),
  );
  const { exitCode, problems } = await synced(path);
  expect(exitCode).toBe(1);
  expect(problems.map(({ cell, message }) => [cell, message])).toEqual(
    expect.arrayContaining([
      [ada, '"#REF!" is a formula error; the row is left alone until it holds a value'],
      [cy, 'stage "Wun" is not one of Lead, Offer, Won, Lost'],
      [
        `${name}6`,
        `merged cells (${name}6:${name}7) hide values; the row is left alone until they are unmerged`,
      ],
    ]),
  );
  expect(await historyOf(path)).toContain("Bea: moved offer > won");
  const rows = await rowsOf(path, "Deals");
  expect(rows.map(({ cells }) => cells["Name"])).toEqual(["Ada", "Bea", "Cy", "Dee", "Eve"]);
});

test("a stage by another case, or with spaces around it, is that stage and no move", async () => {
  const path = copyOf(book);
  const ada = await cellOf(path, "Deals", { name: "Ada", header: "Stage" });
  const bea = await cellOf(path, "Deals", { name: "Bea", header: "Stage" });
  type(path, "Deals", { [ada]: "LEAD", [bea]: "\u00a0offer " });
  expect(await synced(path)).toEqual({ exitCode: 0, problems: [], entries: 0 });
});

test("a text in a column of numbers is a problem at its cell, and stays there", async () => {
  const path = copyOf(book);
  const cell = await cellOf(path, "Deals", { name: "Bea", header: "Amount" });
  type(path, "Deals", { [cell]: "about 5k" });
  const { exitCode, problems } = await synced(path);
  expect(exitCode).toBe(1);
  expect(problems).toMatchObject([
    { tab: "Deals", cell, message: expect.stringContaining('Amount: "about 5k" is not a number') },
  ]);
  const row = (await rowsOf(path, "Deals")).find(({ cells }) => cells["Name"] === "Bea");
  expect(row?.cells["Amount"]).toBe("about 5k");
  expect(await stageline("sync", path, "--json", ...now)).toMatchObject({
    exitCode: 1,
    json: { changed: false },
  });
});

test("days in five styles are taken, or are problems that say how to write one", async () => {
  const path = copyOf(book);
  const [name, start] = [await columnOf(path, "Deals", "Name"), await columnOf(path, "Deals", "Start")];
  const styles = ["2026-03-01", "1 March 2026", "Mar 1, 2026", "13.03.2026", "3/14/2026"];
  const cells = styles.flatMap((style, index) => [
    [`${name}${6 + index}`, style],
    [`${start}${6 + index}`, style],
  ]);
  type(
    path,
    "Deals",
    Object.fromEntries([
      ...cells,
      [`${start}11`, "01/02/2026"],
      [`${name}11`, "either"],
      [`${start}12`, "soon"],
      [`${name}12`, "never"],
    ]),
  );
  const { problems } = await synced(path);
  expect(problems.map(({ cell }) => cell)).toEqual(expect.arrayContaining([`${start}12`]));
  expect(problems.filter(({ cell }) => Number(cell?.replace(/\D/g, "")) < 11)).toEqual([]);
  expect(await rowsOf(path, "Deals")).toHaveLength(3 + styles.length + 2);
});

test("100,000 blank rows that only have a style cost no records and no minutes", async () => {
  const path = copyOf(book);
  const rows = Array.from(
    { length: 100_000 },
    (_, index) => `<row r="${index + 2000}"><c r="A${index + 2000}" s="1"/></row>`,
  ).join("");
  changeTab(path, "Deals", (text) =>
    text.replace(/<row r="(\d{4,})".*?<\/row>/g, "").replace("</sheetData>", `${rows}</sheetData>`),
  );
  const began = performance.now();
  expect(await synced(path)).toEqual({ exitCode: 0, problems: [], entries: 0 });
  expect(performance.now() - began).toBeLessThan(10_000);
  type(path, "Deals", { [await cellOf(path, "Deals", { name: "Ada", header: "Stage" })]: "Offer" });
  expect(await synced(path)).toMatchObject({ exitCode: 0, entries: 1 });
});

test("a name that begins with = stays a text and is never a formula", async () => {
  const path = copyOf(book);
  const taken = fileOf('name,stage\n"=HYPERLINK(""http://x"",""y"")",Lead\n+1,Lead\n@a,Lead\n-2,Lead\n');
  await stageline(
    "import",
    path,
    taken,
    "--board",
    "Deals",
    "--field",
    "Name=name",
    "--stage",
    "stage",
    ...now,
  );
  expect((await rowsOf(path, "Deals")).map(({ cells }) => cells["Name"]).slice(3)).toEqual([
    '=HYPERLINK("http://x","y")',
    "+1",
    "@a",
    "-2",
  ]);
  changeTab(path, "Deals", (text) => {
    expect(text).not.toMatch(/<f>/);
    return text;
  });
  expect(await synced(path)).toEqual({ exitCode: 0, problems: [], entries: 0 });
});

test("a book that a program has open is refused with who has it", async () => {
  const path = copyOf(book);
  writeFileSync(path.replace(/([^/]*)$/, ".~lock.$1#"), ",Ann,host,01.03.2026 10:00,file:///home;");
  const before = hashOf(path);
  const said = await stageline("sync", path);
  expect(said).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining('"book.xlsx" is open in LibreOffice by Ann; close it there'),
  });
  expect(hashOf(path)).toBe(before);
  expect((await stageline("report", path)).exitCode).toBe(0);
});

test("a book that may only be read is refused before anything is written", async () => {
  const path = copyOf(book);
  type(path, "Deals", { [await cellOf(path, "Deals", { name: "Ada", header: "Stage" })]: "Offer" });
  chmodSync(path, 0o444);
  const before = hashOf(path);
  expect(await stageline("sync", path, ...now)).toMatchObject({
    exitCode: 3,
    stderr: 'stageline: "book.xlsx" is read-only; allow writing to it first\n',
  });
  expect(hashOf(path)).toBe(before);
});
