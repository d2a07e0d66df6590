import { expect, test } from "vitest";
import { apiAtWork, refused } from "./api-at-work.ts";

async function marked() {
  const api = await apiAtWork();
  const { id: spreadsheetId, values } = api;
  const range = { sheetId: 0, dimension: "COLUMNS", startIndex: 1, endIndex: 2 };
  const mark = {
    metadataKey: "column",
    metadataValue: "stage",
    location: { dimensionRange: range },
    visibility: "DOCUMENT",
  };
  const requests = [{ createDeveloperMetadata: { developerMetadata: mark } }];
  await api.client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  const rows = [
    ["ada", "Lead"],
    ["bob", "Offer"],
  ];
  await values.update({ spreadsheetId, range: "A1", valueInputOption: "RAW", requestBody: { values: rows } });
  return { ...api, byKey: { developerMetadataLookup: { metadataKey: "column" } } };
}

test("values are read by the mark of their column, and a range that two filters name stands once", async () => {
  const { values, id, byKey } = await marked();
  const { data } = await values.batchGetByDataFilter({
    spreadsheetId: id,
    requestBody: { dataFilters: [byKey, { a1Range: "B:B" }] },
  });
  expect(data.valueRanges).toEqual([
    {
      valueRange: { range: "Sheet1!B1:B1000", majorDimension: "ROWS", values: [["Lead"], ["Offer"]] },
      dataFilters: [byKey, { a1Range: "B:B" }],
    },
  ]);
});

test("values are written and cleared by a filter", async () => {
  const { values, id, byKey } = await marked();
  const written = await values.batchUpdateByDataFilter({
    spreadsheetId: id,
    requestBody: { valueInputOption: "RAW", data: [{ dataFilter: byKey, values: [["Won"]] }] },
  });
  expect(written.data.responses).toMatchObject([
    { updatedRange: "Sheet1!B1", updatedCells: 1, dataFilter: byKey },
  ]);
  const cleared = await values.batchClearByDataFilter({
    spreadsheetId: id,
    requestBody: { dataFilters: [{ gridRange: { sheetId: 0, startRowIndex: 1, startColumnIndex: 1 } }] },
  });
  expect(cleared.data.clearedRanges).toEqual(["Sheet1!B2:Z1000"]);
  expect((await values.get({ spreadsheetId: id, range: "Sheet1" })).data.values).toEqual([
    ["ada", "Won"],
    ["bob"],
  ]);
});

test("a spreadsheet is shown in part by a filter", async () => {
  const { client, id, byKey } = await marked();
  const { data } = await client.spreadsheets.getByDataFilter({
    spreadsheetId: id,
    fields: "sheets.data.rowData.values.formattedValue",
    requestBody: { dataFilters: [byKey] },
  });
  const shown = ["Lead", "Offer"].map((formattedValue) => ({ values: [{ formattedValue }] }));
  expect(data).toEqual({ sheets: [{ data: [{ rowData: shown }] }] });
});

test("a filter that says nothing is refused", async () => {
  const { values, id } = await marked();
  const requestBody = { dataFilters: [{}] };
  expect(await refused(values.batchGetByDataFilter({ spreadsheetId: id, requestBody }))).toMatch(
    /^400 Must specify/,
  );
});
