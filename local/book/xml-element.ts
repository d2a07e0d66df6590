// Elements of an XML part as places in its text. A part is never parsed into a tree and written again: that
// would lose what we do not know. It is read by place, and changed by replacing the few places that change.
// Names are compared without their prefix, because some programs write `<x:c>` where others write `<c>`.

import { decodeText, escapeAttribute } from "./xml-text.ts";

/** `<name …>` from `start` to `openEnd`, `</name>` from `closeStart` to `end`; an empty element has no inside. */
export interface Element {
  /** Without prefix. */
  readonly name: string;
  /** With its colon; empty where there is none. */
  readonly prefix: string;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const GREATER = 62;
const SLASH = 47;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const ATTRIBUTE = /([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The outermost element, or `undefined` where the text is no XML. */
export function rootOf(text: string): Element | undefined {
  const start = startOfElement(text, 0, text.length);
  return start === undefined ? undefined : elementAt(text, start, "last");
}

/** The elements that stand directly inside another. */
export function childrenOf(text: string, parent: Element): readonly Element[] {
  const children: Element[] = [];
  let position = parent.openEnd;
  while (position < parent.closeStart) {
    const child = nextElement(text, position, parent.closeStart);
    if (child === undefined) break;
    children.push(child);
    position = child.end;
  }
  return children;
}

export function childNamed(text: string, parent: Element, name: string): Element | undefined {
  return childrenOf(text, parent).find((child) => child.name === name);
}

export function attributesOf(text: string, element: Element): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const head = text.slice(element.start + element.prefix.length + element.name.length + 1, element.openEnd);
  for (const match of head.matchAll(ATTRIBUTE)) {
    attributes.set(match[1] ?? "", decodeText(match[2] ?? match[3] ?? ""));
  }
  return attributes;
}

/** The whole element as it is written. */
export function outerText(text: string, element: Element): string {
  return text.slice(element.start, element.end);
}

/** Those elements directly inside the outermost one whose names are wanted, as they are written. */
export function childTexts(text: string, isWanted: (name: string) => boolean): string {
  const root = rootOf(text);
  const children = root === undefined ? [] : childrenOf(text, root);
  return children
    .filter(({ name }) => isWanted(name))
    .map((child) => outerText(text, child))
    .join("");
}

/** What stands between its tags, as it is written. */
export function innerText(text: string, element: Element): string {
  return text.slice(element.openEnd, element.closeStart);
}

/** An element's text with one attribute of its first tag set where it stands or behind the others, or taken away. */
export function withAttribute(elementText: string, name: string, value: string | undefined): string {
  const openEnd = endOfTag(elementText, 0);
  const [tag, rest] = [elementText.slice(0, openEnd), elementText.slice(openEnd)];
  const present = new RegExp(`\\s+${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
  const written = value === undefined ? "" : ` ${name}="${escapeAttribute(value)}"`;
  if (value === undefined || present.test(tag)) return tag.replace(present, () => written) + rest;
  const tagEnd = tag.endsWith("/>") ? tag.length - 2 : tag.length - 1;
  return tag.slice(0, tagEnd).trimEnd() + written + tag.slice(tagEnd) + rest;
}

/** The text with every splice in its place; splices may come in any order but do not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const splice of [...splices].sort((left, right) => left.start - right.start)) {
    pieces.push(text.slice(position, splice.start), splice.text);
    position = splice.end;
  }
  pieces.push(text.slice(position));
  return pieces.join("");
}

/** A splice that puts text behind the last child of an element, whether or not it had any. */
export function appendInside(text: string, element: Element, inside: string): Splice {
  if (element.openEnd < element.end) {
    return { start: element.closeStart, end: element.closeStart, text: inside };
  }
  const head = text.slice(element.start, element.openEnd - 2).trimEnd();
  const close = `</${element.prefix}${element.name}>`;
  return { start: element.start, end: element.end, text: `${head}>${inside}${close}` };
}

/** The position behind the `>` of the tag that starts at `start`; a `>` inside quotes does not end it. */
export function endOfTag(text: string, start: number): number {
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === GREATER) return index + 1;
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      const close = text.indexOf(code === DOUBLE_QUOTE ? '"' : "'", index + 1);
      if (close < 0) break;
      index = close;
    }
  }
  return text.length;
}

/** Whether the tag's name ends at this position, so that `<c` is not taken for `<cols`. */
export function isNameEnd(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return code === GREATER || code === SLASH || code <= 32;
}

function nextElement(text: string, from: number, limit: number): Element | undefined {
  const start = startOfElement(text, from, limit);
  return start === undefined ? undefined : elementAt(text, start, "matching");
}

function startOfElement(text: string, from: number, limit: number): number | undefined {
  let start = text.indexOf("<", from);
  while (start >= 0 && start < limit) {
    const skipped = endOfSection(text, start);
    if (skipped === undefined) return start;
    start = text.indexOf("<", skipped);
  }
  return undefined;
}

function elementAt(text: string, start: number, close: "last" | "matching"): Element | undefined {
  let nameEnd = start + 1;
  while (nameEnd < text.length && !isNameEnd(text, nameEnd)) nameEnd++;
  const qualified = text.slice(start + 1, nameEnd);
  const colon = qualified.indexOf(":");
  const name = qualified.slice(colon + 1);
  const openEnd = endOfTag(text, nameEnd);
  const named = { name, prefix: qualified.slice(0, colon + 1), start, openEnd };
  if (text.charCodeAt(openEnd - 2) === SLASH) return { ...named, closeStart: openEnd, end: openEnd };
  // The whole and the rows of a tab are found from behind: from before, the search would pass a million tags.
  const closeStart =
    close === "last" || name === "sheetData"
      ? lastClose(text, qualified, openEnd)
      : matchingClose(text, qualified, openEnd);
  return closeStart === undefined ? undefined : { ...named, closeStart, end: endOfTag(text, closeStart) };
}

function lastClose(text: string, qualified: string, from: number): number | undefined {
  const close = text.lastIndexOf(`</${qualified}`);
  return close < from ? undefined : close;
}

function matchingClose(text: string, qualified: string, from: number): number | undefined {
  let depth = 1;
  let position = from;
  for (;;) {
    const close = indexOfTag(text, `</${qualified}`, position);
    if (close < 0) return undefined;
    const open = indexOfTag(text.slice(position, close), `<${qualified}`, 0);
    if (open < 0) {
      depth -= 1;
      if (depth === 0) return close;
      position = close + 1;
    } else {
      const openEnd = endOfTag(text, position + open);
      if (text.charCodeAt(openEnd - 2) !== SLASH) depth += 1;
      position = openEnd;
    }
  }
}

function indexOfTag(text: string, tag: string, from: number): number {
  let found = text.indexOf(tag, from);
  while (found >= 0 && !isNameEnd(text, found + tag.length)) found = text.indexOf(tag, found + 1);
  return found;
}

function endOfSection(text: string, start: number): number | undefined {
  const [open, close] = text.startsWith("<!--", start)
    ? ["<!--", "-->"]
    : text.startsWith("<![CDATA[", start)
      ? ["<![CDATA[", "]]>"]
      : text.startsWith("<?", start)
        ? ["<?", "?>"]
        : ["", ""];
  if (close === "") return undefined;
  const end = text.indexOf(close, start + (open ?? "").length);
  return end < 0 ? text.length : end + (close ?? "").length;
}
