import { expect, test } from "vitest";
import { apiAtWork, refused } from "./api-at-work.ts";

const RAW = { valueInputOption: "RAW" } as const;
const TYPED = { valueInputOption: "USER_ENTERED" } as const;

async function filled(values: unknown[][], input: typeof RAW | typeof TYPED = RAW) {
  const api = await apiAtWork();
  await api.values.update({ spreadsheetId: api.id, range: "Sheet1!A1", ...input, requestBody: { values } });
  const get = async (range: string, options = {}) => {
    const { data } = await api.values.get({ spreadsheetId: api.id, range, ...options });
    return data.values;
  };
  return { ...api, get };
}

test("an answer is ragged: what is empty at the end of a row, and at the end of all rows, is left out", async () => {
  const { get } = await filled([["a", "", "c", ""], ["", ""], ["", "y"], [""]]);
  expect(await get("Sheet1")).toEqual([["a", "", "c"], [], ["", "y"]]);
});

test("a range in which nothing stands has no values", async () => {
  const { get } = await filled([["a"]]);
  expect(await get("Sheet1!B1:C9")).toBeUndefined();
});

test("by columns an answer is turned, and ragged in the other direction", async () => {
  const { get } = await filled([["a", "b"], ["c"]]);
  expect(await get("Sheet1", { majorDimension: "COLUMNS" })).toEqual([["a", "c"], ["b"]]);
});

test("an address is told back with its tab and both ends, cut where the tab ends", async () => {
  const { values, id } = await filled([["a"]]);
  const { data } = await values.get({ spreadsheetId: id, range: "A2:C" });
  expect(data).toEqual({ range: "Sheet1!A2:C1000", majorDimension: "ROWS" });
});

test("RAW takes a text as it is: no formula, no number, no day", async () => {
  const { get } = await filled([["=1+1", "'x", "12", "2026-11-20", 12, true]]);
  expect(await get("A1:F1", { valueRenderOption: "UNFORMATTED_VALUE" })).toEqual([
    ["=1+1", "'x", "12", "2026-11-20", 12, true],
  ]);
});

test("USER_ENTERED reads a text as if it were typed", async () => {
  const { get } = await filled([["0042", "2026-11-20", "50%", "TRUE", "'0042"]], TYPED);
  const unformatted = { valueRenderOption: "UNFORMATTED_VALUE" };
  // 20 November 2026 is 46346 days after 30 December 1899.
  expect(await get("A1:E1", unformatted)).toEqual([[42, 46346, 0.5, true, "0042"]]);
  expect(await get("A1:E1")).toEqual([["42", "2026-11-20", "50%", "TRUE", "0042"]]);
});

test("a day is a serial number, or its text where that is asked for", async () => {
  const { get } = await filled([["2026-11-20", 46346]], TYPED);
  const asked = { valueRenderOption: "UNFORMATTED_VALUE", dateTimeRenderOption: "FORMATTED_STRING" };
  expect(await get("A1:B1", asked)).toEqual([["2026-11-20", 46346]]);
});

test("FORMULA gives a formula, and of every other cell its value", async () => {
  const { get } = await filled([["=A2", 7]], TYPED);
  expect(await get("A1:B1", { valueRenderOption: "FORMULA" })).toEqual([["=A2", 7]]);
});

test("null leaves a cell as it is, an empty text empties it", async () => {
  const { values, id, get } = await filled([["a", "b", "c"]]);
  await values.update({
    spreadsheetId: id,
    range: "A1:C1",
    ...RAW,
    requestBody: { values: [[null, "", "z"]] },
  });
  expect(await get("A1:C1")).toEqual([["a", "", "z"]]);
});

test("an update counts what it set and tells what it covered", async () => {
  const { values, id } = await filled([]);
  const requestBody = {
    values: [
      ["a", null],
      [null, null],
      [null, ""],
    ],
  };
  const { data } = await values.update({ spreadsheetId: id, range: "B2:E9", ...RAW, requestBody });
  expect(data).toEqual({
    spreadsheetId: id,
    updatedRange: "Sheet1!B2:C4",
    updatedRows: 2,
    updatedColumns: 2,
    updatedCells: 2,
  });
});

test("an update shows the values of the whole range where they are asked for", async () => {
  const { values, id } = await filled([["a", "b"]]);
  const { data } = await values.update({
    spreadsheetId: id,
    range: "A1:B2",
    ...TYPED,
    includeValuesInResponse: true,
    responseValueRenderOption: "UNFORMATTED_VALUE",
    requestBody: { values: [["12"]] },
  });
  expect(data.updatedRange).toBe("Sheet1!A1");
  expect(data.updatedData).toEqual({ range: "Sheet1!A1:B2", majorDimension: "ROWS", values: [[12, "b"]] });
});

