// `stageline outbox`: the list, and messages as files.

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hashOf, newPath, stageline } from "../../command.ts";
import { bookWith, NOW, statesIn } from "./mail-book.ts";

test("the list shows what asks for something, and counts the rest", async () => {
  const book = await bookWith({}, { state: "failed", note: "no such user" }, { state: "sent" });
  const ran = await stageline("outbox", book);
  expect(ran.exitCode).toBe(0);
  expect(ran.stdout.split("\n")).toEqual([
    "2 messages:",
    "  waiting to send  2026-11-02 08:00  ada@example.org  Hello 1  Ada",
    "  failed           2026-11-02 08:01  ada@example.org  Hello 2  Ada: no such user",
    "1 message sent or cancelled; --all lists them, too",
    "",
  ]);
});

test("the list writes nothing", async () => {
  const book = await bookWith({ state: "being sent" });
  const before = hashOf(book);
  await stageline("outbox", book, "--json");
  expect(hashOf(book)).toBe(before);
});

test("in JSON every message has its state, whom it goes to and what it says", async () => {
  const { json } = await stageline("outbox", await bookWith({}, { state: "sent" }), "--json", "--all");
  expect(json).toMatchObject({
    messages: [
      {
        id: "m1",
        state: "waiting to send",
        to: ["ada@example.org"],
        cc: [],
        subject: "Hello 1",
        sentAt: null,
      },
      { id: "m2", state: "sent" },
    ],
    others: 0,
  });
});

test("--eml writes each message as a file, once", async () => {
  const book = await bookWith({ subject: "An offer: 1/2" }, { state: "waiting for you" });
  const folder = newPath("letters");
  const ran = await stageline("outbox", book, "--eml", folder, "--from", "bo@example.org", ...NOW);
  const [file = "", ...others] = readdirSync(folder);
  expect([file, others]).toEqual(["2026-11-02 ada@example.org An offer 1 2 m1.eml", []]);
  expect(ran.stdout).toContain(`written to ${file}`);
  const text = readFileSync(`${folder}/${file}`, "utf8");
  expect(text).toMatch(/^From: bo@example\.org\r$/m);
  expect(text).toMatch(/^Subject: An offer: 1\/2\r$/m);
  expect(await statesIn(book)).toEqual({ m1: "sent", m2: "waiting for you" });
  expect((await stageline("outbox", book, "--eml", folder, ...NOW)).stdout).toBe("Nothing to send\n");
});

test("without a sender a file opens as a mail that is not sent yet", async () => {
  const folder = newPath("letters");
  await stageline("outbox", await bookWith({}), "--eml", folder, ...NOW);
  const text = readFileSync(`${folder}/${readdirSync(folder)[0]}`, "utf8");
  expect([/^From:/m.test(text), /^X-Unsent: 1\r$/m.test(text)]).toEqual([false, true]);
});

test("ways that exclude each other, and a dry run of nothing, are wrong usage", async () => {
  const book = await bookWith({});
  const ran = [
    await stageline("outbox", book, "--send", "--eml", newPath("letters")),
    await stageline("outbox", book, "--dry-run"),
    await stageline("outbox", book, "--send", "--most", "many"),
    await stageline("outbox", book, "--send", ...NOW),
  ];
  expect(ran.map(({ exitCode }) => exitCode)).toEqual([2, 2, 2, 2]);
  expect(ran[3]?.stderr).toContain("say which mail server sends");
});
