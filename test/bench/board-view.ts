// The board over the sheet at three sizes: how large the answer is that it is drawn from, how long the script takes for it
// once the tabs are read, and in the browser from the answer to the drawn page, and from a letter in "Find" to the cards
// that match. Run by `npm run bench`.

import { readFileSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { boardView } from "../../shared/report/views/board-view.ts";
import { momentFromInstant, utc } from "../../shared/value/moment.ts";
import { WIDE_BOARD_NOW, wideBook } from "../apps-script/wide-board.ts";

const PAGE = readFileSync("dist/apps-script/Sidebar.html", "utf8").replace(
  'data-start=""',
  'data-start="board-view"',
);
const SIZES = [200, 2_000, 10_000];
const GOES = 5;

/** Answers each call with the view that waits, and notes how long it takes from there to the second frame after. */
const SHIM = `
  window.afterFrames = (told) => requestAnimationFrame(() => requestAnimationFrame(told));
  const runner = (told) => ({
    withSuccessHandler: runner,
    withFailureHandler: () => runner(told),
    pageBoard: () => setTimeout(() => {
      const start = performance.now();
      told(JSON.parse(window.benchAnswer));
      afterFrames(() => { window.benchDrawn = performance.now() - start; });
    }),
  });
  window.google = { script: { run: runner(() => {}), host: { close: () => {} } } };`;

const FIND = `new Promise((resolve) => {
  const line = document.querySelector("input[type=search]");
  const start = performance.now();
  line.value = line.value === "" ? "hill 8" : "";
  line.dispatchEvent(new Event("input", { bubbles: true }));
  afterFrames(() => resolve(performance.now() - start));
})`;

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const records of SIZES) await measure(browser, records);
await browser.close();

async function measure(browser: Browser, records: number): Promise<void> {
  const { tables } = wideBook(records);
  const now = momentFromInstant(WIDE_BOARD_NOW, utc);
  const view = medianOf(await goes(() => timeOf(() => boardView(tables, { now }))));
  const answer = JSON.stringify(boardView(tables, { now }));
  const drawn = medianOf(await goes(() => drawnIn(browser, answer)));
  const page = await openPage(browser, answer);
  const tiles = await page.locator(".tile").count();
  const found = medianOf(await goes(() => page.evaluate<number>(FIND)));
  await page.close();
  const size = `${(answer.length / 1024).toFixed(0)} kB`;
  console.log(`  ${records.toLocaleString("en-US")} records: ${size}, made in ${ms(view)}`);
  console.log(`    drawn ${ms(drawn)} after the answer, ${tiles} cards of it; found in ${ms(found)}`);
}

async function openPage(browser: Browser, answer: string) {
  const page = await browser.newPage({ viewport: { width: 1100, height: 640 } });
  await page.addInitScript({ content: `window.benchAnswer = ${JSON.stringify(answer)};${SHIM}` });
  await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
  await page.goto("http://127.0.0.1/board");
  await page.waitForFunction("window.benchDrawn !== undefined");
  return page;
}

async function drawnIn(browser: Browser, answer: string): Promise<number> {
  const page = await openPage(browser, answer);
  const milliseconds = await page.evaluate<number>("window.benchDrawn");
  await page.close();
  return milliseconds;
}

async function goes(measured: () => number | Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let go = 0; go < GOES; go++) times.push(await measured());
  return times;
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function medianOf(times: readonly number[]): number {
  return [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
