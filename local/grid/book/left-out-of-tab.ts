// What one tab of an .xlsx file holds beside its cells that the grid has no place for, in words with the tab's name.

import { type Package, partText } from "../../book/package.ts";
import { relationshipsOf, relationshipsPart } from "../../book/part-links.ts";
import type { SheetEntry } from "../../book/workbook-part.ts";
import { attributesOf, childrenOf, type Element, outerText, rootOf } from "../../book/xml-element.ts";
import type { LeftOut } from "./left-out.ts";
import { countCharts } from "./read-charts.ts";

export function leftOutOfTab(pack: Package, entry: Pick<SheetEntry, "name" | "partName">): LeftOut {
  const text = partText(pack, entry.partName) ?? "";
  const root = rootOf(text);
  const elements = root === undefined ? [] : childrenOf(text, root);
  const told = (words: readonly string[]): readonly string[] =>
    words.map((each) => `"${entry.name}": ${each}`);
  return {
    things: told([
      ...linkedThings(pack, entry.partName),
      ...elements.flatMap((element) => thingOf(text, element) ?? []),
    ]),
    looks: told([...linesOf(text), ...elements.flatMap((element) => lookOf(text, element) ?? [])]),
  };
}

const LINKED: Readonly<Record<string, readonly [one: string, several: string]>> = {
  chart: ["a chart", "charts"],
  chartEx: ["a chart", "charts"],
  image: ["a picture", "pictures"],
  table: ["a table (its cells stay)", "tables (their cells stay)"],
  pivotTable: ["a pivot table (its values stay)", "pivot tables (their values stay)"],
  threadedComment: ["a thread of comments (its text stays as a note)", "threads of comments"],
  slicer: ["a slicer", "slicers"],
  control: ["a control", "controls"],
  ctrlProp: ["a control", "controls"],
  oleObject: ["an embedded object", "embedded objects"],
  diagramData: ["a diagram", "diagrams"],
};

function linkedThings(pack: Package, partName: string): readonly string[] {
  const linksOf = (name: string) => relationshipsOf(name, partText(pack, relationshipsPart(name)));
  const own = linksOf(partName);
  const drawings = own.filter(({ kind }) => kind === "drawing").map(({ target }) => target);
  const kinds = [...own, ...drawings.flatMap(linksOf)].map(({ kind }) => kind);
  const count = (kind: string) =>
    kinds.filter((each) => each === kind).length - (kind === "chart" ? countCharts(pack, partName) : 0);
  const shapes = drawings.reduce(
    (sum, name) => sum + (partText(pack, name) ?? "").split(/<(?:\w+:)?sp[\s>]/).length - 1,
    0,
  );
  return [
    ...Object.entries(LINKED).flatMap(([kind, words]) => amount(count(kind), words)),
    ...amount(shapes, ["a drawing", "drawings"]),
  ];
}

function amount(count: number, [one, several]: readonly [string, string]): readonly string[] {
  if (count === 0) return [];
  return [count === 1 ? one : `${count} ${several}`];
}

function thingOf(text: string, element: Element): string | undefined {
  switch (element.name) {
    case "sheetProtection": {
      const isOn = ["1", "true"].includes(attributesOf(text, element).get("sheet") ?? "");
      return isOn ? "its protection" : undefined;
    }
    case "hyperlinks":
      return `${amount(childrenOf(text, element).length, ["the link behind a cell", "links behind cells"])[0]} (what is written there stays)`;
    case "conditionalFormatting":
      return ruleWords(text, element);
    case "dataValidations":
      return validationWords(text, element);
    case "autoFilter":
      return childrenOf(text, element).length > 0 ? "what its filter picks (the filter stays)" : undefined;
    case "extLst":
      return extensionWords(outerText(text, element));
    case "scenarios":
      return "its scenarios";
    case "picture":
      return "the picture behind its cells";
    default:
      return undefined;
  }
}

function lookOf(text: string, element: Element): string | undefined {
  switch (element.name) {
    case "pageSetup":
    case "headerFooter":
    case "rowBreaks":
    case "colBreaks":
      return "how it is printed";
    case "sheetViews": {
      const view = outerText(text, element);
      return /\srightToLeft="(?:1|true)"/.test(view) ? "that it runs from right to left" : undefined;
    }
    default:
      return undefined;
  }
}

function linesOf(text: string): readonly string[] {
  const isGrouped = /<(?:\w+:)?(?:row|col)\s[^>]*\soutlineLevel="[1-7]"/.test(text);
  return isGrouped ? ["its groups of rows or columns"] : [];
}

const HELD_CONDITIONS =
  /\stype="expression"|\stype="cellIs"[^>]*\soperator="equal"|\soperator="equal"[^>]*\stype="cellIs"/;

function ruleWords(text: string, element: Element): string | undefined {
  const place = attributesOf(text, element).get("sqref") ?? "";
  const odd = childrenOf(text, element).filter((rule) => !isHeldRule(text, rule));
  return odd.length === 0 ? undefined : `colours by rule on ${place} that go by a scale, a bar or the like`;
}

// A rule for cells that equal something is held where that is a text.
function isHeldRule(text: string, rule: Element): boolean {
  const written = outerText(text, rule);
  const head = text.slice(rule.start, rule.openEnd);
  if (!HELD_CONDITIONS.test(head)) return false;
  return /\stype="expression"/.test(head) || /<(?:\w+:)?formula>(?:"|&quot;)/.test(written);
}

function validationWords(text: string, element: Element): string | undefined {
  const odd = childrenOf(text, element).filter((rule) => {
    const type = attributesOf(text, rule).get("type") ?? "none";
    return !["list", "custom", "none"].includes(type);
  });
  const places = odd.map((rule) => attributesOf(text, rule).get("sqref") ?? "");
  return odd.length === 0
    ? undefined
    : `rules on ${places.join(", ")} for numbers, days or lengths that may be typed`;
}

function extensionWords(text: string): string | undefined {
  const found = [
    ...(/<x14:sparklineGroup[\s>]/.test(text) ? ["small charts in cells"] : []),
    ...(/<x14:cfRule\s/.test(text) ? ["colours by rule that only newer programs know"] : []),
  ];
  return found.length === 0 ? undefined : found.join(", ");
}
