// The part that lists the tabs of a workbook and its defined names. Which tab a sheet-scoped name belongs to is
// told by the tab's place in that list, so tabs are added at its end only.

import { StagelineError } from "../../shared/value/stageline-error.ts";
import { type Package, partText } from "./package.ts";
import { type Relationship, relationshipsOf, relationshipsPart } from "./part-links.ts";
import {
  appendInside,
  attributesOf,
  childNamed,
  childrenOf,
  innerText,
  rootOf,
  type Splice,
  spliced,
  withAttribute,
} from "./xml-element.ts";
import { decodeText, escapeAttribute, escapeText } from "./xml-text.ts";

export interface SheetEntry {
  readonly name: string;
  /** Its place among all tabs, from 0. */
  readonly index: number;
  readonly partName: string;
  readonly hidden: boolean;
  /** A chart or dialog tab has no cells. */
  readonly isWorksheet: boolean;
}

export interface DefinedName {
  readonly name: string;
  /** The index of the tab that it belongs to; `undefined` for the whole book. */
  readonly sheet: number | undefined;
  /** Without "=". */
  readonly formula: string;
}

export interface Workbook {
  readonly partName: string;
  readonly text: string;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  readonly relationships: readonly Relationship[];
  /** Whether serial numbers count from 1904-01-01. */
  readonly date1904: boolean;
}

const STRICT_NAMESPACE = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const BEFORE_NAMES = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
];

/**
 * The workbook of a package; `bookName` is what the messages call it.
 *
 * @throws {StagelineError} `file`, when the package holds no workbook of a kind that we keep whole
 */
export function readWorkbook(pack: Package, bookName: string): Workbook {
  const refuse = (message: string): never => {
    throw new StagelineError("file", `"${bookName}" ${message}`);
  };
  if (pack.parts.has("mimetype")) refuse("is an OpenDocument file; save it as .xlsx");
  const root = relationshipsOf("", partText(pack, "_rels/.rels"));
  const partName = root.find((relationship) => relationship.kind === "officeDocument")?.target;
  if (partName?.endsWith(".bin") === true) refuse("is a binary workbook (.xlsb); save it as .xlsx");
  const text = partName === undefined ? undefined : partText(pack, partName);
  const element = text === undefined ? undefined : rootOf(text);
  if (partName === undefined || text === undefined || element?.name !== "workbook") {
    return refuse("is a zip but not an .xlsx workbook");
  }
  if (text.slice(element.start, element.openEnd).includes(STRICT_NAMESPACE)) {
    refuse('is a "Strict Open XML" workbook; save it as plain "Excel workbook (.xlsx)"');
  }
  const relationships = relationshipsOf(partName, partText(pack, relationshipsPart(partName)));
  return {
    partName,
    text,
    relationships,
    sheets: sheetEntries(text, relationships),
    names: definedNames(text),
    date1904: usesDate1904(text),
  };
}

/** The workbook's text with one more tab at the end. */
export function withSheet(
  text: string,
  sheet: { readonly name: string; readonly relationId: string; readonly hidden: boolean },
): string {
  const root = rootOf(text);
  const sheets = root === undefined ? undefined : childNamed(text, root, "sheets");
  if (root === undefined || sheets === undefined) return text;
  const ids = childrenOf(text, sheets).map((element) => Number(attributesOf(text, element).get("sheetId")));
  const sheetId = Math.max(0, ...ids.filter(Number.isFinite)) + 1;
  const state = sheet.hidden ? ' state="hidden"' : "";
  const namespace = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const entry = `<${root.prefix}sheet ${namespace} name="${escapeAttribute(sheet.name)}" sheetId="${sheetId}"${state} r:id="${sheet.relationId}"/>`;
  return spliced(text, [appendInside(text, sheets, entry)]);
}

