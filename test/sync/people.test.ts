// Commands for people who work together, on a small book: holding answers, hand-overs of everything, what changed.

import { beforeAll, expect, test } from "vitest";
import { rowsOf } from "../book-contents.ts";
import { copyOf, fileOf, hashOf, newPath, stageline } from "../command.ts";

const now = (time: string) => ["--now", `2026-03-${time}`];
const people = `name,stage,owner,mail
Ada,Lead,Bob,ada@example.org
Bea,Lead,Cyd,
Cy,Won,Bob,
`;

let book: string;

beforeAll(async () => {
  book = newPath("deals.xlsx");
  await stageline("new", book, "--board", "Deals", "--stages", "Lead > Won:won | Lost:lost", "--zone", "UTC");
  const columns = [
    "--field",
    "Name=name",
    "--stage",
    "stage",
    "--field",
    "Owner=owner",
    "--field",
    "E-mail=mail",
  ];
  const taken = await stageline(
    "import",
    book,
    fileOf(people),
    "--board",
    "Deals",
    ...columns,
    ...now("02T09:00"),
  );
  expect([taken.exitCode, taken.stderr]).toEqual([0, ""]);
});

test("answer puts a holding answer into the Outbox, once", async () => {
  const path = copyOf(book);
  await stageline("log", path, "Ada", "reply-yes", ...now("02T10:00"));
  const first = await stageline("answer", path, "Ada", "--as", "Bob", ...now("02T11:00"));
  expect([first.exitCode, first.stdout]).toEqual([
    0,
    '"Ada": the holding answer is in the Outbox, and to answer is the next step\n',
  ]);
  const again = await stageline("answer", path, "Ada", "--as", "Bob", ...now("02T11:05"));
  expect(again.stdout).toBe('"Ada": a holding answer was asked for already\n');
  const rows = await rowsOf(path, "Outbox");
  expect(rows.map(({ cells }) => [cells["To"], cells["State"]])).toEqual([
    ["ada@example.org", "waiting to send"],
  ]);
});

test("answer refuses where no reply waits, and writes nothing", async () => {
  const path = copyOf(book);
  const before = hashOf(path);
  const refused = await stageline("answer", path, "Bea", ...now("02T11:00"));
  expect([refused.exitCode, refused.stderr]).toEqual([
    3,
    'stageline: "Bea" has no reply that waits for an answer\n',
  ]);
  expect(hashOf(path)).toBe(before);
});

test("reassign hands over what is worked on, and --dry-run only says so", async () => {
  const path = copyOf(book);
  const before = hashOf(path);
  const planned = await stageline("reassign", path, "bob", "Cyd", "--dry-run", ...now("03T09:00"));
  expect(planned.stdout).toBe("1 record would be handed over; nothing was written\n");
  expect(hashOf(path)).toBe(before);
  const done = await stageline("reassign", path, "bob", "Cyd", "--as", "Eve", "--json", ...now("03T09:00"));
  expect(done.json).toMatchObject({ changed: true, records: 1, left: [], problems: [] });
  const owners = (await rowsOf(path, "Deals")).map(({ cells }) => cells["Owner"]);
  expect(owners).toEqual(["Cyd", "Cyd", "Bob"]);
  const unknown = await stageline("reassign", path, "Cyd", "Zoe", ...now("03T10:00"));
  expect([unknown.exitCode, unknown.stderr]).toEqual([
    2,
    'stageline: "Zoe" is not in Team; there are Bob, Cyd\n',
  ]);
});

test("changes tells what happened since a moment, and who did it", async () => {
  const path = copyOf(book);
  await stageline("log", path, "Ada", "call", "--note", "two seats", "--as", "Cyd", ...now("03T09:00"));
  const told = await stageline("changes", path, "--since", "2026-03-03", "--as", "Bob", ...now("03T12:00"));
  expect(told.stdout).toBe(
    "1 record changed since 2026-03-03 00:00:\n  Ada (Deals, yours)\n    2026-03-03 09:00  Call: two seats (Cyd)\n",
  );
  const own = await stageline("changes", path, "--since", "2026-03-03", "--as", "Cyd", ...now("03T12:00"));
  expect(own.stdout).toBe("Nothing changed since 2026-03-03 00:00\n");
  const wrong = await stageline("changes", path, "--since", "lately");
  expect([wrong.exitCode, wrong.stderr]).toEqual([
    2,
    'stageline: --since "lately" is not a time like 2026-11-20T08:30\n',
  ]);
});
