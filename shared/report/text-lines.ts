// Lines of a text report: paragraphs that wrap and tables that fit. No line is ever wider than `LINE_WIDTH`
// columns, whatever stands in it: a long name is cut in a table and broken in a paragraph.

import { clip, displayWidth, headOf } from "./display-width.ts";
import { nameWords, shortName } from "./name-words.ts";
import type { ReportColumn, ReportTable } from "./report-table.ts";

/** Columns that a terminal is sure to have. */
export const LINE_WIDTH = 80;

const GAP = "  ";
const NARROWEST = 8;

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

interface Fitted {
  readonly align: ReportColumn["align"];
  /** Whether it gives way where the line is too short. */
  readonly gives: boolean;
  readonly title: string;
  readonly cells: readonly string[];
  width: number;
}

/**
 * A table in lines. What people typed is cut where the line is too short, the widest column first; a column that
 * stays empty is left out.
 *
 * @example
 * tableLines({ nameTitle: "Stage", columns: [{ title: "Now", align: "right" }], rows: [{ name: "Lead", cells: ["3"] }] })
 * //=> ["  Stage  Now", "  Lead     3"]
 */
export function tableLines(table: Pick<ReportTable, "nameTitle" | "columns" | "rows">): readonly string[] {
  const columns = fitted([namesOf(table), ...columnsOf(table)]);
  const lineOf = (cells: readonly string[]) => {
    const padding = columns.map((column, index) => padded(cells[index] ?? "", column));
    return clip(`${GAP}${padding.join(GAP)}`.trimEnd(), LINE_WIDTH);
  };
  const cellOf = ({ gives, cells, width }: Fitted, row: number) => {
    const cell = cells[row] ?? "";
    return gives && cell !== "" ? shortName(cell, (plain) => clip(plain, width)) : cell;
  };
  return [
    lineOf(columns.map(({ title, width }) => clip(title, width))),
    ...table.rows.map((_, row) => lineOf(columns.map((column) => cellOf(column, row)))),
  ];
}

function namesOf({ nameTitle, rows }: Pick<ReportTable, "nameTitle" | "rows">): Fitted {
  const cells = rows.map(({ name }) => nameWords(name));
  return { title: nameTitle, align: "left", gives: true, cells, width: widest([nameTitle, ...cells]) };
}

function columnsOf({ columns, rows }: Pick<ReportTable, "columns" | "rows">): readonly Fitted[] {
  return columns.flatMap(({ title, align, isTyped }, index) => {
    const cells = rows.map((row) => row.cells[index] ?? "");
    if (cells.every((cell) => cell === "")) return [];
    const words = isTyped ? cells.map((cell) => (cell === "" ? "" : nameWords(cell))) : cells;
    return { title, align, gives: isTyped === true, cells: words, width: widest([title, ...words]) };
  });
}

// The titles of columns that people named are typed, too: they give way last.
function fitted(columns: readonly Fitted[]): readonly Fitted[] {
  const fit = columns.map((column) => ({ ...column, width: Math.min(column.width, LINE_WIDTH) }));
  const room = () => LINE_WIDTH - fit.reduce((sum, { width }) => sum + GAP.length + width, 0);
  while (room() < 0) {
    const giving = fit.filter(({ gives, width }) => gives && width > NARROWEST);
    const [first, ...others] = giving.length > 0 ? giving : fit;
    if (first === undefined) break;
    const most = others.reduce((most, column) => (column.width > most.width ? column : most), first);
    if (most.width <= 1) break;
    most.width--;
  }
  return fit;
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

function padded(text: string, { width, align }: Fitted): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "left" ? text + space : space + text;
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0);
}
