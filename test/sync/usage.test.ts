// How the command answers to its words and options, before it looks at any book.

import { expect, test } from "vitest";
import { newPath, stageline } from "../command.ts";

const commands = [
  "templates",
  "new",
  "check",
  "import",
  "move",
  "set",
  "log",
  "sync",
  "report",
  "demo",
  "doctor",
  "begin",
  "login",
];

test("--help lists every command and the exit codes", async () => {
  const { exitCode, stdout } = await stageline("--help");
  expect(exitCode).toBe(0);
  for (const command of commands) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, "m"));
  expect(stdout).toContain("0 done, 1 done with problems, 2 wrong usage, 3 refused and nothing written");
});

test("the help of every command shows how it is used, with examples", async () => {
  const helps = await Promise.all(commands.map((command) => stageline(command, "--help")));
  for (const [index, { exitCode, stdout }] of helps.entries()) {
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Usage: stageline ${commands[index]} `);
    expect(stdout).toContain(`Examples:\n  stageline ${commands[index]}`);
    expect(stdout).toContain("--json");
    expect(stdout).toContain("--quiet");
  }
});

test("every command that takes a book says in the same words what that is", async () => {
  const books = commands.filter((command) => !["templates", "login"].includes(command));
  const helps = await Promise.all(books.map((command) => stageline(command, "--help")));
  for (const { stdout } of helps) {
    expect(stdout).toMatch(/^ {2}book +path of an \.xlsx file, or URL or id of a Google\s+spreadsheet$/m);
  }
});

test("without a command the help comes and the exit code is 2", async () => {
  const { exitCode, stderr } = await stageline();
  expect(exitCode).toBe(2);
  expect(stderr).toContain("Usage: stageline");
});

test("--version says the version", async () => {
  expect(await stageline("--version")).toMatchObject({ exitCode: 0, stdout: "0.1.0\n" });
});

const wrong: readonly (readonly [readonly string[], string])[] = [
  [["bogus"], 'unknown command "bogus"; stageline --help lists the commands'],
  [["snyc", "a.xlsx"], 'unknown command "snyc" (did you mean sync?); stageline --help lists the commands'],
  [["sync"], "<book> is missing; see stageline sync --help"],
  [
    ["sync", "a.xlsx", "b.xlsx"],
    'too many arguments for "sync": 1 expected, 2 given; see stageline sync --help',
  ],
  [["sync", "a.xlsx", "--bogus"], 'unknown option "--bogus"; see stageline sync --help'],
  [["import", "a.xlsx", "a.csv"], 'the option "--board <name>" is missing; see stageline import --help'],
  [
    ["import", "a.xlsx", "a.csv", "--board"],
    'the option "--board <name>" lacks its value; see stageline import --help',
  ],
  [["sync", "a.txt"], '"a.txt" is not a book: give the path of an .xlsx file'],
  [
    ["new", "a.xlsx"],
    'say which pipeline: --template <name>, or --board <name> --stages "A > B > Won:won | Lost:lost"',
  ],
  [["new", "a.xlsx", "--template", "nope"], 'there is no template "nope"; there are '],
  [["new", "a.xlsx", "--stages", "A > B"], "--stages needs the name of the board: --board <name>"],
  [["new", "a.xlsx", "--workflow", "s.csv"], "--workflow needs the name of the board: --board <name>"],
  [
    ["new", "a.xlsx", "--board", "X", "--workflow", "s.csv", "--stages", "A"],
    "--stages and --workflow cannot stand together; make one board after the other",
  ],
  [["new", "a.xlsx", "--board", " ", "--stages", "A > B"], '--board " " is no name for a board'],
  [["new", "a.xlsx", "--board", "X", "--stages", "A > A"], 'the stage "A" stands twice'],
  [["new", "a.xlsx", "--board", "X", "--stages", "A > "], "a stage has no name; write them as"],
  [
    ["new", "a.xlsx", "--board", "X", "--stages", "A", "--zone", "Mars"],
    '"Mars" is not a time zone such as Europe/Amsterdam',
  ],
  [
    ["new", "a.xlsx", "--board", "X", "--stages", "A", "--currency", "euro"],
    '"euro" is not a currency code such as EUR',
  ],
  [
    ["new", "a.xlsx", "--board", "activity", "--stages", "A"],
    '"activity" is the name of a tab that Stageline keeps; give the board another name',
  ],
  [
    ["import", "a.xlsx", "a.csv", "--board", "X", "--others", "drop"],
    '--others "drop" is not one of refuse, park, skip',
  ],
  [
    ["import", "a.xlsx", "a.csv", "--board", "X", "--field", "Owner"],
    '--field "Owner" is not of the form "<name on the board>=<column of the file>"',
  ],
  [
    ["import", "a.xlsx", "a.csv", "--board", "X", "--events", "case=a,stage=b"],
    '--events "case=a,stage=b" names no at; write case=<column>,stage=<column>,at=<column>',
  ],
];

test.each(wrong)("wrong usage ends with 2 and says what would be right: %j", async (args, message) => {
  const { exitCode, stdout, stderr } = await stageline(...args);
  expect(stderr).toContain(`stageline: ${message}`);
  expect(stdout).toBe("");
  expect(exitCode).toBe(2);
});

test("with --json, wrong usage is answered in JSON as well", async () => {
  const { exitCode, json } = await stageline("sync", "--json");
  expect(exitCode).toBe(2);
  expect(json).toEqual({ error: { code: "usage", message: "<book> is missing; see stageline sync --help" } });
});

test("a book that is not there is refused, in words and in JSON", async () => {
  const missing = newPath("nope.xlsx");
  const { exitCode, stderr, json } = await stageline("sync", missing, "--json");
  expect(exitCode).toBe(3);
  expect(stderr).toBe(`stageline: there is no file "${missing}"\n`);
  expect(json).toEqual({ error: { code: "file", message: `there is no file "${missing}"` } });
});

test("templates lists the built-in pipelines, for people and for programs", async () => {
  const [words, json] = await Promise.all([stageline("templates"), stageline("templates", "--json")]);
  expect(words.exitCode).toBe(0);
  expect(words.stdout).toMatch(/^sales +Business-to-business sales/m);
  expect(json.json).toContainEqual({
    template: "sales",
    description: expect.any(String),
    stages: expect.arrayContaining(["Proposal", "Lost"]),
  });
});
