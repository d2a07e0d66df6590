import fc from "fast-check";
import { expect, test } from "vitest";
import { utf8Bytes } from "../../../shared/value/utf8.ts";

test("a text has the bytes that the platform's own encoder gives, lone halves of pairs included", () => {
  const text = fc.string({
    unit: fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\ud800", "\udc00")),
  });
  fc.assert(
    fc.property(text, (text) => {
      expect([...utf8Bytes(text)]).toEqual([...new TextEncoder().encode(text)]);
    }),
  );
});

test("characters of one to four bytes are written as such", () => {
  expect([...utf8Bytes("a¢€😀")]).toEqual([0x61, 0xc2, 0xa2, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80]);
});
