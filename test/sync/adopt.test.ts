// A home-made book becomes ours and is left again, by the real command and with LibreOffice as the hands of its owner:
// what people made stays as they made it, byte for byte where nobody saved in between.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, expect, test } from "vitest";
import { historyOf, rowsOf } from "../book-contents.ts";
import { copyOf, hashOf, newPath, stageline } from "../command.ts";
import { editInLibreOffice, lookInLibreOffice, type SeenTab } from "../hands/libre-office.ts";

type Sheets = Parameters<typeof writeXlsx>[0]["sheets"];

const now = (time: string) => ["--now", `2026-11-${time}`];
const zone = ["--zone", "Europe/Berlin"];

const header = ["Company", "Status", "Rep", "Value", "Half", "Close date", "Due"];
const firms: readonly (readonly (string | number | Date | null)[])[] = [
  ["Acme GmbH", "Won", "Bob", 500, null, new Date(Date.UTC(2026, 10, 20)), "soon"],
  ["山田商事", "Lead", "Cy", 800, null, null, null],
  ["شركة النور", "Proposal", "Bob", 300, null, null, null],
  ["🚀 Rocket", "Lost", null, 20, null, null, "never"],
];

const cells: NonNullable<Sheets[number]["cells"]> = new Map();
firms.forEach(([, , , value], index) => {
  const half = Number(value) / 2;
  cells.set(`${index + 1},4`, {
    value: half,
    type: "formula",
    formula: `D${index + 2}/2`,
    formulaResult: half,
  });
});
const yellow = { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFFF00" } } } as const;
cells.set("2,0", { value: "山田商事", type: "string", style: yellow });

/** A list with a table, formulas, colours, a dropdown and a filter; a summary of it; and a plain tab. */
const homeMade: Sheets = [
  {
    name: "CRM",
    rows: [header, ...firms.map((row) => [...row])],
    cells,
    tables: [{ name: "Firms", range: "A1:G5", columns: header.map((name) => ({ name })) }],
    dataValidations: [{ type: "list", range: "C2:C99", values: ["Bob", "Cy"] }],
    conditionalRules: [
      {
        type: "cellIs",
        operator: "greaterThan",
        formula: "400",
        range: "D2:D99",
        priority: 1,
        style: { font: { bold: true } },
      },
    ],
  },
  {
    name: "Summary",
    rows: [["Sum", null]],
    cells: new Map([
      ["0,1", { value: 1620, type: "formula", formula: "SUM(CRM!D2:D99)", formulaResult: 1620 }],
    ]),
  },
];

let book: string;
let before: SeenTab | undefined;

// Saved by LibreOffice, as somebody's book would be.
beforeAll(async () => {
  book = newPath("crm.xlsx");
  writeFileSync(book, await writeXlsx({ sheets: homeMade }));
  await editInLibreOffice(book, [{ do: "set", tab: "Summary", cell: "A1", value: "All" }]);
  [before] = await lookInLibreOffice(book);
}, 120_000);

function parts(path: string): Readonly<Record<string, Uint8Array>> {
  return unzipSync(readFileSync(path));
}

function changedParts(left: string, right: string): readonly string[] {
  const [old, fresh] = [parts(left), parts(right)];
  return Object.keys(old).filter(
    (name) => Buffer.compare(old[name] ?? Buffer.of(), fresh[name] ?? Buffer.of()) !== 0,
  );
}

test("a preview tells every column and stage with its reason, and writes nothing", async () => {
  const path = copyOf(book);
  const { stdout, exitCode } = await stageline("adopt", path, "--tab", "crm", "--dry-run", ...zone);
  expect(exitCode).toBe(0);
  expect(stdout).toBe(`Would make a board of "CRM" in ${path}: 4 firms (time zone Europe/Berlin)
Columns
  A "Company"     Name         its header says so
  B "Status"      Stage        its header says so
  C "Rep"         Owner        its header says so
  D "Value"       number       every cell is one; with a currency it would be an amount of money
  E "Half"        stays yours  it holds formulas
  F "Close date"  day          every cell is one
  G "Due"         text         any text
Stages, in the usual order of such stages
  Lead      open  1
  Proposal  open  1
  Won       won   1
  Lost      lost  1
Added at the right: Next step, Next step on, Log, Log note, Since, Due (Stageline), Status note
  2 owners were added to Team, without a role
  the filter or table over A1:G5 ends before our columns; widen it over them, so that a sort takes whole rows along
Nothing was written; --name, --stage, --owner and --stages put right what was guessed wrong
`);
  expect(hashOf(path)).toBe(hashOf(book));
});

test("other tabs keep every byte, a copy of the book is kept, and leaving gives the tab back byte for byte", async () => {
  const path = copyOf(book);
  const adopted = await stageline("adopt", path, "--tab", "CRM", "--json", ...zone);
  expect(adopted.exitCode).toBe(0);
  expect(adopted.json).toMatchObject({ changed: true, tab: "CRM", records: 4, problems: [], refusals: [] });
  expect(hashOf(`${path}.before-stageline.xlsx`)).toBe(hashOf(book));
  const shared = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml"];
  expect(changedParts(book, path).filter((name) => !shared.includes(name))).toEqual([
    "xl/worksheets/sheet1.xml",
  ]);
  const hash = hashOf(path);
  expect((await stageline("sync", path)).stdout).toBe("Nothing to change\n");
  expect(hashOf(path)).toBe(hash);
  const left = await stageline("leave", path, "--board", "CRM");
  expect(left.exitCode).toBe(0);
  expect(left.stdout).toContain("it was the last board: what is left of Stageline are hidden tabs");
  const sheet = (of: string) => Buffer.from(parts(of)["xl/worksheets/sheet1.xml"] ?? Buffer.of()).toString();
  expect(sheet(path)).toBe(sheet(book).replaceAll(/ spans="[^"]*"/g, ""));
});

test("its owner goes on in LibreOffice, a sync keeps the history, and leaving keeps what was done", async () => {
  const path = copyOf(book);
  await stageline("adopt", path, "--tab", "CRM", ...zone, ...now("02T09:00"));
  await editInLibreOffice(path, [
    { do: "set", tab: "CRM", cell: "B3", value: "Proposal" },
    { do: "set", tab: "CRM", cell: "A6", value: "Brook" },
    { do: "sort", tab: "CRM", by: "A", columns: "A:G" },
  ]);
  const synced = await stageline("sync", path, ...now("03T09:00"));
  expect(synced.stderr).toBe("");
  expect((await historyOf(path)).filter((line) => !line.startsWith(":"))).toEqual([
    "Acme GmbH: created won",
    "山田商事: created lead",
    "شركة النور: created proposal",
    "🚀 Rocket: created lost",
    "Brook: created lead",
    "山田商事: moved lead > proposal",
  ]);
  const left = await stageline("leave", path, "--board", "CRM", ...now("04T09:00"));
  expect(left.exitCode).toBe(0);
  const [crm] = await lookInLibreOffice(path);
  const [, ...rows] = Array.from({ length: 6 }, (_, row) => `${row + 1}`);
  const shown = rows.map((row) => [
    crm?.cells[`A${row}`]?.value,
    crm?.cells[`B${row}`]?.value,
    crm?.cells[`E${row}`]?.formula,
  ]);
  expect(shown).toContainEqual(["山田商事", "Proposal", expect.stringMatching(/^=D\d\/2$/)]);
  expect(Object.keys(crm?.cells ?? {}).filter((address) => /^([H-Z]|A[A-Z])/.test(address))).toEqual([]);
  expect(crm?.hidden.includes(true)).toBe(false);
  expect(crm?.names).toEqual({});
  expect(crm?.colours.map(({ rules }) => rules)).toEqual(before?.colours.map(({ rules }) => rules));
  expect(crm?.dropdowns[2]).toEqual(before?.dropdowns[2]);
}, 120_000);

test("what cannot work is listed with its cells, and nothing is written", async () => {
  const path = newPath();
  const rows = [
    ["Name", "Stage", "stage"],
    ["Ada", "Lead", "x"],
    ["Bob", "Won", "y"],
  ];
  writeFileSync(
    path,
    await writeXlsx({
      sheets: [{ name: "Deals", rows, merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }] }],
    }),
  );
  const hash = hashOf(path);
  const refused = await stageline("adopt", path, "--tab", "Deals");
  expect(refused.exitCode).toBe(3);
  expect(refused.stdout).toBe('"Deals" cannot become a board as it is; nothing was written:\n');
  expect(refused.stderr).toBe(
    'Deals!C1: columns B and C are both headed "stage"; give one another header\n' +
      "Deals!A2: merged cells (A2:A3) hide values; unmerge them\n",
  );
  expect(hashOf(path)).toBe(hash);
  expect(existsSync(`${path}.before-stageline.xlsx`)).toBe(false);
});

