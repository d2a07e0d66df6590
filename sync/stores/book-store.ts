// A book as commands see it, whatever keeps it: its tables are read, and a plan over them is written in one go. A plan is
// a pure function: a store may have to make it more than once, where the book changed while it was made. Nothing is
// written until all of it is known to fit.

import type { Definition } from "../../shared/definition/pipeline.ts";
import type { LostDressing } from "../../shared/engine/mending/mend-book.ts";
import type { Change } from "../../shared/table/change.ts";
import type { TabLayout } from "../../shared/table/layout.ts";
import type { TabFacts } from "../../shared/table/tab-facts.ts";
import type { Tables } from "../../shared/table/table.ts";
import type { RunSource } from "../run-source.ts";

/** What a command makes of the tables. */
export interface Plan<Result> {
  readonly changes: readonly Change[];
  readonly definition: Definition;
  readonly result: Result;
}

/** What stands around the cells of a book; a store knows as much of it as was asked for. */
export interface BookAround {
  /** The time zone of the spreadsheet itself; absent where a book says its own. */
  readonly zone?: string;
  /** The facts of the tab of `ChangeOptions`. */
  readonly tabFacts: (tab: string) => TabFacts;
  /** What the tabs of these layouts have lost, where `ChangeOptions` ask for it. */
  readonly lostDressing: (layouts: readonly TabLayout[]) => readonly LostDressing[];
}

export type PlanOf<Result> = (tables: Tables, around: BookAround) => Plan<Result>;

export interface ChangeOptions {
  /** Writes nothing. */
  readonly dryRun?: boolean;
  /** A tab of people's that the plan looks at, with what stands around its cells. */
  readonly tab?: string;
  /** Whether the plan asks what tabs of ours have lost. */
  readonly asksDressing?: true;
  /** Whether a plan of which a part does not hold any more is not written at all. */
  readonly whole?: true;
  /** Whether it says what a copied book is for: nothing else may be done to one before. */
  readonly isCopy?: true;
  /** Whether it is a sync, which says so in the book where others look after it, too. */
  readonly isSync?: true;
}

export interface Written<Result> {
  readonly result: Result;
  readonly changed: boolean;
  /** Cells that were set. */
  readonly cells: number;
  /** Formulas whose shown results are old until the book is opened in a spreadsheet program. */
  readonly staleFormulas: readonly string[];
  readonly changes: readonly Change[];
  /** What became otherwise than was meant, in sentences. */
  readonly notes: readonly string[];
}

/** Whether a book has to be there. */
export type BookWish = "there" | "there or new" | "new";

export interface BookStore {
  /** What messages call the book. */
  readonly name: string;
  /** Where people may have the add-on at work in the same book, or not. */
  readonly host: "a file" | "Google";
  /** The clock and the draws of the runs over this book. */
  readonly source: RunSource;
  /** The tables of the book, for commands that only read. */
  readonly readTables: () => Promise<Tables>;
  /**
   * Runs a plan on the book and writes what it changes.
   *
   * @throws {StagelineError} whatever the plan or the book refuses; then nothing is written
   */
  readonly change: <Result>(plan: PlanOf<Result>, options?: ChangeOptions) => Promise<Written<Result>>;
}
