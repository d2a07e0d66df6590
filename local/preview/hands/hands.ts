// What a person has in hand when the grid of the page tells a command of its own: where that is, and what was typed.

import type { UniverRange } from "../shown/univer-data.ts";

export interface GridCommand {
  readonly id: string;
  readonly params?: unknown;
}

/** What a command says beside its name. */
export type Params = Readonly<Record<string, unknown>>;

/** Where the person is. */
export interface Hands {
  readonly tab: number;
  readonly selections: readonly UniverRange[];
  /** What was typed into a cell that is being left. */
  readonly typed?: { readonly row: number; readonly column: number; readonly text: string };
  readonly isCheckbox: (row: number, column: number) => boolean;
}

export function isRange(value: unknown): value is UniverRange {
  return typeof value === "object" && value !== null && "startRow" in value && "endColumn" in value;
}
