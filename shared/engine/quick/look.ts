// What a quick look is given and what it answers. A host hands over the little that an edit touched: the head, the
// definition in force, and the header and the touched rows of one board.

import type { Definition } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import type { Change } from "../../table/change.ts";
import type { Problem } from "../../table/problem.ts";
import type { Tables } from "../../table/table.ts";

/** The IDs of a board, as far as they were read. */
export type KnownIds =
  /** The ID of each touched row → how often it stands in the column of IDs. */
  | { readonly of: "touched"; readonly counts: ReadonlyMap<string, number> }
  /** All that the column holds, whatever their order; blank ones do not count. */
  | { readonly of: "board"; readonly ids: readonly string[] };

export interface Look {
  /**
   * The tab _state; of _definition at least the rows that hold the definition in force, unless it is given; of the
   * board the header and the touched rows, with the marks of `quickTable`.
   */
  readonly tables: Tables;
  /** The name of the board's tab. */
  readonly tab: string;
  /** The numbers of the touched rows, empty ones too. */
  readonly rows: readonly number[];
  /** How far the edit reached to either side: columns from 0, both included. */
  readonly columns: { readonly first: number; readonly last: number };
  /** Those of the board are needed where a touched row has no ID, or the edit reached hidden columns of ours. */
  readonly ids: KnownIds;
  /** The definition in force, from wherever the host keeps it; taken where the head has its hash. */
  readonly definition?: Definition;
  /** How many rows the history has, where the host knows. */
  readonly historyRows?: number;
}

/** What a quick look finds. */
export type Looked =
  | {
      /** What a look at the whole book would have changed, and nothing else. */
      readonly how: "done";
      readonly changes: readonly Change[];
      readonly entries: readonly Entry[];
      /** Of the touched rows. */
      readonly problems: readonly Problem[];
      readonly definition: Definition;
    }
  /** The rows alone do not tell; `why` is for whoever wonders what took so long. */
  | { readonly how: "whole"; readonly why: string };
