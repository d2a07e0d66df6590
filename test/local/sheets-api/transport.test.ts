import { request } from "node:http";
import { expect, test } from "vitest";
import { apiAtWork, client, refused } from "./api-at-work.ts";
import { googleSchema, hasGoogleSchema } from "./google-schema.ts";

const GET = "sheets.spreadsheets.get";

test("it listens on this machine only", async () => {
  const { url } = await apiAtWork();
  expect(new URL(url).hostname).toBe("127.0.0.1");
});

test("an address that is no method's is not found", async () => {
  const { send, id } = await apiAtWork();
  const answer = await send(`/v4/spreadsheets/${id}:freeze`, { method: "POST" });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({
    error: { code: 404, message: "Method not found.", status: "NOT_FOUND" },
  });
});

test("a spreadsheet that is not there is not found, one of somebody else is closed", async () => {
  const { client: mine } = await apiAtWork({ owner: "ada@example.com" });
  expect(await refused(mine.spreadsheets.get({ spreadsheetId: "1nothing" }))).toBe(
    "404 Requested entity was not found.",
  );
  expect(await refused(mine.spreadsheets.get({ spreadsheetId: "1deals" }))).toBe(
    "403 The caller does not have permission",
  );
});

test("the caller is whoever the token names", async () => {
  const { url, id } = await apiAtWork({ owner: "ada@example.com" });
  const headers = { authorization: "Bearer ada@example.com" };
  const { data } = await client(url).spreadsheets.get({ spreadsheetId: id }, { headers });
  expect(data.spreadsheetId).toBe(id);
});

test("what is no JSON is refused, and what is no message", async () => {
  const { send, id } = await apiAtWork();
  const post = async (body: string) => {
    const answer = await send(`/v4/spreadsheets/${id}:batchUpdate`, { method: "POST", body });
    const { error } = (await answer.json()) as { error: { message: string } };
    return `${answer.status} ${error.message}`;
  };
  expect(await post("{requests: [")).toMatch(/^400 Invalid JSON payload received\. Unexpected token\./);
  expect(await post("[]")).toMatch(/^400 Invalid JSON payload received\./);
});

test("a body that is too large is refused and not kept", async () => {
  const { url, id, values } = await apiAtWork();
  const sent = request(`${url}/v4/spreadsheets/${id}/values/A1?valueInputOption=RAW`, { method: "PUT" });
  const status = new Promise((resolve, reject) => {
    sent.on("response", ({ statusCode }) => resolve(statusCode)).on("error", reject);
  });
  const part = " ".repeat(1_000_000);
  for (let count = 0; count < 60; count++) sent.write(part);
  sent.end('{"values":[["a"]]}');
  expect(await status).toBe(400);
  expect((await values.get({ spreadsheetId: id, range: "A1" })).data.values).toBeUndefined();
});

test("a tab's name may hold any letter, a slash too", async () => {
  const { values, id } = await apiAtWork({ tabs: ["50% / 1:append ✓"] });
  const range = "'50% / 1:append ✓'!A1";
  await values.update({
    spreadsheetId: id,
    range,
    valueInputOption: "RAW",
    requestBody: { values: [["a"]] },
  });
  expect((await values.get({ spreadsheetId: id, range })).data).toMatchObject({ range, values: [["a"]] });
});

test("a mask leaves of an answer what it names, and the way there", async () => {
  const { client: mine, id } = await apiAtWork({ tabs: ["Deals", "Log"] });
  const fields = "properties.title,sheets(properties/title,data.rowData.values.note)";
  const { data } = await mine.spreadsheets.get({ spreadsheetId: id, fields });
  expect(data).toEqual({
    properties: { title: "Deals" },
    sheets: [
      { properties: { title: "Deals" }, data: [{}] },
      { properties: { title: "Log" }, data: [{}] },
    ],
  });
});

test("a batch shows the spreadsheet that comes of it where that is asked for, behind the mask", async () => {
  const { client: mine, id } = await apiAtWork();
  const { data } = await mine.spreadsheets.batchUpdate({
    spreadsheetId: id,
    fields: "replies,updatedSpreadsheet.sheets(data.rowData.values.userEnteredValue)",
    requestBody: {
      requests: [
        {
          updateCells: {
            start: { sheetId: 0 },
            rows: [{ values: [{ userEnteredValue: { stringValue: "=1" } }, {}] }],
            fields: "userEnteredValue",
          },
        },
      ],
      includeSpreadsheetInResponse: true,
      responseRanges: ["A1:B1"],
    },
  });
  expect(data).toEqual({
    replies: [{}],
    updatedSpreadsheet: {
      sheets: [{ data: [{ rowData: [{ values: [{ userEnteredValue: { stringValue: "=1" } }] }] }] }],
    },
  });
});

test("a batch of which one request cannot be done changes nothing, and says which", async () => {
  const { client: mine, id, state } = await apiAtWork();
  const before = state();
  const requests = [{ addSheet: { properties: { title: "Log" } } }, { deleteSheet: { sheetId: 77 } }];
  const batch = mine.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } });
  expect(await refused(batch)).toMatch(/^400 Invalid requests\[1\]\.deleteSheet: /);
  expect(state()).toBe(before);
});

test.skipIf(!hasGoogleSchema)("what Google's description does not know is told as a violation", () => {
  const schema = googleSchema();
  const call = {
    number: 1,
    kind: "read",
    verb: "GET",
    path: "/v4/spreadsheets/1",
    query: {},
    who: "x",
  } as const;
  const params = { spreadsheetId: "1" };
  schema.observe(
    { ...call, method: GET, params },
    { status: 200, body: { sheets: [{ charts: 1 }], title: "" } },
  );
  schema.observe(
    { ...call, method: GET, params: {}, query: { rangs: ["A1"], fields: ["sheet"] } },
    { status: 200, body: {} },
  );
  schema.observe({ ...call, method: GET, params }, { status: 400, body: { error: "no" } });
  expect(schema.violations().map((violation) => violation.replace(/^.*?: /, ""))).toEqual([
    "answer.sheets[0].charts is no list: 1",
    'answer has no field "title"',
    '"spreadsheetId" is missing',
    'there is no option "rangs"',
    'fields: there is no "sheet"',
    'a refusal with 400 is not of Google\'s shape: {"error":"no"}',
  ]);
});
