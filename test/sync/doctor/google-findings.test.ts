// What first aid says of the way to Google, against the Sheets API on this machine.

import { afterEach, expect, test, vi } from "vitest";
import { newSpreadsheet } from "../../../local/grid/spreadsheet.ts";
import { memoryDrive } from "../../../local/sheets-api/drive/memory-drive.ts";
import type { ApiFile } from "../../../local/sheets-api/drive.ts";
import type { Gate } from "../../../local/sheets-api/server/gate.ts";
import { type SheetsApi, startSheetsApi } from "../../../local/sheets-api/server/start.ts";
import { googleFindings } from "../../../sync/doctor/google-findings.ts";
import { settingsWith } from "../google/key-files.ts";
import { movingClock } from "../google/moving-clock.ts";

const spreadsheetId = "1AbC-dEf_GhIjKlMnOpQrStUvWxYz0123456789abcde";
const clock = movingClock();

let api: SheetsApi | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});

interface Google {
  readonly rights?: Partial<Pick<ApiFile, "mayRead" | "mayWrite">>;
  readonly gate?: Gate;
}

async function looked({ rights = {}, gate }: Google, access: "read" | "write" = "write") {
  const drive = memoryDrive({ now: () => 0 });
  const file = drive.add(
    newSpreadsheet({ id: spreadsheetId, name: "Sales", zone: "Europe/Paris", presentYear: 2026 }),
  );
  const shared = { ...file, ...rights };
  const find = (id: string) => (id === spreadsheetId ? shared : undefined);
  const kinds: string[] = [];
  api = await startSheetsApi({
    drive: { ...drive, find },
    observe: ({ kind }) => kinds.push(kind),
    ...(gate === undefined ? {} : { gate }),
  });
  const environment = { STAGELINE_SHEETS_API: api.url };
  const { findings, held } = await googleFindings({ spreadsheetId, environment, access, clock });
  const steps = findings.map(({ step, state }) => `${step}: ${state}`);
  return { steps, last: findings.at(-1), zone: held?.sheetZone, kinds, file };
}

test("a spreadsheet that may be changed is well, and its zone is known", async () => {
  const { steps, zone } = await looked({});
  expect(steps).toEqual(["Address: ok", "Login: ok", "Google: ok", "Reading: ok", "Writing: ok"]);
  expect(zone).toBe("Europe/Paris");
});

test("finding out whether it may be changed changes nothing", async () => {
  const { kinds, file } = await looked({});
  const same = newSpreadsheet({ id: spreadsheetId, name: "Sales", zone: "Europe/Paris", presentYear: 2026 });
  expect(kinds.filter((kind) => kind === "write")).toHaveLength(1);
  expect(file.state()).toEqual(same);
});

test("what is on this machine is not asked through a proxy", async () => {
  vi.stubEnv("HTTP_PROXY", "http://127.0.0.1:9");
  const { steps } = await looked({});
  vi.unstubAllEnvs();
  expect(steps.at(-1)).toBe("Writing: ok");
});

test("one that may be read and not changed lacks to be shared with an editor", async () => {
  const { steps, last, zone } = await looked({ rights: { mayWrite: () => false } });
  expect(steps.slice(3)).toEqual(["Reading: ok", "Writing: missing"]);
  expect(last?.todo).toBe("share it with the caller who names nobody, as an editor");
  expect(zone).toBe("Europe/Paris");
});

test("who only reads is not asked whether it may be changed", async () => {
  const { steps, kinds } = await looked({ rights: { mayWrite: () => false } }, "read");
  expect([steps.at(-1), new Set(kinds)]).toEqual(["Reading: ok", new Set(["read"])]);
});

test("one that is not shared at all ends the walk at reading", async () => {
  const { steps, last, zone } = await looked({ rights: { mayRead: () => false, mayWrite: () => false } });
  expect(steps).toEqual(["Address: ok", "Login: ok", "Google: ok", "Reading: missing"]);
  expect([last?.todo, zone]).toEqual(["share it with the caller who names nobody, as a viewer", undefined]);
});

test("a Google that is down is told from a spreadsheet that is not shared", async () => {
  const { steps, last } = await looked({ gate: () => ({ do: "refuse", code: 503 }) });
  expect(steps).toEqual(["Address: ok", "Login: ok", "Google: missing"]);
  expect(last?.found).toBe(
    "Google gave no answer when asked to look at the spreadsheet (503 The service is currently unavailable.)",
  );
});

test("a network that is down is told", async () => {
  const environment = { STAGELINE_SHEETS_API: "http://127.0.0.1:9" };
  const { findings } = await googleFindings({ spreadsheetId, environment, access: "write", clock });
  expect(findings.at(-1)).toEqual({
    step: "Google",
    state: "missing",
    found: "127.0.0.1 cannot be reached to look at the spreadsheet (ECONNREFUSED)",
    todo: "look at the network of this machine",
  });
});

test("without a login the walk ends there, with the two ways to get one", async () => {
  const { findings } = await googleFindings({
    spreadsheetId,
    environment: settingsWith(),
    access: "write",
    clock,
  });
  expect(findings.map(({ step, state }) => `${step}: ${state}`)).toEqual(["Address: ok", "Login: missing"]);
  expect(findings.at(-1)?.todo).toMatch(/^log in \(stageline login .* GOOGLE_APPLICATION_CREDENTIALS$/);
});

test("a login that Google does not let in any more is told with what to do", async () => {
  const environment = settingsWith({ token_uri: "http://127.0.0.1:9/token" });
  const { findings } = await googleFindings({ spreadsheetId, environment, access: "write", clock });
  expect(findings.at(-1)).toMatchObject({
    step: "Login",
    state: "missing",
    found: expect.stringMatching(
      /^a person, by "stageline login" .* got no answer from Google \(ECONNREFUSED\)$/,
    ),
  });
});
