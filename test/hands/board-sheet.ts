// A board in a spreadsheet as its editors see it: where its columns are now, which rows are filled, which is the first
// free one; and what the pipeline of the board offers to write there.

import { cellAt, heldIn, type Spreadsheet, type Tab, usedSize } from "../../local/grid/spreadsheet.ts";
import { activityFromWord, isActivityKind, logWordsFor } from "../../shared/definition/activity.ts";
import type { Definition, Field, Pipeline } from "../../shared/definition/pipeline.ts";
import { fieldsOf } from "../../shared/definition/standard-field.ts";
import { columnMarks, tabMark } from "./grid-tables.ts";

export interface BoardSheet {
  readonly tab: Tab;
  readonly pipeline: Pipeline;
  /** Column key → column, from 1. */
  readonly columns: Readonly<Record<string, number>>;
  /** Rows that hold a name or a stage. */
  readonly filled: readonly number[];
  readonly free: number;
}

/** The boards of a spreadsheet, by the definition that was in force when somebody last looked. */
export function boardSheets(state: Spreadsheet, definition: Definition): readonly BoardSheet[] {
  return definition.boards.flatMap((board): readonly BoardSheet[] => {
    const tab = state.tabs.find((each) => tabMark(state, each) === `board_${board.id}`);
    const pipeline = definition.pipelines.find(({ id }) => id === board.pipeline);
    return tab === undefined || pipeline === undefined ? [] : [boardSheet(state, tab, pipeline)];
  });
}

function boardSheet(state: Spreadsheet, tab: Tab, pipeline: Pipeline): BoardSheet {
  const columns = Object.fromEntries(
    Object.entries(columnMarks(state, tab)).map(([key, column]) => [key, column + 1]),
  );
  const { rows } = usedSize(tab);
  const isFilled = (row: number) =>
    [columns["name"], columns["stage"]].some(
      (column) => column !== undefined && heldIn(cellAt(tab, row, column)) !== null,
    );
  const filled = Array.from({ length: Math.max(0, rows - 1) }, (_, index) => index + 2).filter(isFilled);
  return { tab, pipeline, columns, filled, free: Math.max(rows, 1) + 1 };
}

/** The words of the Log column that tell what happened, and those that act on the record. */
export function logWords({ noun }: Pipeline): {
  readonly told: readonly string[];
  readonly acts: readonly string[];
} {
  const words = logWordsFor(noun);
  const isTold = (word: string) => {
    const kind = activityFromWord(word);
    return kind !== undefined && isActivityKind(kind);
  };
  return { told: words.filter(isTold), acts: words.filter((word) => !isTold(word)) };
}

/** Fields that people fill in, without the name. */
export function typedFields(pipeline: Pipeline): readonly Field[] {
  return fieldsOf(pipeline).filter(({ id }) => id !== "name");
}

/** Texts that people type into a field: some right, some not. */
export function textsFor({ type, options }: Field): readonly string[] {
  switch (type) {
    case "number":
      return ["3", "12.5", "many"];
    case "money":
      return ["500", "1250", "ask Bob"];
    case "day":
      return ["2026-12-01", "2027-01-15", "soon"];
    case "time":
      return ["09:30", "14:00"];
    case "yes/no":
      return ["yes", "no", "perhaps"];
    case "choice":
      return [...options, "something else"];
    case "person":
      return ["Ada", "Ben", "Cleo"];
    case "e-mail":
      return ["kim@example.com", "lee@example.com", "nobody"];
    case "phone":
      return ["+31 20 555 01 23", "0205550199"];
    case "link":
      return ["https://example.com/a", "example"];
    case "long text":
      return ["called twice", "wants\na quote"];
    default:
      return ["north hall", "'=1+1", "007", "'1e5"];
  }
}
