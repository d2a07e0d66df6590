// The sidebar as somebody has it open: the built page in a real browser, its calls carried to the built script, which
// runs as that person on a spreadsheet of this machine's Google. Nothing answers but the script.

import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { openGoogle } from "../../../local/apps-script/google.ts";
import { cellValue } from "../../../local/grid/shown-value.ts";
import type { Spreadsheet } from "../../../local/grid/spreadsheet.ts";
import { textOf } from "../../../shared/table/cell.ts";
import { addOnFile, builtScript } from "../built-add-on.ts";
import { type Browser, openBrowser } from "./chromium.ts";
import { type Loopback, serveLoopback } from "./loopback.ts";

const ADA = "ada@example.com";

export type Sheet = ReturnType<typeof openSheet>;

/** Ada's spreadsheet with the add-on: what is handed in, else a new one with nothing in it yet. */
export function openSheet({ state, now }: { readonly state?: Spreadsheet; readonly now?: number } = {}) {
  const google = openGoogle(now === undefined ? {} : { now });
  google.addAccount(ADA);
  const grid = state === undefined ? {} : { state };
  const book = google.addSpreadsheet({ name: "Work", owner: ADA, zone: "Etc/UTC", ...grid });
  const script = google.addScript(builtScript());
  google.install(script, ADA, { inSpreadsheet: book });
  const ada = google.person(ADA, book);
  return { google, ada, state: () => google.spreadsheet(book).state };
}

/** The same with a board of the built-in sales pipeline, live, and a deal of each name. */
export function openSales(...names: readonly string[]): Sheet {
  const sheet = openPractice();
  sheet.ada.open();
  sheet.ada.answers.push("OK");
  sheet.ada.menu("Stageline", "Practice or live", "Live");
  for (const name of names) addDeal(sheet, name);
  return sheet;
}

/** A board of the built-in sales pipeline as it begins: in practice, without records. */
export function openPractice(): Sheet {
  const sheet = openSheet();
  sheet.ada.page("pageNewBoard", { template: "sales", tab: "Sales" });
  return sheet;
}

/** Adds a deal as the form does. */
export function addDeal({ ada }: Sheet, name: string, values: Readonly<Record<string, string>> = {}): void {
  const form = `form of ${name} in twenty letters`;
  ada.page("pageCreate", { board: "Sales", values: { name, e_mail: "x@example.org", ...values }, form });
}

/** What stands under a header in the row of that name. */
export function cellOf(sheet: Sheet, place: { readonly name: string; readonly header: string }): string {
  const rows = sheet.state().tabs.find(({ name }) => name === "Sales")?.rows ?? [];
  const texts = rows.map((row) => row?.cells.map((cell) => textOf(cellValue(cell))) ?? []);
  const [headers = []] = texts;
  const row = texts.find((cells) => cells[headers.indexOf("Name")] === place.name);
  if (row === undefined || !headers.includes(place.header))
    throw new Error(`no ${place.header} of ${place.name}`);
  return row[headers.indexOf(place.header)] ?? "";
}

export interface Sidebar extends Omit<Loopback, "close"> {
  readonly page: Page;
}

/** Opens sidebars for the tests of a file, and closes each after its test; what the page throws fails the test. */
export function sidebars(): (sheet: Sheet, start?: string) => Promise<Sidebar> {
  const opened: { close: () => Promise<void> }[] = [];
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterEach(async () => {
    for (const sidebar of opened.splice(0)) await sidebar.close();
  });
  afterAll(() => browser?.close());
  return async (sheet, start = "today") => {
    if (browser === undefined) throw new Error("sidebars are opened within a test");
    const sidebar = await openSidebar(browser, sheet, start);
    opened.push(sidebar);
    return sidebar;
  };
}

async function openSidebar(browser: Browser, { ada }: Sheet, start: string) {
  const html = addOnFile("Sidebar.html").replace('data-start=""', `data-start="${start}"`);
  const names = [...addOnFile("Code.js").matchAll(/^function (\w+)\(/gm)].map(([, name]) => name ?? "");
  const run = (name: string, argument: unknown) => ada.page(name, argument);
  const loopback = await serveLoopback(html, { names, run });
  const page = await browser.context.newPage();
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  await page.goto(loopback.url);
  const close = async () => {
    await page.close();
    await loopback.close();
    if (errors.length > 0) throw errors[0];
  };
  return { ...loopback, page, close };
}
