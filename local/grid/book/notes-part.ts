// Notes as an .xlsx file keeps them: a part of their texts, and a drawing without which some programs show none.

import { cellAddress } from "../../../shared/table/cell.ts";
import { rangeOf } from "../../book/formula-text.ts";
import { type Package, partText } from "../../book/package.ts";
import { relationshipsOf, relationshipsPart } from "../../book/part-links.ts";
import { textOfRuns } from "../../book/shared-strings-part.ts";
import { attributesOf, childNamed, childrenOf, innerText, rootOf } from "../../book/xml-element.ts";
import { encodeCellText } from "../../book/xml-text.ts";
import { withBlock } from "../cell-block.ts";
import type { Tab } from "../spreadsheet.ts";

interface Note {
  /** From 1. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The tab with the notes of its part. */
export function withNotes(tab: Tab, pack: Package, sheetPart: string): Tab {
  const links = relationshipsOf(sheetPart, partText(pack, relationshipsPart(sheetPart)));
  const part = links.find(({ kind }) => kind === "comments")?.target;
  const text = part === undefined ? undefined : partText(pack, part);
  return (text === undefined ? [] : notesIn(text)).reduce((rest, { row, column, text: note }) => {
    if (row > tab.maxRows || column > tab.maxColumns) return rest;
    const range = { tab: tab.id, row, column, rows: 1, columns: 1 };
    return withBlock(rest, range, (cell) => ({ ...(cell ?? { value: null }), note }));
  }, tab);
}

/** The notes of a tab, row by row. */
export function notesOf(tab: Tab): readonly Note[] {
  return tab.rows.flatMap((row, index) =>
    (row?.cells ?? []).flatMap((cell, column) =>
      cell?.note === undefined ? [] : [{ row: index + 1, column: column + 1, text: cell.note }],
    ),
  );
}

export function notesPart(notes: readonly Note[]): string {
  const entries = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${cellAddress(row, column - 1)}" authorId="0"><text><t xml:space="preserve">${encodeCellText(text)}</t></text></comment>`,
  );
  return (
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<authors><author></author></authors><commentList>${entries.join("")}</commentList></comments>`
  );
}

/** The boxes in which the notes are shown. */
export function notesDrawing(notes: readonly Note[]): string {
  const shapes = notes.map(
    ({ row, column }, index) =>
      `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:110pt;height:60pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
      '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>' +
      `<x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`,
  );
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join("")}</xml>`
  );
}

function notesIn(text: string): readonly Note[] {
  const root = rootOf(text);
  const list = root === undefined ? undefined : childNamed(text, root, "commentList");
  return (list === undefined ? [] : childrenOf(text, list)).flatMap((comment) => {
    const { firstRow, firstColumn } = rangeOf(attributesOf(text, comment).get("ref") ?? "");
    const note = textOfRuns(innerText(text, comment), comment.prefix);
    return note === "" ? [] : [{ row: firstRow, column: firstColumn + 1, text: note }];
  });
}
