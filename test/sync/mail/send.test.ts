// `stageline outbox --send` against a real mail server: what goes, what does not, and what the book says of it.

import { afterEach, expect, test } from "vitest";
import { columnOf, historyOf, rowsOf } from "../../book-contents.ts";
import { fileOf, hashOf, kill, newPath, stageline, start } from "../../command.ts";
import { type } from "../../typed-cells.ts";
import { type LoopbackServer, loopbackServer, type ServerPlan } from "./loopback-server.ts";
import { bookWith, NOW, settingsFor, statesIn } from "./mail-book.ts";

const open: LoopbackServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serverWith(plan: ServerPlan = {}) {
  const server = await loopbackServer(plan);
  open.push(server);
  return { server, settings: settingsFor(server.port) };
}

function send(book: string, settings: string, ...more: readonly string[]) {
  return stageline("outbox", book, "--send", "--settings", settings, ...NOW, ...more);
}

// What the history says of Ada; what concerns the book as a whole bears no name.
async function storyOf(book: string): Promise<readonly string[]> {
  return (await historyOf(book)).filter((line) => line.startsWith("Ada"));
}

test("what waits is sent in the order in which it was due, once, and is in the history", async () => {
  const book = await bookWith({ due: "2026-11-02T08:30:00+00:00" }, { cc: "cleo@example.org" });
  const { server, settings } = await serverWith();
  const ran = await send(book, settings, "--json");
  expect(ran).toMatchObject({ exitCode: 0, json: { sent: 2, left: 0 } });
  expect(server.received.map(({ from, to }) => [from, to])).toEqual([
    ["bo@example.org", ["ada@example.org", "cleo@example.org"]],
    ["bo@example.org", ["ada@example.org"]],
  ]);
  expect(await statesIn(book)).toEqual({ m1: "sent", m2: "sent" });
  expect((await send(book, settings)).stdout).toBe("Nothing to send\n");
  expect(server.received.length).toBe(2);
});

test("a mail has its text plain and in HTML, with every sign escaped, and one line of subject", async () => {
  const book = await bookWith({ subject: "Hello\r\nBcc: all@example.org" });
  const { server, settings } = await serverWith();
  await send(book, settings);
  const raw = server.received[0]?.raw ?? "";
  expect(raw).toContain("From: Bo Baker <bo@example.org>");
  expect(raw).toMatch(/^Subject: Hello Bcc: all@example\.org\r$/m);
  expect(raw).not.toMatch(/^Bcc:/m);
  expect(raw).toContain("1 < 2");
  expect(raw).toContain("<p>1 &lt; 2</p>");
  expect(raw).toMatch(/^Message-ID: <m1@example\.org>\r$/m);
});

test("a refused address fails, what a server asks to try later waits, and the next one goes", async () => {
  const book = await bookWith({ to: "gone@example.org" }, { to: "later@example.org" }, {});
  const refuses = {
    "gone@example.org": [550, "no such user"],
    "later@example.org": [450, "slow down"],
  } as const;
  const { server, settings } = await serverWith({ refuses });
  const ran = await send(book, settings);
  expect(ran.exitCode).toBe(1);
  expect(ran.stderr).toContain(
    'gone@example.org, "Hello 1": failed: the mail server refused it: 550 no such user',
  );
  expect(await statesIn(book)).toEqual({ m1: "failed", m2: "waiting to send", m3: "sent" });
  expect(server.received.length).toBe(1);
});

test("a refused copy does not keep the mail from the other", async () => {
  const book = await bookWith({ cc: "gone@example.org" });
  const { settings } = await serverWith({ refuses: { "gone@example.org": [550, "no such user"] } });
  const ran = await send(book, settings);
  expect(ran.stdout).toContain("the mail server did not take it for gone@example.org");
  expect(await statesIn(book)).toEqual({ m1: "sent" });
});

test("a text that the server refuses failed, and is no e-mail of the record", async () => {
  const book = await bookWith({});
  const { settings } = await serverWith({ text: "refuses" });
  await send(book, settings);
  expect(await statesIn(book)).toEqual({ m1: "failed" });
  expect(await storyOf(book)).toEqual(["Ada: created lead"]);
});

test("a line that breaks before the text leaves the message waiting, and the next run sends it", async () => {
  const book = await bookWith({}, {});
  const broken = await serverWith({ breaks: "before the text", breaksAfter: 1 });
  const ran = await send(book, broken.settings);
  expect([ran.exitCode, ran.stderr]).toEqual([
    1,
    expect.stringContaining("Stopped: the mail server cannot be reached"),
  ]);
  expect(await statesIn(book)).toEqual({ m1: "sent", m2: "waiting to send" });
  const { server, settings } = await serverWith();
  await send(book, settings);
  expect(server.received.map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw)?.[1])).toEqual(["Hello 2"]);
});

test("a line that breaks after the text leaves what nobody can know, and nothing sends it again by itself", async () => {
  const book = await bookWith({}, {});
  const { server, settings } = await serverWith({ breaks: "after the text", breaksAfter: 1 });
  const ran = await send(book, settings);
  expect(ran.stderr).toContain("not known whether it was sent: the line to the mail server broke");
  expect(await statesIn(book)).toEqual({ m1: "sent", m2: "not known whether it was sent" });
  const again = await serverWith();
  await send(book, again.settings);
  expect([server.received.length, again.server.received.length]).toEqual([2, 0]);
});

