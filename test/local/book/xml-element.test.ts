import { expect, test } from "vitest";
import {
  appendInside,
  attributesOf,
  childrenOf,
  rootOf,
  spliced,
  withAttribute,
} from "../../../local/book/xml-element.ts";

const text = `<?xml version="1.0"?><!-- <a> --><x:a n='1' m = "2 > 1"><b/><x:c><c/><x:c>in</x:c></x:c><d>&amp;</d></x:a>`;

function root() {
  const element = rootOf(text);
  if (element === undefined) throw new Error("no root");
  return element;
}

test("the outermost element is found behind declaration and comments", () => {
  expect(root()).toMatchObject({ name: "a", prefix: "x:", end: text.length });
});

test("a > in an attribute does not end its tag", () => {
  expect([...attributesOf(text, root())]).toEqual([
    ["n", "1"],
    ["m", "2 > 1"],
  ]);
});

test("children are those that stand directly inside, one of the same name within another told apart", () => {
  const children = childrenOf(text, root());
  expect(children.map(({ name, start, end }) => [name, text.slice(start, end)])).toEqual([
    ["b", "<b/>"],
    ["c", "<x:c><c/><x:c>in</x:c></x:c>"],
    ["d", "<d>&amp;</d>"],
  ]);
});

test("an attribute is set where it stands, behind the others, or taken away", () => {
  expect(withAttribute("<a b='1' c=\"2\">x</a>", "b", "3")).toBe('<a b="3" c="2">x</a>');
  expect(withAttribute('<a bb="1"/>', "b", "$&")).toBe('<a bb="1" b="$&amp;"/>');
  expect(withAttribute('<a b="1" c="2"/>', "b", undefined)).toBe('<a c="2"/>');
});

test("text goes behind the last child, and opens an element that was empty", () => {
  const inside = (xml: string) => {
    const element = rootOf(xml);
    return element === undefined ? "" : spliced(xml, [appendInside(xml, element, "<n/>")]);
  };
  expect(inside("<a><b/></a>")).toBe("<a><b/><n/></a>");
  expect(inside('<x:a k="1" />')).toBe('<x:a k="1"><n/></x:a>');
});

test("splices are made in the order of their places", () => {
  const splices = [
    { start: 3, end: 4, text: "X" },
    { start: 1, end: 1, text: "-" },
  ];
  expect(spliced("abcd", splices)).toBe("a-bcX");
});
