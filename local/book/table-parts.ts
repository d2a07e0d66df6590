// The tables of a tab, as spreadsheet programs keep them: a part of the file each, tied to the tab, with the range
// that they cover. Their headers stand in cells and in the part alike; where the two differ, programs call the file
// damaged.

import type { Package } from "./package.ts";
import { partText } from "./package.ts";
import { relationshipsOf, relationshipsPart } from "./part-links.ts";
import { attributesOf, rootOf } from "./xml-element.ts";

export interface TablePart {
  /** "A1:G5". */
  readonly range: string;
  /** Whether its last row sums it up. */
  readonly hasTotals: boolean;
}

/** The tables of the tab that is kept in this part. */
export function tableParts(pack: Package, partName: string): readonly TablePart[] {
  const links = relationshipsOf(partName, partText(pack, relationshipsPart(partName)));
  return links.flatMap(({ kind, target }) => {
    const text = kind === "table" ? partText(pack, target) : undefined;
    const table = text === undefined ? undefined : rootOf(text);
    if (text === undefined || table === undefined) return [];
    const attributes = attributesOf(text, table);
    const hasTotals = Number(attributes.get("totalsRowCount") ?? 0) > 0;
    return [{ range: attributes.get("ref") ?? "", hasTotals }];
  });
}
