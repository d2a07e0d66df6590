// A real browser, the way the page is seen: 300 pixels wide. Each has a profile of its own, thrown away at the end.

import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

const SIDEBAR = { width: 300, height: 700 };

/** Only to end what hangs: a busy machine takes its time. */
const PATIENCE_MS = 120_000;

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

export async function openBrowser(): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), "stageline-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumFile(),
    args: QUIET,
    viewport: SIDEBAR,
    locale: "en-GB",
    timezoneId: "UTC",
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { context, close };
}

function chromiumFile(): string {
  const folders = (process.env["PATH"] ?? "").split(":");
  const file = folders.map((folder) => join(folder, "chromium")).find((path) => existsSync(path));
  if (file === undefined) throw new Error('no program is called "chromium"; npm test installs it');
  return file;
}
