// Strings that break programs, as names and owners, on their way from a file through a book into every report; and
// formulas that run commands where a spreadsheet opens them.

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { readBook } from "../../local/book/book.ts";
import { partText } from "../../local/book/package.ts";
import { textOf } from "../../shared/table/cell.ts";
import { safeForCsv } from "../../shared/value/safe-text.ts";
import { rowsOf } from "../book-contents.ts";
import { fileOf, hashOf, newPath, type Ran, stageline } from "../command.ts";
import { describeReal, realJson, realPath } from "./real-data.ts";

const now = ["--now", "2026-03-02T09:00"];
const extra = [
  "\u001b[2J\u001b[31mred",
  "</script><script>alert(1)</script>",
  "' onmouseover='x",
  "]]>",
  "_x0041_",
];

describeReal("naughty", () => {
  const book = newPath();
  let names: readonly string[];
  let imported: Ran;

  beforeAll(async () => {
    const payloads = readFileSync(realPath("naughty/formula-injection.txt"), "utf8").split("\n");
    names = [...z.array(z.string()).parse(realJson("naughty/blns.json")), ...payloads, ...extra];
    const rows = names.map((name, index) => [`n${index}`, name, name, "Lead"]);
    await stageline("new", book, "--board", "Deals", "--stages", "Lead > Won:won | Lost:lost");
    const file = fileOf(stringify([["key", "name", "owner", "stage"], ...rows]));
    const fields = ["--id", "key", "--field", "Name=name", "--field", "Owner=owner", "--stage", "stage"];
    imported = await stageline("import", book, file, "--board", "Deals", ...fields, ...now, "--json");
  });

  test("every name is taken and stands in the book as it was, but for the spaces around it", async () => {
    expect(imported.stderr).toBe("");
    expect(imported.json).toMatchObject({ added: names.length, problems: [], lines: [] });
    const rows = await rowsOf(book, "Deals");
    const expected = names.map((name, index) => name.trim() || `n${index}`);
    expect(rows.map(({ cells }) => textOf(cells["Name"]))).toEqual(expected);
  });

  test("no formula came into being but those of our own lists", () => {
    const { package: pack, workbook } = readBook(readFileSync(book), "book.xlsx");
    const formulas = [...pack.parts.keys()].filter((part) => /<f[ >]/.test(partText(pack, part) ?? ""));
    const lists = workbook.sheets.filter(({ name }) => name === "_lists").map(({ partName }) => partName);
    expect(formulas).toEqual(lists);
  });

  test("a sync and the same file again change nothing", async () => {
    const before = hashOf(book);
    expect(await stageline("sync", book, "--json", ...now)).toMatchObject({
      exitCode: 0,
      json: { changed: false, entries: 0, problems: [] },
    });
    expect(hashOf(book)).toBe(before);
  });

  test("the report on a terminal holds no character that steers it", async () => {
    const { exitCode, stdout } = await stageline("report", book, "--by", "Owner", ...now);
    expect(exitCode).toBe(0);
    expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  test("the report as CSV holds every owner, and none that a spreadsheet would run", async () => {
    const { stdout } = await stageline("report", book, "--by", "Owner", "--as", "csv", ...now);
    const cells = parse(stdout, { relax_column_count: true }).flat();
    expect(cells.filter((cell) => safeForCsv(cell) !== cell)).toEqual([]);
    expect(cells).toContain("'=cmd|' /C notepad'!'A1'");
  });

  test("the report as a page holds no tag and no attribute that came from a name", async () => {
    const naughty = await stageline("report", book, "--by", "Owner", "--as", "html", ...now);
    const plain = newPath();
    await stageline("new", plain, "--board", "Deals", "--stages", "Lead > Won:won | Lost:lost");
    const file = fileOf("name,owner,stage\nAda,Bob,Lead\n");
    const fields = ["--field", "Name=name", "--field", "Owner=owner", "--stage", "stage"];
    await stageline("import", plain, file, "--board", "Deals", ...fields, ...now);
    const harmless = await stageline("report", plain, "--by", "Owner", "--as", "html", ...now);
    expect(naughty.stdout).toContain("&lt;script&gt;");
    expect([...tagsOf(naughty.stdout)].filter((tag) => !tagsOf(harmless.stdout).has(tag))).toEqual([]);
  });

  test("names in an error on a terminal hold no character that steers it", async () => {
    const file = fileOf(stringify([["name", "stage"], ...names.map((name) => ["x", name])]));
    const fields = ["--field", "Name=name", "--stage", "stage"];
    const { exitCode, stderr } = await stageline("import", book, file, "--board", "Deals", ...fields);
    expect(exitCode).toBe(3);
    expect(stderr.trimEnd()).not.toMatch(/\p{Cc}/u);
  });

  test("every name can be a parked stage of a board, and the board is still true", async () => {
    const path = newPath();
    await stageline("new", path, "--board", "Deals", "--stages", "Lead > Won:won");
    const file = fileOf(stringify([["key", "stage"], ...names.map((name, index) => [`n${index}`, name])]));
    const taken = await stageline(
      "import",
      path,
      file,
      "--board",
      "Deals",
      "--id",
      "key",
      "--stage",
      "stage",
      "--others",
      "park",
      ...now,
      "--json",
    );
    expect(taken.json).toMatchObject({ added: names.length });
    expect(await stageline("sync", path, "--json", ...now)).toMatchObject({
      json: { changed: false, problems: [] },
    });
  });
});

// Tags with the names of their attributes, as a browser would see them; a class is a matter of looks.
function tagsOf(html: string): ReadonlySet<string> {
  const tags = html.matchAll(/<(\/?[a-z!][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi);
  return new Set(
    [...tags].map(([, name = "", rest = ""]) => {
      const attributes = [...rest.matchAll(/([^\s=/]+)\s*(?:=\s*(?:"[^"]*"|'[^']*'|\S+))?/g)].map(
        ([, key]) => key,
      );
      return [name, ...attributes.filter((key) => key !== "class").sort()].join(" ");
    }),
  );
}