test.each([
  [
    "a tab that is not there",
    ["--tab", "Leads"],
    3,
    'the book has no tab "Leads"; its tabs are "CRM", "Summary"',
  ],
  ["a header that is not there", ["--tab", "CRM", "--stage", "Phase"], 2, 'no column is headed "Phase"'],
  [
    "a pipeline that is not there",
    ["--tab", "CRM", "--pipeline", "nothing"],
    2,
    'there is no template "nothing"',
  ],
  ["a line of stages that is none", ["--tab", "CRM", "--stages", "A > > B"], 2, "a stage has no name"],
] as const)("%s is told", async (_what, options, exitCode, message) => {
  const path = copyOf(book);
  const ran = await stageline("adopt", path, ...options);
  expect(ran.exitCode).toBe(exitCode);
  expect(ran.stderr).toContain(message);
  expect(hashOf(path)).toBe(hashOf(book));
});

test("a board is no tab to adopt, and a tab is no board to leave", async () => {
  const path = copyOf(book);
  await stageline("adopt", path, "--tab", "CRM", ...zone);
  expect((await stageline("adopt", path, "--tab", "CRM")).stderr).toContain('"CRM" is a board already');
  const left = await stageline("leave", path, "--board", "Summary");
  expect(left.exitCode).toBe(2);
  expect(left.stderr).toContain('the book has no board "Summary"; its boards are CRM');
});

