// The preview as somebody has it open: the built command on a book of its own, and its page in a real browser. The grid is a
// picture, so that what it shows is read from the line above it, cell by cell, as a screen reader does.

import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { type Browser, openBrowser } from "../../apps-script/sidebar/chromium.ts";
import { fileOf, newPath, type Running, stageline, start } from "../../command.ts";

const SCREEN = { width: 1400, height: 900 };

/** What the first cell of a board says. */
const BOARD = "Stage";

export interface Preview {
  readonly book: string;
  readonly url: string;
  /** Another window on the same book. */
  readonly window: () => Promise<Page>;
  /** Ends the command as Ctrl+C does; its exit code. */
  readonly end: () => Promise<number | null>;
}

/** A book that is no board, and the text of its first cell; or one that is shown at another time. */
export interface OddBook {
  readonly book: string;
  readonly beginsWith: string;
  /** Local time of the book. */
  readonly now?: string;
}

/** A live board of the built-in sales pipeline, with a deal of each name. */
export async function salesBook(...names: readonly string[]): Promise<string> {
  const book = await bookOf("sales");
  if (names.length === 0) return book;
  const rows = names.map((name, index) => `${name},+31 20 555 000${index}`);
  await imported(book, ["Name,Phone", ...rows], ["--board", "Sales", "--field", "Phone=Phone"]);
  return book;
}

/** A live board of the built-in orders, with one that waits for its invoice to be paid. */
export async function ordersBook(): Promise<string> {
  const book = await bookOf("orders");
  await imported(book, ["Name,At", "Ann Lee,Customer Invoice"], ["--board", "Orders", "--stage", "At"]);
  return book;
}

/** A live board of the built-in installations, with one whose customer waits to hear of the inspection. */
export async function solarBook(): Promise<string> {
  const book = await bookOf("solar");
  const fields = ["Owner", "E-mail", "Inspection on"].flatMap((field) => ["--field", `${field}=${field}`]);
  const rows = ["Name,Owner,E-mail,Inspection on", "Ann Lee,Mira,ann@lee.example,2030-05-06"];
  await imported(book, rows, ["--board", "Solar", ...fields]);
  return book;
}

async function bookOf(template: string): Promise<string> {
  const book = newPath();
  await stageline("new", book, "--template", template, "--zone", "Etc/UTC");
  return book;
}

async function imported(book: string, lines: readonly string[], options: readonly string[]): Promise<void> {
  const file = fileOf(lines.join("\n"));
  const { exitCode, stderr } = await stageline("import", book, file, "--field", "Name=Name", ...options);
  if (exitCode !== 0) throw new Error(stderr);
}

/**
 * Opens previews for the tests of a file, and ends each after its test, or after all of them where these go on in one window;
 * what a page throws or logs fails the test.
 */
export function previews(whenDone = afterEach): (given?: string | OddBook) => Promise<Preview> {
  const faults: string[] = [];
  const running: Running[] = [];
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
    await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    watch(browser.context, faults);
  });
  afterAll(() => browser?.close());
  whenDone(async () => {
    for (const page of browser?.context.pages() ?? []) await page.close();
    for (const { process, ended } of running.splice(0)) {
      process.kill("SIGINT");
      await ended;
    }
    expect(faults.splice(0)).toEqual([]);
  });
  return async (given) => {
    if (browser === undefined) throw new Error("previews are opened within a test");
    const { context } = browser;
    const { book, beginsWith, now }: OddBook =
      typeof given === "object" ? given : { book: given ?? (await salesBook()), beginsWith: BOARD };
    const command = start("preview", book, ...(now === undefined ? [] : ["--now", now]));
    running.push(command);
    const url = await addressOf(command);
    const window = async () => {
      const page = await context.newPage();
      await page.setViewportSize(SCREEN);
      await page.goto(url);
      await page.getByRole("textbox", { name: "Cell, such as B3", disabled: false }).waitFor();
      if (beginsWith === BOARD) await openBoard(page);
      await seeIn(page, "A1", beginsWith);
      return page;
    };
    const end = async () => {
      for (const page of context.pages()) await page.close();
      command.process.kill("SIGINT");
      return (await command.ended).exitCode;
    };
    return { book, url, window, end };
  };
}

