// The form of a new record: the fields of its board in their order, with what each starts as. What the first two stages
// ask for comes first, and by what else people are reached; the rest can wait until the record is there.

import { boardsNamed } from "../../definition/named-board.ts";
import { asksField } from "../../definition/need.ts";
import { type Definition, mainLineOf, type Pipeline, type Stage } from "../../definition/pipeline.ts";
import { fieldsOf, nameField, ownerField } from "../../definition/standard-field.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { type FieldView, fieldView } from "./field-view.ts";
import { type StageChip, stageChip } from "./stage-chip.ts";

export interface FormField extends FieldView {
  /** Whether the record cannot do without it from the start. */
  readonly needed: boolean;
  /** Names of the other fields of which any one would do as well; empty where it is needed alone or not at all. */
  readonly orElse: readonly string[];
  /** Whether somebody who makes a record fills it in at once. */
  readonly early: boolean;
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
  const line = mainLineOf(pipeline);
  return {
    ...{ board: found.tab, boardId: found.id, noun: pipeline.noun, title: `New ${pipeline.noun}` },
    fields: formFields(definition, pipeline, line),
    stages: pipeline.stages.map(stageChip),
    first: line[0]?.name ?? "",
  };
}

/** A form of so few is shown whole. */
const FEW_FIELDS = 8;

function formFields(
  definition: Definition,
  pipeline: Pipeline,
  [first, second]: readonly Stage[],
): readonly FormField[] {
  const fields = fieldsOf(pipeline);
  const groups = first === undefined ? [] : fieldGroups(first);
  const soon = new Set([...groups, ...(second === undefined ? [] : fieldGroups(second))].flat());
  return fields.map((field) => {
    const group = groups.find((ids) => ids.includes(field.id)) ?? [];
    const others = group.length > 1 ? fields.filter(({ id }) => id !== field.id && group.includes(id)) : [];
    const isReach = field.type === "e-mail" || field.type === "phone";
    return {
      ...fieldView(definition, field, field.default ?? ""),
      needed: field.id === nameField.id || group.length === 1,
      orElse: others.map(({ name }) => name),
      early:
        fields.length <= FEW_FIELDS ||
        isReach ||
        soon.has(field.id) ||
        [nameField.id, ownerField.id].includes(field.id),
    };
  });
}

// Of each need, the fields of which any one will do.
function fieldGroups({ needs }: Stage): readonly (readonly string[])[] {
  return needs.flatMap(({ anyOf }) => {
    const asked = anyOf.filter(asksField);
    const isOfFields = asked.length === anyOf.length && asked.every(({ test }) => test !== "empty");
    return isOfFields ? [[...new Set(asked.map(({ field }) => field))]] : [];
  });
}
