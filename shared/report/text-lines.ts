// Lines of a text report: paragraphs that wrap and tables that fit. No line is ever wider than `LINE_WIDTH`
// columns, whatever stands in it: a long name is cut in a table and broken in a paragraph.

import { clip, displayWidth, headOf } from "./display-width.ts";
import { shortName } from "./name-words.ts";

/** Columns that a terminal is sure to have. */
export const LINE_WIDTH = 80;

const GAP = "  ";
const NARROWEST_NAME = 8;

/** A column after the names; its cells are short words of ours or numbers, never names. */
export interface TextColumn {
  readonly title: string;
  readonly align: "left" | "right";
}

/** A name as a person typed it, and the cells beside it. */
export interface TextRow {
  readonly name: string;
  readonly cells: readonly string[];
}

/**
 * A paragraph in lines; the lines after the first are set in by `hang` spaces. A percentage stays together.
 *
 * @example
 * wrapped("Nothing is closed yet", { indent: 2, hang: 2 }) //=> ["  Nothing is closed yet"]
 */
export function wrapped(text: string, { indent = 0, hang = 2 } = {}): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let margin = " ".repeat(indent);
  const flush = () => {
    lines.push(`${margin}${line}`.trimEnd());
    margin = " ".repeat(indent + hang);
    line = "";
  };
  for (const word of text.split(/ (?!%)/)) {
    const room = () => LINE_WIDTH - margin.length;
    if (line !== "" && displayWidth(line) + 1 + displayWidth(word) > room()) flush();
    let rest = line === "" ? word : `${line} ${word}`;
    while (displayWidth(rest) > room()) {
      line = headOf(rest, room());
      rest = rest.slice(line.length);
      flush();
    }
    line = rest;
  }
  if (line !== "") flush();
  return lines;
}

/**
 * A table in lines: the names first, cut to what the other columns leave; a column that stays empty is left out.
 *
 * @example
 * tableLines("Stage", [{ title: "Now", align: "right" }], [{ name: "Lead", cells: ["3"] }])
 * //=> ["  Stage  Now", "  Lead     3"]
 */
export function tableLines(
  nameTitle: string,
  columns: readonly TextColumn[],
  rows: readonly TextRow[],
): readonly string[] {
  const used = columns
    .map((column, index) => ({ ...column, cells: rows.map((row) => row.cells[index] ?? "") }))
    .filter((column) => column.cells.some((cell) => cell !== ""))
    .map((column) => ({ ...column, width: widest([column.title, ...column.cells]) }));
  const taken = used.reduce((sum, column) => sum + GAP.length + column.width, GAP.length);
  const nameWidth = Math.max(NARROWEST_NAME, LINE_WIDTH - taken);
  const names = rows.map((row) => shortName(row.name, (plain) => clip(plain, nameWidth)));
  const first = Math.min(nameWidth, widest([nameTitle, ...names]));
  const lineOf = (name: string, cellOf: (column: (typeof used)[number]) => string) => {
    const cells = used.map((column) => padded(cellOf(column), column.width, column.align));
    return clip([`${GAP}${padded(name, first, "left")}`, ...cells].join(GAP).trimEnd(), LINE_WIDTH);
  };
  return [
    lineOf(clip(nameTitle, nameWidth), (column) => column.title),
    ...names.map((name, row) => lineOf(name, (column) => column.cells[row] ?? "")),
  ];
}

/**
 * A heading with a line under it as wide as itself.
 *
 * @example
 * heading("Deals", "=") //=> ["Deals", "====="]
 */
export function heading(text: string, line: "=" | "-"): readonly string[] {
  const lines = wrapped(text, { hang: 0 });
  return [...lines, line.repeat(widest(lines))];
}

function padded(text: string, width: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "left" ? text + space : space + text;
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0);
}
