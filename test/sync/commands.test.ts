// What each command does to a small book, and the shape of its answer.

import { existsSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { templates } from "../../shared/definition/templates/templates.ts";
import type { BookReport } from "../../shared/report/book-report.ts";
import { cellOf, entriesOf, historyOf, rowsOf } from "../book-contents.ts";
import { copyOf, fileOf, hashOf, newPath, stageline, start } from "../command.ts";
import { type } from "../typed-cells.ts";

const now = ["--now", "2026-03-02T09:00"];
const people = `name,stage,owner,amount,entered
Ada,Lead,Bob,100,2026-01-02
Bea,Offer,Cyd,200,2026-01-03
Cy,Won,Bob,300,2026-01-05
`;
const columns = ["--board", "Deals", "--field", "Name=name", "--stage", "stage", "--field", "Owner=owner"];
const more = ["--field", "Amount=amount", "--on", "Lead=entered", ...now];

let book: string;

beforeAll(async () => {
  book = newPath("deals.xlsx");
  const stages = "Lead > Offer > Won:won | Lost:lost";
  const made = await stageline(
    "new",
    book,
    "--board",
    "Deals",
    "--stages",
    stages,
    "--noun",
    "deal",
    "--zone",
    "Europe/Paris",
  );
  expect(made.stdout).toBe(`Made the board "Deals" in ${book} (time zone Europe/Paris)\n`);
  const taken = await stageline("import", book, fileOf(people), ...columns, ...more);
  expect(taken.exitCode).toBe(0);
});

test("new answers with the board and what was written", async () => {
  const path = newPath();
  const made = await stageline(
    "new",
    path,
    "--board",
    "Deals",
    "--stages",
    "A > B",
    "--json",
    "--zone",
    "UTC",
  );
  expect(made.exitCode).toBe(0);
  expect(made.json).toEqual({ book: path, boards: ["Deals"], zone: "UTC", cells: expect.any(Number) });
});

test("new adds a board to a book that has one, and keeps that one", async () => {
  const path = copyOf(book);
  const gigs = ["--board", "Gigs", "--stages", "Asked > Played:won"];
  expect((await stageline("new", path, ...gigs, ...now)).exitCode).toBe(0);
  expect(await stageline("sync", path, ...now)).toMatchObject({ exitCode: 0, stdout: "Nothing to change\n" });
  const report = (await stageline("report", path, "--json", ...now)).json as BookReport;
  expect(report.boards.map(({ board, records }) => [board, records])).toEqual([
    ["Deals", 3],
    ["Gigs", 0],
  ]);
});

test("new writes over no tab: a second board of the same name is refused", async () => {
  const path = copyOf(book);
  const again = await stageline("new", path, "--board", "deals", "--stages", "A > B");
  expect(again).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('there is a tab "deals" already'),
  });
  expect(hashOf(path)).toBe(hashOf(book));
});

test("new in a folder that is not there is refused and makes nothing", async () => {
  const path = newPath("no/such/folder/book.xlsx");
  const made = await stageline("new", path, "--board", "Deals", "--stages", "A > B");
  expect(made.exitCode).toBe(3);
  expect(made.stderr).toContain("there is no folder");
  expect(existsSync(path)).toBe(false);
});

test("new --practice makes a book that warns", async () => {
  const made = await stageline("new", newPath(), "--template", "sales", "--practice");
  expect(made.stdout).toContain("Practice: moves that miss something are warned about, not put back");
});

test("import answers with what it added, and a second run has nothing to add", async () => {
  const path = newPath();
  await stageline("new", path, "--board", "Deals", "--stages", "Lead > Offer > Won:won | Lost:lost");
  const taken = await stageline("import", path, fileOf(people), ...columns, ...more, "--json");
  expect(taken.json).toEqual({
    ...{ changed: true, added: 3, updated: 0, unchanged: 0, entries: 5 },
    notes: ['made the field "Amount" (number)', "2 owners were added to Team, without a role"],
    ...{ lines: [], problems: [] },
  });
  const before = hashOf(path);
  const again = await stageline("import", path, fileOf(people), ...columns, ...more, "--json");
  expect(again.json).toMatchObject({ changed: false, added: 0, updated: 0, unchanged: 3, entries: 0 });
  expect(hashOf(path)).toBe(before);
});

