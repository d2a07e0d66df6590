// Every example in a docstring of shared/ is run, so that none of them can go stale. All exports of shared/ are in
// scope by their names, those of the example's own module first, and `fixtures` besides.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { type DocExample, documentedExports, examplesIn } from "./doc-example-extractor.ts";
import { fixtures } from "./fixtures.ts";

const shared = fileURLToPath(new URL("../shared/", import.meta.url));
const files = readdirSync(shared, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll("\\", "/"))
  .sort();

interface Module {
  readonly file: string;
  readonly source: string;
  /** Absent where the module does not load. */
  readonly exports?: Readonly<Record<string, unknown>>;
}

const modules = await Promise.all(files.map(loaded));
const everything: Record<string, unknown> = Object.assign({}, ...modules.map((module) => module.exports));

async function loaded(file: string): Promise<Module> {
  const source = readFileSync(join(shared, file), "utf8");
  try {
    const exports = await import(/* @vite-ignore */ pathToFileURL(join(shared, file)).href);
    return { file, source, exports };
  } catch {
    return { file, source };
  }
}

function result(code: string, setup: string, own: Readonly<Record<string, unknown>>): unknown {
  const scope = { ...everything, ...own, fixtures };
  const names = Object.keys(scope).filter((name) => name !== "default");
  // The examples are our own source, and are nowhere but in text.
  const run = new Function(...names, `"use strict"; ${setup}\nreturn (${code}\n);`);
  return run(...names.map((name) => scope[name as keyof typeof scope]));
}

function check(example: DocExample, own: Readonly<Record<string, unknown>>): void {
  expect(example.expected, "an example without //=> and a result").not.toBe("");
  expect(result(example.expression, example.setup, own)).toEqual(
    result(example.expected, example.setup, own),
  );
}

for (const { file, source, exports } of modules) {
  const found = documentedExports(source);
  describe(`shared/${file}`, () => {
    test("the module loads, and every value that it exports has a docstring", () => {
      expect(exports, "the module does not load").toBeDefined();
      const bare = found.filter(({ kind, hasDocstring }) => kind !== "type" && !hasDocstring);
      expect(bare.map(({ name }) => name)).toEqual([]);
    });
    for (const { name, examples } of found) {
      for (const [index, example] of examples.entries()) {
        test(`${name}, example ${index + 1}: ${example.expression}`, () => {
          check(example, exports ?? {});
        });
      }
    }
  });
}

test("functions without an example are counted", () => {
  const found = modules.flatMap(({ file, source }) =>
    documentedExports(source).map((one) => ({ file, ...one })),
  );
  const functions = found.filter(({ kind }) => kind === "function");
  const bare = functions.filter(({ examples }) => examples.length === 0);
  console.info(`${bare.length} of ${functions.length} exported functions of shared/ have no example`);
  for (const { file, name } of bare) console.info(`  shared/${file} ${name}`);
});

test("the result of an example stands behind it, or alone on the next line", () => {
  const docstring = [
    "What comes back.",
    "@example",
    "one(1) //=> 1",
    "two(",
    "  2)",
    "//=> [2]",
    "@throws never",
  ];
  expect(examplesIn(docstring)).toEqual([
    { expression: "one(1)", expected: "1", setup: "" },
    { expression: "two(\n  2)", expected: "[2]", setup: "" },
  ]);
});

test("a line that begins with const prepares the examples below it", () => {
  expect(examplesIn(["@example", "const a = 1;", "plus(a) //=> 2"])).toEqual([
    { expression: "plus(a)", expected: "2", setup: "const a = 1;\n" },
  ]);
});

test("an export has a docstring when one stands right above it, or above those that it follows", () => {
  const source =
    "/** One. */\nexport const a = 1;\nexport const b = 2;\n\nexport function c() {}\nexport type D = 1;";
  expect(documentedExports(source).map(({ name, hasDocstring }) => [name, hasDocstring])).toEqual([
    ["a", true],
    ["b", true],
    ["c", false],
    ["D", false],
  ]);
});
