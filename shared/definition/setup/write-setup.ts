// The definition laid out on the set-up tabs. What is written here and read by read-setup.ts is the same
// definition: the tabs are where it lives, and nothing of it is kept anywhere else but in _definition.

import type { RowCells, TabLayout } from "../../table/layout.ts";
import type { Definition } from "../pipeline.ts";
import type { RuleWords } from "../rule-text.ts";
import { fieldsOf } from "../standard-field.ts";
import { calendarTab, holidayCells } from "./calendar-tab.ts";
import { fieldCells, fieldsTab } from "./fields-tab.ts";
import { messageCells, messagesTab } from "./messages-tab.ts";
import { milestoneCells, milestonesTab } from "./milestones-tab.ts";
import { pipelineCells, pipelinesTab } from "./pipelines-tab.ts";
import { ruleCells, rulesTab } from "./rules-tab.ts";
import { stageCells, stagesTab } from "./stages-tab.ts";
import { personCells, teamTab } from "./team-tab.ts";

/** The set-up tabs in the order in which they stand in the book. */
export const setupTabs: readonly TabLayout[] = [
  pipelinesTab,
  stagesTab,
  fieldsTab,
  milestonesTab,
  rulesTab,
  messagesTab,
  teamTab,
  calendarTab,
];

/**
 * The rows of every set-up tab, by the key of its layout.
 *
 * @example
 * setupRows(fixtures.book).stages.length //=> 4
 */
export function setupRows(definition: Definition): Readonly<Record<string, readonly RowCells[]>> {
  const { pipelines } = definition;
  return {
    pipelines: definition.boards.flatMap((board) => {
      const pipeline = pipelines.find((each) => each.id === board.pipeline);
      return pipeline === undefined ? [] : [pipelineCells(pipeline, board, definition)];
    }),
    stages: pipelines.flatMap((pipeline) =>
      pipeline.stages.map((stage) => stageCells(pipeline, stage, fieldsOf(pipeline))),
    ),
    fields: pipelines.flatMap((pipeline) => pipeline.fields.map((field) => fieldCells(pipeline.name, field))),
    milestones: pipelines.flatMap((pipeline) =>
      pipeline.milestones.map((milestone) =>
        milestoneCells(pipeline, milestone, { stages: pipeline.stages, fields: fieldsOf(pipeline) }),
      ),
    ),
    rules: pipelines.flatMap((pipeline) =>
      pipeline.rules.map((rule) => ruleCells(pipeline, rule, ruleWords(pipeline))),
    ),
    messages: pipelines.flatMap((pipeline) =>
      pipeline.messages.map((message) => messageCells(pipeline.name, message)),
    ),
    team: definition.team.map(personCells),
    calendar: definition.holidays.map(holidayCells),
  };
}

function ruleWords(pipeline: Definition["pipelines"][number]): RuleWords {
  const messages = pipeline.messages.map((message) => ({ ...message, aliases: [] }));
  return { stages: pipeline.stages, fields: fieldsOf(pipeline), messages };
}
