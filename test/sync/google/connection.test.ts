// What a line to Google repeats, what it never repeats, how long it waits, and what it says in the end. A real client
// talks to a real server on this machine; only the time is made up.

import { afterEach, expect, test } from "vitest";
import { StagelineError } from "../../../shared/value/stageline-error.ts";
import { paceMsOf } from "../../../sync/google/api-address.ts";
import { type Call, type Connection, openConnection } from "../../../sync/google/connection.ts";
import { type MovingClock, movingClock } from "./moving-clock.ts";
import { googleError, type Scripted, type ScriptedServer, scriptedServer } from "./scripted-server.ts";

const spreadsheetId = "1AbC-dEf_GhIjKlMnOpQrStUvWxYz0123456789abcde";
const fine = { status: 200, body: { spreadsheetId } };
const busy = googleError(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'Read requests'");
const down = googleError(503, "UNAVAILABLE", "The service is currently unavailable.");
const get: Call<unknown> = (sheets) => sheets.spreadsheets.get({ spreadsheetId });
const change: Call<unknown> = (sheets) =>
  sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ addSheet: {} }] } });
const notThere = async () => undefined;

let server: ScriptedServer | undefined;
afterEach(() => server?.close());

interface Opened {
  readonly clock: MovingClock;
  readonly line: Connection;
  readonly requests: ScriptedServer["requests"];
}

async function lineTo(
  script: readonly Scripted[],
  wish: { timeoutMs?: number; draw?: number; pace?: string } = {},
): Promise<Opened> {
  server = await scriptedServer(script);
  const clock = movingClock(wish.draw);
  const environment = { STAGELINE_SHEETS_API: server.url, STAGELINE_SHEETS_API_PACE: wish.pace };
  const { timeoutMs = 5000 } = wish;
  const line = await openConnection({ spreadsheetId, access: "write", clock, environment, timeoutMs });
  return { clock, line, requests: server.requests };
}

test("an answer is given as it came, and one request was sent", async () => {
  const { line, requests } = await lineTo([fine]);
  expect(await line.read("read the tabs", get)).toEqual({ spreadsheetId });
  expect([line.sent(), requests.map(({ method, path }) => `${method} ${path}`)]).toEqual([
    1,
    [`GET /v4/spreadsheets/${spreadsheetId}`],
  ]);
});

test("a server on this machine is shown no credentials", async () => {
  const { line, requests } = await lineTo([fine]);
  await line.read("read the tabs", get);
  expect(requests[0]?.headers.authorization).toBeUndefined();
});

test("requests leave one second apart, whoever asks", async () => {
  const { line, clock } = await lineTo([fine]);
  await Promise.all([line.read("read", get), line.read("read", get), line.write("write", change, notThere)]);
  expect(clock.waits).toEqual([1000, 1000]);
});

test("a server on this machine may be asked at another pace, which is never Google's", async () => {
  const { line, clock } = await lineTo([fine], { pace: "0" });
  await Promise.all([line.read("read", get), line.read("read", get)]);
  expect(clock.waits).toEqual([]);
  await expect(lineTo([fine], { pace: "fast" })).rejects.toThrow(
    'STAGELINE_SHEETS_API_PACE "fast" is not a number of milliseconds; it may be one such as 0',
  );
  expect(paceMsOf({ STAGELINE_SHEETS_API_PACE: "0" })).toBe(1000);
});

test("waits double from a second to 64, each drawn between nothing and that, until the time is over", async () => {
  const { line, clock } = await lineTo([down], { draw: 0.75 });
  await expect(line.read("read the tabs", get)).rejects.toMatchObject({
    code: "google",
    message:
      "Google gave no answer when asked to read the tabs (503 The service is currently unavailable.); run again later",
  });
  const pauses = clock.waits.filter((ms) => ms !== 250);
  // 0.75 of 1, 2, 4, 8, 16, 32, 64 seconds, and of 64 from then on; the sum stays below five minutes.
  expect(pauses).toEqual([750, 1500, 3000, 6000, 12_000, 24_000, 48_000, 48_000, 48_000, 48_000, 48_000]);
  expect(line.sent()).toBe(12);
});

test("Retry-After is the least that is waited, in seconds or as a date", async () => {
  const later = { ...busy, headers: { "retry-after": "30" } };
  const date = { ...down, headers: { "retry-after": "Fri, 20 Nov 2026 08:31:10 GMT" } };
  const { line, clock } = await lineTo([later, date, fine]);
  await line.read("read the tabs", get);
  // Until 08:30:30, and from there until 08:31:10.
  expect(clock.waits).toEqual([30_000, 40_000]);
});

test("who is asked to come back after the time is over does not wait at all", async () => {
  const { line, clock } = await lineTo([{ ...busy, headers: { "retry-after": "3600" } }]);
  await expect(line.read("read the tabs", get)).rejects.toMatchObject({
    code: "google",
    message:
      "Google asks to come back later (429 Quota exceeded for quota metric 'Read requests'), so it did not read the tabs; run again in a few minutes",
  });
  expect([clock.waits, line.sent()]).toEqual([[], 1]);
});

