import { expect, test } from "vitest";
import { inkOn } from "../../../shared/definition/stage-colour.ts";

test("what is written on a colour is white where that stands out more, else black", () => {
  // Against white and against black: 4.61 and 4.56, 4.54 and 4.62.
  expect(["#757575", "#767676"].map(inkOn)).toEqual(["#ffffff", "#000000"]);
  expect(["#000000", "#b71c1c", "#ffeb3b", "#ffffff"].map(inkOn)).toEqual([
    "#ffffff",
    "#ffffff",
    "#000000",
    "#000000",
  ]);
});