test("import --dry-run says what would be taken and writes nothing", async () => {
  const path = copyOf(book);
  const file = fileOf(`${people}Dee,Lead,Bob,50,2026-02-01\n`);
  const tried = await stageline("import", path, file, ...columns, ...more, "--dry-run");
  expect(tried.stdout).toContain("Would take");
  expect(tried.stdout).toContain("1 record added, 0 updated, 3 unchanged");
  expect(hashOf(path)).toBe(hashOf(book));
});

test("import into a board that the book has not names its boards", async () => {
  const taken = await stageline("import", book, fileOf(people), "--board", "Leads", "--field", "Name=name");
  expect(taken).toMatchObject({
    exitCode: 2,
    stderr: 'stageline: the book has no board "Leads"; its boards are Deals\n',
  });
});

test("import of a column that the file has not names its columns", async () => {
  const taken = await stageline("import", book, fileOf(people), "--board", "Deals", "--field", "Name=nom");
  expect(taken.exitCode).toBe(2);
  expect(taken.stderr).toContain(
    'the file has no column "nom"; its columns are name, stage, owner, amount, entered',
  );
});

test("sync writes a person's move into the history, and a second sync writes nothing", async () => {
  const path = copyOf(book);
  type(path, "Deals", { [await cellOf(path, "Deals", { name: "Ada", header: "Stage" })]: "offer " });
  const synced = await stageline("sync", path, "--json", "--now", "2026-03-02T10:30", "--as", "Bob");
  expect(synced.exitCode).toBe(0);
  expect(synced.json).toEqual({
    changed: true,
    entries: 1,
    cells: expect.any(Number),
    messages: 0,
    problems: [],
  });
  expect((await entriesOf(path)).at(-1)).toMatchObject({
    ...{ kind: "moved", name: "Ada", from: "lead", to: "offer" },
    ...{ at: "2026-03-02T10:30:00+01:00", who: "Bob", knownBy: "sweep" },
  });
  const before = hashOf(path);
  expect((await stageline("sync", path, "--json", "--now", "2026-03-02T10:31")).json).toEqual({
    ...{ changed: false, entries: 0, cells: 0, messages: 0, problems: [] },
  });
  expect(hashOf(path)).toBe(before);
});

test("sync --dry-run prints the changes and writes nothing", async () => {
  const path = copyOf(book);
  type(path, "Deals", { [await cellOf(path, "Deals", { name: "Ada", header: "Stage" })]: "Offer" });
  const before = hashOf(path);
  const tried = await stageline("sync", path, "--dry-run", ...now);
  expect(tried.stdout).toMatch(/^Would write 1 entry to the history, and \d+ cells in all$/m);
  expect(tried.stdout).toContain('  history: "Ada" moved from "Lead" to "Offer"');
  expect(tried.stdout).toMatch(/^ {2}Deals!H2: Since of "Ada" becomes "2026-03-02"$/m);
  expect(tried.stdout).toMatch(/^ {2}\d+ changes in hidden columns and tabs$/m);
  expect(hashOf(path)).toBe(before);
  expect(existsSync(`${path}.before-stageline.xlsx`)).toBe(false);
});

test("sync with problems is done and ends with 1, each problem at its cell; check has the same", async () => {
  const path = copyOf(book);
  const cell = await cellOf(path, "Deals", { name: "Bea", header: "Stage" });
  type(path, "Deals", { [cell]: "Wonn" });
  const message = 'stage "Wonn" is not one of Lead, Offer, Won, Lost';
  const checked = await stageline("check", path, "--json", ...now);
  expect(checked).toMatchObject({ exitCode: 1, json: { problems: [{ tab: "Deals", cell, message }] } });
  const synced = await stageline("sync", path, "--json", ...now);
  expect(synced).toMatchObject({ exitCode: 1, json: { problems: [{ tab: "Deals", cell, message }] } });
  const quiet = await stageline("sync", path, "--quiet", ...now);
  expect(quiet).toMatchObject({ exitCode: 1, stdout: "", stderr: `Deals!${cell}: ${message}\n` });
});

