// Colours of cells by what they hold. A conditional format has no name to know it by, so ours carry a mark that
// changes nothing: the text that they look for is joined with no letters of our name. Only those are renewed.

import { outsideColumns, rangesOf, rangesText, reaching } from "./cell-ranges.ts";
import type { CellRange } from "./formula-text.ts";
import { frameElements, withFrameElements } from "./sheet-frame.ts";
import {
  attributesOf,
  childrenOf,
  type Element,
  outerText,
  rootOf,
  spliced,
  withAttribute,
} from "./xml-element.ts";
import { decodeText, escapeText } from "./xml-text.ts";

// Each may count for two, as a letter beyond the first plane or a quotation mark that is doubled.
const MOST_LITERAL_LETTERS = 120;

export interface CellColour {
  readonly column: number;
  /** What the cell holds; or, where the whole row is meant, the address of the ID in it that is an example's. */
  readonly when: { readonly text: string } | { readonly exampleAt: string };
  /** The number of the conditional style. */
  readonly fill: number;
  readonly lastRow: number;
}

const NAME = "conditionalFormatting";
const MARK = 'LEFT("stageline",0)';

/** The text of a tab with our colours renewed in `columns`, which are all of our columns. */
export function withColours(
  text: string,
  colours: readonly CellColour[],
  columns: ReadonlySet<number>,
): string {
  const present = frameElements(text, NAME);
  const kept = present.flatMap((element) => withoutOurs(text, element, columns));
  const prefix = rootOf(text)?.prefix ?? "";
  let priority = highestPriority(kept.join(""));
  const ours = [...new Set(colours.map(({ column }) => column))].map((column) => {
    const rules = colours.filter((colour) => colour.column === column);
    const texts = rules.map((colour) => ruleText(prefix, colour, ++priority));
    const lastRow = Math.max(...rules.map((rule) => rule.lastRow));
    const reference = rangesText([{ firstRow: 2, lastRow, firstColumn: column, lastColumn: column }]);
    return `<${prefix}${NAME} sqref="${reference}">${texts.join("")}</${prefix}${NAME}>`;
  });
  return withFrameElements(text, NAME, [...kept, ...ours].join(""));
}

/** The text of a tab whose colours of ours reach `lastRow` and some rows beyond. */
export function withReachingColours(text: string, lastRow: number, reach: number): string {
  const present = frameElements(text, NAME);
  const grown = present.map((element) => {
    const whole = outerText(text, element);
    const isOurs = childrenOf(text, element).every((rule) => isOurRule(text, rule));
    const ranges = referenceOf(text, element);
    const reached = isOurs ? reaching(ranges, lastRow, reach) : ranges;
    return reached === ranges ? whole : withAttribute(whole, "sqref", rangesText(reached));
  });
  return withFrameElements(text, NAME, grown.join(""));
}

function withoutOurs(text: string, element: Element, columns: ReadonlySet<number>): readonly string[] {
  const rules = childrenOf(text, element);
  const ours = rules.filter((rule) => isOurRule(text, rule));
  const whole = outerText(text, element);
  if (ours.length === 0) return [whole];
  const theirs = without(
    text,
    element,
    rules.filter((rule) => ours.includes(rule)),
  );
  const outside = outsideColumns(referenceOf(text, element), columns);
  const copied = without(
    text,
    element,
    rules.filter((rule) => !ours.includes(rule)),
  );
  return [
    ...(ours.length === rules.length ? [] : [theirs]),
    ...(outside.length === 0 ? [] : [withAttribute(copied, "sqref", rangesText(outside))]),
  ];
}

function without(text: string, element: Element, dropped: readonly Element[]): string {
  return spliced(
    outerText(text, element),
    dropped.map(({ start, end }) => ({ start: start - element.start, end: end - element.start, text: "" })),
  );
}

function isOurRule(text: string, rule: Element): boolean {
  return decodeText(outerText(text, rule)).includes(MARK);
}

function referenceOf(text: string, element: Element): readonly CellRange[] {
  return rangesOf(attributesOf(text, element).get("sqref") ?? "");
}

function highestPriority(text: string): number {
  const priorities = [...text.matchAll(/\spriority\s*=\s*["'](\d+)["']/g)].map((match) => Number(match[1]));
  return Math.max(0, ...priorities);
}

function ruleText(prefix: string, colour: CellColour, priority: number): string {
  const { when } = colour;
  const formula =
    "text" in when
      ? `${textLiteral(when.text)}&${MARK}`
      : `($${when.exampleAt}>="example")*($${when.exampleAt}<"f")*(${MARK}="")`;
  const kind = "text" in when ? 'type="cellIs" operator="equal"' : 'type="expression"';
  const inside = `<${prefix}formula>${escapeText(formula)}</${prefix}formula>`;
  return `<${prefix}cfRule ${kind} dxfId="${colour.fill}" priority="${priority}">${inside}</${prefix}cfRule>`;
}

// A text of any length as a formula says it: Excel takes 255 characters between two quotation marks.
function textLiteral(text: string): string {
  const letters = [...text];
  const pieces: string[] = [];
  for (let start = 0; start < letters.length; start += MOST_LITERAL_LETTERS) {
    const piece = letters.slice(start, start + MOST_LITERAL_LETTERS).join("");
    pieces.push(`"${piece.replace(/"/g, '""')}"`);
  }
  return pieces.join("&");
}
