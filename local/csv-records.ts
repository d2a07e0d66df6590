// The records of a CSV text, each with the line on which it starts. Text that keeps the rules of RFC 4180 is read
// strictly. Where a quote breaks them, the text is read again leniently: such quotes are kept as characters, and
// each record that holds one is a problem at its line. A quote that is never closed would swallow the rest of
// the file, so from its record on quotes mean nothing. Whatever was read, no character is dropped silently.

import { CsvError, type Options, parse } from "csv-parse/sync";
import { quoted } from "../shared/table/shown-cell.ts";

export interface CsvRecord {
  /** The line, from 1, on which the record starts. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A mistake in a CSV file; it has a line and no cell. */
export interface CsvProblem {
  readonly line: number;
  readonly message: string;
}

export interface CsvRecords {
  readonly records: readonly CsvRecord[];
  readonly problems: readonly CsvProblem[];
}

const QUOTE_CODES: readonly string[] = [
  "CSV_INVALID_CLOSING_QUOTE",
  "INVALID_OPENING_QUOTE",
  "CSV_QUOTE_NOT_CLOSED",
];

/** Every record of the UTF-8 text, empty lines included; the first line is number `firstLine`. */
export function csvRecords(bytes: Buffer, delimiter: string, firstLine: number): CsvRecords {
  try {
    const rows: readonly (readonly string[])[] = parse(bytes, optionsOf(delimiter));
    return { records: numbered(rows, firstLine), problems: [] };
  } catch (error) {
    if (!isQuoteError(error)) throw error;
    return lenientRecords(bytes, delimiter, firstLine);
  }
}

function optionsOf(delimiter: string): Options {
  return { delimiter, relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"] };
}

function isQuoteError(error: unknown): boolean {
  return error instanceof CsvError && QUOTE_CODES.includes(error.code);
}

// The parser counts a line end of two characters twice inside quotes, so lines are counted here.
function numbered(rows: readonly (readonly string[])[], firstLine: number): readonly CsvRecord[] {
  let line = firstLine;
  return rows.map((cells) => {
    const record = { line, cells };
    line += linesOf(cells);
    return record;
  });
}

function linesOf(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) {
    if (cell.includes("\n") || cell.includes("\r")) lines += cell.split(/\r\n|\n|\r/).length - 1;
  }
  return lines;
}

interface RawRecord {
  readonly cells: readonly string[];
  readonly raw: Buffer;
}

function lenientRecords(bytes: Buffer, delimiter: string, firstLine: number): CsvRecords {
  const { closed, tail } = lenientlyParsed(bytes, delimiter);
  const unquoted: readonly (readonly string[])[] = parse(tail, { ...optionsOf(delimiter), quote: null });
  const records = numbered([...closed.map((record) => record.cells), ...unquoted], firstLine);
  const wellQuoted = wellQuotedPattern(delimiter);
  const problems = closed.flatMap((record, index) => {
    const line = records[index]?.line ?? firstLine;
    const stray = record.cells.find((cell) => cell.includes('"'));
    if (stray === undefined || wellQuoted.test(record.raw.toString().replace(/[\r\n]+$/, ""))) return [];
    return [{ line, message: strayMessage(stray, line, linesOf(record.cells)) }];
  });
  const unclosedLine = records[closed.length]?.line;
  return unclosedLine === undefined
    ? { records, problems }
    : { records, problems: [...problems, { line: unclosedLine, message: UNCLOSED }] };
}

const UNCLOSED = "a quote is opened and never closed; from here on quotes were kept as plain characters";

function strayMessage(cell: string, line: number, lines: number): string {
  const extent = lines > 1 ? `, and lines ${line} to ${line + lines - 1} were read as one row` : "";
  return `a stray quote was kept in ${quoted(cell)}${extent}; a quote inside a quoted value is doubled`;
}

function lenientlyParsed(
  bytes: Buffer,
  delimiter: string,
): { readonly closed: readonly RawRecord[]; readonly tail: Buffer } {
  const closed: RawRecord[] = [];
  let start = 0;
  try {
    parse(bytes, {
      ...optionsOf(delimiter),
      relax_quotes: true,
      on_record: (cells: string[], context) => {
        closed.push({ cells, raw: bytes.subarray(start, context.bytes) });
        start = context.bytes;
        return null;
      },
    });
  } catch (error) {
    if (!isQuoteError(error)) throw error;
    return { closed, tail: bytes.subarray(start) };
  }
  return { closed, tail: Buffer.alloc(0) };
}

function wellQuotedPattern(delimiter: string): RegExp {
  const mark = delimiter.replace(/[\\^$.*+?()[\]{}|-]/g, "\\$&");
  const value = `(?:"[^"]*(?:""[^"]*)*"|[^"${mark}\\r\\n]*)`;
  return new RegExp(`^${value}(?:${mark}${value})*$`);
}
