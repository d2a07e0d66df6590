// Texts of people on their way through the page, cells, rules and the history: none of them becomes a formula, a number
// or a day on the way, and days stay the days that they are.

import { expect, test } from "vitest";
import { cellAt } from "../../local/grid/spreadsheet.ts";
import { openBoard } from "./sheet-world.ts";

const TEXTS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "007",
  "1e5",
  "1/2",
  "TRUE",
  "'quoted",
  "2026-11-20",
  " spaces ",
  "line\nfeed",
  '<b>&"',
  '=IMPORTXML("http://x")',
];

test.each(TEXTS)("%j goes through the form, the board and the history as it is", (text) => {
  const { ada, rows, google, spreadsheet } = openBoard("sales");
  const answer = ada.page("pageCreate", {
    board: "Sales",
    values: { name: text, company: text },
    form: "form of sixteen letters",
  });
  expect(answer).not.toHaveProperty("problem");
  expect(rows("Sales")[0]).toMatchObject({ Name: text.trim(), Company: text.trim() });
  expect(rows("Activity")[0]).toMatchObject({ Name: text.trim() });
  const formulas = google
    .spreadsheet(spreadsheet)
    .state.tabs.flatMap((tab) =>
      tab.rows.flatMap((row) => row?.cells.flatMap((cell) => cell?.formula ?? []) ?? []),
    );
  expect(formulas).toEqual([]);
});

test("a day from the form is that day, whatever zone the script is of", () => {
  const { ada, rows, google, spreadsheet } = openBoard("sales", { zone: "America/Sao_Paulo" });
  ada.page("pageCreate", {
    board: "Sales",
    values: { name: "Acme", expected_close: "2026-11-20" },
    form: "form of sixteen letters",
  });
  expect(rows("Sales")[0]?.["Expected close"]).toBe(46346);
  const tab = google.spreadsheet(spreadsheet).state.tabs.find(({ name }) => name === "Sales");
  const column = Object.keys(rows("Sales")[0] ?? {}).indexOf("Expected close") + 1;
  expect(tab === undefined ? "" : cellAt(tab, 2, column)?.numberFormat).toBe("yyyy-mm-dd");
});

test("a day that somebody types is read as that day in every zone", () => {
  const { ada, rows } = openBoard("sales", { zone: "Pacific/Auckland" });
  ada.type("Sales!B2", "Acme");
  const column = Object.keys(rows("Sales")[0] ?? {}).indexOf("Expected close");
  ada.type(`Sales!${String.fromCharCode(65 + column)}2`, "2026-11-20");
  const { card } = ada.page("pageRecord", { board: "Sales", record: "Acme" }) as {
    card: { fields: { id: string; value: string }[] };
  };
  expect(card.fields.find(({ id }) => id === "expected_close")?.value).toBe("2026-11-20");
});

test("a function of the page that is handed something else refuses it in a sentence", () => {
  const { ada } = openBoard("sales");
  const refusal = { problem: "The page asked for something that the script does not know; reload the sheet" };
  expect(ada.page("pageMove", { board: "Sales", record: 7, stage: "Won", values: {} })).toEqual(refusal);
  expect(
    ada.page("pageLog", { board: "Sales", record: "x", activity: "steal", note: "", form: "x".repeat(20) }),
  ).toEqual(refusal);
  expect(ada.page("pageToday")).toEqual(refusal);
});
