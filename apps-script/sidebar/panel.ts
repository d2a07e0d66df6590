// What every panel of the page is told by the page around it.

/** Where a record is: the tab of its board, and its id. */
export interface RecordPlace {
  readonly board: string;
  readonly record: string;
}

export interface PanelProps {
  /** Counts up each time the panel is opened, which is when it asks anew. */
  readonly visit: number;
  /** Whether it is the panel that is seen. */
  readonly isOpen: boolean;
  /** The record that somebody opened; absent where the selected row is meant. */
  readonly record: RecordPlace | undefined;
  /** Opens a record; `undefined` opens the one of the selected row. */
  readonly onRecord: (place: RecordPlace | undefined) => void;
  readonly onNewBoard: () => void;
}

/** The beginning of what the script says of a spreadsheet that has no board; the way out is a new one. */
const NO_BOARD = "This spreadsheet has no board yet";

export function lacksBoard(failure: string): boolean {
  return failure.startsWith(NO_BOARD);
}
