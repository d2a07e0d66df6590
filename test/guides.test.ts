// What the guides show works as they show it.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { newSpreadsheet } from "../local/grid/spreadsheet.ts";
import { memoryDrive } from "../local/sheets-api/drive/memory-drive.ts";
import { startSheetsApi } from "../local/sheets-api/server/start.ts";
import { invoiceWords } from "../shared/definition/invoice-words.ts";
import { paidText } from "../shared/definition/need-text.ts";
import { pipelinesTab } from "../shared/definition/setup/pipelines-tab.ts";
import { teamTab } from "../shared/definition/setup/team-tab.ts";
import { coaching } from "../shared/definition/templates/coaching.ts";
import { sales } from "../shared/definition/templates/sales.ts";
import { pipelineFromPlan } from "../shared/definition/templates/template.ts";
import { invoicesTab } from "../shared/invoices/invoices-tab.ts";
import { invoiceStatuses } from "../shared/invoices/standing-invoices.ts";
import { bookFindings } from "../sync/doctor/book-findings.ts";
import { googleFindings } from "../sync/doctor/google-findings.ts";
import { DEADLINE_MS } from "../sync/google/patience.ts";
import { READ_SCOPE, WRITE_SCOPE } from "../sync/google/scopes.ts";
import { loadedScript } from "./apps-script/bare-script.ts";
import { addOnFile } from "./apps-script/built-add-on.ts";
import { openSheet } from "./apps-script/sheet-world.ts";
import { menuItems } from "./apps-script/shown-menu.ts";
import { stageline } from "./command.ts";
import { pictureNames } from "./pictures/picture.ts";
import { pipelineOfCsv, workflowOf } from "./shared/definition/workflow/workflows.ts";
import { rangeOf } from "./shared/report/cell-functions/cells.ts";
import { openWorld } from "./world.ts";

const addOnGuide = readFileSync("guides/install.md", "utf8");
const [, repairs = ""] = /```csv\n(.*?)```/s.exec(readFileSync("guides/workflow.md", "utf8")) ?? [];

test("the repair shop of the workflow guide becomes the pipeline that the guide tells of", () => {
  const { stages, rules } = pipelineOfCsv(repairs);
  expect(
    stages.map(({ name, kind, role }) => `${name}: ${kind}${role === undefined ? "" : `, ${role}`}`),
  ).toEqual([
    ...["Repair asked for: open, Desk", "Look at it: open, Workshop", "Estimate sent: open, Desk"],
    ...["Not to be repaired: lost, Desk", "Repair: open, Workshop", "Bill: open, Accounts"],
    ...["Paid and fetched: won, Desk", "Cancelled: lost"],
  ]);
  expect(stages.find(({ id }) => id === "repair")?.goal).toBe("Mend it; then Test: Does it work?");
  expect(rules.find(({ name }) => name === "No answer: Estimate sent")?.does).toEqual([
    { do: "move", stage: "cancelled" },
  ]);
});

test("the reason that the workflow guide quotes is the one that is given", () => {
  const story = workflowOf(repairs).explained.find(({ stage }) => stage === "Look at it");
  expect(story?.because).toBe("Workshop needs Desk to start it");
});

test("the items that the add-on's guide has people choose are in its menu", () => {
  const captions = menuItems(openSheet().ada).map(([caption]) => caption);
  const chosen = [
    ...["New board", "Turn this tab into a board", "Check this sheet", "Refresh the Dashboard"],
    ...["Practice or live, Live", "Reminders, On"],
  ];
  expect(captions).toEqual(expect.arrayContaining(chosen));
  for (const caption of chosen) expect(addOnGuide).toContain(`**${caption}**`);
});

test("the add-on's guide tells of each permission that is asked for", () => {
  const [, table = ""] = /\| Google's words \|.*?\n\|---.*?\n(.*?)\n\n/s.exec(addOnGuide) ?? [];
  expect(table.split("\n")).toHaveLength(JSON.parse(addOnFile("appsscript.json")).oauthScopes.length);
});

test("the add-on's guide names what .clasp.json holds until somebody writes an id there", () => {
  expect(addOnGuide).toContain(`\`${JSON.parse(readFileSync(".clasp.json", "utf8")).scriptId}\``);
});

test("the formulas of the add-on's guide give numbers", () => {
  const script = loadedScript();
  const world = openWorld({
    boards: { Sales: pipelineFromPlan(sales), Coaching: pipelineFromPlan(coaching) },
  });
  world.add({ Name: "Ada" }, "Coaching");
  const { now } = world.nextRun();
  world.run();
  const tables = world.tables();
  const formulas = [...addOnGuide.matchAll(/^\| `=([A-Z_]+)\((.*?)\)` \|/gm)];
  const given = (argument: string) => {
    const [, tab, last] = /^(\w+)!A:([A-Z])$/.exec(argument) ?? [];
    if (tab !== undefined && last !== undefined) return rangeOf(tables, tab, last.charCodeAt(0) - 64);
    return argument === "Dashboard!$B$1" ? now : argument.replaceAll('"', "");
  };
  for (const [formula, name = "", list = ""] of formulas) {
    const run = script.get(name) as (...given: readonly unknown[]) => readonly unknown[];
    expect(run(...list.split(", ").map(given)).length, formula).toBeGreaterThan(1);
  }
  expect(formulas).toHaveLength(4);
});

/** What people read, by its path. */
const pages = new Map(
  ["README.md", "CONTRIBUTING.md", ...readdirSync("guides").map((name) => `guides/${name}`)]
    .filter((path) => path.endsWith(".md"))
    .map((path) => [path, readFileSync(path, "utf8")]),
);

