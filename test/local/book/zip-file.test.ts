// Held against another program's zip, both ways.

import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { unpacked, zipFile, zippedParts } from "../../../local/book/zip-file.ts";

type Parts = ReadonlyMap<string, Uint8Array>;

function unzipped(bytes: Uint8Array): Parts {
  return new Map(zippedParts(bytes).map((part) => [part.name, unpacked(bytes, part)]));
}

const name = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !/^\d+$|^__proto__$/.test(text));
const anyParts = fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 500 })), {
  selector: ([title]) => title,
});

test("what is packed here, another program unpacks, and the other way round", () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      expect(Object.entries(unzipSync(zipFile(new Map(parts))))).toEqual(parts);
      expect([...unzipped(zipSync(Object.fromEntries(parts)))]).toEqual(parts);
    }),
  );
});

test("parts may be stored as they are, and a comment may stand behind the directory", () => {
  const stored = zipSync({ "a.txt": strToU8("plain") }, { level: 0 });
  const commented = Uint8Array.of(...stored, 1, 2, 3);
  commented[stored.length - 2] = 3;
  expect(strFromU8(unzipped(commented).get("a.txt") ?? new Uint8Array())).toBe("plain");
});

test("a part that holds more than the directory says is not unpacked", () => {
  const bytes = zipFile(new Map([["a.txt", strToU8("a".repeat(1000))]]));
  const directory = bytes.length - 22 - 46 - "a.txt".length;
  new DataView(bytes.buffer).setUint32(directory + 24, 10, true);
  expect(() => unzipped(bytes)).toThrow();
});

test("sizes and places that do not fit stand behind the name", () => {
  const bytes = zipFile(new Map([["a.txt", strToU8("plain")]]));
  const directory = bytes.length - 22 - 46 - "a.txt".length;
  const [part] = zippedParts(bytes);
  const extra = new DataView(new ArrayBuffer(28));
  extra.setUint16(0, 1, true);
  extra.setUint16(2, 24, true);
  for (const [index, number] of [5, part?.packedBytes ?? 0, 0].entries())
    extra.setBigUint64(4 + index * 8, BigInt(number), true);
  const entry = bytes.slice(directory, -22);
  const view = new DataView(entry.buffer);
  for (const offset of [20, 24, 42]) view.setUint32(offset, 0xffffffff, true);
  view.setUint16(30, 28, true);
  const end = bytes.slice(-22);
  const long = Uint8Array.of(...bytes.slice(0, directory), ...entry, ...new Uint8Array(extra.buffer), ...end);
  expect(strFromU8(unzipped(long).get("a.txt") ?? new Uint8Array())).toBe("plain");
});

test("a file that is cut off anywhere is not taken for whole", () => {
  const bytes = zipFile(new Map([["a.txt", strToU8("plain")]]));
  for (let length = 0; length < bytes.length; length++)
    expect(() => unzipped(bytes.subarray(0, length))).toThrow();
});
