// The rules of data validation of a tab in an .xlsx file, put on the cells that they cover, and prompts as notes. Lists
// that refer to another tab are kept in an extension by some versions of Excel.

import { frameElements } from "../../book/sheet-frame.ts";
import type { SheetText } from "../../book/sheet-part.ts";
import { attributesOf, childNamed, childrenOf, innerText, outerText } from "../../book/xml-element.ts";
import { decodeText } from "../../book/xml-text.ts";
import { tidied, withBlock } from "../cell-block.ts";
import type { GridRange, Validation } from "../protocol.ts";
import { plainText } from "../shown-value.ts";
import { heldIn, type Tab } from "../spreadsheet.ts";
import { rangesIn } from "./file-ranges.ts";
import { type FileRule, readRule, VALUES_TAB } from "./file-rules.ts";

interface CoveringRule extends FileRule {
  readonly reference: string;
}

/** The tab with its rules; `tabs` are all tabs of the file. */
export function withRules(tab: Tab, sheet: SheetText, tabs: readonly Tab[]): Tab {
  return [...plainRules(sheet), ...extensionRules(sheet)].reduce((rest, rule) => {
    const ranges = rangesIn(tab, rule.reference);
    const [first] = ranges;
    if (first === undefined) return rest;
    const ruleAt = readRule(rule, { tabs, own: tab }, (range) => longList(tabs, range));
    if (ruleAt === undefined) return rule.prompt === "" ? rest : withNotes(rest, ranges, rule.prompt);
    return ranges.reduce((ruled, range) => withRule(ruled, { range, first, ruleAt }), rest);
  }, tab);
}

function withRule(
  tab: Tab,
  {
    range,
    first,
    ruleAt,
  }: {
    readonly range: GridRange;
    readonly first: GridRange;
    readonly ruleAt: (down: number, right: number) => Validation;
  },
): Tab {
  return withBlock(tab, range, (cell, row, column) => ({
    ...(cell ?? { value: null }),
    validation: ruleAt(row - first.row, column - first.column),
  }));
}

function withNotes(tab: Tab, ranges: readonly GridRange[], note: string): Tab {
  return ranges.reduce(
    (rest, range) => withBlock(rest, range, (cell) => tidied({ ...(cell ?? { value: null }), note })),
    tab,
  );
}

function longList(tabs: readonly Tab[], range: GridRange): readonly string[] | undefined {
  const tab = tabs.find(({ id }) => id === range.tab);
  if (tab?.name !== VALUES_TAB) return undefined;
  return Array.from({ length: range.rows }, (_, down) =>
    plainText(heldIn(tab.rows[range.row + down - 1]?.cells[range.column - 1])),
  );
}

function plainRules({ text }: SheetText): readonly CoveringRule[] {
  const [list] = frameElements(text, "dataValidations");
  return (list === undefined ? [] : childrenOf(text, list)).map((element) => {
    const attributes = attributesOf(text, element);
    const formula = childNamed(text, element, "formula1");
    return {
      reference: attributes.get("sqref") ?? "",
      ...ruleFrom(attributes, formula === undefined ? "" : decodeText(innerText(text, formula))),
    };
  });
}

function extensionRules({ text }: SheetText): readonly CoveringRule[] {
  const [extensions] = frameElements(text, "extLst");
  if (extensions === undefined) return [];
  const written =
    outerText(text, extensions).match(/<x14:dataValidation\s[\s\S]*?<\/x14:dataValidation>/g) ?? [];
  return written.map((entry) => {
    const head = /^<x14:dataValidation[^>]*>/.exec(entry)?.[0] ?? "";
    const attributes = new Map(
      [...head.matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1] ?? "", decodeText(match[2] ?? "")]),
    );
    const formula = /<x14:formula1>\s*<xm:f>([^<]*)<\/xm:f>/.exec(entry)?.[1] ?? "";
    return {
      reference: /<xm:sqref>([^<]*)<\/xm:sqref>/.exec(entry)?.[1] ?? "",
      ...ruleFrom(attributes, decodeText(formula)),
    };
  });
}

function ruleFrom(attributes: ReadonlyMap<string, string>, formula: string): FileRule {
  const tells = ["1", "true"].includes(attributes.get("showErrorMessage") ?? "");
  return {
    type: attributes.get("type") ?? "none",
    formula,
    isRefusing: tells && (attributes.get("errorStyle") ?? "stop") === "stop",
    prompt: attributes.get("prompt") ?? "",
  };
}
