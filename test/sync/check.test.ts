// What `check` says beside the problems of a book.

import { expect, test } from "vitest";
import { type Problem, sentenceOf } from "../../shared/table/problem.ts";
import { columnOf, entriesOf, rowsOf } from "../book-contents.ts";
import { hashOf, newPath, stageline } from "../command.ts";
import { changeTab, type } from "../typed-cells.ts";

const now = ["--now", "2026-03-02T09:00"];

test("check tells what is worth a look after the problems, writes nothing, and advice alone is no problem", async () => {
  const book = newPath();
  await stageline("new", book, "--board", "Jobs", "--stages", "Ask > Do", "--noun", "job");
  const before = hashOf(book);
  const message =
    '"Do" is the last stage and still open, so nothing is ever won; give the stage that closes a job the kind "won"';
  expect(await stageline("check", book, ...now)).toMatchObject({
    exitCode: 0,
    stdout: `No problems\nWorth a look:\nStages!D3: ${message}\n`,
    stderr: "",
  });
  expect(await stageline("check", book, "--json", ...now)).toMatchObject({
    exitCode: 0,
    json: { problems: [], advice: [{ tab: "Stages", cell: "D3", message }] },
  });
  expect(await stageline("check", book, "--quiet", ...now)).toMatchObject({ exitCode: 0, stdout: "" });
  expect(hashOf(book)).toBe(before);
});

test("check --fix does what is safe, says each thing with its old text, and has nothing left to do", async () => {
  const book = newPath();
  const stages = "Ask > Deliver > Done:won";
  await stageline("new", book, "--board", "Jobs", "--stages", stages, "--noun", "job", "--zone", "UTC");
  const rule = { A2: "Jobs", B2: "Tell", C2: "enters Delivr", F2: "remind owner: look" };
  type(book, "Rules", rule);
  type(book, "Team", { A2: "Ada", B2: "ada@example.org" });
  type(book, "Jobs", { A2: " ask", B2: "one", C2: "Zoe" });
  changeTab(book, "Jobs", (text) =>
    text.replace(/<dataValidations[\s\S]*<\/dataValidations>/, "").replaceAll(' hidden="1"', ""),
  );
  const before = hashOf(book);
  const fixes = [
    'Jobs: the dropdowns of "Stage", "Owner", "Log" are back',
    'Jobs: the columns "ID", "Memory", "Fingerprint" are hidden again',
    'Rules!C2: "enters Delivr" becomes "enters Deliver"',
    'Team: "Zoe" is added, without a role',
  ];

  const tried = await stageline("check", book, "--fix", "--dry-run", ...now);
  expect(tried.stdout.split("\n").slice(0, 6)).toEqual([
    "Would fix 4 things:",
    ...fixes.map((line) => `  ${line}`),
    "No problems",
  ]);
  expect(hashOf(book)).toBe(before);

  const fixed = await stageline("check", book, "--fix", "--json", ...now);
  expect(fixed.exitCode).toBe(0);
  const { changed, fixed: done } = fixed.json as { changed: boolean; fixed: readonly Problem[] };
  expect([changed, done.map(sentenceOf)]).toEqual([true, fixes]);
  expect((await rowsOf(book, "Jobs"))[0]?.cells).toMatchObject({ Stage: " ask", Name: "one", Owner: "Zoe" });

  const after = hashOf(book);
  const again = await stageline("check", book, "--fix", ...now);
  expect(again.stdout.split("\n")[0]).toBe("Nothing to fix");
  expect(hashOf(book)).toBe(after);
});

test("check --dry-run without --fix has nothing to leave out", async () => {
  const checked = await stageline("check", "book.xlsx", "--dry-run");
  expect(checked).toMatchObject({
    exitCode: 2,
    stderr: "stageline: --dry-run goes with --fix: check writes nothing\n",
  });
});

test("a time zone that nobody knows is a problem at its cell, and the former one stays in force", async () => {
  const book = newPath();
  const zone = ["--zone", "Europe/Paris"];
  await stageline("new", book, "--board", "Jobs", "--stages", "Ask > Done:won", ...zone);
  await stageline("sync", book, ...now);
  const cell = `${await columnOf(book, "Pipelines", "Time zone")}2`;
  type(book, "Pipelines", { [cell]: "Mars/Olympus" });
  type(book, "Jobs", { B2: "one" });
  const message = `Pipelines!${cell}: "Mars/Olympus" is not a time zone such as Europe/Amsterdam`;
  const synced = await stageline("sync", book, ...now);
  expect([synced.exitCode, synced.stderr.trim()]).toEqual([1, message]);
  expect((await entriesOf(book)).map(({ kind, at }) => `${kind} ${at}`)).toEqual([
    "created 2026-03-02T09:00:00+01:00",
  ]);
  expect((await stageline("report", book)).exitCode).toBeLessThan(2);
  type(book, "Pipelines", { [cell]: "Europe/London" });
  expect(await stageline("sync", book, ...now)).toMatchObject({ exitCode: 0, stderr: "" });
});
