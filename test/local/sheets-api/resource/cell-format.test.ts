import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMask } from "../../../../local/sheets-api/field-mask.ts";
import {
  type CellLook,
  changedFormat,
  formatJson,
  lookFrom,
} from "../../../../local/sheets-api/resource/cell-format.ts";
import { colourJson, hexOf } from "../../../../local/sheets-api/resource/colour.ts";
import "../../../seed.ts";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((colour) => `#${colour.toString(16).padStart(6, "0")}`);
const look = fc
  .record(
    {
      numberFormat: fc.constantFrom(
        "@",
        "0.00%",
        "yyyy-mm-dd",
        "h:mm",
        "#,##0.00",
        '"€"#,##0.00',
        "M/d/yyyy H:mm:ss",
      ),
      background: hex,
      fontColour: hex,
      isBold: fc.constant(true as const),
      wrap: fc.constant(true as const),
      otherFormat: fc.constantFrom(
        { horizontalAlignment: "RIGHT" },
        { textFormat: { fontSize: 12, italic: true } },
        { borders: { top: { style: "SOLID" } }, padding: { top: 1 } },
      ),
    },
    { requiredKeys: [] },
  )
  .map((drawn) => drawn as CellLook);

test("a look that is told and read again is the same look", () => {
  fc.assert(
    fc.property(look, (drawn) => {
      expect(lookFrom(formatJson(drawn) ?? {}, "en_US")).toEqual(drawn);
    }),
  );
});

test("a colour has the digits of a 32-bit number, and a part of nothing is left out", () => {
  expect(colourJson("#4285f4")).toEqual({ red: 0.25882354, green: 0.52156866, blue: 0.95686275 });
  expect(colourJson("#ff6d00")).toEqual({ red: 1, green: 0.42745098 });
  expect([hexOf({}), hexOf({ red: 1, green: 0.2, blue: 7 })]).toEqual(["#000000", "#ff33ff"]);
});

test("each colour is told as a colour and as a style", () => {
  expect(formatJson({ background: "#00ff00", fontColour: "#ff0000", isBold: true })).toEqual({
    backgroundColor: { green: 1 },
    backgroundColorStyle: { rgbColor: { green: 1 } },
    textFormat: { bold: true, foregroundColor: { red: 1 }, foregroundColorStyle: { rgbColor: { red: 1 } } },
  });
  expect(formatJson({})).toBeUndefined();
});

test("of a colour and a style the style counts, and a colour of the theme is kept as it is", () => {
  const sent = {
    backgroundColor: { red: 1 },
    backgroundColorStyle: { rgbColor: { blue: 1 } },
    textFormat: { foregroundColorStyle: { themeColor: "ACCENT1" } },
  };
  expect(lookFrom(sent, "en_US")).toEqual({ background: "#0000ff", fontColour: "#4285f4" });
});

test("a type without a pattern gets the usual one, and a type that the pattern does not tell is kept", () => {
  const patternOf = (numberFormat: object) => lookFrom({ numberFormat }, "de_DE");
  expect(patternOf({ type: "TEXT" })).toEqual({ numberFormat: "@" });
  expect(patternOf({ type: "DATE" })).toEqual({ numberFormat: "d.M.yyyy" });
  const money = { type: "CURRENCY", pattern: "0.00" };
  expect(formatJson(patternOf(money))).toEqual({ numberFormat: money });
});

test("a change takes the fields that its mask names and spares the rest", () => {
  const before: CellLook = {
    background: "#ff0000",
    isBold: true,
    otherFormat: { textFormat: { fontSize: 8 } },
  };
  const changed = (change: object, mask: string) =>
    lookFrom(changedFormat(before, change, parseMask(mask)), "en_US");
  expect(changed({ textFormat: { italic: true } }, "textFormat.italic")).toEqual({
    ...before,
    otherFormat: { textFormat: { fontSize: 8, italic: true } },
  });
  expect(changed({}, "backgroundColorStyle,textFormat.fontSize")).toEqual({ isBold: true });
  expect(changed({ textFormat: { fontSize: 9 } }, "textFormat")).toEqual({
    background: "#ff0000",
    otherFormat: { textFormat: { fontSize: 9 } },
  });
});
