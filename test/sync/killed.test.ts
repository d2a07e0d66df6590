// Runs that are killed at any moment: the book is the old one or the new one, nothing blocks the next run, and after
// it the book is what an undisturbed run makes of it.

import { spawn } from "node:child_process";
import { copyFileSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../shared/statistics/seeded-random.ts";
import { columnOf, historyOf, rowsOf } from "../book-contents.ts";
import { copyOf, fileOf, hashOf, kill, newPath, type Ran, stageline, start } from "../command.ts";
import { type } from "../typed-cells.ts";

const SEED = 20260302;
const KILLS = 8;
const RECORDS = 800;
const now = ["--now", "2026-03-02T09:00"];
const columns = [
  "--board",
  "Deals",
  "--id",
  "key",
  "--stage",
  "stage",
  "--field",
  "Owner=owner",
  "--field",
  "Name=name",
];

let empty: string;
let edited: string;
let file: string;

beforeAll(async () => {
  empty = newPath();
  await stageline(
    "new",
    empty,
    "--board",
    "Deals",
    "--stages",
    "Lead > Offer > Won:won | Lost:lost",
    "--zone",
    "UTC",
  );
  const stages = ["Lead", "Offer", "Won", "Lost"];
  const lines = Array.from(
    { length: RECORDS },
    (_, at) => `k${at},Deal ${at},${stages[at % 4]},Owner ${at % 7}`,
  );
  file = fileOf(`key,name,stage,owner\n${lines.join("\n")}\n`);
  edited = copyOf(empty);
  await stageline("import", edited, file, ...columns, ...now);
  const [stage, name] = [await columnOf(edited, "Deals", "Stage"), await columnOf(edited, "Deals", "Name")];
  const rows = await rowsOf(edited, "Deals");
  const leads = rows.filter(({ cells }) => cells["Stage"] === "Lead").slice(0, 30);
  type(edited, "Deals", Object.fromEntries(leads.map(({ at }) => [`${stage}${at}`, "Offer"])));
  const below = rows.length + 2;
  type(edited, "Deals", Object.fromEntries([0, 1, 2].map((at) => [`${name}${below + at}`, `Walk-in ${at}`])));
});

// Everything but what is drawn at random.
async function meaningOf(path: string): Promise<unknown> {
  const rows = (await rowsOf(path, "Deals")).map(({ cells }) => [
    cells["Name"],
    cells["Stage"],
    cells["Owner"],
  ]);
  return { rows, history: [...(await historyOf(path))].sort() };
}

function leftoversOf(path: string): readonly string[] {
  const known = [basename(path), `${basename(path)}.before-stageline.xlsx`];
  return readdirSync(dirname(path)).filter((name) => !known.includes(name));
}

// A lock that was cut short says nobody's name, so the next run leaves it some seconds: whoever makes it may live.
async function ranAfterKill(...args: readonly string[]): Promise<Ran> {
  const until = performance.now() + 15_000;
  for (;;) {
    const ran = await stageline(...args);
    if (!ran.stderr.includes("is about to write") || performance.now() > until) return ran;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function killedAtAnyMoment(book: string, args: (path: string) => readonly string[]): Promise<void> {
  const undisturbed = copyOf(book);
  const began = performance.now();
  expect((await stageline(...args(undisturbed))).exitCode).toBe(0);
  const lengthMs = performance.now() - began;
  const expected = await meaningOf(undisturbed);
  const random = seededRandom(SEED);
  let killed = 0;
  const path = copyOf(book);
  for (let attempt = 0; attempt < KILLS; attempt++) {
    const running = start(...args(path));
    await new Promise((resolve) => setTimeout(resolve, random.uniform() * lengthMs * 1.1));
    if (running.process.exitCode === null) killed += 1;
    await kill(running);
    // It opens, as the old book or as the new one; a new one is put back, so that every run has its work to do.
    expect((await stageline("check", path, "--quiet", ...now)).exitCode).toBe(0);
    if (hashOf(path) !== hashOf(book)) {
      expect(await meaningOf(path)).toEqual(expected);
      copyFileSync(book, path);
    }
  }
  expect(killed).toBeGreaterThan(KILLS / 4);
  const after = await ranAfterKill(...args(path));
  expect(after).toMatchObject({ exitCode: 0, stderr: "" });
  expect(await meaningOf(path)).toEqual(expected);
  expect(leftoversOf(path)).toEqual([]);
  const hash = hashOf(path);
  expect((await stageline("sync", path, ...now)).stdout).toBe("Nothing to change\n");
  expect(hashOf(path)).toBe(hash);
}

test("an import that is killed again and again ends as one that was let alone", async () => {
  await killedAtAnyMoment(empty, (path) => ["import", path, file, ...columns, ...now]);
}, 180_000);

test("a sync that is killed again and again ends as one that was let alone", async () => {
  await killedAtAnyMoment(edited, (path) => ["sync", path, ...now]);
}, 180_000);

const moments: readonly (readonly [string, string])[] = [
  ["the lock is there", ".lock"],
  ["the untouched book is being copied", ".copy.tmp"],
  ["the new book is being written", ".new.tmp"],
  ["the copy is in its place", ".before-stageline.xlsx"],
];

// Without a pause between looks, since the moments are shorter than one; in vain where the run is over before one
// of the looks falls into the moment.
function waitForFile(path: string, ending: string): void {
  let wasLocked = false;
  const until = performance.now() + 20_000;
  while (performance.now() < until) {
    const names = readdirSync(dirname(path));
    const isLocked = names.some((name) => name.endsWith(".lock"));
    if (names.some((name) => name.endsWith(ending)) || (wasLocked && !isLocked)) return;
    wasLocked ||= isLocked;
  }
}

test.each(moments)(
  "a run that is killed when %s leaves a book that the next run makes true",
  async (_, ending) => {
    const alone = copyOf(edited);
    await stageline("sync", alone, ...now);
    const expected = await meaningOf(alone);
    for (let attempt = 0; attempt < 2; attempt++) {
      const path = copyOf(edited);
      const running = start("sync", path, ...now);
      waitForFile(path, ending);
      await kill(running);
      expect(await ranAfterKill("sync", path, ...now)).toMatchObject({ exitCode: 0, stderr: "" });
      expect(await meaningOf(path)).toEqual(expected);
      expect(leftoversOf(path)).toEqual([]);
      expect(hashOf(`${path}.before-stageline.xlsx`)).toBe(hashOf(edited));
    }
  },
);

test("what a killed run left beside the book is cleared by the next", async () => {
  const path = copyOf(edited);
  const stale = [
    `.~stageline.${basename(path)}.4242-1.new.tmp`,
    `.~stageline.${basename(path)}.4242-2.copy.tmp`,
  ];
  for (const name of stale) writeFileSync(join(dirname(path), name), "half a book");
  const dead = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => dead.once("exit", resolve));
  const lock = join(dirname(path), `.~stageline.${basename(path)}.lock`);
  writeFileSync(lock, JSON.stringify({ pid: dead.pid, host: hostname() }));
  expect(await stageline("sync", path, ...now)).toMatchObject({ exitCode: 0, stderr: "" });
  expect(leftoversOf(path)).toEqual([]);
});

test("a lock that a crash cut short blocks for seconds, not for ever", async () => {
  const path = copyOf(edited);
  const lock = join(dirname(path), `.~stageline.${basename(path)}.lock`);
  writeFileSync(lock, "");
  expect(await stageline("sync", path, ...now)).toMatchObject({
    exitCode: 3,
    stderr: 'stageline: another run is about to write "book.xlsx"\n',
  });
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lock, longAgo, longAgo);
  expect(await stageline("sync", path, ...now)).toMatchObject({ exitCode: 0 });
});

test("of two runs at once the second says who is writing, and the first is not disturbed", async () => {
  const path = copyOf(empty);
  const first = start("import", path, file, ...columns, ...now);
  const lock = `.~stageline.${basename(path)}.lock`;
  while (!readdirSync(dirname(path)).includes(lock)) await new Promise((resolve) => setTimeout(resolve, 2));
  const second = await stageline("sync", path, "--json", ...now);
  expect(second.exitCode).toBe(3);
  expect(second.json).toMatchObject({
    error: {
      code: "busy",
      message: expect.stringMatching(
        /^another run( \(process \d+\) is writing| is about to write) "book\.xlsx"$/,
      ),
    },
  });
  expect((await first.ended).exitCode).toBe(0);
  expect(await rowsOf(path, "Deals")).toHaveLength(RECORDS);
});

test("of many runs at once one does the work, and none does it twice", async () => {
  const path = copyOf(edited);
  const runs = await Promise.all(Array.from({ length: 6 }, () => stageline("sync", path, ...now)));
  expect(new Set(runs.map(({ exitCode }) => exitCode)).has(0)).toBe(true);
  for (const { exitCode, stderr } of runs) if (exitCode !== 0) expect(stderr).toContain("another run");
  const alone = copyOf(edited);
  await stageline("sync", alone, ...now);
  expect(await meaningOf(path)).toEqual(await meaningOf(alone));
  expect(leftoversOf(path)).toEqual([]);
});
