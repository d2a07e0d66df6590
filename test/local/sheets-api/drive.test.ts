import { expect, test } from "vitest";
import { fileMatches } from "../../../local/sheets-api/drive/file-query.ts";
import { SPREADSHEET_TYPE } from "../../../local/sheets-api/drive.ts";
import { apiAtWork } from "./api-at-work.ts";

async function driveOf() {
  const api = await apiAtWork();
  const ask = async (verb: string, path: string, body?: unknown) => {
    const answer = await api.send(`/drive/v3/files${path}`, {
      method: verb,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, json: text === "" ? undefined : JSON.parse(text) };
  };
  return { ...api, ask };
}

test("a file is made, found by its name, copied and removed", async () => {
  const { ask } = await driveOf();
  const made = await ask("POST", "", { name: "Orders", mimeType: SPREADSHEET_TYPE });
  expect(made.json).toEqual({
    kind: "drive#file",
    id: made.json.id,
    name: "Orders",
    mimeType: SPREADSHEET_TYPE,
  });
  const found = await ask(
    "GET",
    `?q=${encodeURIComponent("name = 'Orders' and trashed = false")}&fields=files(id)`,
  );
  expect(found.json).toEqual({ files: [{ id: made.json.id }] });
  const copy = await ask("POST", `/${made.json.id}/copy?fields=name`, {});
  expect(copy.json).toEqual({ name: "Copy of Orders" });
  expect(await ask("DELETE", `/${made.json.id}`)).toEqual({ status: 204, json: undefined });
  expect((await ask("GET", `/${made.json.id}`)).status).toBe(404);
});

test("a copy has the values, and goes its own way", async () => {
  const { ask, values, id } = await driveOf();
  const write = (spreadsheetId: string, text: string) =>
    values.update({ spreadsheetId, range: "A1", valueInputOption: "RAW", requestBody: { values: [[text]] } });
  await write(id, "before");
  const copy: string = (await ask("POST", `/${id}/copy`, { name: "Mine" })).json.id;
  await write(id, "after");
  expect((await values.get({ spreadsheetId: copy, range: "A1" })).data.values).toEqual([["before"]]);
});

test("a refusal looks as Drive's do", async () => {
  const { ask } = await driveOf();
  expect((await ask("GET", "/1nothing")).json).toEqual({
    error: {
      errors: [
        {
          domain: "global",
          reason: "notFound",
          locationType: "parameter",
          location: "fileId",
          message: "File not found: 1nothing.",
        },
      ],
      code: 404,
      message: "File not found: 1nothing.",
    },
  });
});

test("a list comes in pages", async () => {
  const { ask } = await driveOf();
  for (const name of ["b", "c"]) await ask("POST", "", { name, mimeType: SPREADSHEET_TYPE });
  const first = (await ask("GET", "?pageSize=2&fields=nextPageToken,files(name)")).json;
  expect(first).toEqual({ nextPageToken: "2", files: [{ name: "c" }, { name: "b" }] });
  const rest = (await ask("GET", "?pageSize=2&pageToken=2&fields=nextPageToken,files(name)")).json;
  expect(rest).toEqual({ files: [{ name: "Deals" }] });
});

test("a search that is not read here is refused", () => {
  expect(() => fileMatches("modifiedTime > '2026-01-01'")).toThrow("Invalid Value");
});
