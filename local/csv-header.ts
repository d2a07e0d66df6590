// The names by which the columns of a CSV file are addressed. People's files have titles twice, or none at all;
// such a column still gets a name of its own, "Note (2)" or "column 5", and says so.

import { nameKey } from "../shared/table/cell.ts";
import type { CsvProblem, CsvRecord } from "./csv-records.ts";

export interface CsvHeader {
  readonly names: readonly string[];
  readonly problems: readonly CsvProblem[];
}

/** Names for the titles; columns at the end that have neither a title nor a value are left out. */
export function csvHeader(titles: CsvRecord, rows: readonly CsvRecord[]): CsvHeader {
  const plain = titles.cells.map((title) => title.replace(/\s+/g, " ").trim());
  const isUsed = (column: number) => plain[column] !== "" || rows.some((row) => isFilled(row.cells[column]));
  let width = plain.length;
  while (width > 0 && !isUsed(width - 1)) width--;
  const names: string[] = [];
  const problems: CsvProblem[] = [];
  // A title that stands there keeps its name, also when an earlier column would like to be called so.
  const taken = new Set(plain.filter((title) => title !== "").map(nameKey));
  const seen = new Set<string>();
  for (const [column, title] of plain.slice(0, width).entries()) {
    const isFirst = title !== "" && !seen.has(nameKey(title));
    const name = isFirst ? title : freeName(title, column, taken);
    names.push(name);
    seen.add(nameKey(title));
    taken.add(nameKey(name));
    if (!isFirst && isUsed(column))
      problems.push({ line: titles.line, message: messageFor(title, column, name) });
  }
  return { names, problems };
}

function isFilled(cell: string | undefined): boolean {
  return cell !== undefined && cell.trim() !== "";
}

function freeName(title: string, column: number, taken: ReadonlySet<string>): string {
  const base = title === "" ? `column ${column + 1}` : title;
  if (title === "" && !taken.has(nameKey(base))) return base;
  for (let count = 2; ; count++) {
    const name = `${base} (${count})`;
    if (!taken.has(nameKey(name))) return name;
  }
}

function messageFor(title: string, column: number, name: string): string {
  return title === ""
    ? `column ${column + 1} has no title; it is called "${name}"`
    : `"${title}" is the title of more than one column; the one in column ${column + 1} is called "${name}"`;
}
