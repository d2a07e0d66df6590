// The page calls the script by the script's own types.

import { expect, test } from "vitest";
import type { PageFunction } from "../../../apps-script/sidebar/script.ts";
import { addOnFile } from "../built-add-on.ts";

test("a call to a function that the script lacks does not compile", () => {
  const there: PageFunction = "pageToday";
  // @ts-expect-error: the script has no function of that name
  const lacking: PageFunction = "pageYesterday";
  const code = addOnFile("Code.js");
  expect([there, lacking].map((name) => code.includes(`function ${name}(`))).toEqual([true, false]);
});
