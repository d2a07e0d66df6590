// What somebody answers who makes their first board (or another one): which stages, which people, which days off. Each
// answer may stay as it was offered. All that is wrong is told at its field, and no board is made before it is mended.

import { type DayOff, daysOffFromText } from "../../definition/days-off-text.ts";
import { stageFaults, type WantedStage, withEditedStages } from "../../definition/edited-stages.ts";
import { identifierFrom } from "../../definition/identifier.ts";
import type { Person, Pipeline } from "../../definition/pipeline.ts";
import { plainPipeline } from "../../definition/plain-pipeline.ts";
import { personFromCells } from "../../definition/setup/team-tab.ts";
import { stagesFromLine } from "../../definition/stage-line.ts";
import { exampleNames } from "../../definition/templates/example-names.ts";
import { templates } from "../../definition/templates/templates.ts";
import { nameKey } from "../../table/cell.ts";
import { tabNameFault } from "../../table/tab-name.ts";
import { StagelineError } from "../../value/stageline-error.ts";

/** The board that is none of the built-in ones. */
export const OWN_BOARD = "own";
const OWN_STAGES = "New > In progress > Done:won | Dropped:lost";

export interface TypedPerson {
  readonly name: string;
  readonly email: string;
  /** Parted by commas. */
  readonly roles: string;
}

export interface StartAnswers {
  /** Key of the template, or "own". */
  readonly choice: string;
  readonly tab: string;
  /** What a record is called; empty: as the template has it. */
  readonly noun: string;
  readonly stages: readonly WantedStage[];
  readonly people: readonly TypedPerson[];
  /** 1 is Monday. */
  readonly workingDays: readonly number[];
  /** As it was typed or pasted, a day in a line. */
  readonly daysOff: string;
}

/** What is wrong at which answer: "tab", "stages", "stage-1", "person-1", "days", "days-off". */
export interface StartFault {
  readonly field: string;
  readonly message: string;
}

export interface StartPlan {
  readonly pipeline: Pipeline;
  readonly tab: string;
  readonly people: readonly Person[];
  readonly daysOff: readonly DayOff[];
  readonly examples: readonly string[];
}

/**
 * The pipeline that a choice begins with.
 *
 * @throws {StagelineError} `usage`, when there is no such choice
 * @example
 * chosenPipeline("own").stages.map(({ name }) => name) //=> ["New", "In progress", "Done", "Dropped"]
 */
export function chosenPipeline(choice: string): Pipeline {
  if (choice === OWN_BOARD) {
    return { ...plainPipeline({ name: "Board", noun: "record" }), stages: stagesFromLine(OWN_STAGES) };
  }
  const template = templates.find(({ key }) => key === choice);
  if (template !== undefined) return template.pipeline;
  throw new StagelineError("usage", `there is no board "${choice}" to begin with`);
}

/**
 * All that is wrong with the answers.
 *
 * @example
 * startFaults({ choice: "own", tab: "Jobs", noun: "job", stages: [{ id: "", name: "New", kind: "open" }], people: [],
 *   workingDays: [], daysOff: "" }) //=> [{ field: "days", message: "at least one day of the week is for work" }]
 */
export function startFaults(answers: StartAnswers): readonly StartFault[] {
  return [
    ...tabFaults(answers.tab),
    ...stageFaults(answers.stages).map(({ at, message }) => {
      return { field: at < 0 ? "stages" : `stage-${at + 1}`, message };
    }),
    ...peopleFaults(answers.people),
    ...(answers.workingDays.length === 0
      ? [{ field: "days", message: "at least one day of the week is for work" }]
      : []),
    ...daysOffFromText(answers.daysOff).faults.map((message) => ({ field: "days-off", message })),
  ];
}

/**
 * What is wrong with the name of a new tab, as it was typed; "" stands for what the board is called.
 *
 * @example
 * tabFaults(" Jobs ") //=> []
 */
export function tabFaults(typed: string): readonly StartFault[] {
  const tab = typed.trim();
  const fault = tab === "" ? undefined : tabNameFault(tab);
  return fault === undefined ? [] : [{ field: "tab", message: `"${tab}" ${fault}` }];
}

/**
 * What answers without a fault come to.
 *
 * @throws {StagelineError} `usage`, when there is no such choice
 * @example
 * startPlan({ choice: "coaching", tab: "", noun: "", stages: [], people: [], workingDays: [1], daysOff: "" }).tab
 * //=> "Coaching"
 */
export function startPlan(answers: StartAnswers): StartPlan {
  const { choice, noun, stages, workingDays } = answers;
  const chosen = chosenPipeline(choice);
  const tab = answers.tab.trim() || chosen.name;
  const named =
    choice === OWN_BOARD ? plainPipeline({ name: tab, noun: noun.trim() || chosen.noun }) : undefined;
  const pipeline: Pipeline = {
    ...withEditedStages({ ...chosen, ...(named === undefined ? {} : withoutStages(named)) }, stages),
    workingDays: [...workingDays].sort((left, right) => left - right),
  };
  return {
    pipeline,
    tab,
    people: typedPeople(answers.people),
    daysOff: daysOffFromText(answers.daysOff).daysOff,
    examples: exampleNames(pipeline.noun),
  };
}

function withoutStages({ id, name, noun }: Pipeline): Pick<Pipeline, "id" | "name" | "noun"> {
  return { id, name, noun };
}

function peopleFaults(people: readonly TypedPerson[]): readonly StartFault[] {
  const seen = new Set<string>();
  return people.flatMap((person, at): readonly StartFault[] => {
    if (isEmpty(person)) return [];
    const field = `person-${at + 1}`;
    const key = nameKey(person.name);
    if (key === "") return [{ field, message: "the person has no name" }];
    if (seen.has(key)) return [{ field, message: `"${person.name.trim()}" stands twice` }];
    seen.add(key);
    return personFromCells(cellsOf(person)).faults.map(({ message }) => ({ field, message }));
  });
}

function typedPeople(people: readonly TypedPerson[]): readonly Person[] {
  const taken = new Set<string>();
  return people
    .filter((person) => !isEmpty(person))
    .map((typed) => {
      const { person } = personFromCells(cellsOf(typed));
      const id = identifierFrom(person.name, taken);
      taken.add(id);
      return { ...person, id };
    });
}

function isEmpty({ name, email, roles }: TypedPerson): boolean {
  return [name, email, roles].every((text) => text.trim() === "");
}

function cellsOf({ name, email, roles }: TypedPerson) {
  return { person: name.trim(), email: email.trim(), roles: roles.trim() };
}