test("check says that nothing is wrong, and what waits for the next sync", async () => {
  const path = copyOf(book);
  expect(await stageline("check", path, ...now)).toMatchObject({ exitCode: 0, stdout: "No problems\n" });
  type(path, "Deals", { [await cellOf(path, "Deals", { name: "Ada", header: "Stage" })]: "Offer" });
  const before = hashOf(path);
  expect((await stageline("check", path, ...now)).stdout).toBe(
    "No problems\n1 change of people waits for the next sync\n",
  );
  expect(hashOf(path)).toBe(before);
});

test("--quiet says nothing where nothing is wrong", async () => {
  const path = copyOf(book);
  type(path, "Deals", { [await cellOf(path, "Deals", { name: "Ada", header: "Stage" })]: "Offer" });
  expect(await stageline("sync", path, "--quiet", ...now)).toMatchObject({
    exitCode: 0,
    stdout: "",
    stderr: "",
  });
});

test("--now that is no time is wrong usage", async () => {
  const path = copyOf(book);
  const synced = await stageline("sync", path, "--now", "tomorrow");
  expect(synced).toMatchObject({
    exitCode: 2,
    stderr: 'stageline: --now "tomorrow" is not a time like 2026-11-20T08:30\n',
  });
});

test("move, set and log do to one record what the sidebar does, by the person who acts", async () => {
  const path = copyOf(book);
  const moved = await stageline("move", path, "ada", "Offer", "--as", "Bob", ...now);
  expect(moved).toMatchObject({ exitCode: 0, stdout: '"Ada" is in "Offer"\n' });
  const set = await stageline("set", path, "Ada", "Amount = 1250.50", ...now, "--json");
  expect(set.json).toEqual({ changed: true, entries: 0, cells: expect.any(Number), problems: [] });
  const logged = await stageline(
    "log",
    path,
    "Ada",
    "call",
    "--at",
    "2026-03-01T16:00",
    "--note",
    "=wants two",
    ...now,
  );
  expect(logged).toMatchObject({ exitCode: 0, stdout: '"Ada" has one call more in its history\n' });
  expect((await entriesOf(path)).slice(-2)).toMatchObject([
    { kind: "moved", who: "Bob", knownBy: "command", to: "offer" },
    { kind: "call", at: "2026-03-01T16:00:00+01:00", note: "=wants two", who: "unknown" },
  ]);
  const row = (await rowsOf(path, "Deals")).find(({ cells }) => cells["Name"] === "Ada");
  expect(row?.cells).toMatchObject({ Stage: "Offer", Amount: 1250.5 });
});

test("set without a value empties the field", async () => {
  const path = copyOf(book);
  const emptied = await stageline("set", path, "Ada", "Owner=", ...now);
  expect(emptied).toMatchObject({ exitCode: 0, stdout: '"Ada" has no Owner now\n' });
  const row = (await rowsOf(path, "Deals")).find(({ cells }) => cells["Name"] === "Ada");
  expect(row?.cells["Owner"]).toBeNull();
});

test("whoever stops reading the output stops the command, and no fault is shown", async () => {
  const running = start("report", book, "--as", "html", ...now);
  running.process.stdout?.destroy();
  expect(await running.ended).toMatchObject({ exitCode: 0, stderr: "" });
});

const notThere: readonly (readonly [readonly string[], string])[] = [
  [["move", "Nobody", "Offer"], 'no record is called "Nobody"'],
  [["move", "Ada", "Offfer"], 'stage "Offfer" is not one of Lead, Offer, Won, Lost'],
  [["set", "Ada", "Size=3"], '"Size" is not one of the fields Name, Owner, Amount, Next step, Next step on'],
  [["set", "Ada", "Size"], '"Size" is not of the form "<Field>=<value>"'],
  [["set", "Ada", "Amount=many"], 'Amount: "many" is not a number'],
  [["log", "Ada", "dance"], '"dance" is not one of email-out, reply-yes'],
  [["log", "Ada", "call", "--at", "yesterday"], '--at "yesterday" is not a time like 2026-11-20T08:30'],
];

