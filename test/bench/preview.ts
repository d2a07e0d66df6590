// From `stageline preview` to the first edit, and from a stage that is typed to where it is ruled, logged and said, on a copy
// of the demo book and on a new board. In a real browser; Chromium itself is started before. Run by `npm run bench`.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";

const COMMAND = "dist/stageline.mjs";
const EDITS = 7;
const QUIET = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
];

const folder = mkdtempSync(join(tmpdir(), "stageline-bench-"));
const context = await chromium.launchPersistentContext(join(folder, "profile"), {
  executablePath: "/usr/bin/chromium",
  args: QUIET,
  viewport: { width: 1400, height: 900 },
});
const board = join(folder, "board.xlsx");
const clients = join(folder, "clients.csv");
const names = Array.from({ length: EDITS + 1 }, (_, index) => `Client ${index + 1},+31 20 555 000${index}`);
writeFileSync(clients, ["Name,Phone", ...names].join("\n"));
const fields = ["--field", "Name=Name", "--field", "Phone=Phone"];
await ended(spawn("node", [COMMAND, "new", board, "--template", "sales"], { stdio: "ignore" }));
await ended(
  spawn("node", [COMMAND, "import", board, clients, "--board", "Sales", ...fields], { stdio: "ignore" }),
);
await measured("a copy of the demo book", []);
await measured("a new board", [board]);
await context.close();
rmSync(folder, { recursive: true, force: true });

async function measured(name: string, args: readonly string[]): Promise<void> {
  const start = performance.now();
  const preview = spawn("node", [COMMAND, "preview", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const page = await opened(context, await addressOf(preview));
  await goTo(page, "B2");
  const first = performance.now() - start;
  const edits: number[] = [];
  for (let row = 2; row < EDITS + 2; row++) edits.push(await moveAt(page, row));
  const [earliest] = edits;
  const sorted = edits.slice(1).sort((left, right) => left - right);
  const median = sorted[Math.floor(sorted.length / 2)];
  console.log(`  ${name}: first edit possible after ${(first / 1000).toFixed(1)} s`);
  console.log(`    a stage ruled, logged and said after ${ms(median)}, the first one after ${ms(earliest)}`);
  preview.kill("SIGINT");
  await ended(preview);
  await page.close();
}

/** From Enter to what the add-on says of it, in the milliseconds of the page. */
async function moveAt(page: Page, row: number): Promise<number> {
  await goTo(page, `A${row}`);
  const [stage, other] = ["Dialogue", "Initial Outreach"];
  const isThere = (await page.getByLabel("Content of the cell").textContent()) === stage;
  await page.keyboard.type(isThere ? other : stage);
  await page.evaluate(`window.benchSaid = new Promise((resolve) => {
    let start = 0;
    addEventListener("keydown", () => { start = performance.now(); }, { capture: true, once: true });
    const place = document.querySelector(".toasts");
    new MutationObserver((_, observer) => {
      if (place.textContent === "") return;
      observer.disconnect();
      resolve(performance.now() - start);
    }).observe(place, { childList: true });
  }); 0`);
  await page.keyboard.press("Enter");
  const milliseconds = await page.evaluate<number>("window.benchSaid");
  for (const note of await page.getByRole("button", { name: "Close this note" }).all()) await note.click();
  return milliseconds;
}

async function opened({ newPage }: BrowserContext, url: string): Promise<Page> {
  const page = await newPage.call(context);
  await page.goto(url);
  await page.getByRole("textbox", { name: "Cell, such as B3", disabled: false }).waitFor();
  const tabs = page.getByRole("navigation", { name: "Tabs of the book" });
  await tabs.getByRole("button", { name: "Sales" }).click();
  return page;
}

async function goTo(page: Page, address: string): Promise<void> {
  const line = page.getByLabel("Cell, such as B3");
  await line.fill(address);
  await line.press("Enter");
}

function addressOf(preview: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    preview.stdout?.on("data", (chunk: unknown) => {
      const [url] = /http:\S+/.exec(String(chunk)) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
}

function ended(process: ChildProcess): Promise<void> {
  return new Promise((resolve) => process.once("exit", () => resolve()));
}

function ms(value: number | undefined): string {
  return `${(value ?? Number.NaN).toFixed(0)} ms`;
}
