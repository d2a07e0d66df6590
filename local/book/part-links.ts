// What ties the parts of a package together: relationships (which part a part refers to, by id) and content
// types (what each part is). Both are lists to which entries are added, or from which ours are taken.

import { appendInside, attributesOf, childrenOf, rootOf, spliced } from "./xml-element.ts";
import { escapeAttribute } from "./xml-text.ts";

export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as "worksheet". */
  readonly kind: string;
  /** The full name of the part, without a leading slash. */
  readonly target: string;
}

/** The relationships of a part that has none yet. */
export const emptyRelationships =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

const TYPE_ROOT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The part that keeps the relationships of another. */
export function relationshipsPart(partName: string): string {
  const slash = partName.lastIndexOf("/") + 1;
  return `${partName.slice(0, slash)}_rels/${partName.slice(slash)}.rels`;
}

/** The relationships of `partName`, from the text of its relationships part. */
export function relationshipsOf(partName: string, text: string | undefined): readonly Relationship[] {
  const root = text === undefined ? undefined : rootOf(text);
  if (text === undefined || root === undefined) return [];
  return childrenOf(text, root).flatMap((element) => {
    const attributes = attributesOf(text, element);
    if (attributes.get("TargetMode") === "External") return [];
    return [
      {
        id: attributes.get("Id") ?? "",
        kind: (attributes.get("Type") ?? "").split("/").at(-1) ?? "",
        target: resolved(partName, attributes.get("Target") ?? ""),
      },
    ];
  });
}

/** The text with one more relationship, and the id that it got. */
export function withRelationship(text: string, kind: string, target: string): { text: string; id: string } {
  const root = rootOf(text);
  if (root === undefined) return { text, id: "" };
  const taken = new Set(childrenOf(text, root).map((element) => attributesOf(text, element).get("Id")));
  let count = taken.size + 1;
  while (taken.has(`rId${count}`)) count += 1;
  const id = `rId${count}`;
  const entry = `<${root.prefix}Relationship Id="${id}" Type="${TYPE_ROOT}/${kind}" Target="/${escapeAttribute(target)}"/>`;
  return { text: spliced(text, [appendInside(text, root, entry)]), id };
}

/** The text without the relationships of that kind. */
export function withoutRelationships(text: string, kind: string): string {
  return withoutElements(text, (attributes) => (attributes.get("Type") ?? "").endsWith(`/${kind}`));
}

/** The text without the relationship of that id. */
export function withoutRelationship(text: string, id: string): string {
  return withoutElements(text, (attributes) => attributes.get("Id") === id);
}

/** The content types with one more part. */
export function withContentType(text: string, partName: string, contentType: string): string {
  const root = rootOf(text);
  if (root === undefined) return text;
  const entry = `<${root.prefix}Override PartName="/${escapeAttribute(partName)}" ContentType="${contentType}"/>`;
  return spliced(text, [appendInside(text, root, entry)]);
}

export function withoutContentType(text: string, partName: string): string {
  return withoutElements(text, (attributes) => attributes.get("PartName") === `/${partName}`);
}

function withoutElements(text: string, drop: (attributes: ReadonlyMap<string, string>) => boolean): string {
  const root = rootOf(text);
  if (root === undefined) return text;
  const dropped = childrenOf(text, root).filter((element) => drop(attributesOf(text, element)));
  return spliced(
    text,
    dropped.map(({ start, end }) => ({ start, end, text: "" })),
  );
}

function resolved(partName: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = partName.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}
