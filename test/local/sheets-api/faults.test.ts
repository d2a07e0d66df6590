import { expect, test } from "vitest";
import type { GateVerdict } from "../../../local/sheets-api/server/gate.ts";
import { googlesQuota } from "../../../local/sheets-api/server/quota.ts";
import { apiAtWork, client, refused } from "./api-at-work.ts";

const WRITE = { range: "A1", valueInputOption: "RAW", requestBody: { values: [["a"]] } };

async function behindGate(verdict: GateVerdict) {
  const api = await apiAtWork({ gate: (call) => (call.kind === "write" ? verdict : { do: "serve" }) });
  const write = () => api.values.update({ spreadsheetId: api.id, ...WRITE });
  const held = async () => (await api.values.get({ spreadsheetId: api.id, range: "A1" })).data.values;
  return { ...api, write, held };
}

test("a call that is cut before its effect has none", async () => {
  const { write, held } = await behindGate({ do: "cut", when: "before the effect" });
  await expect(write()).rejects.toThrow();
  expect(await held()).toBeUndefined();
});

test("a call that is cut after its effect has had it, and its caller cannot know", async () => {
  const { write, held } = await behindGate({ do: "cut", when: "after the effect" });
  await expect(write()).rejects.toThrow();
  expect(await held()).toEqual([["a"]]);
});

test.each([
  [429, "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user'"],
  [500, "Internal error encountered."],
  [503, "The service is currently unavailable."],
] as const)("a call that is refused with %d has no effect", async (code, message) => {
  const { write, held } = await behindGate({ do: "refuse", code });
  expect(await refused(write())).toContain(`${code} ${message}`);
  expect(await held()).toBeUndefined();
});

test("a refusal says when to come again only where it is told to", async () => {
  const answered = async (verdict: GateVerdict) => {
    const { send } = await apiAtWork({ gate: () => verdict });
    return (await send("/v4/spreadsheets/1deals")).headers.get("retry-after");
  };
  expect(await answered({ do: "refuse", code: 429 })).toBeNull();
  expect(await answered({ do: "refuse", code: 429, retryAfterSeconds: 7 })).toBe("7");
});

test("calls go on in the order that the gate lets them, whatever order they came in", async () => {
  const waiting: (() => void)[] = [];
  const { values, id } = await apiAtWork({
    gate: async ({ kind }) => {
      if (kind === "write") await new Promise<void>((resolve) => waiting.push(resolve));
      return { do: "serve" };
    },
  });
  const write = (text: string) =>
    values.update({ spreadsheetId: id, ...WRITE, requestBody: { values: [[text]] } });
  const first = write("first");
  await expect.poll(() => waiting.length).toBe(1);
  const second = write("second");
  await expect.poll(() => waiting.length).toBe(2);
  waiting[1]?.();
  await second;
  waiting[0]?.();
  await first;
  expect((await values.get({ spreadsheetId: id, range: "A1" })).data.values).toEqual([["first"]]);
});

test("sixty reads and sixty writes a minute are served for each user, and no more", async () => {
  const clock = { ms: 0 };
  const {
    client: mine,
    url,
    id,
  } = await apiAtWork({
    quota: googlesQuota,
    clock: { nowMs: () => clock.ms, wait: async () => {} },
  });
  const read = (who: string) =>
    client(url).spreadsheets.values.get(
      { spreadsheetId: id, range: "A1" },
      { headers: { authorization: `Bearer ${who}` } },
    );
  for (let count = 0; count < 60; count++) await read("x");
  expect(await refused(read("x"))).toMatch(/^429 Quota exceeded for quota metric 'Read requests'/);
  expect(await refused(read("eve@example.com"))).toMatch(/^403 /);
  await mine.spreadsheets.values.update({ spreadsheetId: id, ...WRITE });
  clock.ms = 60_000;
  expect((await read("x")).data.values).toEqual([["a"]]);
});

test("faults by chance are the same for the same seed, and every kind of them comes", async () => {
  const outcomes = async (seed: number) => {
    const { send, id } = await apiAtWork({ faults: { share: 0.5, slowestMs: 0, seed } });
    const all: string[] = [];
    for (let count = 0; count < 60; count++) {
      const answer = await send(`/v4/spreadsheets/${id}?fields=spreadsheetId`).catch(() => undefined);
      all.push(`${answer?.status ?? "cut"}${answer?.headers.has("retry-after") ? " later" : ""}`);
      await answer?.arrayBuffer();
    }
    return all;
  };
  const [one, again, other] = [await outcomes(7), await outcomes(7), await outcomes(8)];
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
  expect([...new Set(one)].sort()).toEqual(["200", "429", "429 later", "500", "503", "cut"]);
});

test("a slow call waits by the clock before it is served", async () => {
  const waited: number[] = [];
  const { values, id } = await apiAtWork({
    faults: { share: 0, slowestMs: 500, seed: 1 },
    clock: {
      nowMs: () => 0,
      wait: async (milliseconds) => {
        waited.push(milliseconds);
      },
    },
  });
  for (let count = 0; count < 5; count++) await values.get({ spreadsheetId: id, range: "A1" });
  expect(waited).toHaveLength(5);
  expect(waited.every((milliseconds) => milliseconds > 0 && milliseconds < 500)).toBe(true);
});
