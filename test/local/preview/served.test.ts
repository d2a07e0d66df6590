// The preview as programs meet it on HTTP, and what it does with files that it cannot keep whole.

import { existsSync } from "node:fs";
import { request } from "node:http";
import { expect, test } from "vitest";
import type { WindowRequest } from "../../../local/preview/server/window-request.ts";
import { fileOf, hashOf, newPath, stageline, start } from "../../command.ts";
import { handWritten } from "../book/hand-written-book.ts";
import { previews, seeIn, typeInto } from "./preview-page.ts";

const open = previews();

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What the preview answers; every header is as given, as no browser would send it. */
function answerOf(
  url: string,
  { method = "GET", path = "", headers = {}, body = "{}" }: Asked,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.once("error", reject);
    asked.end(method === "GET" ? undefined : body);
  });
}

test("pages of other origins, made-up names and strangers to the address are shut out", async () => {
  const { url } = await open();
  const { origin, host } = new URL(url);
  expect(await answerOf(url, {})).toBe(200);
  expect(await answerOf(`${origin}/`, {})).toBe(404);
  expect(await answerOf(url, { headers: { host: host.replace("127.0.0.1", "evil.example") } })).toBe(403);
  const act = { method: "POST", path: "ask" };
  expect(await answerOf(url, { ...act, headers: { origin: "https://evil.example" } })).toBe(403);
  expect(await answerOf(url, { ...act, headers: { origin } })).toBe(400);
});

test("what a page asks for again, since it is not sure, is done once; a window that nobody opened asks in vain", async () => {
  const { url, window } = await open();
  const page = await window();
  const asking = page.waitForRequest((sent) => sent.postData()?.includes('"do":"type"') === true);
  await typeInto(page, "D2", "Lee & Co");
  const typed = JSON.parse((await asking).postData() ?? "") as WindowRequest;
  await seeIn(page, "D2", "Lee & Co");
  const [tab] = typed.wishes.flatMap((wish) =>
    wish.kind === "act" && wish.act.do === "type" ? wish.act.tab : [],
  );
  const line = { do: "insertLines", side: "before", tab, axis: "rows", at: 1, count: 1 };
  const ask = (first: number, window = typed.window) => {
    const wishes = [
      { kind: "act", act: line },
      { kind: "act", act: line },
    ];
    const body = JSON.stringify({ window, load: "a page that is gone", first, wishes });
    return answerOf(url, { method: "POST", path: "ask", headers: { origin: new URL(url).origin }, body });
  };
  expect([await ask(1), await ask(1), await ask(2)]).toEqual([204, 204, 204]);
  await seeIn(page, "D5", "Lee & Co");
  expect(await ask(4, "another window")).toBe(409);
});

test("nothing beside the page's own files is ever handed out", async () => {
  const { url } = await open();
  expect(await answerOf(url, { path: "page.css" })).toBe(200);
  for (const path of ["..%2fexecution-worker.js", "%2e%2e/execution-worker.js", "../../stageline.mjs"])
    expect(await answerOf(url, { path })).toBe(404);
});

test("a file that holds a chart is left as it is, and what is done is kept beside it", async () => {
  const relationship =
    '<Relationship Id="rId0" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="a.xml"/>';
  const links = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const drawing = relationship.replaceAll("chart", "drawing").replace("a.xml", "../drawings/drawing1.xml");
  const parts = {
    "xl/worksheets/_rels/sheet1.xml.rels": links(drawing),
    "xl/drawings/_rels/drawing1.xml.rels": links(relationship),
  };
  const book = fileOf(handWritten({ tabs: { Sales: "<sheetData/>" }, parts }), "charts.xlsx");
  const before = hashOf(book);
  const { window, end } = await open({ book, beginsWith: "" });
  const page = await window();
  await typeInto(page, "A1", "Name");
  await seeIn(page, "A1", "Name");
  expect(await end()).toBe(0);
  expect(hashOf(book)).toBe(before);
  expect(existsSync(book.replace(".xlsx", ".preview.xlsx"))).toBe(true);
  const again = await start("preview", book).ended;
  expect([again.exitCode, again.stderr]).toEqual([3, expect.stringMatching(/is there already/)]);
});

test("a port that is no port, and a book that is none, are said in a sentence", async () => {
  expect(await stageline("preview", newPath(), "--port", "many")).toMatchObject({
    exitCode: 2,
    stderr: 'stageline: --port "many" is not a number from 1 to 65535\n',
  });
  expect((await stageline("preview", newPath())).stderr).toMatch(/there is no file/);
  expect((await stageline("preview", "deals.csv")).stderr).toMatch(/is not a book of this machine/);
});

test("a port that is taken is said in a sentence", async () => {
  const { url } = await open();
  const book = newPath();
  await stageline("new", book, "--template", "sales");
  const { exitCode, stderr } = await stageline("preview", book, "--port", new URL(url).port);
  expect([exitCode, stderr]).toEqual([3, expect.stringMatching(/port \d+ is taken/)]);
});

test("what was done is in the file, as every command reads it", async () => {
  const { book, window, end } = await open();
  const page = await window();
  await typeInto(page, "B2", "Ann Lee");
  await seeIn(page, "A2", "Networking Database");
  await end();
  const { stdout } = await stageline("report", book, "--as", "json");
  expect(JSON.parse(stdout)).toMatchObject({ boards: [{ board: "Sales", records: 1 }] });
});
