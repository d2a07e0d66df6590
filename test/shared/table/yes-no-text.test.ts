import { expect, test } from "vitest";
import { yesNoFromText } from "../../../shared/table/yes-no-text.ts";

test("yes is yes in any language of western Europe, and so is a tick", () => {
  for (const text of ["yes", "Y", "TRUE", "1", "x", "✓", "✔️", "Ja", "oui", "sí", "si", "WAHR"]) {
    expect(yesNoFromText(text), text).toBe(true);
  }
});

test("no is no, and an empty box is not ticked", () => {
  for (const text of ["no", "N", "false", "0", "Nein", "nee", "non", "☐", "FALSCH"]) {
    expect(yesNoFromText(text), text).toBe(false);
  }
});

test("anything else says neither", () => {
  for (const text of ["maybe", "", "2", "yes and no", "-", "constructor"]) {
    expect(yesNoFromText(text), text).toBeUndefined();
  }
});
