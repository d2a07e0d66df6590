// The texts that cells share by number. We read them and never write them: a text of ours stands in its own
// cell, so that this part, which every tab depends on, goes back as it came.

import { endOfTag, isNameEnd, rootOf } from "./xml-element.ts";
import { decodeCellText } from "./xml-text.ts";

const SLASH = 47;

/** The texts by their number. */
export function sharedStrings(text: string): readonly string[] {
  const prefix = rootOf(text)?.prefix ?? "";
  const [open, close] = [`<${prefix}si`, `</${prefix}si>`];
  const strings: string[] = [];
  let start = text.indexOf(open);
  while (start >= 0) {
    let end = start + open.length;
    if (isNameEnd(text, end)) {
      const inside = endOfTag(text, start);
      const isEmpty = text.charCodeAt(inside - 2) === SLASH;
      const closeStart = isEmpty ? inside : text.indexOf(close, inside);
      if (closeStart < 0) break;
      strings.push(textOfRuns(text.slice(inside, closeStart), prefix));
      end = closeStart;
    }
    start = text.indexOf(open, end);
  }
  return strings;
}

/** The text of rich or plain runs: every `<t>`, but not the reading aids that Japanese texts carry. */
export function textOfRuns(inside: string, prefix: string): string {
  const runs = inside.includes(`<${prefix}rPh`) ? withoutReadings(inside, prefix) : inside;
  const [open, close] = [`<${prefix}t`, `</${prefix}t>`];
  let text = "";
  let start = runs.indexOf(open);
  while (start >= 0) {
    let end = start + open.length;
    if (isNameEnd(runs, end)) {
      const openEnd = endOfTag(runs, start);
      const closeStart = runs.indexOf(close, openEnd);
      if (runs.charCodeAt(openEnd - 2) !== SLASH && closeStart >= 0) {
        text += decodeCellText(runs.slice(openEnd, closeStart));
        end = closeStart;
      }
    }
    start = runs.indexOf(open, end);
  }
  return text;
}

function withoutReadings(inside: string, prefix: string): string {
  return inside.replace(new RegExp(`<${prefix}rPh[\\s\\S]*?</${prefix}rPh>`, "g"), "");
}
