// People, a script and the API on one spreadsheet.

import { expect, onTestFinished, test } from "vitest";
import type { GridStep } from "../../../local/apps-script/world/grid-step.ts";
import { worldDrive } from "../../../local/apps-script/world/world-drive.ts";
import { startSheetsApi } from "../../../local/sheets-api/server/start.ts";
import { client, refused } from "../sheets-api/api-at-work.ts";
import { googleSchema } from "../sheets-api/google-schema.ts";
import { ADA, dealsCell, type SmallGoogle, smallGoogle } from "./small-google.ts";

const CODE = `
function TWICE(cell) { return 2 * cell; }
function listen() { ScriptApp.newTrigger("heard").forSpreadsheet(SpreadsheetApp.getActive()).onChange().create(); }
function heard() { SpreadsheetApp.getActive().getRange("Deals!Z1").setValue("heard"); }
function onEdit() { SpreadsheetApp.getActive().getRange("Deals!Z2").setValue("edited"); }`;

async function apiOn({ google, book }: SmallGoogle) {
  const schema = googleSchema();
  const api = await startSheetsApi({ drive: worldDrive(google.world), observe: schema.observe });
  onTestFinished(async () => {
    await api.close();
    expect(schema.violations()).toEqual([]);
  });
  const { values } = client(api.url).spreadsheets;
  const write = (range: string, text: string) =>
    values.update({
      spreadsheetId: book,
      range,
      valueInputOption: "USER_ENTERED",
      includeValuesInResponse: true,
      responseValueRenderOption: "UNFORMATTED_VALUE",
      requestBody: { values: [[text]] },
    });
  return { values, write };
}

test("the API reads what people typed, and people see what it wrote", async () => {
  const small = smallGoogle(CODE);
  const { values, write } = await apiOn(small);
  small.ada.type("Deals!A1", "typed");
  const read = await values.get({ spreadsheetId: small.book, range: "Deals!A1" });
  expect(read.data.values).toEqual([["typed"]]);
  await write("Deals!A2", "written");
  expect(dealsCell(small, 2, 1)).toBe("written");
});

test("an answer shows what a formula of the script comes to", async () => {
  const { write } = await apiOn(smallGoogle(CODE));
  await write("Deals!A1", "21");
  const { data } = await write("Deals!B1", "=TWICE(A1)");
  expect(data.updatedData?.values).toEqual([[42]]);
});

test("an installed onChange hears of a call that wrote, onEdit does not", async () => {
  const small = smallGoogle(CODE);
  small.google.run(small.script, "listen", { as: ADA, spreadsheet: small.book });
  const { values, write } = await apiOn(small);
  await values.get({ spreadsheetId: small.book, range: "Deals!A1" });
  expect(dealsCell(small, 1, 26)).toBeNull();
  await write("Deals!A1", "written");
  expect([dealsCell(small, 1, 26), dealsCell(small, 2, 26)]).toEqual(["heard", null]);
});

test("whoever watches the world is told of the call, with the spreadsheet before and after it", async () => {
  const small = smallGoogle(CODE);
  const steps: GridStep[] = [];
  small.google.hooks.observe = (step) => {
    steps.push(step);
  };
  const before = small.google.spreadsheet(small.book).state;
  const { write } = await apiOn(small);
  await write("Deals!A1", "written");
  expect(steps.map(({ kind }) => kind)).toEqual(["api", "event"]);
  expect(steps[0]).toMatchObject({
    call: { method: "sheets.spreadsheets.values.update", body: { values: [["written"]] } },
    before,
    after: small.google.spreadsheet(small.book).state,
  });
});

test("a spreadsheet is open to its editors and to nobody else", async () => {
  const small = smallGoogle(CODE);
  const { values } = await apiOn(small);
  const read = (who: string) =>
    values.get(
      { spreadsheetId: small.book, range: "Deals!A1" },
      { headers: { authorization: `Bearer ${who}` } },
    );
  expect((await read("ben@example.com")).status).toBe(200);
  expect(await refused(read("sync@example.com"))).toBe("403 The caller does not have permission");
});
