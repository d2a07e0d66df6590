// What the command does to a record, done from the sidebar's page by the person who is at it: the same words, and the
// page's own functions.

import type { Person } from "../../local/apps-script/world/person.ts";
import { activityFromWord, isActivityKind } from "../../shared/definition/activity.ts";
import { lastDefinition } from "../../shared/definition/definition-versions.ts";
import { fieldsOf } from "../../shared/definition/standard-field.ts";
import type { Tables } from "../../shared/table/table.ts";

export interface PageAct {
  readonly tables: Tables;
  readonly board: string;
  readonly command: string;
  readonly args: readonly string[];
}

let forms = 0;

/** Empty when it was done, else what the page says. */
export function actFromPage(person: Person, act: PageAct): string {
  const [functionName, request] = callOf(act);
  const answer = person.page(functionName, request) as { readonly problem?: string };
  const { problem, ...rest } = answer;
  return problem === undefined ? "" : [problem, ...fieldFaults(rest)].join("\n");
}

function callOf({ tables, board, command, args }: PageAct): readonly [string, unknown] {
  const [record = "", what = "", note = ""] = args;
  const place = { board, record };
  switch (command) {
    case "move":
      return ["pageMove", { ...place, stage: what, values: {} }];
    case "set": {
      const at = what.indexOf("=");
      const field = fieldNamed(tables, board, what.slice(0, at));
      return ["pageSet", { ...place, values: { [field]: what.slice(at + 1) } }];
    }
    case "log":
      return logCall(place, what, note);
    case "answer":
      return ["pageHoldingAnswer", place];
    default:
      throw new Error(`the page has no "${command}"`);
  }
}

function logCall(place: Pick<PageAct, "board">, word: string, note: string): readonly [string, unknown] {
  const kind = activityFromWord(word);
  if (kind === undefined) throw new Error(`"${word}" is no word of the Log`);
  if (!isActivityKind(kind)) return ["pageAct", { ...place, act: kind, note }];
  forms += 1;
  return ["pageLog", { ...place, activity: kind, note, form: `the form number ${forms} of the story` }];
}

function fieldNamed(tables: Tables, tab: string, name: string): string {
  const definition = lastDefinition(tables);
  const board = definition?.boards.find((each) => each.tab === tab);
  const pipeline = definition?.pipelines.find(({ id }) => id === board?.pipeline);
  const field = pipeline === undefined ? undefined : fieldsOf(pipeline).find((each) => each.name === name);
  if (field === undefined) throw new Error(`${tab} has no field "${name}"`);
  return field.id;
}

function fieldFaults(answer: object): readonly string[] {
  return "fields" in answer ? [JSON.stringify(answer.fields)] : [];
}
