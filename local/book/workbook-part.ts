// The part that lists the tabs of a workbook and its defined names, as it is read. Which tab a name belongs to is
// told by the tab's place in the list.

import { StagelineError } from "../../shared/value/stageline-error.ts";
import { type Package, partText } from "./package.ts";
import { type Relationship, relationshipsOf, relationshipsPart } from "./part-links.ts";
import { attributesOf, childNamed, childrenOf, innerText, rootOf } from "./xml-element.ts";
import { decodeText } from "./xml-text.ts";

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
  readonly hidden: boolean;
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
      hidden: ["1", "true"].includes(attributes.get("hidden") ?? ""),
    };
  });
}

function usesDate1904(text: string): boolean {
  const root = rootOf(text);
  const properties = root === undefined ? undefined : childNamed(text, root, "workbookPr");
  const value = properties === undefined ? undefined : attributesOf(text, properties).get("date1904");
  return value === "1" || value === "true";
}

/** The index of the tab that a name belongs to, by its attributes. */
export function sheetScope(attributes: ReadonlyMap<string, string>): number | undefined {
  const scope = attributes.get("localSheetId");
  return scope === undefined ? undefined : Number(scope);
}

/** Whether a tab is hidden, by the attributes of its entry. */
export function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  const state = attributes.get("state");
  return state === "hidden" || state === "veryHidden";
}
