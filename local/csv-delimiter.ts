// The delimiter of a CSV file, guessed from its first rows: the one that parts the header and then parts most rows
// into as many values. Only what stands outside quotes counts, so that "Smith, John" is one value.

const CANDIDATES = [",", ";", "\t", "|", "^"] as const;
const CANDIDATE_BYTES = CANDIDATES.map((candidate) => candidate.charCodeAt(0));
const SAMPLE_BYTES = 65_536;
const SAMPLE_ROWS = 200;
const QUOTE = 0x22;
const NEW_LINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The delimiter of the UTF-8 text; a comma where none parts the header. */
export function guessedDelimiter(bytes: Buffer): string {
  const rows = countedRows(bytes.subarray(0, SAMPLE_BYTES));
  const scores = CANDIDATES.map((_, index) => scoreOf(rows.map((counts) => counts[index] ?? 0)));
  const best = scores.indexOf(Math.max(...scores));
  return (scores[best] ?? 0) > 0 ? (CANDIDATES[best] ?? ",") : ",";
}

/** The delimiter that a first line `sep=;` names (a habit of Excel), and the text behind that line. */
export function namedDelimiter(
  bytes: Buffer,
): { readonly delimiter: string; readonly rest: Buffer } | undefined {
  const match = /^sep=([^\w\s]|\t)(?:\r\n|\n|\r)/i.exec(bytes.subarray(0, 8).toString("latin1"));
  if (match?.[1] === undefined) return undefined;
  return { delimiter: match[1], rest: bytes.subarray(match[0].length) };
}

// Agreement weighs more than width: a delimiter inside texts is often there, and seldom as often in each row.
function scoreOf(counts: readonly number[]): number {
  const header = counts[0] ?? 0;
  if (header === 0) return 0;
  const agreeing = counts.filter((count) => count === header).length / counts.length;
  return agreeing * agreeing * (header + 1);
}

// Of each row, how often each candidate stands outside quotes. A quote opens a value only at its start.
function countedRows(bytes: Buffer): readonly (readonly number[])[] {
  const rows: number[][] = [];
  let counts = CANDIDATES.map(() => 0);
  let quoted = false;
  let filled = false;
  for (let at = 0; at < bytes.length && rows.length < SAMPLE_ROWS; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE && (quoted || isBoundary(bytes[at - 1]))) {
      if (quoted && bytes[at + 1] === QUOTE) at++;
      else quoted = !(quoted && isBoundary(bytes[at + 1]));
      filled = true;
    } else if (!quoted && (byte === NEW_LINE || byte === CARRIAGE_RETURN)) {
      if (filled) rows.push(counts);
      counts = CANDIDATES.map(() => 0);
      filled = false;
    } else if (!quoted) {
      const index = CANDIDATE_BYTES.indexOf(byte);
      if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
      filled = true;
    }
  }
  const whole = bytes.length < SAMPLE_BYTES || rows.length === 0;
  return filled && whole && rows.length < SAMPLE_ROWS ? [...rows, counts] : rows;
}

function isBoundary(byte: number | undefined): boolean {
  return (
    byte === undefined || byte === NEW_LINE || byte === CARRIAGE_RETURN || CANDIDATE_BYTES.includes(byte)
  );
}
