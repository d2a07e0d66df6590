// Pipelines that nobody expects: of one stage or of sixty, with names in other scripts, with emoji, marks of direction
// and 300 letters. Each is made, synced and opened like any other.

import { expect, test } from "vitest";
import { rowsOf } from "../book-contents.ts";
import { newPath, stageline } from "../command.ts";
import { listsInLibreOffice, lookInLibreOffice } from "../hands/libre-office.ts";
import { type } from "../typed-cells.ts";

const sixty = Array.from({ length: 60 }, (_, index) => `Step number ${index + 1}, of sixty`);
const long = "long ".repeat(60).trim();
const scripts = ["عميل ‏محتمل", "报价 🏆", "Ünïcode «quoted»", '5" screen', long];

test("a book holds pipelines of one stage, of sixty, and with names in any script", async () => {
  const book = newPath();
  const make = (board: string, stages: readonly string[]) =>
    stageline("new", book, "--board", board, "--stages", stages.join(" > "));
  expect((await make("One", ["Only"])).exitCode).toBe(0);
  expect((await make("Sixty", sixty)).exitCode).toBe(0);
  expect((await make("صفقات 客户 🎯", scripts)).exitCode).toBe(0);
  type(book, "One", { B2: "alone" });
  type(book, "صفقات 客户 🎯", { A2: long, B2: "🎯 ‏שלום" });
  expect(await stageline("sync", book)).toMatchObject({ exitCode: 0 });
  expect((await stageline("sync", book, "--json")).json).toMatchObject({ changed: false });
  expect((await rowsOf(book, "صفقات 客户 🎯"))[0]?.cells).toMatchObject({ Stage: long, Name: "🎯 ‏שלום" });

  const lists = await listsInLibreOffice(book);
  expect(lists["One"]?.["2"]?.["Stage"]).toEqual(["Only"]);
  expect(lists["Sixty"]?.["2"]?.["Stage"]).toEqual(sixty);
  expect(lists["صفقات 客户 🎯"]?.["2"]?.["Stage"]).toEqual(scripts);
  const tab = (await lookInLibreOffice(book, 2)).find(({ name }) => name === "صفقات 客户 🎯");
  expect(tab?.cells["A2"]?.value).toBe(long);
  const colours = tab?.colours.flatMap(({ rules }) => rules.filter(isOfStage)) ?? [];
  expect(colours).toHaveLength(scripts.length);
});

test.each([
  ["n".repeat(32), "has 32 characters, 1 to 31 are possible"],
  [
    "In/Out",
    "holds one of [ ] : * ? / \\, a line break, or a ' at an end, which no spreadsheet takes in a name",
  ],
  ["stages", "is a tab that Stageline keeps; give the board another name"],
])("a board in Pipelines cannot be called %s", async (name, reason) => {
  const book = newPath();
  await stageline("new", book, "--board", "Deals", "--stages", "Lead > Won:won");
  type(book, "Pipelines", { A3: name, B3: "Deals" });
  const { stderr, exitCode } = await stageline("sync", book);
  expect(exitCode).toBe(1);
  expect(stderr).toContain(`Pipelines!A3: "${name}" ${reason}`);
});

/** Rows of examples have a colour of their own. */
function isOfStage({ formula }: { readonly formula: string }): boolean {
  return !formula.includes('"example"');
}
