// A book on disk. A write is all or nothing: a new file beside the old one, flushed, then put in its place, so
// that a crash leaves the one or the other. A file that somebody else wrote since it was read is not written
// over. The first write keeps a copy of what was there.

import { createHash } from "node:crypto";
import { constants, copyFile, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { type Book, bookOf, type FileStamp, readBook } from "./book.ts";
import { refuseOpenElsewhere, temporaryPath } from "./book-lock.ts";
import { packageBytes } from "./package.ts";

/** What a copy of the untouched book is called, behind the book's own name. */
const copySuffix = ".before-stageline.xlsx";

const ANYBODY_WRITES = 0o222;

/**
 * The book in a file.
 *
 * @throws {StagelineError} `file`, when there is none or it is not a workbook that can be kept whole
 */
export async function openBook(path: string): Promise<Book> {
  const name = basename(path);
  const real = await realPath(path);
  if (real === undefined) throw new StagelineError("file", `there is no file "${path}"`);
  const bytes = await readBytes(real, name);
  const book = readBook(bytes, name);
  const { mtimeMs } = await stat(real);
  const file = { path: real, sizeBytes: bytes.length, modifiedMs: mtimeMs, sha256: hashOf(bytes) };
  return bookOf(book.package, book.workbook, { ...file, package: book.package });
}

/**
 * The book as it now stands in the file; nothing is written when it stands so already. Call it under
 * `withBookLock`, with a book that was opened under that same lock.
 *
 * @throws {StagelineError} `busy`, when the file was changed since it was read, or is open elsewhere;
 *   `file`, when it cannot be written
 */
export async function saveBook(path: string, book: Book): Promise<Book> {
  if (book.workbook.sheets.length === 0) {
    throw new StagelineError("usage", `"${basename(path)}" would have no tab; lay one out first`);
  }
  const real = (await realPath(path)) ?? resolve(path);
  if ((await realPath(dirname(real))) === undefined) {
    throw new StagelineError("file", `there is no folder "${dirname(path)}"`);
  }
  if (book.file?.package === book.package && book.file.path === real) return book;
  await refuseOpenElsewhere(real);
  const before = await presentFile(real, book.file);
  const bytes = packageBytes(book.package);
  const temporary = temporaryPath(real);
  try {
    if (before !== undefined) await keepCopy(real);
    await writeFlushed(temporary, bytes, before?.mode);
    await presentFile(real, book.file);
    await rename(temporary, real);
  } catch (cause) {
    await rm(temporary, { force: true });
    if (cause instanceof StagelineError) throw cause;
    throw new StagelineError("file", `"${basename(path)}" cannot be written: ${reason(cause)}`, { cause });
  }
  await flushFolder(dirname(real));
  const { mtimeMs } = await stat(real);
  const file = { path: real, sizeBytes: bytes.length, modifiedMs: mtimeMs, sha256: hashOf(bytes) };
  return bookOf(book.package, book.workbook, { ...file, package: book.package });
}

async function presentFile(
  path: string,
  stamp: FileStamp | undefined,
): Promise<{ readonly mode: number } | undefined> {
  const name = basename(path);
  const present = await stat(path).catch(() => undefined);
  const expected = stamp?.path === path ? stamp : undefined;
  if (present === undefined) {
    if (expected === undefined) return undefined;
    throw new StagelineError("busy", `"${name}" was moved or deleted since it was read`);
  }
  if (expected === undefined) {
    throw new StagelineError("file", `"${name}" is there already and would be written over`);
  }
  if ((present.mode & ANYBODY_WRITES) === 0) {
    throw new StagelineError("file", `"${name}" is read-only; allow writing to it first`);
  }
  const isSame = present.size === expected.sizeBytes && hashOf(await readFile(path)) === expected.sha256;
  if (!isSame) throw new StagelineError("busy", `"${name}" was changed since it was read; run again`);
  return { mode: present.mode };
}

async function keepCopy(path: string): Promise<void> {
  const copy = path + copySuffix;
  if ((await stat(copy).catch(() => undefined)) !== undefined) return;
  const temporary = temporaryPath(path, "copy");
  await copyFile(path, temporary, constants.COPYFILE_EXCL);
  await flushed(temporary);
  await rename(temporary, copy);
}

async function writeFlushed(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const handle = await open(path, "wx", mode ?? 0o666);
  try {
    await handle.writeFile(bytes);
    if (mode !== undefined) await handle.chmod(mode & 0o7777);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function flushed(path: string): Promise<void> {
  const handle = await open(path, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

// Windows cannot open a folder and has no need to.
async function flushFolder(path: string): Promise<void> {
  const handle = await open(path, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function readBytes(path: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new StagelineError("file", `"${name}" cannot be read: ${reason(cause)}`, { cause });
  }
}

// A link stays a link: what is written is the file that it leads to.
async function realPath(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
