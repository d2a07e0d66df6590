// Dropdowns and header notes of a tab. Ours carry our name as the title of their error box, the one place that
// spreadsheet programs keep and seldom show; only those are ever renewed. Where people have a dropdown of their
// own, theirs stands: two that overlap make a file that some programs call damaged.

import { outsideColumns, rangesOf, rangesText, reaching, withoutCovered } from "./cell-ranges.ts";
import type { CellRange } from "./formula-text.ts";
import { frameElements, withFrameElements } from "./sheet-frame.ts";
import { attributesOf, childrenOf, endOfTag, outerText, rootOf, withAttribute } from "./xml-element.ts";
import { escapeAttribute, escapeText } from "./xml-text.ts";

/** What stands at one column. */
export type Validation =
  | {
      readonly kind: "list";
      readonly column: number;
      /** The values in quotes, or the cells that hold them. */
      readonly formula: string;
      readonly others: "refuse" | "warn" | "take";
      readonly lastRow: number;
    }
  | { readonly kind: "note"; readonly column: number; readonly title: string; readonly note: string };

const NAME = "dataValidations";
const MARK = "Stageline";
// What Excel takes; a longer one makes it call the file damaged.
const MOST_TITLE_CHARACTERS = 32;
const MOST_NOTE_CHARACTERS = 255;

/** The text of a tab with our validations renewed in `columns`, which are all of our columns. */
export function withValidations(
  text: string,
  validations: readonly Validation[],
  columns: ReadonlySet<number>,
): string {
  const kept = entriesOf(text).flatMap(({ entry, isOurs, ranges }) => {
    if (!isOurs) return [{ entry, ranges }];
    const outside = outsideColumns(ranges, columns);
    if (outside.length === 0) return [];
    return [{ entry: withAttribute(entry, "sqref", rangesText(outside)), ranges: outside }];
  });
  const covered = [...kept.flatMap(({ ranges }) => ranges), ...extensionRanges(text)];
  const prefix = rootOf(text)?.prefix ?? "";
  const ours = validations.flatMap((validation) => {
    const ranges = withoutCovered(rangeFor(validation), covered);
    return ranges.length === 0 ? [] : [validationText(prefix, validation, rangesText(ranges))];
  });
  return withEntries(text, [...kept.map(({ entry }) => entry), ...ours]);
}

/** The text of a tab whose dropdowns of ours reach `lastRow` and some rows beyond. */
export function withReachingDropdowns(text: string, lastRow: number, reach: number): string {
  const entries = entriesOf(text);
  const grown = entries.map(({ entry, isOurs, ranges }) => {
    const reached = isOurs ? reaching(ranges, lastRow, reach) : ranges;
    return reached === ranges ? entry : withAttribute(entry, "sqref", rangesText(reached));
  });
  return grown.every((entry, index) => entry === entries[index]?.entry) ? text : withEntries(text, grown);
}

/** The last row that a dropdown of ours covers; 0 where there is none. */
export function dropdownReach(text: string): number {
  const ours = entriesOf(text).filter(({ isOurs }) => isOurs);
  return Math.max(0, ...ours.flatMap(({ ranges }) => ranges.map((range) => range.lastRow)));
}

/** Whether any dropdown, ours or theirs, stands in a column (from 0). */
export function dropdownColumns(text: string): (column: number) => boolean {
  const lists = entriesOf(text).filter(({ entry }) => /^<[^>]*\stype="list"/.test(entry));
  const ranges = [...lists.flatMap((each) => each.ranges), ...extensionRanges(text)];
  return (column) =>
    ranges.some(({ firstColumn, lastColumn }) => column >= firstColumn && column <= lastColumn);
}

interface Entry {
  readonly entry: string;
  readonly isOurs: boolean;
  readonly ranges: readonly CellRange[];
}

function entriesOf(text: string): readonly Entry[] {
  const [list] = frameElements(text, NAME);
  if (list === undefined) return [];
  return childrenOf(text, list).map((element) => {
    const attributes = attributesOf(text, element);
    return {
      entry: outerText(text, element),
      isOurs: attributes.get("errorTitle") === MARK,
      ranges: rangesOf(attributes.get("sqref") ?? ""),
    };
  });
}

// Dropdowns that refer to another tab are kept in an extension by some versions of Excel.
function extensionRanges(text: string): readonly CellRange[] {
  const [extensions] = frameElements(text, "extLst");
  if (extensions === undefined) return [];
  const blocks =
    outerText(text, extensions).match(/<x14:dataValidations[\s\S]*?<\/x14:dataValidations>/g) ?? [];
  return blocks.flatMap((block) =>
    [...block.matchAll(/<xm:sqref>([^<]*)<\/xm:sqref>/g)].flatMap((match) => rangesOf(match[1] ?? "")),
  );
}

function withEntries(text: string, entries: readonly string[]): string {
  if (entries.length === 0) return withFrameElements(text, NAME, "");
  const [list] = frameElements(text, NAME);
  const tag = `${rootOf(text)?.prefix ?? ""}${NAME}`;
  const open = list === undefined ? `<${tag}>` : text.slice(list.start, endOfTag(text, list.start));
  const head = withAttribute(open.replace(/\/>$/, ">"), "count", String(entries.length));
  return withFrameElements(text, NAME, `${head}${entries.join("")}</${tag}>`);
}

function rangeFor(validation: Validation): CellRange {
  const column = { firstColumn: validation.column, lastColumn: validation.column };
  return validation.kind === "note"
    ? { firstRow: 1, lastRow: 1, ...column }
    : { firstRow: 2, lastRow: validation.lastRow, ...column };
}

function validationText(prefix: string, validation: Validation, reference: string): string {
  const tag = `${prefix}dataValidation`;
  if (validation.kind === "note") {
    const title = escapeAttribute(shortened(validation.title, MOST_TITLE_CHARACTERS));
    const note = escapeAttribute(shortened(validation.note, MOST_NOTE_CHARACTERS));
    return `<${tag} allowBlank="1" showInputMessage="1" errorTitle="${MARK}" promptTitle="${title}" prompt="${note}" sqref="${reference}"/>`;
  }
  const style = validation.others === "refuse" ? "" : ' errorStyle="warning"';
  const tells = validation.others === "take" ? "" : ' showErrorMessage="1"';
  const head = `type="list"${style} allowBlank="1" showInputMessage="1"${tells}`;
  const error = `errorTitle="${MARK}" error="Not one of the values in the list"`;
  const formula = `<${prefix}formula1>${escapeText(validation.formula)}</${prefix}formula1>`;
  return `<${tag} ${head} ${error} sqref="${reference}">${formula}</${tag}>`;
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