test("a batch of updates is written as a whole or not at all", async () => {
  const { values, id, get } = await filled([["a"]]);
  const batch = (ranges: readonly string[]) =>
    values.batchUpdate({
      spreadsheetId: id,
      requestBody: { ...RAW, data: ranges.map((range) => ({ range, values: [["z"]] })) },
    });
  expect(await refused(batch(["A1", "Nowhere!A1"]))).toBe(
    "400 Invalid data[1]: Unable to parse range: Nowhere!A1",
  );
  expect(await get("A1")).toEqual([["a"]]);
  expect((await batch(["A1", "C3:D4"])).data).toMatchObject({
    totalUpdatedRows: 2,
    totalUpdatedColumns: 2,
    totalUpdatedCells: 2,
    totalUpdatedSheets: 1,
  });
});

test("clearing leaves looks, notes and rules", async () => {
  const { values, id, client, state } = await filled([["2026-11-20"]], TYPED);
  const note = {
    range: { sheetId: 0, endRowIndex: 1, endColumnIndex: 1 },
    cell: { note: "sure?" },
    fields: "note",
  };
  await client.spreadsheets.batchUpdate({
    spreadsheetId: id,
    requestBody: { requests: [{ repeatCell: note }] },
  });
  const { data } = await values.batchClear({ spreadsheetId: id, requestBody: { ranges: ["A1:B2", "C:C"] } });
  expect(data.clearedRanges).toEqual(["Sheet1!A1:B2", "Sheet1!C1:C1000"]);
  expect(state().tabs[0]?.rows[0]?.cells[0]).toEqual({
    value: null,
    numberFormat: "yyyy-mm-dd",
    note: "sure?",
  });
});

test("values that reach beyond their range are refused with the line that has no room", async () => {
  const { values, id } = await filled([]);
  const write = (range: string, rows: unknown[][]) =>
    refused(values.update({ spreadsheetId: id, range, ...RAW, requestBody: { values: rows } }));
  const said = "400 Requested writing within range";
  expect(await write("A1:B2", [["a", "b", "c"]])).toBe(`${said} [A1:B2], but tried writing to column [C]`);
  expect(await write("A1:B2", [["a"], ["b"], ["c"]])).toBe(`${said} [A1:B2], but tried writing to row [3]`);
  expect(await write("A1000", [["a"], ["b"]])).toBe(`${said} [A1000], but tried writing to row [1001]`);
});

test("a range that begins beyond the tab is refused, one that ends beyond it is cut", async () => {
  const { values, id } = await filled([["a"]]);
  const get = (range: string) => values.get({ spreadsheetId: id, range });
  const size = "Max rows: 1000, max columns: 26";
  expect(await refused(get("A1001:B1005"))).toBe(
    `400 Range (Sheet1!A1001:B1005) exceeds grid limits. ${size}`,
  );
  expect(await refused(get("AA1"))).toBe(`400 Range (Sheet1!AA1) exceeds grid limits. ${size}`);
  expect(await refused(get("A1001:B"))).toBe(`400 Range (Sheet1!A1001:B) exceeds grid limits. ${size}`);
  expect((await get("A1:AB2000")).data.range).toBe("Sheet1!A1:Z1000");
});

test("what is no value, no option and no list is refused with its place", async () => {
  const { values, id } = await filled([]);
  const write = (rows: unknown, options: object = RAW) =>
    refused(
      values.update({
        spreadsheetId: id,
        range: "A1",
        ...options,
        requestBody: { values: rows as unknown[][] },
      }),
    );
  const list = "(type.googleapis.com/google.protobuf.ListValue)";
  expect(await write("A1:D4")).toBe(`400 Invalid value at 'data.values' ${list}, "A1:D4"`);
  expect(await write([["a"], "b"])).toBe(`400 Invalid value at 'data.values[1]' ${list}, "b"`);
  expect(await write([[1, { a: 1 }]])).toBe('400 Invalid values[0][1]: struct_value {"a":1}');
  expect(await write([[1]], {})).toBe("400 'valueInputOption' is required but not specified");
  const option = "(type.googleapis.com/google.apps.sheets.v4.ValueInputOption)";
  expect(await write([[1]], { valueInputOption: "COOKED" })).toBe(
    `400 Invalid value at 'value_input_option' ${option}, "COOKED"`,
  );
});