test("every place in the tree that a guide or the readme names is there", () => {
  const places = [...pages.values()].flatMap((text) => [
    ...text.matchAll(/`((?:shared|local|sync|apps-script|test|tools|guides)\/[^` *]*)`/g),
  ]);
  expect(places.length).toBeGreaterThan(10);
  expect(places.map(([, place = ""]) => place).filter((place) => !existsSync(place))).toEqual([]);
});

test("every link of a guide or the readme leads to a page and a heading, or to a picture", () => {
  const links = [...pages].flatMap(([page, text]) =>
    [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, to = ""]) => ({ page, to })),
  );
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((link) => !leadsSomewhere(link))).toEqual([]);
});

test("every picture of the guides is shown by one of them, and taken by a story", () => {
  const pictures = readdirSync("guides/pictures").map((file) => file.replace(/\.png$/, ""));
  expect(pictures.sort()).toEqual([...pictureNames].sort());
  const shown = [...pages.values()].join("\n");
  expect(pictures.filter((name) => !shown.includes(`pictures/${name}.png)`))).toEqual([]);
});

function leadsSomewhere({ page, to }: { readonly page: string; readonly to: string }): boolean {
  const [file = "", heading] = to.split("#");
  const path = file === "" ? page : join(dirname(page), file);
  if (!existsSync(path)) return false;
  return heading === undefined || anchorsOf(pages.get(path) ?? "").includes(heading);
}

function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

test("the menu item that the guide for people names is in the menu, and its columns are in the set-up tabs", () => {
  const guide = readFileSync("guides/team.md", "utf8");
  const captions = menuItems(openSheet().ada).map(([caption]) => caption);
  expect(captions).toContain("Hand over all records of a person");
  const headers = [teamTab, pipelinesTab].flatMap(({ columns }) => columns.map(({ header }) => header));
  expect(headers).toEqual(expect.arrayContaining(["Away until", "Stand-in", "Digest at"]));
  for (const name of [
    "Hand over all records of a person",
    "Away until",
    "Stand-in",
    "Digest at",
    "Pipeline supervisor",
  ])
    expect(guide).toContain(`**${name}**`);
});

test("what the guide of money tells of columns, statuses, words and conditions is so", () => {
  const guide = readFileSync("guides/accountant.md", "utf8");
  const captions = menuItems(openSheet().ada).map(([caption]) => caption);
  expect(captions.some((caption) => caption?.startsWith("Invoice of the selected row"))).toBe(true);
  expect(guide).toContain("**Invoice of the selected row**");
  for (const status of invoiceStatuses) expect(guide).toContain(`| ${status} | `);
  for (const word of invoiceWords) expect(guide.replace(/\n/g, " ")).toContain(`{{${word}}}`);
  for (const share of ["advance", "all", "any"] as const)
    for (const kind of ["paid", "unpaid"] as const)
      expect(guide).toContain(`\`${paidText({ test: kind, share })}\``);
  const headers = invoicesTab.columns.map(({ header }) => header);
  for (const header of ["Credited", "Void on", "Status"]) expect(headers).toContain(header);
});

const googleGuide = readFileSync("guides/google.md", "utf8");

test("the guide of Google tells every step that first aid takes, in its order", async () => {
  const id = "1AbC-dEf_GhIjKlMnOpQrStUvWxYz0123456789abcde";
  const drive = memoryDrive({ now: () => 0 });
  drive.add(newSpreadsheet({ id, name: "Sales", presentYear: 2026 }));
  const api = await startSheetsApi({ drive });
  const environment = { STAGELINE_SHEETS_API: api.url };
  const way = await googleFindings({ spreadsheetId: id, environment, access: "write" });
  await api.close();
  const world = openWorld({ boards: { Sales: pipelineFromPlan(sales) } });
  const look = { address: id, sheetZone: "UTC", run: () => world.nextRun() };
  const none = await bookFindings({ ...look, tables: [] });
  const held = await bookFindings({ ...look, tables: world.tables() });
  const [, table = ""] = /\| `doctor` looks at \|.*?\n\|---.*?\n(.*?)\n\n/s.exec(googleGuide) ?? [];
  const told = table.split("\n").map((line) => line.split(" | ")[0]?.slice(2));
  expect(told).toEqual([...way.findings, ...none, ...held].map(({ step }) => step));
});

test("the guide of Google names what is asked of Google, and nothing else but what gcloud itself needs", () => {
  const named = googleGuide.match(/https:\/\/www\.googleapis\.com\/auth\/[\w.-]+\w/g) ?? [];
  const cloud = "https://www.googleapis.com/auth/cloud-platform";
  expect(new Set(named)).toEqual(new Set([READ_SCOPE, WRITE_SCOPE, cloud]));
});

test("the options of login, doctor and copy in the guide of Google are theirs, and so is how long a command waits", async () => {
  const pages = await Promise.all(["login", "doctor", "copy"].map((command) => stageline(command, "--help")));
  const helps = pages.map(({ stdout }) => stdout).join("");
  for (const option of [
    "--client",
    "--out",
    "--read-only",
    "--port",
    "--json",
    "--accept",
    "--again",
    "--move",
  ]) {
    expect(googleGuide).toContain(option);
    expect(helps).toContain(`  ${option} `);
  }
  expect([DEADLINE_MS / 60_000, /for (\w+) minutes at most/.exec(googleGuide)?.[1]]).toEqual([5, "five"]);
});
