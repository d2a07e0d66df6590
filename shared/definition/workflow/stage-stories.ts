// A pipeline in words, for the owner who wrote the steps: why each stage became one, where it leads, and what happens
// by itself. The words are those of the table.

import { quoted } from "../../table/shown-cell.ts";
import { type DeadlineParts, limitDaysOf } from "./deadline-rules.ts";
import { handingOver, toldOf } from "./hand-over-rules.ts";
import { departmentsIn } from "./read-steps.ts";
import type { Step, StepResult } from "./step.ts";
import { type StepStage, stageOf, waysInto, waysOut } from "./step-stages.ts";
import { textFromLimit } from "./time-limit.ts";
import { type Consequence, type Way, waysFrom } from "./way.ts";

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

/** Above this, each further stage is one more place to forget a record in (house rule). */
const MANY_STAGES = 20;

/**
 * The stories of all stages, in their order.
 *
 * @example
 * stageStories({ all: { steps: [], ways: [], consequences: new Map(), problems: [] }, stages: [], fields: [] }) //=> []
 */
export function stageStories(parts: DeadlineParts): readonly StageStory[] {
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
        ...deadlineSentences(parts, stage),
        ...toldSentences(parts, stage),
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
    ...(stages.length > MANY_STAGES
      ? [
          `${stages.length} stages are many: each is a place to forget a record in; up to ${MANY_STAGES} are easier to keep`,
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

function deadlineSentences(parts: DeadlineParts, stage: StepStage): readonly string[] {
  return stage.steps.flatMap((step) => {
    if (step.within === undefined) return [];
    const time = textFromLimit(step.within);
    const consequences = parts.all.consequences.get(step) ?? [];
    if (consequences.length > 0) {
      const acts = consequences.map((consequence) => actWords(parts, step, consequence));
      return [`no answer within ${time}: ${acts.join(", ")}`];
    }
    const isLimit = limitDaysOf(step) !== undefined;
    return [
      `longer than ${time}: ${isLimit ? "it is shown as due" : `${step.department || "the owner"} is reminded`}`,
    ];
  });
}

function actWords({ all, stages }: DeadlineParts, step: Step, consequence: Consequence): string {
  switch (consequence.kind) {
    case "remind":
      return `${consequence.role === "owner" ? "the owner" : consequence.role} is reminded`;
    case "void":
      return "the invoice is made void";
    case "move":
    case "cancel": {
      const to = waysFrom(all, step).find(({ by }) => by === "silence")?.to;
      const stage = to === undefined ? undefined : stageOf(stages, to);
      return `it moves to ${quoted(stage?.head.name ?? "")} by itself`;
    }
  }
}

function toldSentences({ all }: DeadlineParts, stage: StepStage): readonly string[] {
  const told = toldOf(all, stage);
  return told.length === 0
    ? []
    : [`${told.join(" and ")} ${told.length === 1 ? "is" : "are"} told when a record comes`];
}