test("a change that Google put off is sent again without looking for it", async () => {
  const { line } = await lineTo([busy, busy, fine]);
  const looked = () => Promise.reject(new Error("nobody should look"));
  expect(await line.write("write the changes", change, looked)).toEqual({ spreadsheetId });
  expect(line.sent()).toBe(3);
});

test.each([
  ["cut"],
  ["half"],
  [down],
  [googleError(500, "INTERNAL", "Internal error encountered.")],
] as const)(
  "a change whose answer was lost is looked for, and not sent again when it is there: %j",
  async (lost) => {
    const { line, requests } = await lineTo([lost, fine]);
    const landed = () => line.read("look for the changes", get);
    expect(await line.write("write the changes", change, landed)).toEqual({ spreadsheetId });
    expect(requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
  },
);

test("a change whose answer was lost is sent again when it is not there", async () => {
  const { line, requests } = await lineTo(["cut", { status: 200, body: { sheets: [] } }, fine]);
  const landed = async () => {
    await line.read("look for the changes", get);
    return undefined;
  };
  expect(await line.write("write the changes", change, landed)).toEqual({ spreadsheetId });
  expect(requests.map(({ method }) => method)).toEqual(["POST", "GET", "POST"]);
});

test("a change that is refused the second time is looked for once more: the first may have come late", async () => {
  const twice = googleError(
    400,
    "INVALID_ARGUMENT",
    "Invalid requests[0].createDeveloperMetadata: it exists",
  );
  const { line } = await lineTo(["cut", twice]);
  let looks = 0;
  const landed = async () => {
    looks += 1;
    return looks === 2 ? { late: true } : undefined;
  };
  expect(await line.write("write the changes", change, landed)).toEqual({ late: true });
  expect(line.sent()).toBe(2);
});

test("where a lost change cannot be looked for, it is said that it may be done or not", async () => {
  const gone = googleError(404, "NOT_FOUND", "Requested entity was not found.");
  const { line } = await lineTo(["cut", gone]);
  const landed = () => line.read("look for the changes", get);
  await expect(line.write("write the changes", change, landed)).rejects.toMatchObject({
    code: "unsure",
    message:
      "Google gave no answer when asked to write the changes, so it may be done or not; run again: that looks first",
  });
});

test("where there is nothing to look for, it is said in the words of whoever sent the change", async () => {
  const { line } = await lineTo(["cut"]);
  const landed = () => Promise.reject(new StagelineError("unsure", "look in your Drive"));
  await expect(line.write("make the spreadsheet", change, landed)).rejects.toMatchObject({
    code: "unsure",
    message: "look in your Drive",
  });
  expect(line.sent()).toBe(1);
});

test("a request that Google lets hang is given up after its time, and asked again", async () => {
  const { line } = await lineTo(["silence", fine], { timeoutMs: 60 });
  expect(await line.read("read the tabs", get)).toEqual({ spreadsheetId });
  expect(line.sent()).toBe(2);
});

test("where Google lets every request hang, it is said that it took too long", async () => {
  const { line } = await lineTo(["silence"], { timeoutMs: 20 });
  await expect(line.read("read the tabs", get)).rejects.toMatchObject({
    code: "google",
    message: "Google gave no answer when asked to read the tabs (it took too long); run again later",
  });
});

test("an answer that is not one of Google's, such as a page to log in to a network, counts as none", async () => {
  const page = {
    status: 200,
    body: "<html>Welcome to the hotel</html>",
    headers: { "content-type": "text/html" },
  };
  const { line } = await lineTo([page, fine]);
  expect(await line.read("read the tabs", get)).toEqual({ spreadsheetId });
});

test("a clear no is asked once", async () => {
  const { line } = await lineTo([googleError(400, "INVALID_ARGUMENT", "Unable to parse range: Sale!A1")]);
  await expect(line.write("write the changes", change, notThere)).rejects.toMatchObject({
    code: "google",
    message: "Google did not write the changes: Unable to parse range: Sale!A1",
  });
  expect(line.sent()).toBe(1);
});

test("where nobody listens, it is said within half a minute that nobody was reached", async () => {
  const { line, clock } = await lineTo([fine]);
  await server?.close();
  const startMs = clock.nowMs();
  await expect(line.write("write the changes", change, notThere)).rejects.toMatchObject({
    code: "google",
    message:
      "127.0.0.1 cannot be reached to write the changes (ECONNREFUSED); look at the network of this machine",
  });
  expect(clock.nowMs() - startMs).toBeLessThan(30_000);
});

test("a fault in a call is not taken for an answer of Google", async () => {
  const { line } = await lineTo([fine]);
  const broken = () => Promise.reject(new TypeError("no such range"));
  await expect(line.read("read the tabs", broken)).rejects.toThrow(TypeError);
});

test.each(["http://192.168.0.7:8080", "https://sheets.example.org", "http://127.0.0.1.example.org:80"])(
  "the Sheets API of another machine is not talked to: %s",
  async (address) => {
    const environment = { STAGELINE_SHEETS_API: address };
    await expect(openConnection({ spreadsheetId, access: "read", environment })).rejects.toMatchObject({
      code: "usage",
      message: `STAGELINE_SHEETS_API "${address}" is not on this machine; it may only be one such as http://127.0.0.1:8080`,
    });
  },
);
