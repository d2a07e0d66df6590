// Colours by rule as an .xlsx file writes them, both ways: cells that hold a text, and formulas. Scales, bars, icons and
// the like have no place in the grid and are left out. Ours are marked in a way that changes nothing (see the colours of
// the book), so that the command knows them again.

import { frameElements } from "../../book/sheet-frame.ts";
import type { SheetText } from "../../book/sheet-part.ts";
import { attributesOf, childNamed, childrenOf, innerText } from "../../book/xml-element.ts";
import { decodeText, escapeText } from "../../book/xml-text.ts";
import type { ConditionalFormat } from "../protocol.ts";
import type { Tab } from "../spreadsheet.ts";
import type { Look } from "./file-looks.ts";
import { rangesIn, rangeText } from "./file-ranges.ts";

const OUR_MARK = 'LEFT("stageline",0)';
const LITERAL = `"(?:[^"]|"")*"`;
const TEXT_CONDITION = new RegExp(String.raw`^${LITERAL}(?:&${LITERAL})*(?:&LEFT\("stageline",0\))?$`);

/** The rules of a tab, in their order. */
export function readColours(
  tab: Tab,
  { text }: SheetText,
  looks: readonly Look[],
): readonly ConditionalFormat[] {
  return frameElements(text, "conditionalFormatting")
    .flatMap((block) => {
      const ranges = rangesIn(tab, attributesOf(text, block).get("sqref") ?? "");
      return childrenOf(text, block).flatMap((rule) => {
        const attributes = attributesOf(text, rule);
        const formula = childNamed(text, rule, "formula");
        const written = formula === undefined ? "" : decodeText(innerText(text, formula));
        const condition = conditionOf(attributes, written);
        if (condition === undefined || ranges.length === 0) return [];
        const { background, fontColour, isBold } = looks[Number(attributes.get("dxfId"))] ?? {};
        const format: ConditionalFormat = {
          ranges,
          condition,
          ...(background === undefined ? {} : { background }),
          ...(fontColour === undefined ? {} : { fontColour }),
          ...(isBold === undefined ? {} : { isBold }),
        };
        return [{ priority: Number(attributes.get("priority") ?? 0), format }];
      });
    })
    .sort((left, right) => left.priority - right.priority)
    .map(({ format }) => format);
}

/** The elements of the rules; `styleOf` numbers the look of a rule, `ownerOf` says whether the book marks it. */
export function coloursText(
  formats: readonly ConditionalFormat[],
  styleOf: (format: ConditionalFormat) => number,
  ownerOf: (format: ConditionalFormat) => "ours" | "theirs",
): string {
  return formats
    .map((format, index) => {
      const head = `dxfId="${styleOf(format)}" priority="${index + 1}"`;
      const kind =
        format.condition.kind === "text is"
          ? `type="cellIs" operator="equal" ${head}`
          : `type="expression" ${head}`;
      const formula = escapeText(formulaOf(format, ownerOf(format)));
      const ranges = format.ranges.map(rangeText).join(" ");
      return `<conditionalFormatting sqref="${ranges}"><cfRule ${kind}><formula>${formula}</formula></cfRule></conditionalFormatting>`;
    })
    .join("");
}

function conditionOf(
  attributes: ReadonlyMap<string, string>,
  formula: string,
): ConditionalFormat["condition"] | undefined {
  const type = attributes.get("type");
  if (type === "cellIs" && attributes.get("operator") === "equal" && TEXT_CONDITION.test(formula)) {
    const texts = formula.replace(`&${OUR_MARK}`, "").match(new RegExp(LITERAL, "g")) ?? [];
    return { kind: "text is", text: texts.map((text) => text.slice(1, -1).replace(/""/g, '"')).join("") };
  }
  return type === "expression" && formula !== "" ? { kind: "formula", formula: `=${formula}` } : undefined;
}

function formulaOf({ condition }: ConditionalFormat, owner: "ours" | "theirs"): string {
  if (condition.kind === "formula") return condition.formula.replace(/^=/, "");
  const pieces = condition.text.match(/[\s\S]{1,120}/gu) ?? [""];
  const literal = pieces.map((piece) => `"${piece.replace(/"/g, '""')}"`).join("&");
  return owner === "ours" ? `${literal}&${OUR_MARK}` : literal;
}
