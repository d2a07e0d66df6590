// The functions of the script as this page calls them. Their names, arguments and answers are the script's own types,
// so a call to a function that the script lacks does not compile. What the script cannot do it answers with a
// problem: a sentence for the person, and what is wrong at which field of a form.

import type * as main from "../main.ts";
import { callScript } from "./script-call.ts";
import { turnsOf } from "./turns.ts";

type Script = typeof main;

/** The functions that are written for this page. */
export type PageFunction = Extract<keyof Script, `page${string}`>;

/** What a function answers when nothing is wrong. */
export type Told<Name extends PageFunction> = Exclude<ReturnType<Script[Name]>, Refusal>;

interface Refusal {
  readonly problem: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** What the script would not do, in a sentence for the person at the page. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  /** What is wrong at a field, by the field's id. */
  readonly fields: Readonly<Record<string, string>>;

  constructor({ problem, fields = {} }: Refusal) {
    super(problem);
    this.fields = fields;
  }
}

/** Google takes ten at once; the sheet answers one after the other anyway. */
const inTurns = turnsOf(3);

/** The script's answer. */
export async function ask<Name extends PageFunction>(
  name: Name,
  ...[argument]: Parameters<Script[Name]>
): Promise<Told<Name>> {
  const answer = await inTurns(() => callScript(name, argument));
  if (isRefusal(answer)) throw new RefusedError(answer);
  return answer as Told<Name>;
}

function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === "object" && answer !== null && "problem" in answer;
}