test.each(notThere)(
  "what no record, stage, field or kind can mean is wrong usage, and no byte changes: %j",
  async (args, message) => {
    const path = copyOf(book);
    const [act = "", ...rest] = args;
    const said = await stageline(act, path, ...rest);
    expect(said.stderr).toContain(`stageline: ${message}`);
    expect(said.exitCode).toBe(2);
    expect(hashOf(path)).toBe(hashOf(book));
  },
);

test("a move that misses something is refused with the reason, and no byte changes", async () => {
  const path = newPath();
  await stageline("new", path, "--template", "sales");
  await stageline("import", path, fileOf("name\nAda\n"), "--board", "Sales", "--field", "Name=name");
  const before = hashOf(path);
  const moved = await stageline("move", path, "Ada", "Proposal", "--json");
  expect(moved.exitCode).toBe(3);
  expect(moved.json).toMatchObject({
    error: {
      code: "guard",
      message: expect.stringMatching(/^Proposal needs: .*Budget estimate.*; nothing was changed$/),
    },
  });
  expect(hashOf(path)).toBe(before);
  expect(await historyOf(path)).toEqual(["Ada: created networking_database"]);
});

test("a report comes as text, JSON, CSV and HTML, as of the day that is asked for", async () => {
  const ask = (format: string) =>
    stageline("report", book, "--as", format, "--by", "Owner", "--as-of", "2026-03-02");
  const [text, json, csv, html] = await Promise.all([ask("text"), ask("json"), ask("csv"), ask("html")]);
  expect(text.stdout).toContain("Deals: 3 deals, as of 2 March 2026");
  expect(json.json).toMatchObject({
    asOf: "2026-03-02T23:59:59+01:00",
    log: { entries: expect.any(Number), hash: expect.any(String) },
    boards: [
      { board: "Deals", records: 3, by: [{ field: "Owner", value: "Bob", records: 2 }, { value: "Cyd" }] },
    ],
  });
  expect(csv.stdout.split("\n")[0]).toMatch(/^board,/i);
  expect(html.stdout).toMatch(/^<!doctype html>/i);
  expect([text, json, csv, html].map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(
    Array(4).fill([0, ""]),
  );
});

test("a report that cannot be made as asked says what can", async () => {
  const said = await Promise.all([
    stageline("report", book, "--board", "Leads"),
    stageline("report", book, "--by", "Size"),
    stageline("report", book, "--value", "Name"),
    stageline("report", book, "--as", "pdf"),
    stageline("report", book, "--within", "soon"),
    stageline("report", book, "--from", "1.2.2026"),
  ]);
  expect(said.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual([
    [2, 'stageline: the book has no board "Leads"; its boards are Deals\n'],
    [2, 'stageline: no board has a field "Size"; there are Name, Owner, Amount, Next step, Next step on\n'],
    [2, 'stageline: no board has a money field "Name"; there is none\n'],
    [2, 'stageline: --as "pdf" is not one of text, json, csv, html\n'],
    [2, 'stageline: --within "soon" is not a number of days\n'],
    [2, 'stageline: --from "1.2.2026" is not a day like 2026-11-20\n'],
  ]);
});

test("demo makes a book with history, and refuses to write over one", async () => {
  const path = newPath("demo.xlsx");
  const made = await stageline("demo", path, ...now, "--json");
  expect(made).toMatchObject({
    exitCode: 0,
    json: { book: path, boards: templates.map(({ pipeline }) => pipeline.name) },
  });
  // What comes until tomorrow is told below.
  const { exitCode, stdout } = await stageline("sync", path, ...now);
  expect({ exitCode, said: stdout.split("\n")[0] }).toEqual({ exitCode: 0, said: "Nothing to change" });
  const before = hashOf(path);
  expect((await stageline("demo", path)).exitCode).toBe(3);
  expect(hashOf(path)).toBe(before);
});