/** The first tab behind the Dashboard, which the page opens with. */
export async function openBoard(page: Page): Promise<void> {
  const tabs = page.getByRole("navigation", { name: "Tabs of the book" }).getByRole("button");
  await tabs.filter({ hasNotText: "Dashboard" }).first().click();
}

/** Goes to a cell as people do who know its address. */
export async function goTo(page: Page, address: string): Promise<void> {
  const line = page.getByLabel("Cell, such as B3");
  await line.fill(address);
  await line.press("Enter");
}

/** Goes there and types; Enter takes it. */
export async function typeInto(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await leaves(page, address);
}

/** After Enter the grid goes down a cell in its own time; whoever went elsewhere before would be sent on from there. */
export async function leaves(page: Page, address: string): Promise<void> {
  await expect.poll(() => marked(page).textContent()).not.toMatch(new RegExp(`^${address} `));
}

/** The marked cell and what it holds, as those hear it who do not see the grid. */
function marked(page: Page) {
  return page.locator(".cell-line [role=status]");
}

/** Waits until a cell shows that text; "" for an empty one. */
export async function seeIn(page: Page, address: string, text: string): Promise<void> {
  // A key that is still on its way may mark another cell after it.
  const seen = async () => {
    await goTo(page, address);
    return marked(page).textContent();
  };
  // Each time the grid draws itself: a wait in between leaves the time to what is waited for.
  await expect.poll(seen, { interval: 200 }).toBe(`${address} ${text === "" ? "empty" : text}`);
}

/** Chooses from the menus of the add-on, by the captions of the menu and of the item in it. */
export async function choose(page: Page, title: string, caption: string): Promise<void> {
  const menus = page.getByRole("navigation", { name: "Menus of the add-on" });
  await menus.getByRole("button", { name: title }).click();
  await menus.getByRole("menuitem", { name: caption, exact: true }).click();
}

/** Moves the clock to next Monday, and waits until it has come there. */
export async function moveToMonday(page: Page): Promise<void> {
  const clock = page.getByRole("region", { name: "Clock" });
  const move = clock.getByRole("button", { name: "next Monday", disabled: false });
  const day = async () => (await clock.getByRole("status").textContent())?.replace(/, \d\d:\d\d.*/, "");
  const before = await day();
  await move.click();
  await expect.poll(day).not.toBe(before);
  await move.waitFor();
}

/** In an open menu, down to that item and into it. */
export async function chooseByKeys(page: Page, caption: string): Promise<void> {
  const at = () => page.evaluate<string>("document.activeElement.textContent");
  for (let items = 0; (await at()) !== caption; items += 1) {
    if (items > 50) throw new Error(`the menu has no "${caption}"`);
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
}

function watch(context: BrowserContext, faults: string[]): void {
  context.on("weberror", (error) => faults.push(error.error().message));
  context.on("console", (message) => {
    // A test that takes the line away is told so by the browser.
    const isOffline = message.text().includes("ERR_INTERNET_DISCONNECTED");
    const isFault = message.type() === "error" || message.type() === "warning";
    if (isFault && !isOffline) faults.push(message.text());
  });
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") faults.push(`asked for ${request.url()}`);
  });
}

function addressOf({ process, ended }: Running): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    process.stdout?.on("data", (chunk: unknown) => {
      text += String(chunk);
      const [url] = /http:\/\/127\.0\.0\.1:\d+\/\w+\//.exec(text) ?? [];
      if (url !== undefined) resolve(url);
    });
    void ended.then(({ stderr }) => reject(new Error(`the preview ended: ${stderr}`)));
  });
}
