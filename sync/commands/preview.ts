// `stageline preview`: a book as a spreadsheet in the browser, with the add-on beside it, until somebody ends it. The book
// is locked all the while, since what is in memory would be written over what another run writes.

import { withBookLock } from "../../local/book/book-lock.ts";
import { type OpenPreview, openPreview } from "../../local/preview/open-preview.ts";
import { bookKeeper } from "../../local/preview/saving/book-keeper.ts";
import { instantMs } from "../../shared/value/moment.ts";
import { say } from "../output.ts";
import { builtFolder, builtText } from "../preview/built-parts.ts";
import { demoCopy } from "../preview/demo-copy.ts";
import { type OpenedBook, openedBook } from "../preview/opened-book.ts";
import { portOf } from "../preview/port.ts";
import { showProgress } from "../progress.ts";
import { type CommonOptions, runOf } from "../run-options.ts";
import { systemSource } from "../run-source.ts";
import { timeZone } from "../time-zone.ts";

export interface PreviewOptions extends CommonOptions {
  readonly port?: string;
}

export async function previewBook(path: string | undefined, options: PreviewOptions): Promise<void> {
  const port = portOf(options.port);
  const book = path ?? (await demoCopy());
  await withBookLock(book, async () => {
    const preview = await openPreview({
      addOnFolder: builtFolder("apps-script"),
      previewFolder: builtFolder("preview"),
      failed: (error) => process.stderr.write(`stageline: ${String(error)}\n`),
      ...(port === undefined ? {} : { port }),
    });
    // For programs the address stands in the one answer that they get.
    if (options.json !== true) await sayAddress(preview, options);
    showProgress(`Reading ${book}`);
    const opened = await openedBook(book).catch(async (error: unknown) => {
      await preview.close();
      throw error;
    });
    await previewed(preview, opened, { options, isCopy: path === undefined });
  });
}

async function sayAddress({ url, headStart }: OpenPreview, options: PreviewOptions): Promise<void> {
  say({ exitCode: 0, json: { url }, lines: [url, ""] }, options);
  await headStart();
}

interface Previewing {
  readonly options: PreviewOptions;
  readonly isCopy: boolean;
}

async function previewed(
  preview: OpenPreview,
  opened: OpenedBook,
  { options, isCopy }: Previewing,
): Promise<void> {
  const { state, setting, saving, left } = opened;
  const code = await builtText("preview", "saving-thread.js");
  const keeper = bookKeeper({ state, setting, kept: saving, code });
  const clockMs = clockFrom(options, state.zone);
  preview.show({ state, kept: setting.name, saving, changed: keeper.changed, clockMs });
  say(
    {
      exitCode: 0,
      json: { book: setting.to, url: preview.url, left },
      lines: [
        isCopy
          ? `A copy of the demo book: what you do in it is kept in ${setting.to}`
          : `What you do is kept in ${setting.to}`,
        ...left.map((thing) => `Not shown, and not in that file: ${thing}`),
        "Mails go nowhere. Ctrl+C ends it.",
      ],
    },
    options,
  );
  await ended();
  await preview.close();
  const why = await keeper.close();
  if (why !== undefined)
    say({ exitCode: 3, json: { why }, lines: [], problems: [`Not saved: ${why}`] }, options);
}

/** A clock that runs as this machine's does, from the time that was asked for. */
function clockFrom(options: PreviewOptions, zone: string): () => number {
  const { now } = runOf(options, { zone: timeZone(zone), knownBy: "command", source: systemSource });
  const aheadMs = options.now === undefined ? 0 : instantMs(now) - systemSource.nowMs();
  return () => systemSource.nowMs() + aheadMs;
}

function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
