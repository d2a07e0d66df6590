import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bookFromSpreadsheet } from "../../../local/grid/book/book-from-spreadsheet.ts";
import { newSpreadsheet } from "../../../local/grid/spreadsheet.ts";
import { sentenceFor, servedFrom } from "../../../local/sheets-api/command.ts";

async function served(...args: readonly string[]) {
  const api = await servedFrom(["node", "sheets-api", "--port", "0", ...args]);
  onTestFinished(api.close);
  return api;
}

async function sentence(...args: readonly string[]) {
  return served(...args).then(
    () => "it started",
    (error: unknown) => sentenceFor(error),
  );
}

function fileWith(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "stageline-api-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "deals.xlsx");
  writeFileSync(path, bytes);
  return path;
}

test("it says where it is, which spreadsheets it has, and how a command is told of it", async () => {
  const { greeting, url } = await served();
  expect(greeting).toContain(`The Sheets API is at ${url}`);
  expect(greeting).toMatch(/^ {2}\S{44} {2}Untitled spreadsheet$/m);
  expect(greeting).toContain(`export STAGELINE_SHEETS_API=${url}`);
});

test("a file becomes a spreadsheet under the file's name, with the same id at each start", async () => {
  const path = fileWith(bookFromSpreadsheet(newSpreadsheet({ name: "any", tabs: ["Deals", "Log"] })));
  const ids = await Promise.all(
    [1, 2].map(async () => {
      const { greeting, url } = await served("--book", path, "--zone", "Europe/Berlin");
      const [, id = ""] = /^ {2}(\S{44}) {2}deals$/m.exec(greeting) ?? [];
      const answer = await fetch(
        `${url}/v4/spreadsheets/${id}?fields=properties.timeZone,sheets.properties.title`,
      );
      expect(await answer.json()).toEqual({
        properties: { timeZone: "Europe/Berlin" },
        sheets: [{ properties: { title: "Deals" } }, { properties: { title: "Log" } }],
      });
      return id;
    }),
  );
  expect(ids[0]).toBe(ids[1]);
});

test("what keeps it from starting is said in words", async () => {
  const { url } = await served();
  const port = new URL(url).port;
  expect(await sentence("--port", port)).toBe(`port ${port} is in use: name another with --port`);
  expect(await sentence("--book", "nowhere.xlsx")).toBe('"nowhere.xlsx" cannot be read (ENOENT)');
  expect(await sentence("--book", fileWith(new Uint8Array([1, 2, 3])))).toContain("deals");
});