/** The workbook's text with hidden names set: one that is there gets the new formula, others are added. */
export function withHiddenNames(text: string, names: readonly DefinedName[]): string {
  const root = rootOf(text);
  if (root === undefined || names.length === 0) return text;
  const list = childNamed(text, root, "definedNames");
  const waiting = new Map(names.map((name) => [scopedKey(name.name, name.sheet), name]));
  const splices: Splice[] = [];
  for (const element of list === undefined ? [] : childrenOf(text, list)) {
    const attributes = attributesOf(text, element);
    const key = scopedKey(attributes.get("name") ?? "", sheetScope(attributes));
    const name = waiting.get(key);
    if (name === undefined) continue;
    waiting.delete(key);
    splices.push({ start: element.start, end: element.end, text: nameElement(root.prefix, name) });
  }
  const added = [...waiting.values()].map((name) => nameElement(root.prefix, name)).join("");
  if (list !== undefined) return spliced(text, [...splices, appendInside(text, list, added)]);
  const at = childrenOf(text, root).findLast((child) => BEFORE_NAMES.includes(child.name))?.end;
  if (at === undefined) return text;
  const tag = `${root.prefix}definedNames`;
  return spliced(text, [{ start: at, end: at, text: `<${tag}>${added}</${tag}>` }]);
}

/** The text with a visible tab on top: a book whose open tab is hidden is not opened by every program. */
export function withVisibleTabOnTop(text: string): string {
  const root = rootOf(text);
  const views = root === undefined ? undefined : childNamed(text, root, "bookViews");
  const view = views === undefined ? undefined : childrenOf(text, views)[0];
  const sheets = root === undefined ? undefined : childNamed(text, root, "sheets");
  if (view === undefined || sheets === undefined) return text;
  const hidden = childrenOf(text, sheets).map((sheet) => isHidden(attributesOf(text, sheet)));
  const active = Number(attributesOf(text, view).get("activeTab") ?? 0);
  const visible = hidden.indexOf(false);
  if (hidden[active] !== true || visible < 0) return text;
  const changed = withAttribute(text.slice(view.start, view.end), "activeTab", String(visible));
  return spliced(text, [{ start: view.start, end: view.end, text: changed }]);
}

function sheetEntries(text: string, relationships: readonly Relationship[]): readonly SheetEntry[] {
  const root = rootOf(text);
  const sheets = root === undefined ? undefined : childNamed(text, root, "sheets");
  if (sheets === undefined) return [];
  return childrenOf(text, sheets).map((element, index) => {
    const attributes = attributesOf(text, element);
    const relationId = [...attributes].find(([name]) => name.endsWith(":id"))?.[1];
    const relationship = relationships.find((candidate) => candidate.id === relationId);
    return {
      name: attributes.get("name") ?? "",
      index,
      partName: relationship?.target ?? "",
      hidden: isHidden(attributes),
      isWorksheet: relationship?.kind === "worksheet",
    };
  });
}

function definedNames(text: string): readonly DefinedName[] {
  const root = rootOf(text);
  const list = root === undefined ? undefined : childNamed(text, root, "definedNames");
  if (list === undefined) return [];
  return childrenOf(text, list).map((element) => {
    const attributes = attributesOf(text, element);
    return {
      name: attributes.get("name") ?? "",
      sheet: sheetScope(attributes),
      formula: decodeText(innerText(text, element)),
    };
  });
}

function usesDate1904(text: string): boolean {
  const root = rootOf(text);
  const properties = root === undefined ? undefined : childNamed(text, root, "workbookPr");
  const value = properties === undefined ? undefined : attributesOf(text, properties).get("date1904");
  return value === "1" || value === "true";
}

function sheetScope(attributes: ReadonlyMap<string, string>): number | undefined {
  const scope = attributes.get("localSheetId");
  return scope === undefined ? undefined : Number(scope);
}

function scopedKey(name: string, sheet: number | undefined): string {
  return `${sheet ?? ""} ${name.toLowerCase()}`;
}

function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  const state = attributes.get("state");
  return state === "hidden" || state === "veryHidden";
}

function nameElement(prefix: string, name: DefinedName): string {
  const scope = name.sheet === undefined ? "" : ` localSheetId="${name.sheet}"`;
  const tag = `${prefix}definedName`;
  return `<${tag} name="${escapeAttribute(name.name)}"${scope} hidden="1">${escapeText(name.formula)}</${tag}>`;
}
