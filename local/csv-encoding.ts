// The bytes of a text file as UTF-8. Excel writes CSV in UTF-8 with a mark, in UTF-16, or (still the usual "CSV")
// in the code page of the machine, of which windows-1252 is the commonest. What is valid UTF-8 is UTF-8: text in
// another encoding almost never is by chance. A file that is no text at all is refused, and named for what it is.

import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { StagelineError } from "../shared/value/stageline-error.ts";

export interface DecodedText {
  /** UTF-8 without a byte order mark. */
  readonly bytes: Buffer;
  /** "utf-8", "utf-16le", "utf-16be", "windows-1252", or what the caller gave. */
  readonly encoding: string;
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ["504b0304", "a workbook or a zip archive"],
  ["d0cf11e0", "an old workbook (.xls)"],
  ["25504446", "a PDF"],
  ["1f8b", "a compressed file"],
];
const NUL = 0;

/**
 * The file's text; `name` is how messages call the file.
 *
 * @throws {StagelineError} `file`, when the bytes are no text; `usage`, when there is no such encoding
 */
export function decodedText(bytes: Buffer, name: string, given?: string): DecodedText {
  const signature = SIGNATURES.find(([start]) => bytes.subarray(0, 4).toString("hex").startsWith(start));
  if (signature) {
    throw new StagelineError("file", `"${name}" is ${signature[1]}, not CSV; saved as CSV it can be read`);
  }
  if (given !== undefined && !iconv.encodingExists(given)) {
    throw new StagelineError("usage", `"${given}" is not an encoding like utf-8 or windows-1252`);
  }
  const encoding = given ?? guessedEncoding(bytes);
  if (encoding.startsWith("utf-16") && bytes.length % 2 === 1) {
    throw new StagelineError(
      "file",
      `"${name}" ends in the middle of a character; it was cut off on its way`,
    );
  }
  const text = encoding === "utf-8" ? withoutMark(bytes) : Buffer.from(iconv.decode(bytes, encoding));
  if (text.includes(NUL)) {
    throw new StagelineError("file", `"${name}" is not a text file; CSV in UTF-8 would be right`);
  }
  return { bytes: text, encoding };
}

function guessedEncoding(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
