// A CSV file as people send it: any encoding, any delimiter, any line end, quoted or not, ragged. It is read to
// the last value; what was guessed is said, and what does not fit is a problem at its line. Cells stay text:
// what they mean is settled by the field that they go to.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { quoted } from "../shared/table/shown-cell.ts";
import { StagelineError } from "../shared/value/stageline-error.ts";
import { guessedDelimiter, namedDelimiter } from "./csv-delimiter.ts";
import { decodedText } from "./csv-encoding.ts";
import { csvHeader } from "./csv-header.ts";
import { type CsvProblem, type CsvRecord, csvRecords } from "./csv-records.ts";

export interface CsvFile {
  /** One name per column, each different; see csv-header.ts. */
  readonly header: readonly string[];
  /** Rows with any value; at least as many cells as the header has names, and more where a row is too long. */
  readonly rows: readonly CsvRecord[];
  readonly guessed: { readonly delimiter: string; readonly encoding: string };
  readonly problems: readonly CsvProblem[];
}

/** What the caller knows better than any guess. */
export interface CsvDialect {
  /** One character. */
  readonly delimiter?: string;
  readonly encoding?: string;
}

/**
 * Reads the file at `path`.
 *
 * @throws {StagelineError} `file`, when it cannot be read, is empty or is no text
 */
export function readCsvFile(path: string, dialect: CsvDialect = {}): CsvFile {
  return readCsv(bytesAt(path), basename(path), dialect);
}

/** Reads the bytes of a file that messages call `name`. */
export function readCsv(bytes: Buffer, name: string, dialect: CsvDialect = {}): CsvFile {
  const decoded = decodedText(bytes, name, dialect.encoding);
  const named = namedDelimiter(decoded.bytes);
  const text = named?.rest ?? decoded.bytes;
  const delimiter = dialect.delimiter ?? named?.delimiter ?? guessedDelimiter(text);
  const { records, problems } = csvRecords(text, delimiter, named ? 2 : 1);
  const [titles, ...filled] = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (titles === undefined) {
    throw new StagelineError(
      "file",
      `"${name}" is empty; a first line with a title for each column is needed`,
    );
  }
  const header = csvHeader(titles, filled);
  const rows = filled.map((row) => fitted(row, header.names.length));
  const long = rows.flatMap((row) => beyond(row, header.names.length, delimiter));
  return {
    header: header.names,
    rows,
    guessed: { delimiter, encoding: decoded.encoding },
    problems: [...header.problems, ...problems, ...long].sort((left, right) => left.line - right.line),
  };
}

function bytesAt(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new StagelineError("file", `"${path}" cannot be read; the path of a CSV file is needed`, { cause });
  }
}

// Short rows are filled up; empty cells beyond the header are a habit of spreadsheets and are left out.
function fitted({ line, cells }: CsvRecord, width: number): CsvRecord {
  if (cells.length === width) return { line, cells };
  if (cells.length < width)
    return { line, cells: [...cells, ...Array<string>(width - cells.length).fill("")] };
  let end = cells.length;
  while (end > width && cells[end - 1]?.trim() === "") end--;
  return { line, cells: cells.slice(0, end) };
}

const MOST_VALUES_SHOWN = 5;

function beyond({ line, cells }: CsvRecord, width: number, delimiter: string): readonly CsvProblem[] {
  const extra = cells.slice(width);
  if (extra.length === 0) return [];
  const more = extra.length > MOST_VALUES_SHOWN ? ` and ${extra.length - MOST_VALUES_SHOWN} more` : "";
  const values = extra.slice(0, MOST_VALUES_SHOWN).map(quoted).join(", ") + more;
  const sign = delimiter === "\t" ? "a tab" : `"${delimiter}"`;
  return [
    {
      line,
      message: `${values} ${extra.length === 1 ? "stands" : "stand"} beyond the ${width} columns of the header; a value that holds ${sign} is put in quotes`,
    },
  ];
}
