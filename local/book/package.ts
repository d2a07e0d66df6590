// The file of a workbook: a zip of parts. A part that nobody changes goes back with the very bytes that it came
// with. What is no workbook that we can keep whole is refused here, with what to do about it, before anything
// is written; and a file that would unpack to more than memory should hold is not unpacked.

import { StagelineError } from "../../shared/value/stageline-error.ts";
import { unpacked, zipFile, zippedParts } from "./zip-file.ts";

export interface Package {
  /** By name, without a leading slash, in the order of the file. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** More than any book that people work in; a zip can name any size that it likes. */
const MOST_UNPACKED_BYTES = 1024 ** 3;
const OLE_HEADER = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP_HEADER = [0x50, 0x4b];

/**
 * The parts of a workbook's file; `name` is what the messages call it.
 *
 * @throws {StagelineError} `file`, when it is not a workbook that can be read
 */
export function readPackage(bytes: Uint8Array, name: string): Package {
  if (bytes.length === 0) throw new StagelineError("file", `"${name}" is empty, a workbook was expected`);
  if (startsWith(bytes, OLE_HEADER)) {
    const remedy = "save it as .xlsx without a password";
    throw new StagelineError("file", `"${name}" is encrypted or an old .xls; ${remedy}`);
  }
  if (!startsWith(bytes, ZIP_HEADER)) {
    throw new StagelineError("file", `"${name}" is not an .xlsx workbook`);
  }
  return { parts: unzipped(bytes, name) };
}

/** The file of a package; the same parts always give the same bytes. */
export function packageBytes(pack: Package): Uint8Array {
  return zipFile(pack.parts);
}

/** The text of a part; `undefined` where the package has none of that name. */
export function partText(pack: Package, name: string): string | undefined {
  const bytes = pack.parts.get(name);
  return bytes === undefined ? undefined : new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** A part as bytes, always UTF-8, whatever it was before. */
export function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*encoding=["'])utf-16(["'])/i, "$1UTF-8$2"));
}

/** A package with some parts replaced, added, or (where `undefined`) left out. */
export function withParts(pack: Package, changed: ReadonlyMap<string, Uint8Array | undefined>): Package {
  const parts = new Map(pack.parts);
  for (const [name, bytes] of changed) {
    if (bytes === undefined) parts.delete(name);
    else parts.set(name, bytes);
  }
  return { parts };
}

function unzipped(bytes: Uint8Array, name: string): ReadonlyMap<string, Uint8Array> {
  try {
    const zipped = zippedParts(bytes);
    if (zipped.reduce((sum, part) => sum + part.unpackedBytes, 0) > MOST_UNPACKED_BYTES)
      throw new StagelineError("file", `"${name}" unpacks to more than 1 GB, more than a book should hold`);
    return new Map(zipped.map((part) => [part.name, unpacked(bytes, part)]));
  } catch (cause) {
    if (cause instanceof StagelineError) throw cause;
    throw new StagelineError("file", `"${name}" is cut off or damaged, it cannot be unpacked`, { cause });
  }
}

function startsWith(bytes: Uint8Array, header: readonly number[]): boolean {
  return header.every((byte, index) => bytes[index] === byte);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}
