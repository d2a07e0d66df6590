// A real browser, the way the page is seen: 300 pixels wide. It takes its time to start, so that the files of a worker share
// one; what it keeps of pages is of one file alone, and is thrown away at its end.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium, type Browser as Program } from "playwright-core";

const SIDEBAR = { width: 300, height: 700 };

/** Only to end what hangs: a busy machine takes its time. */
const PATIENCE_MS = 200_000;

/** What it would do by itself and no test asks for: talk to others, update, sync. */
const QUIET = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Browser {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

/** Started with the first file of a worker that asks for one, and ended with the worker. */
let program: Promise<Program> | undefined;

export async function openBrowser(): Promise<Browser> {
  program ??= chromium.launch({ executablePath: chromiumFile(), args: QUIET });
  const context = await (await program).newContext({ viewport: SIDEBAR, locale: "en-GB", timezoneId: "UTC" });
  context.setDefaultTimeout(PATIENCE_MS);
  return { context, close: () => context.close() };
}

function chromiumFile(): string {
  const folders = (process.env["PATH"] ?? "").split(":");
  const file = folders.map((folder) => join(folder, "chromium")).find((path) => existsSync(path));
  if (file === undefined) throw new Error('no program is called "chromium"; npm test installs it');
  return file;
}
