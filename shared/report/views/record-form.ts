// The form of a new record: the fields of its board in their order, with what each starts as, and which of them the
// stage that it enters asks for.

import { boardsNamed } from "../../definition/named-board.ts";
import { asksField } from "../../definition/need.ts";
import { type Definition, mainLineOf, type Pipeline, type Stage } from "../../definition/pipeline.ts";
import { fieldsOf, nameField } from "../../definition/standard-field.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { type FieldView, fieldView } from "./field-view.ts";
import { type StageChip, stageChip } from "./stage-chip.ts";

export interface FormField extends FieldView {
  /** Whether the record cannot do without it from the start. */
  readonly needed: boolean;
}

export interface RecordForm {
  /** Tab of the board. */
  readonly board: string;
  readonly boardId: string;
  readonly noun: string;
  /** "New deal". */
  readonly title: string;
  readonly fields: readonly FormField[];
  readonly stages: readonly StageChip[];
  /** Name of the stage that it enters where no other is asked for. */
  readonly first: string;
}

/**
 * The form for a board; `board` is the name of its tab.
 *
 * @throws {StagelineError} `usage`, when there is no such board
 * @example
 * newRecordForm(fixtures.book, "Deals").fields.filter(({ needed }) => needed).map(({ name }) => name) //=> ["Name"]
 */
export function newRecordForm(definition: Definition, board: string): RecordForm {
  const [found] = boardsNamed(definition, board);
  const pipeline = definition.pipelines.find(({ id }) => id === found.pipeline);
  if (pipeline === undefined) throw new StagelineError("definition", `"${found.tab}" has no pipeline`);
  const [first] = mainLineOf(pipeline);
  return {
    ...{ board: found.tab, boardId: found.id, noun: pipeline.noun, title: `New ${pipeline.noun}` },
    fields: formFields(definition, pipeline, first),
    stages: pipeline.stages.map(stageChip),
    first: first?.name ?? "",
  };
}

function formFields(
  definition: Definition,
  pipeline: Pipeline,
  first: Stage | undefined,
): readonly FormField[] {
  const needed = new Set([nameField.id, ...(first === undefined ? [] : soleFields(first))]);
  return fieldsOf(pipeline).map((field) => ({
    ...fieldView(definition, field, field.default ?? ""),
    needed: needed.has(field.id),
  }));
}

// Where any one of several will do, none of them is needed by itself.
function soleFields({ needs }: Stage): readonly string[] {
  return needs.flatMap(({ anyOf }) => {
    const [only, ...others] = anyOf;
    return only === undefined || others.length > 0 || !asksField(only) || only.test === "empty"
      ? []
      : [only.field];
  });
}
