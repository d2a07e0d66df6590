// Rows that show how a board looks when it is in use. Such a row's hidden ID says so, and says of which board it is and
// what it holds: it is an example only while all that is true. Whoever types into one, or copies it, has a row like any
// other, which the next look takes for a new record; so nothing that somebody typed is ever kept apart. No row id of ours
// looks like it, and no formula is needed to tell it: between "example" and "f" nothing else of ours stands.

import type { Board, Definition, Pipeline } from "../definition/pipeline.ts";
import { mainLineOf } from "../definition/pipeline.ts";
import { isBlank } from "../table/cell.ts";
import { EXAMPLE_WORD, type RowCells } from "../table/layout.ts";
import { hashOf } from "../value/hash.ts";
import { boardLayout, peoplesKeys } from "./board-layout.ts";
import { fingerprintOf } from "./fingerprint.ts";

const ID_START = "example";
const ID_LETTERS = 10;

/** What stands in the Status note of each. */
const EXAMPLE_NOTE = "An example: it counts nowhere. Write over it, or remove it in the sidebar";

/** What is to be done next, stage by stage. */
const NEXT_STEPS = ["Write a first mail", "Call back about the offer", "Say thank you"];

/** What of a row tells whether it is an example. */
export interface ExampleRow {
  readonly id: string;
  readonly fingerprint: string;
  readonly cells: RowCells;
}

/**
 * Whether a text can be the ID of an example.
 *
 * @example
 * isExampleId("rada") //=> false
 */
export function isExampleId(text: string): boolean {
  return text.startsWith(ID_START);
}

/**
 * Whether nobody has touched the row since it was made as an example of this board.
 *
 * @example
 * isExampleRow("deals", { id: "example", fingerprint: "f1", cells: { name: "Ada" } }) //=> false
 */
export function isExampleRow(board: string, { id, fingerprint, cells }: ExampleRow): boolean {
  return id === exampleId(board, fingerprint) && isBlank(cells["log"]) && isBlank(cells["log_note"]);
}

/**
 * The rows of a board in two: examples, and all others. Of two rows that are the same example one is a copy, and is none.
 *
 * @example
 * examplesApart("deals", [{ id: "", fingerprint: "f1", cells: { name: "Ada" } }]).examples //=> []
 */
export function examplesApart<Row extends ExampleRow>(
  board: string,
  rows: readonly Row[],
): { readonly rows: readonly Row[]; readonly examples: readonly Row[] } {
  const examples = new Map<string, Row>();
  for (const row of rows) {
    if (isExampleId(row.id) && !examples.has(row.id) && isExampleRow(board, row)) examples.set(row.id, row);
  }
  if (examples.size === 0) return { rows, examples: [] };
  return { rows: rows.filter((row) => examples.get(row.id) !== row), examples: [...examples.values()] };
}

/**
 * Examples for a board, with these names, along its first stages.
 *
 * @example
 * exampleRows(fixtures.book, fixtures.book.boards[0], ["Ann Lee", "Bob Ray"]).map(({ stage, name }) => `${stage}: ${name}`)
 * //=> ["Lead: Ann Lee (example)", "Offer: Bob Ray (example)"]
 */
export function exampleRows(
  definition: Definition,
  board: Board,
  names: readonly string[],
): readonly RowCells[] {
  const pipeline = definition.pipelines.find(({ id }) => id === board.pipeline);
  const stages = pipeline === undefined ? [] : shownStages(pipeline);
  const keys = peoplesKeys(boardLayout(definition, board));
  return names.map((name, index) => {
    const shown: RowCells = {
      stage: stages[index % Math.max(stages.length, 1)] ?? null,
      name: `${name} ${EXAMPLE_WORD}`,
      next_step: NEXT_STEPS[index % NEXT_STEPS.length] ?? null,
    };
    const id = exampleId(board.id, fingerprintOf(shown, keys));
    return { ...shown, status_note: EXAMPLE_NOTE, id };
  });
}

// As far as there is something to do: what is won or lost needs no next step.
function shownStages(pipeline: Pipeline): readonly string[] {
  return mainLineOf(pipeline)
    .filter(({ kind }) => kind === "open")
    .map(({ name }) => name);
}

function exampleId(board: string, fingerprint: string): string {
  return ID_START + hashOf("x", [board, fingerprint]).slice(1, ID_LETTERS + 1);
}
