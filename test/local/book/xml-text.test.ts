import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeCellText, decodeText, encodeCellText, escapeAttribute } from "../../../local/book/xml-text.ts";

const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});
const escapeLike = fc.string({
  unit: fc.constantFrom("_", "x", "0", "4", "1", "F", "\u0001", "&", ";", "#"),
});

test("what is written is read back, whatever the text", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, escapeLike), (text) => {
      expect(decodeCellText(encodeCellText(text))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test("what is written holds nothing that XML 1.0 forbids", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(encodeCellText(text)).not.toMatch(/[^\t\n\u0020-\ud7ff\ud800-\udfff\ue000-\ufffd]|[<>]/);
      expect(encodeCellText(text)).toBe(
        new TextDecoder().decode(new TextEncoder().encode(encodeCellText(text))),
      );
    }),
  );
});

test("characters that XML cannot hold are written as spreadsheets write them", () => {
  expect(encodeCellText("a\u0000b\r\n")).toBe("a_x0000_b_x000D_\n");
  expect(encodeCellText("\ud800")).toBe("_xD800_");
  expect(encodeCellText("_x0041_")).toBe("_x005F_x0041_");
  expect(encodeCellText("<é🎉&>")).toBe("&lt;é🎉&amp;&gt;");
});

test("entities, sections and line ends are read", () => {
  expect(decodeText("&lt;&#65;&#x1F389;&amp;amp;&apos;")).toBe("<A🎉&amp;'");
  expect(decodeText("a<![CDATA[<b>&amp;]]>c<!-- d -->\r\ne\rf")).toBe("a<b>&amp;c\ne\nf");
});

test("an attribute keeps its quotes and its line breaks", () => {
  expect(escapeAttribute('"a"\nb\t<&>')).toBe("&quot;a&quot;&#10;b&#9;&lt;&amp;&gt;");
});
