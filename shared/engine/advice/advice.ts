// Advice is about what is not wrong, and will still not do what its owner thinks: a rule that can never work, a
// stage that nobody needs. It stops nothing. Each kind of advice is one function, and claims only what is certain
// from the definition, the history and the rows; what depends on people is worded with "may".

import type { BoardReading } from "../../board/board-row.ts";
import type { Board, Definition, Pipeline } from "../../definition/pipeline.ts";
import type { Paths } from "../../log/paths.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import type { TabLayout } from "../../table/layout.ts";
import type { Problem } from "../../table/problem.ts";
import { problemAt, type TabView } from "../../table/tab-view.ts";

/** Where, what, and what would do what was meant: in the words of a problem. */
export type Advice = Problem;

/** A board with its rows and its history. */
export interface BoardFacts {
  readonly board: Board;
  /** Absent while the tab is missing. */
  readonly reading?: BoardReading;
  readonly paths: Paths;
}

/** A pipeline and the boards that follow it. */
export interface PipelineFacts {
  readonly pipeline: Pipeline;
  /** By id of a stage, field or option that was added later, since when it is there; absent: from the first day. */
  readonly addedMs: ReadonlyMap<string, number>;
  readonly boards: readonly BoardFacts[];
  readonly book: BookFacts;
}

/** What advice is made from. */
export interface BookFacts {
  readonly definition: Definition;
  readonly pipelines: readonly PipelineFacts[];
  /** By key of its layout, each set-up tab that the book has. */
  readonly setup: ReadonlyMap<string, TabView>;
}

/** A cell of a set-up tab, by the thing that its row holds. */
export interface SetupPlace {
  readonly layout: TabLayout;
  /** Column key. */
  readonly key: string;
  readonly id: string;
  /** Id of the pipeline, for what belongs to one. */
  readonly pipeline?: string;
}

/**
 * Advice at a cell of a set-up tab; at the tab alone where the row is not found.
 *
 * @example
 * adviceAt(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now),
 *   { layout: stagesTab, key: "stage", id: "won", pipeline: "offers" }, "look").cell //=> "B4"
 */
export function adviceAt(book: BookFacts, place: SetupPlace, message: string): Advice {
  const view = book.setup.get(place.layout.key);
  const scope = book.definition.pipelines.find(({ id }) => id === place.pipeline)?.name;
  const row = view?.rows.find(
    ({ cells }) =>
      textOf(cells["id"]) === place.id && (scope === undefined || textOf(cells["pipeline"]) === scope),
  );
  if (view === undefined || row === undefined) return { tab: view?.tab ?? place.layout.tab, message };
  return problemAt(view, { row: row.at, key: place.key }, message);
}

/**
 * What tells one option of one field from all others.
 *
 * @example
 * optionId({ id: "size" }, " BIG ") //=> "size\nbig"
 */
export function optionId(field: { readonly id: string }, option: string): string {
  return `${field.id}\n${nameKey(option)}`;
}
