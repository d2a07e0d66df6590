// What `check` says beside the problems of a book.

import { expect, test } from "vitest";
import { hashOf, newPath, stageline } from "../command.ts";

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
