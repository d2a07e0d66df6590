// The example of the guide: x, y, z in A1:C2 and another table in B4:D6
// [developers.google.com/workspace/sheets/api/guides/values#append_values], and what public reports tell of gaps.

import { expect, test } from "vitest";
import { apiAtWork } from "./api-at-work.ts";

const TWO_TABLES = [
  ["x", "y", "z"],
  ["x", "y", "z"],
  [],
  ["", "x", "y", "z"],
  ["", "x", "y", "z"],
  ["", "x", "y", "z"],
];

async function sheetWith(values: readonly (readonly unknown[])[]) {
  const api = await apiAtWork();
  await api.values.update({
    spreadsheetId: api.id,
    range: "A1",
    valueInputOption: "RAW",
    requestBody: { values: values.map((row) => [...row]) },
  });
  const append = async (range: string, rows: unknown[][], options = {}) => {
    const { data } = await api.values.append({
      spreadsheetId: api.id,
      range,
      valueInputOption: "RAW",
      requestBody: { values: rows },
      ...options,
    });
    return `${data.tableRange ?? "no table"} > ${data.updates?.updatedRange}`;
  };
  const all = async () => (await api.values.get({ spreadsheetId: api.id, range: "Sheet1" })).data.values;
  return { ...api, append, all };
}

test.each(["Sheet1", "B4", "C5:D5", "B2:D4", "A3:G10"])(
  "appending to %s goes on below the last table that reaches into it",
  async (range) => {
    const { append } = await sheetWith(TWO_TABLES);
    expect(await append(range, [["n"]])).toBe("Sheet1!B4:D6 > Sheet1!B7");
  },
);

test("appending to a cell of the upper table goes on below that one", async () => {
  const { append } = await sheetWith(TWO_TABLES);
  expect(await append("A1", [["n"]])).toBe("Sheet1!A1:C2 > Sheet1!A3");
});

test.each(["A4", "E4"])("appending to %s, which is in no table, begins there", async (range) => {
  const { append } = await sheetWith(TWO_TABLES);
  expect(await append(range, [["n"]])).toBe(`no table > Sheet1!${range}`);
});

test("a gap in the row ends the table, so that values go on below what stands left of it", async () => {
  const { append } = await sheetWith([["a", "", "c"]]);
  expect(await append("A1", [["n"]])).toBe("Sheet1!A1 > Sheet1!A2");
});

test("OVERWRITE writes over what stands below, INSERT_ROWS moves it down", async () => {
  const over = await sheetWith([["a"], [""], ["far"]]);
  await over.append("A1", [["n"], ["m"]]);
  expect(await over.all()).toEqual([["a"], ["n"], ["m"]]);
  const inserted = await sheetWith([["a"], [""], ["far"]]);
  await inserted.append("A1", [["n"], ["m"]], { insertDataOption: "INSERT_ROWS" });
  expect(await inserted.all()).toEqual([["a"], ["n"], ["m"], [], ["far"]]);
});

test("a full tab grows for what is appended", async () => {
  const rows = Array.from({ length: 1000 }, (_, index) => [index]);
  const { append, state } = await sheetWith(rows);
  expect(await append("Sheet1", [["n"], ["m"]])).toBe("Sheet1!A1:A1000 > Sheet1!A1001:A1002");
  expect(state().tabs[0]?.maxRows).toBe(1002);
});
