// What the page is answered: plain data that JSON holds, or a refusal in a sentence. Whoever can open the sidebar can
// call these functions with anything, so that what they are given is checked before it means anything.

import * as z from "zod/mini";
import { outcomeOf } from "../edge.ts";

/** Why nothing was done; `fields` says what is wrong at which field of a form. */
export interface Refusal {
  readonly problem: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Nothing is written: what is missing or wrong with a form is said at its fields. */
export function refusedForm(
  faults: readonly { readonly field: string; readonly message: string }[],
): Refusal {
  return {
    problem: "Nothing was written yet: what is missing or wrong stands at its field",
    fields: Object.fromEntries(faults.map(({ field, message }) => [field, message])),
  };
}

/** The work's answer to an argument of that shape. */
export function answered<Argument, Answer>(
  shape: z.ZodMiniType<Argument>,
  given: unknown,
  work: (argument: Argument) => Answer,
): Answer | Refusal {
  const read = shape.safeParse(given);
  if (!read.success)
    return { problem: "The page asked for something that the script does not know; reload the sheet" };
  const outcome = outcomeOf(() => work(read.data));
  return "done" in outcome ? outcome.done : outcome;
}

/** Google keeps 50,000 letters in a cell. */
const MOST_LETTERS = 50_000;

/** A text of people's. */
export const text = z.string().check(z.maxLength(MOST_LETTERS));

/** The id of a form, as it draws it when it opens: long enough that nobody else's is the same. */
export const form = text.check(z.minLength(16));

/** Which record is meant. */
export const recordShape = { board: text, record: text } as const;

/** Field id → what was typed. */
export const valuesShape = z.record(text, text);

/** No argument. */
export const nothing = z.object({});
