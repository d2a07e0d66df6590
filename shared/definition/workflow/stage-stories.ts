// A pipeline in words, for the owner who wrote the steps: why each stage became one, where it leads, and what happens
// by itself. The words are those of the table.

import { quoted } from "../../table/shown-cell.ts";
import { MOST_STAGES, type Pipeline } from "../pipeline.ts";
import { ruleSentence } from "../rule-sentence.ts";
import { amountText } from "../rule-text.ts";
import { fieldsOf } from "../standard-field.ts";
import { type DeadlineParts, limitDaysOf } from "./deadline-rules.ts";
import { handingOver } from "./hand-over-rules.ts";
import { departmentsIn } from "./read-steps.ts";
import type { StepResult } from "./step.ts";
import { type StepStage, stageOf, waysInto, waysOut } from "./step-stages.ts";
import type { Way } from "./way.ts";

/** One stage, told. */
export interface StageStory {
  readonly stage: string;
  readonly kind: "open" | StepResult;
  readonly onMainLine: boolean;
  /** Absent where nobody does it. */
  readonly department?: string;
  /** Names of the steps that it holds. */
  readonly steps: readonly string[];
  /** Why it became a stage. */
  readonly because: string;
  /** Where it leads and what happens by itself, a sentence each. */
  readonly sentences: readonly string[];
}

/**
 * The stories of all stages, in their order; `pipeline` is what they became.
 *
 * @example
 * stageStories({ all: { steps: [], ways: [], consequences: new Map(), problems: [] }, stages: [], fields: [] }, fixtures.offers)
 * //=> []
 */
export function stageStories(parts: DeadlineParts, pipeline: Pipeline): readonly StageStory[] {
  return parts.stages.map((stage) => {
    const { head, onMainLine } = stage;
    return {
      stage: head.name,
      kind: head.result ?? "open",
      onMainLine,
      ...(head.department === "" ? {} : { department: head.department }),
      steps: stage.steps.map(({ name }) => name),
      because: reasonOf(parts, stage),
      sentences: [
        ...mergedSentences(stage),
        ...needSentences(stage),
        ...waySentences(parts, stage),
        ...limitSentences(stage),
        ...ruleSentences(stage, pipeline),
      ],
    };
  });
}

/**
 * What the table made beside stages, and advice on it.
 *
 * @example
 * workflowNotes({ all: { steps: [], ways: [], consequences: new Map(), problems: [] }, stages: [], fields: [] }) //=> []
 */
export function workflowNotes({ all, stages, fields }: DeadlineParts): readonly string[] {
  const departments = departmentsIn(all.steps).join(", ");
  const columns = fields.map(({ name, type }) => `${name} (${type})`).join(", ");
  return [
    ...(departments === "" ? [] : [`Departments, which are the roles of Team: ${departments}`]),
    ...(columns === "" ? [] : [`Columns of the board: ${columns}`]),
    ...(stages.length > MOST_STAGES
      ? [
          `${stages.length} stages are many: each is a place to forget a record in; up to ${MOST_STAGES} are easier to keep`,
        ]
      : []),
  ];
}

function reasonOf({ all, stages }: DeadlineParts, stage: StepStage): string {
  const { head } = stage;
  if (all.start === head) return "the workflow starts here";
  if (head.result === "won") return "the work has succeeded";
  if (head.result === "lost") return "it ends here without success";
  if (head.result === "parked") return "it rests here";
  const before = handingOver(all, stage);
  if (before.length > 0) return `${head.department} needs ${before.join(" or ")} to start it`;
  const ways = waysInto(all, stage);
  const answer = ways.find(({ by }) => by === "answer");
  if (answer !== undefined) return `the answer ${answerWords(answer)} leads here`;
  if (ways.length > 1) return `several steps lead here: ${namesOf(stages, ways)}`;
  if (head.needsText !== "") return "something is needed before it begins";
  if (head.mayEnter.length > 0) return `only ${head.mayEnter.join(" or ")} may say that it begins`;
  if (head.within !== undefined) return "it has a deadline of its own";
  return "others are told, or time counts, when it begins";
}

function answerWords({ from, answer = "" }: Way): string {
  return `${quoted(answer)} to ${quoted(from.name)}`;
}

function namesOf(stages: readonly StepStage[], ways: readonly Way[]): string {
  const names = ways.map(({ from }) => stageOf(stages, from)?.head.name ?? from.name);
  return [...new Set(names)].join(", ");
}

function mergedSentences({ head, steps }: StepStage): readonly string[] {
  if (steps.length === 1) return [];
  const names = steps.map(({ name }) => quoted(name)).join(", ");
  return [`${names} are one stage: ${head.department || "nobody"} does them in a row`];
}

function needSentences({ head }: StepStage): readonly string[] {
  return [
    ...(head.needsText === "" ? [] : [`needed first: ${head.needsText}`]),
    ...(head.mayEnter.length === 0 ? [] : [`only ${head.mayEnter.join(" or ")} may move a record here`]),
  ];
}

function waySentences({ all, stages }: DeadlineParts, stage: StepStage): readonly string[] {
  return waysOut(all, stage).flatMap(({ to, by, answer }) => {
    const other = stageOf(stages, to);
    if (by === "silence" || other === undefined) return [];
    const goes = stages.indexOf(other) < stages.indexOf(stage) ? "goes back to" : "goes on to";
    return [`${answer === undefined ? "" : `${quoted(answer)}: `}${goes} ${quoted(other.head.name)}`];
  });
}

// A limit without a rule is only shown; whatever else time or a hand-over does is a rule.
function limitSentences({ head }: StepStage): readonly string[] {
  const days = limitDaysOf(head);
  return days === undefined ? [] : [`longer than ${amountText(days, "working days")}: it is shown as due`];
}

function ruleSentences({ id }: StepStage, pipeline: Pipeline): readonly string[] {
  const messages = pipeline.messages.map((message) => ({ ...message, aliases: [] }));
  const words = { ...pipeline, fields: fieldsOf(pipeline), messages };
  return pipeline.rules
    .filter(({ when, whileIn }) => whileIn.includes(id) || ("stage" in when && when.stage === id))
    .map((rule) => ruleSentence(rule, words));
}
