// One run at a time: a lock file beside the book keeps our own runs apart, and the lock files that Excel and
// LibreOffice leave there say that a person has it open. A lock says who holds it; one whose process is gone
// is taken over, and what a killed run left behind is cleared away.

import { link, readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { StagelineError } from "../../shared/value/stageline-error.ts";

interface Holder {
  readonly pid: number;
  readonly host: string;
}

const OURS = ".~stageline.";
// A lock without a holder is one that is being written this moment, or that a crash cut short.
const UNREADABLE_LOCK_MS = 10_000;
// Excel writes its user's name behind one byte of length, in a field of this size.
const EXCEL_NAME_BYTES = 54;

const heldHere = new Set<string>();
let temporaryCount = 0;

/**
 * What `work` gives, done while no other run of ours can write the book and nobody has it open.
 *
 * @throws {StagelineError} `busy`, when another run or a spreadsheet program has it
 */
export async function withBookLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const book = await realpath(path).catch(() => resolve(path));
  const lock = `${join(dirname(book), OURS + basename(book))}.lock`;
  if (heldHere.has(lock)) throw new StagelineError("busy", `this run is writing "${basename(book)}" already`);
  heldHere.add(lock);
  let isTaken = false;
  try {
    await take(lock, basename(book));
    isTaken = true;
    await refuseOpenElsewhere(book);
    await clearLeftovers(book);
    return await work();
  } finally {
    heldHere.delete(lock);
    if (isTaken) await rm(lock, { force: true });
  }
}

/** @throws {StagelineError} `busy`, when a spreadsheet program has the book open, with who it is */
export async function refuseOpenElsewhere(path: string): Promise<void> {
  const [folder, name] = [dirname(path), basename(path)];
  const excel = await readFile(join(folder, `~$${name}`)).catch(() => undefined);
  if (excel !== undefined) throw openElsewhere(name, `Excel${by(excelUser(excel))}`, `~$${name}`);
  const office = `.~lock.${name}#`;
  const text = await readFile(join(folder, office), "utf8").catch(() => undefined);
  if (text !== undefined) throw openElsewhere(name, `LibreOffice${by(officeUser(text))}`, office);
}

/** A name beside the book for a file that is not finished; cleared away by the next run if this one is killed. */
export function temporaryPath(path: string, kind = "new"): string {
  temporaryCount += 1;
  const name = `${OURS}${basename(path)}.${process.pid}-${temporaryCount}.${kind}.tmp`;
  return join(dirname(path), name);
}

async function take(lock: string, name: string): Promise<void> {
  const mine: Holder = { pid: process.pid, host: hostname() };
  const written = `${lock}.${process.pid}.new.tmp`;
  try {
    await writeFile(written, JSON.stringify(mine));
    await takeWritten(written, { lock, name, mine });
  } catch (cause) {
    if (cause instanceof StagelineError) throw cause;
    throw new StagelineError("file", `"${name}" cannot be locked: no file can be made beside it`, { cause });
  } finally {
    await rm(written, { force: true });
  }
}

// Written whole beside its place and linked into it: a run that is killed at any moment leaves a lock that names
// it, or none.
async function takeWritten(
  written: string,
  { lock, name, mine }: { readonly lock: string; readonly name: string; readonly mine: Holder },
): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await link(written, lock);
      return;
    } catch (cause) {
      // The run that holds the lock clears away what others left, this file too.
      if (codeOf(cause) === "ENOENT") break;
      if (codeOf(cause) !== "EEXIST") throw cause;
    }
    const holder = await holderOf(lock);
    if (holder !== undefined && isAlive(holder)) {
      const where = holder.host === mine.host ? "" : ` on "${holder.host}"`;
      throw new StagelineError("busy", `another run (process ${holder.pid}${where}) is writing "${name}"`);
    }
    if (holder === undefined && (await ageMs(lock)) < UNREADABLE_LOCK_MS) {
      throw new StagelineError("busy", `another run is about to write "${name}"`);
    }
    await removeStale(lock, holder);
  }
  throw new StagelineError("busy", `another run is about to write "${name}"`);
}

// Moved aside before it is removed: of two runs that find the same dead lock, the slower may move the lock that
// the quicker has just made, and must put that one back.
async function removeStale(lock: string, holder: Holder | undefined): Promise<void> {
  const aside = `${lock}.${process.pid}.tmp`;
  try {
    await rename(lock, aside);
  } catch {
    return;
  }
  const moved = await holderOf(aside);
  if (moved?.pid !== holder?.pid) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

async function clearLeftovers(path: string): Promise<void> {
  const stem = `${OURS}${basename(path)}.`;
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names) {
    if (name.startsWith(stem) && name.endsWith(".tmp")) await rm(join(dirname(path), name), { force: true });
  }
}

async function holderOf(lock: string): Promise<Holder | undefined> {
  const text = await readFile(lock, "utf8").catch(() => "");
  const match = /^\{"pid":(\d+),"host":"(.*)"\}$/.exec(text);
  return match === null ? undefined : { pid: Number(match[1]), host: match[2] ?? "" };
}

// Of another machine nothing can be known, so its lock counts. Our own process number in a lock that this
// run does not hold is a number that was given out twice, as happens in containers.
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === "EPERM";
  }
}

async function ageMs(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? Number.POSITIVE_INFINITY : Date.now() - found.mtimeMs;
}

function openElsewhere(name: string, who: string, lock: string): StagelineError {
  const remedy = `close it there (or delete "${lock}" if nobody has it open)`;
  return new StagelineError("busy", `"${name}" is open in ${who}; ${remedy}`);
}

function excelUser(bytes: Uint8Array): string {
  const length = Math.min(bytes[0] ?? 0, EXCEL_NAME_BYTES);
  return new TextDecoder("latin1").decode(bytes.subarray(1, 1 + length)).trim();
}

// ",name,host,time,profile;" with commas inside a name escaped.
function officeUser(text: string): string {
  return (text.split(/(?<!\\),/)[1] ?? "").replace(/\\(.)/g, "$1").trim();
}

function by(user: string): string {
  return user === "" ? "" : ` by ${user}`;
}

function codeOf(cause: unknown): unknown {
  return typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
}
