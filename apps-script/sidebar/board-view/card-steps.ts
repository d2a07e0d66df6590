// From card to card by the arrow keys: up and down within a column, left and right to the next column that shows any, at
// the same height or at its last card.

/** The records that a column shows, from the top. */
export type ShownRecords = readonly string[];

/** The record that an arrow key leads to; `undefined` at the edge of the board, and for any other key. */
export function stepFrom(columns: readonly ShownRecords[], record: string, key: string): string | undefined {
  const column = columns.findIndex((records) => records.includes(record));
  const row = columns[column]?.indexOf(record) ?? -1;
  switch (key) {
    case "ArrowDown":
      return columns[column]?.[row + 1];
    case "ArrowUp":
      return columns[column]?.[row - 1];
    case "ArrowRight":
      return beside(columns.slice(column + 1), row);
    case "ArrowLeft":
      return beside(columns.slice(0, Math.max(column, 0)).reverse(), row);
    default:
      return undefined;
  }
}

function beside(columns: readonly ShownRecords[], row: number): string | undefined {
  const next = columns.find((records) => records.length > 0);
  return next?.[Math.min(row, next.length - 1)];
}