test("five thousand rows become records, and the tab comes back as it was", async () => {
  const path = newPath();
  const stages = ["Lead", "Contacted", "Proposal", "Won", "Lost"];
  const rows = Array.from({ length: 5000 }, (_, index) => [`Firm ${index}`, stages[index % 5] ?? "", index]);
  writeFileSync(
    path,
    await writeXlsx({ sheets: [{ name: "Firms", rows: [["Name", "Stage", "Seats"], ...rows] }] }),
  );
  const original = await rowsOf(path, "Firms");
  const adopted = await stageline("adopt", path, "--tab", "Firms", "--json");
  expect(adopted.json).toMatchObject({
    records: 5000,
    stages: stages.map((stage) => expect.objectContaining({ stage, records: 1000 })),
  });
  await stageline("leave", path, "--board", "Firms");
  expect(await rowsOf(path, "Firms")).toEqual(original);
}, 60_000);

test("a book that lost its last board says so, stays in its time zone, and goes on when the tab is adopted again", async () => {
  const path = copyOf(book);
  await stageline("adopt", path, "--tab", "CRM", ...zone);
  await stageline("leave", path, "--board", "CRM");
  const report = await stageline("report", path);
  expect(report.exitCode).toBe(2);
  expect(report.stderr).toContain("this book has no boards; make one");
  expect((await stageline("sync", path)).stdout).toBe("Nothing to change\n");
  const again = await stageline("adopt", path, "--tab", "CRM");
  expect(again.stdout).toContain("4 firms (time zone Europe/Berlin)");
  expect(again.stdout).toContain("the history knows 4 firms from when the tab was a board, and goes on");
});

test("a book that is none of ours, with tabs that are called as ours are, is left alone by every command", async () => {
  const path = newPath();
  const rows = [
    ["Name", "Stage"],
    ["Ada", "Lead"],
  ];
  writeFileSync(
    path,
    await writeXlsx({
      sheets: [
        { name: "Pipelines", rows },
        { name: "Deals", rows },
      ],
    }),
  );
  const hash = hashOf(path);
  const refused = await stageline("adopt", path, "--tab", "Deals");
  expect(refused.exitCode).toBe(3);
  expect(refused.stderr).toBe(
    "Pipelines: Stageline keeps a tab of this name; give yours another name first\n",
  );
  expect((await stageline("sync", path)).stderr).toContain("this book has no boards yet");
  expect(hashOf(path)).toBe(hash);
});
