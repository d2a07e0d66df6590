// What a file says about its records: of each its key, its fields, and the stages that it entered and when. A line that
// cannot be understood is told with its number; what can be understood of it is still taken.

import type { Stage } from "../../definition/pipeline.ts";
import type { Cell } from "../../table/cell.ts";
import type { FieldValue } from "../../table/field-type.ts";
import type { Moment } from "../../value/moment.ts";
import type { LineProblem } from "./import-source.ts";

export interface WantedVisit {
  readonly stage: Stage;
  /** Absent where the file does not say when. */
  readonly at?: Moment;
}

export interface WantedRecord {
  readonly line: number;
  /** What tells the record apart: the value of the id column, else the name. */
  readonly key: string;
  readonly name: string;
  /** By field id, as cells of the board. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** By field id, where a cell could be read as its type. */
  readonly values: Readonly<Record<string, FieldValue>>;
  /** In order; empty where the file names no stage. */
  readonly visits: readonly WantedVisit[];
}

export interface Wanted {
  readonly records: readonly WantedRecord[];
  readonly problems: readonly LineProblem[];
  /** How columns were read that could be read in more than one way, in words. */
  readonly guesses: readonly string[];
  /** Events that repeat the stage in which their record is. */
  readonly repeats: number;
  /** Events and rows left out because the board lacks their stage. */
  readonly skipped: number;
}
