// What is pushed runs where Apps Script runs it: in a V8 with nothing but the language, and that of 2019.

import { transformSync } from "esbuild";
import { expect, test } from "vitest";
import { loadedScript } from "./bare-script.ts";
import { addOnFile } from "./built-add-on.ts";

// What Node or a browser has and Apps Script has not, and what makes code of text.
const ABSENT = [
  ...["process", "Buffer", "require", "module", "global", "window", "document", "navigator", "location"],
  ...["fetch", "URL", "URLSearchParams", "TextEncoder", "TextDecoder", "crypto", "performance"],
  ...["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "structuredClone", "atob", "btoa"],
  ...["eval", "Function", "WebAssembly", "AbortController", "Intl"],
];

// Not a limit of Google's: what is loaded anew for every edit must not grow unseen. Nearly all of it is the core, which the
// engine compiles as it is called.
const MOST_BYTES = 720_000;

test("the script loads where there is nothing but the language, and touches no service meanwhile", () => {
  expect([...loadedScript().keys()]).toContain("onOpen");
});

test("the script names nothing of Node or of a browser, and makes no code of text", () => {
  const marks = ABSENT.map((name) => [name, `ABSENT_${name}`] as const);
  const { code } = transformSync(addOnFile("Code.js"), { define: Object.fromEntries(marks) });
  expect(marks.filter(([, mark]) => code.includes(mark)).map(([name]) => name)).toEqual([]);
});

test("the script has no syntax that is newer than 2019", () => {
  const asWritten = transformSync(addOnFile("Code.js"), { target: "esnext" }).code;
  expect(transformSync(addOnFile("Code.js"), { target: "es2019" }).code === asWritten).toBe(true);
});

test("the script is no larger than it has been agreed to be", () => {
  expect(Buffer.byteLength(addOnFile("Code.js"))).toBeLessThan(MOST_BYTES);
});
