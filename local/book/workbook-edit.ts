// Tabs and names added to the part that lists them. Names know their tab by its place in the list, so a tab is
// added at the end only.

import { type DefinedName, isHidden, sheetScope } from "./workbook-part.ts";
import {
  appendInside,
  attributesOf,
  childNamed,
  childrenOf,
  rootOf,
  type Splice,
  spliced,
  withAttribute,
} from "./xml-element.ts";
import { escapeAttribute, escapeText } from "./xml-text.ts";

/** A name that is to be set; all of ours are hidden. */
export type NewName = Omit<DefinedName, "hidden">;

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
export function withHiddenNames(text: string, names: readonly NewName[]): string {
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

/** The workbook's text without the names that `drops` says; without the list of them where it would be empty. */
export function withoutNames(
  text: string,
  drops: (name: Pick<DefinedName, "name" | "sheet">) => boolean,
): string {
  const root = rootOf(text);
  const list = root === undefined ? undefined : childNamed(text, root, "definedNames");
  if (list === undefined) return text;
  const names = childrenOf(text, list);
  const dropped = names.filter((element) => {
    const attributes = attributesOf(text, element);
    return drops({ name: attributes.get("name") ?? "", sheet: sheetScope(attributes) });
  });
  const gone = dropped.length > 0 && dropped.length === names.length ? [list] : dropped;
  return spliced(
    text,
    gone.map(({ start, end }) => ({ start, end, text: "" })),
  );
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

function scopedKey(name: string, sheet: number | undefined): string {
  return `${sheet ?? ""} ${name.toLowerCase()}`;
}

function nameElement(prefix: string, name: NewName): string {
  const scope = name.sheet === undefined ? "" : ` localSheetId="${name.sheet}"`;
  const tag = `${prefix}definedName`;
  return `<${tag} name="${escapeAttribute(name.name)}"${scope} hidden="1">${escapeText(name.formula)}</${tag}>`;
}
