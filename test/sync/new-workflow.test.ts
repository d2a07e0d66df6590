// A board from a workflow, through the real command: made from departments and steps, told before it is made, worked
// on along its branches by people with roles, and reported.

import { existsSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { BookReport } from "../../shared/report/book-report.ts";
import { columnOf, historyOf, rowsOf } from "../book-contents.ts";
import { copyOf, fileOf, hashOf, newPath, type Ran, stageline } from "../command.ts";
import { type } from "../typed-cells.ts";

const zone = ["--zone", "UTC"];
const now = ["--now", "2026-03-02T09:00"];
const repairs = `Step;Department;Starts when;Needed first;Answers;No answer within;Then;Result;Who may move here
Asked for;Desk;;;;;;;
Look at it;Workshop;;;Yes, No;;;;
Estimate;Desk;Yes to Look at it;Price (money);Go ahead, Too dear: cancelled;5 working days;cancelled;;
Given back;Desk;No to Look at it;;;;;lost;
Paid;Accounts;Go ahead to Estimate;;;;;won;Accounts
`;

let book: string;
let made: Ran;

beforeAll(async () => {
  book = newPath("repairs.xlsx");
  const names = ["--board", "Repairs", "--noun", "repair", "--currency", "EUR"];
  made = await stageline("new", book, ...names, "--workflow", fileOf(repairs), ...zone, ...now);
});

function act(path: string, ...args: readonly string[]): Promise<Ran> {
  const [command = "", ...rest] = args;
  return stageline(command, path, ...rest, ...now);
}

async function giveRoles(path: string): Promise<void> {
  const [person, roles] = [await columnOf(path, "Team", "Person"), await columnOf(path, "Team", "Roles")];
  type(path, "Team", {
    ...{ [`${person}2`]: "Dora", [`${roles}2`]: "Desk, Workshop" },
    ...{ [`${person}3`]: "Abe", [`${roles}3`]: "Accounts" },
  });
}

test("new --workflow tells each stage with its reason, and makes the board", () => {
  expect(made).toMatchObject({ exitCode: 0, stderr: "" });
  expect(made.stdout).toContain("  1. Asked for (Desk): the workflow starts here\n");
  expect(made.stdout).toContain("  2. Look at it (Workshop): Workshop needs Desk to start it\n");
  expect(made.stdout).toContain('       "Too dear": goes on to "Cancelled"\n');
  expect(made.stdout).toContain("5 working days after a repair enters Estimate, if it is still there: ");
  expect(made.stdout).toContain("When a repair enters Look at it: notify Workshop\n");
  expect(made.stdout).toContain(`Made the board "Repairs" in ${book} (time zone UTC)\n`);
});

test("the set-up tabs hold what the workflow said, for its owner to change", async () => {
  const stages = (await rowsOf(book, "Stages")).map(({ cells }) => [
    ...[cells["Stage"], cells["Kind"], cells["Main line"]],
    ...[cells["Responsible"], cells["Next stages"], cells["Who may move here"]],
  ]);
  expect(stages).toEqual([
    ["Asked for", "open", "yes", "Desk", "Look at it", null],
    ["Look at it", "open", "yes", "Workshop", "Estimate, Given back", null],
    ["Estimate", "open", "yes", "Desk", "Paid, Cancelled", null],
    ["Given back", "lost", "no", "Desk", null, null],
    ["Paid", "won", "yes", "Accounts", null, "Accounts"],
    ["Cancelled", "lost", "no", null, null, null],
  ]);
  const rules = (await rowsOf(book, "Rules")).map(({ cells }) => `${cells["When"]}: ${cells["Then"]}`);
  expect(rules).toContain("5 working days after entering Estimate: move to Cancelled");
  expect(rules).toContain("enters Look at it: notify Workshop");
  expect(await act(book, "check")).toMatchObject({ stderr: "" });
  expect(await act(book, "sync")).toMatchObject({ exitCode: 0, stdout: "Nothing to change\n" });
});

test("records go both ways of an answer, only where the workflow leads, and only by whose turn it is", async () => {
  const path = copyOf(book);
  await giveRoles(path);
  const files = fileOf("name\nLamp\nRadio\n");
  await act(path, "import", files, "--board", "Repairs", "--field", "Name=name");
  const dora = ["--as", "Dora"];
  expect(await act(path, "move", "Lamp", "Paid", ...dora)).toMatchObject({
    exitCode: 3,
    stderr: 'stageline: after "Asked for" comes Look at it; nothing was changed\n',
  });
  for (const name of ["Lamp", "Radio"]) await act(path, "move", name, "Look at it", ...dora);
  expect((await act(path, "move", "Lamp", "Estimate", ...dora)).stderr).toContain("Estimate needs: Price");
  await act(path, "set", "Lamp", "Price=40", ...dora);
  await act(path, "move", "Lamp", "Estimate", ...dora);
  await act(path, "move", "Radio", "Given back", ...dora);
  expect((await act(path, "move", "Lamp", "Paid", ...dora)).stderr).toContain(
    'only Accounts may move to "Paid", and "Dora" is not',
  );
  expect(await act(path, "move", "Lamp", "Paid", "--as", "Abe")).toMatchObject({ exitCode: 0 });
  // Each hand-off tells the next department, none of whose people has an e-mail address here.
  const told = ["Lamp: message", "Lamp: not-sent", "Radio: message", "Radio: not-sent"];
  expect(await historyOf(path)).toEqual([
    ...["Lamp: created asked_for", "Radio: created asked_for"],
    ...["Lamp: moved asked_for > look_at_it", ...told.slice(0, 2)],
    ...["Radio: moved asked_for > look_at_it", ...told.slice(2)],
    "Lamp: field",
    ...["Lamp: moved look_at_it > estimate", ...told.slice(0, 2)],
    ...["Radio: moved look_at_it > given_back", ...told.slice(2)],
    ...["Lamp: moved estimate > paid", ...told.slice(0, 2)],
  ]);
  const { boards } = (await act(path, "report", "--json")).json as BookReport;
  expect(boards[0]).toMatchObject({ board: "Repairs", records: 2, outcomes: { won: 1, lost: 1 } });
});

test("--dry-run tells the same and makes nothing, for every kind of board", async () => {
  const path = newPath();
  const tried = await stageline(
    ...[
      "new",
      path,
      "--board",
      "Repairs",
      "--noun",
      "repair",
      "--workflow",
      fileOf(repairs),
      ...zone,
      "--dry-run",
    ],
  );
  expect(tried.stdout).toBe(
    made.stdout.replace(`Made the board "Repairs" in ${book}`, `Would make the board "Repairs" in ${path}`),
  );
  const template = await stageline("new", path, "--template", "sales", ...zone, "--dry-run");
  expect(template.stdout).toContain(`Would make the board "Sales" in ${path}`);
  expect(existsSync(path)).toBe(false);
});

test("with --json the stages come with their reasons", async () => {
  const path = newPath();
  const answer = await stageline(
    ...[
      "new",
      path,
      "--board",
      "Repairs",
      "--noun",
      "repair",
      "--workflow",
      fileOf(repairs),
      ...zone,
      "--json",
    ],
  );
  expect(answer.json).toMatchObject({
    boards: ["Repairs"],
    notes: expect.arrayContaining(["Columns of the board: Price (money)"]),
  });
  const { stages } = answer.json as { stages: readonly { stage: string }[] };
  expect(stages.map(({ stage }) => stage)).toEqual([
    "Asked for",
    "Look at it",
    "Estimate",
    "Given back",
    "Paid",
    "Cancelled",
  ]);
  expect(stages[2]).toEqual({
    ...{ stage: "Estimate", kind: "open", onMainLine: true, department: "Desk", steps: ["Estimate"] },
    because: "Desk needs Workshop to start it",
    sentences: [
      ...["needed first: Price (money)", '"Go ahead": goes on to "Paid"'],
      ...['"Too dear": goes on to "Cancelled"'],
      "longer than 5 working days: it is shown as due",
      "When a repair enters Estimate: notify Desk",
      "5 working days after a repair enters Estimate, if it is still there: move it to Cancelled, until a reply comes in or it moves",
    ],
  });
});

test("a workflow with mistakes is refused with each of them at its line, and nothing is made", async () => {
  const path = newPath();
  const file = fileOf('Step,Department,Answers\nAsk,Desk,"Yes, No"\nDone,Dsek,\n');
  const refused = await stageline("new", path, "--board", "Asks", "--workflow", file);
  expect(refused).toMatchObject({
    exitCode: 3,
    stdout: `${file} is no pipeline yet; nothing was made\n`,
    stderr: `${file}: line 3, Starts when: the step above has answers; write which of them starts "Done", such as "Yes to Ask"\n`,
  });
  const json = await stageline("new", path, "--board", "Asks", "--workflow", file, "--json");
  expect(json.json).toEqual({
    lines: [
      { line: 3, column: "Starts when", message: expect.stringContaining("the step above has answers") },
    ],
  });
  expect(existsSync(path)).toBe(false);
});

test("what the file itself has wrong is refused as well: nothing in it is passed over", async () => {
  const path = newPath();
  const file = fileOf("Step,Department,Result\nAsk,Desk,won,more\n");
  const refused = await stageline("new", path, "--board", "Asks", "--workflow", file);
  expect(refused.exitCode).toBe(3);
  expect(refused.stderr).toContain('line 2: "more" stands beyond the 3 columns of the header');
});

test("a workflow adds its board to a book that has one, with stages of its own", async () => {
  const path = newPath();
  await stageline("new", path, "--template", "orders", ...zone);
  const before = hashOf(path);
  const steps = ["--workflow", "guides/orders-steps.csv"];
  expect((await stageline("new", path, "--board", "Orders", ...steps)).exitCode).toBe(2);
  expect(hashOf(path)).toBe(before);
  expect((await stageline("new", path, "--board", "More orders", ...steps)).exitCode).toBe(0);
  expect(await act(path, "sync")).toMatchObject({ exitCode: 0, stdout: "Nothing to change\n" });
  const stages = await rowsOf(path, "Stages");
  expect(stages.length).toBe(2 * 19);
  expect(new Set(stages.map(({ cells }) => cells["ID"])).size).toBe(2 * 19);
});