test("a run that is killed while it sends leaves one message of which nobody knows, which a person's Send sends", async () => {
  const book = await bookWith({}, {});
  const silent = await serverWith({ text: "keeps silent" });
  const running = start("outbox", book, "--send", "--settings", silent.settings, ...NOW);
  await silent.server.hasText(1);
  await kill(running);
  expect(await statesIn(book)).toEqual({ m1: "being sent", m2: "waiting to send" });
  const { server, settings } = await serverWith();
  await stageline("outbox", book, "--send", "--settings", settings, "--now", "2026-11-02T09:30");
  expect(await statesIn(book)).toEqual({ m1: "not known whether it was sent", m2: "sent" });
  type(book, "Outbox", { [`${await columnOf(book, "Outbox", "Send or Cancel")}2`]: "Send" });
  await stageline("outbox", book, "--send", "--settings", settings, "--now", "2026-11-02T10:00");
  expect(await statesIn(book)).toEqual({ m1: "sent", m2: "sent" });
  expect(server.received.length).toBe(2);
});

test("a server that does not let us in is told of before anything is written", async () => {
  const book = await bookWith({});
  const before = hashOf(book);
  const { server } = await serverWith({ login: { user: "bo", password: "right" } });
  const settings = settingsFor(server.port, "user = bo", "password = a wrong one");
  const ran = await send(book, settings);
  expect(ran.exitCode).toBe(3);
  expect(ran.stderr).toMatch(/does not take this user and password: 535 who are you/);
  expect(ran.stderr + ran.stdout).not.toContain("a wrong one");
  expect(hashOf(book)).toBe(before);
});

test("a server that offers no encryption gets no mail where encryption is asked for", async () => {
  const book = await bookWith({});
  const before = hashOf(book);
  const { server, settings } = await serverWith();
  const ran = await send(book, settings, "--security", "starttls");
  expect([ran.exitCode, server.received.length, hashOf(book)]).toEqual([3, 0, before]);
  expect(ran.stderr).toMatch(/the mail server 127\.0\.0\.1:\d+ cannot be reached: /);
});

test("a server whose certificate nobody vouches for gets no mail", async () => {
  const book = await bookWith({});
  const { server } = await serverWith({ offersEncryption: true });
  const settings = settingsFor(server.port, "security = starttls");
  const ran = await send(book, settings);
  expect([ran.exitCode, server.received.length]).toEqual([3, 0]);
  expect(ran.stderr).toMatch(/certificate/);
});

test("with the right password it sends", async () => {
  const book = await bookWith({});
  const { server } = await serverWith({ login: { user: "bo", password: "right" } });
  await send(book, settingsFor(server.port, "user = bo", "password = right"));
  expect(server.received.length).toBe(1);
});

test("a sender that the server does not take stops the run, and every message waits", async () => {
  const book = await bookWith({}, {});
  const { settings } = await serverWith({ refusesSender: true });
  const ran = await send(book, settings);
  expect(ran.stderr).toContain("the mail server takes no mail from this sender: 553 sender not allowed");
  expect(await statesIn(book)).toEqual({ m1: "waiting to send", m2: "waiting to send" });
});

test("--most keeps to what the server takes a day, by recipients", async () => {
  const book = await bookWith({ cc: "cleo@example.org" }, {}, {});
  const { server, settings } = await serverWith();
  const ran = await send(book, settings, "--most", "3", "--json");
  expect(ran.json).toMatchObject({ sent: 2, left: 1 });
  expect(server.received.length).toBe(2);
});

test("what went to the contact is an e-mail in the history of the record, each once", async () => {
  const book = await bookWith({}, {});
  const { settings } = await serverWith();
  await send(book, settings);
  expect(await storyOf(book)).toEqual(["Ada: created lead", "Ada: email-out", "Ada: email-out"]);
});

test("--dry-run says what would go, and writes nothing", async () => {
  const book = await bookWith({}, { state: "waiting for you" });
  const before = hashOf(book);
  const ran = await stageline("outbox", book, "--send", "--dry-run", ...NOW);
  expect(ran.stdout).toBe("Would send 1 message:\n  ada@example.org  Hello 1  Ada\n");
  expect([hashOf(book), (await rowsOf(book, "Outbox")).length]).toEqual([before, 2]);
});

test("what was due more than 14 days ago goes only when somebody says so", async () => {
  const book = await bookWith({ due: "2026-10-19T08:59:00+00:00" }, { due: "2026-10-19T09:00:00+00:00" });
  const { server, settings } = await serverWith();
  const ran = await send(book, settings);
  expect(ran.stdout).toMatch(/^Sent 1 message\n1 message still waits: .*--late/);
  expect(await statesIn(book)).toEqual({ m1: "waiting to send", m2: "sent" });
  await send(book, settings, "--late");
  expect(server.received.length).toBe(2);
});

test("a customer whose inspection is planned is mailed by the next --send, once", async () => {
  const book = newPath();
  await stageline("new", book, "--template", "solar", "--zone", "UTC", "--now", "2026-11-01");
  const people = fileOf("Name,E-mail,Owner\nCleo,cleo@example.org,Bo\n");
  const fields = ["Name", "E-mail", "Owner"].flatMap((name) => ["--field", `${name}=${name}`]);
  await stageline("import", book, people, "--board", "Solar", ...fields, "--now", "2026-11-01T09:00");
  await stageline("set", book, "Cleo", "Inspection on=2026-11-20", ...NOW);
  await stageline("move", book, "Cleo", "Inspection Scheduled", ...NOW);
  const { server, settings } = await serverWith();
  for (const time of ["10:00", "11:00"])
    await stageline("outbox", book, "--send", "--settings", settings, "--now", `2026-11-02T${time}`);
  expect(server.received.map(({ to }) => to)).toEqual([["cleo@example.org"]]);
  expect(server.received[0]?.raw).toContain("Subject: Your inspection on 20 November 2026");
  expect(await historyOf(book)).toContain("Cleo: email-out");
});
