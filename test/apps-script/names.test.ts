// Google, the menu, the page and cells call the script by names. Each is a function at its top, and nothing else is.

import { expect, test } from "vitest";
import { loadedScript } from "./bare-script.ts";
import { addOnFile } from "./built-add-on.ts";
import { openSheet } from "./sheet-world.ts";
import { menuItems } from "./shown-menu.ts";

const functions = [...loadedScript()]
  .filter(([, value]) => typeof value === "function")
  .map(([name]) => name);

/** What the first group of the pattern finds, once each. */
function namesIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))].sort();
}

test("the menu calls functions of the script, and each of its functions is in it", () => {
  const called = menuItems(openSheet().ada).map(([, functionName]) => functionName);
  expect(called.toSorted()).toEqual(functions.filter((name) => name.startsWith("menu")).toSorted());
});

test("the page calls functions of the script, and each of its functions is called", () => {
  const called = namesIn(addOnFile("Sidebar.html"), /"(page[A-Z]\w*)"/g);
  expect(called).toEqual(functions.filter((name) => name.startsWith("page")).toSorted());
});

test("the triggers call functions of the script", () => {
  const called = namesIn(addOnFile("Code.js"), /\.newTrigger\("(\w+)"\)/g);
  expect(called).toEqual(["formAnswer", "hourlyLook", "ownerEdit"]);
  expect(functions).toEqual(expect.arrayContaining([...called]));
});

test("besides them the top of the script has Google's own events and the functions for cells", () => {
  const others = functions.filter((name) => !/^(?:menu|page)[A-Z]/.test(name));
  expect(others.toSorted()).toEqual([
    ...["MILESTONE_SCORES", "PIPELINE_FUNNEL", "STAGE_CONVERSION", "STAGE_TIME"],
    ...["formAnswer", "hourlyLook", "onEdit", "onInstall", "onOpen", "ownerEdit"],
  ]);
});

test("a function for cells is shown with a sentence, each of its arguments and its result", () => {
  const stubs = addOnFile("Code.js").matchAll(/\/\*\*((?:(?!\*\/).)*)\*\/\nfunction ([A-Z_]+)\(([^)]*)\)/gs);
  const described = [...stubs].map(([, comment = "", name, parameters = ""]) => ({
    name,
    isForCells: comment.includes("@customfunction"),
    sentence: /^\n \* [A-Z].*[.]\n/.test(comment),
    result: / @return /.test(comment),
    parameters:
      [...comment.matchAll(/ @param \{[^}]+\} (\w+) \S/g)].map(([, each]) => each).join(", ") === parameters,
  }));
  const wanted = { isForCells: true, sentence: true, result: true, parameters: true };
  expect(described).toEqual([
    { name: "MILESTONE_SCORES", ...wanted },
    { name: "PIPELINE_FUNNEL", ...wanted },
    { name: "STAGE_CONVERSION", ...wanted },
    { name: "STAGE_TIME", ...wanted },
  ]);
});
