// What "Needed first" asks for becomes columns of the board. It is written as in Setup, with the type of a field in
// brackets where it is not text: "Product; Cost (money); Answer due on (day)". One field may be asked for by many
// steps; its type is said once.

import { nameKey } from "../../table/cell.ts";
import { type FieldType, fieldTypes } from "../../table/field-type.ts";
import { quoted } from "../../table/shown-cell.ts";
import { quotedName, splitOutsideQuotes, unquotedName } from "../cell-words.ts";
import { identifierFrom } from "../identifier.ts";
import { needsFromText } from "../need-text.ts";
import type { Field, Stage } from "../pipeline.ts";
import { plainPipeline } from "../plain-pipeline.ts";
import { fieldsOf, standardFieldIds, standardHeader } from "../standard-field.ts";
import type { Step, StepProblem } from "./step.ts";
import { stepProblem } from "./step-columns.ts";

/** A choice lacks its values here, and a record link its board: those are made in Setup. */
const TYPES = fieldTypes.filter((type) => type !== "choice" && type !== "record link");
const NAME = '("(?:[^"]|"")*"|.+?)';
const TYPE = `(?:\\s*\\((${TYPES.join("|")})\\))?`;
const CONDITION = "(\\s+(?:is\\s+.+|at\\s+least\\s+-?\\d+(?:\\.\\d+)?|within\\s+\\d{1,5}\\s+days?|logged))?";
const ASKED = new RegExp(`^${NAME}${TYPE}${CONDITION}$`, "i");

/** One alternative of a need. */
interface Asked {
  readonly step: Step;
  readonly name: string;
  /** Absent where the words do not say it. */
  readonly type?: FieldType;
  /** What the words after the name lead to expect. */
  readonly likely: FieldType;
  readonly condition: string;
}

/** The fields that the steps ask for, and what each step needs of them. */
export interface AskedFields {
  readonly fields: readonly Field[];
  readonly needs: ReadonlyMap<Step, Stage["needs"]>;
  readonly problems: readonly StepProblem[];
}

/**
 * The fields of a workflow, in the order in which they are first asked for.
 *
 * @example
 * askedFields([]) //=> { fields: [], needs: new Map(), problems: [] }
 */
export function askedFields(steps: readonly Step[]): AskedFields {
  const problems: StepProblem[] = [];
  const asked = steps.flatMap((step) => alternatives(step).flat());
  const fields = fieldsFrom(asked, problems);
  const words = fieldsOf({ ...plainPipeline({ name: "workflow", noun: "record" }), fields });
  const needs = new Map<Step, Stage["needs"]>();
  for (const step of steps) {
    const read = needsFromText(needsText(step), words);
    needs.set(step, read.needs);
    problems.push(...read.faults.map((message) => stepProblem(step, "needs", message)));
  }
  return { fields, needs, problems };
}

function alternatives(step: Step): readonly (readonly Asked[])[] {
  return splitOutsideQuotes(step.needsText, /^;/)
    .filter((part) => part !== "")
    .map((part) => splitOutsideQuotes(part, /^\s+or\s+/i).map((text) => askedFrom(step, text)));
}

function askedFrom(step: Step, text: string): Asked {
  const [, written = text, typeText, condition = ""] = ASKED.exec(text) ?? [];
  const type = TYPES.find((each) => each === typeText?.toLowerCase());
  return {
    step,
    name: unquotedName(written),
    ...(type === undefined ? {} : { type }),
    likely: likelyType(condition),
    condition,
  };
}

function likelyType(condition: string): FieldType {
  if (/^\s+is\s+(?:yes|no)$/i.test(condition)) return "yes/no";
  if (/^\s+at\s+least/i.test(condition)) return "number";
  return /^\s+within/i.test(condition) ? "day" : "text";
}

function isLogged({ condition }: Asked): boolean {
  return /^\s+logged$/i.test(condition);
}

function needsText(step: Step): string {
  return alternatives(step)
    .map((need) => need.map(({ name, condition }) => `${quotedName(name, /./)}${condition}`).join(" or "))
    .join("; ");
}

function fieldsFrom(asked: readonly Asked[], problems: StepProblem[]): readonly Field[] {
  const byName = new Map<string, readonly Asked[]>();
  for (const each of asked) {
    if (nameKey(each.name) === "" || standardHeader(each.name) !== undefined || isLogged(each)) continue;
    byName.set(nameKey(each.name), [...(byName.get(nameKey(each.name)) ?? []), each]);
  }
  const taken = new Set(standardFieldIds);
  return [...byName.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    problems.push(...typeProblems(all));
    const id = identifierFrom(first.name, taken);
    taken.add(id);
    return [fieldOf({ id, name: first.name, type: typeOf(all) })];
  });
}

function typeOf(all: readonly Asked[]): FieldType {
  const said = all.find(({ type }) => type !== undefined)?.type;
  return said ?? all.find(({ likely }) => likely !== "text")?.likely ?? "text";
}

function typeProblems(all: readonly Asked[]): readonly StepProblem[] {
  const said = all.find(({ type }) => type !== undefined);
  return all
    .filter(({ type }) => type !== undefined && type !== said?.type)
    .map(({ step, name, type }) => {
      const message = `${quoted(name)} is ${type} here and ${said?.type} in line ${said?.step.line}; write the same type, or only the name`;
      return stepProblem(step, "needs", message);
    });
}

function fieldOf(field: Pick<Field, "id" | "name" | "type">): Field {
  const personal = field.type === "e-mail" || field.type === "phone";
  return { ...field, options: [], aliases: [], personal, unique: false, carriesOver: personal };
}
