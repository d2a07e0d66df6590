// The page as HtmlService takes it: one file that asks for no other, with nothing in it that Google's cleaning changes.

import { expect, test } from "vitest";
import { addOnFile } from "./built-add-on.ts";

const page = addOnFile("Sidebar.html");
const [, code = ""] = /<script>(.*)<\/script>/s.exec(page) ?? [];

test("the page asks for no other file", () => {
  expect(page.match(/<(?:link|img|iframe)\b|\bsrc=|@import|url\(/gi)).toBeNull();
});

test("the code of the page ends where its script ends, and is no template of HtmlService", () => {
  expect(page.match(/<\/script/gi)).toHaveLength(1);
  expect(page.match(/<!--|<\?/g)).toBeNull();
});

test("the code of the page has no template literal, out of which Google would cut what looks like a comment", () => {
  expect(code).toContain("google");
  expect(code).not.toContain("`");
});

test("the script can say what the page shows first", () => {
  expect(page.match(/data-start=""/g)).toHaveLength(1);
});
