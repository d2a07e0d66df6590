// How the history tells what a rule did. Each entry names its rule, the time that it was for (the occurrence) and when
// that was due; so the same act is the same entry, whichever run writes it. A book in practice closes nothing by itself:
// it asks somebody to.

import type { Definition, Pipeline, Stage } from "../../definition/pipeline.ts";
import type { Rule, RuleAction } from "../../definition/rule.ts";
import { textFromTrigger } from "../../definition/rule-text.ts";
import type { Entry } from "../../log/entry.ts";
import { instantMs, type Moment } from "../../value/moment.ts";
import { factEntry, pathEntry, type Subject } from "../row/entry-making.ts";
import type { Run } from "../run.ts";
import { type ReminderRecord, reminderText } from "./reminder-text.ts";
import { actEntryId, RULES_ACT_AS } from "./rule-act.ts";

/** A time at which a rule acts on a record. */
export interface Occasion {
  readonly subject: Subject;
  readonly rule: Rule;
  readonly occurrence: string;
  readonly due: Moment;
}

/** The record that an entry tells of. */
export type About = Pick<ReminderRecord, "state" | "values">;

/** An action whose trace in the history is one entry of kind `message`. */
export type TellingAction = Extract<RuleAction, { do: "send" | "remind" | "notify" }>;

/**
 * Whether an action tells somebody something.
 *
 * @example
 * isTelling({ do: "move", stage: "lost" }) //=> false
 */
export function isTelling(action: RuleAction): action is TellingAction {
  return action.do === "send" || action.do === "remind" || action.do === "notify";
}

/**
 * The entry of a message, a reminder or a notice; `index` is the place of the action in its rule. What a reminder asks
 * the record for is put in as it stands now: whoever reads it later reads what was so then.
 *
 * @example
 * const rule = { id: "r", name: "Nudge", when: { on: "enters", stage: "offer" }, whileIn: [], onlyIf: [], does: [{ do: "remind", text: "ask" }], until: [] };
 * const occasion = { subject: { board: "deals", record: "r1", name: "Ada", n: 1 }, rule, occurrence: "e1", due: fixtures.run.now };
 * const about = { state: fixtures.standing.state, values: {} };
 * toldEntry(fixtures.run, fixtures.offers, { occasion, index: 0, action: rule.does[0], about }).note //=> "ask"
 */
export function toldEntry(
  run: Run,
  pipeline: Pipeline,
  told: {
    readonly occasion: Occasion;
    readonly index: number;
    readonly action: TellingAction;
    readonly about: About;
  },
): Entry {
  const { occasion, index, action, about } = told;
  const role = action.do === "send" ? undefined : action.role;
  const data = {
    ...dataOf(occasion, index),
    do: action.do,
    ...(action.do === "send" ? { message: action.message } : {}),
    ...(role === undefined ? {} : { role }),
  };
  const note = noteOf(action, { pipeline, rule: occasion.rule, about });
  return { ...messageEntry(run, occasion, index), note, data };
}

/**
 * The entry of a move by a rule; where the book only practises, that of a reminder to close the record, if it would.
 *
 * @example
 * const rule = { id: "r", name: "Late", when: { on: "every", days: 5, stage: "offer" }, whileIn: [], onlyIf: [], does: [{ do: "move", stage: "lost" }], until: [] };
 * const occasion = { subject: { board: "deals", record: "r1", name: "Ada", n: 1 }, rule, occurrence: "e1", due: fixtures.run.now };
 * ruledMove(fixtures.run, { definition: fixtures.book, pipeline: fixtures.offers }, { occasion, index: 0, from: { stage: "offer", at: fixtures.run.now }, to: fixtures.offers.stages[3] }).note
 * //=> 'Late: every 5 days in Offer'
 */
export function ruledMove(
  run: Run,
  book: { readonly definition: Definition; readonly pipeline: Pipeline },
  move: {
    readonly occasion: Occasion;
    readonly index: number;
    readonly from: { readonly stage: string; readonly at: Moment };
    readonly to: Stage;
  },
): Entry {
  const { occasion, index, from, to } = move;
  const { subject, rule, due } = occasion;
  const reason = reasonOf(book.pipeline, rule);
  if (book.definition.practice && (to.kind === "lost" || to.kind === "avoid")) {
    const note = `${reason}; while the book practises, move it to "${to.name}" yourself`;
    return {
      ...messageEntry(run, occasion, index),
      note,
      data: { ...dataOf(occasion, index), do: "remind" },
    };
  }
  const at = instantMs(due) < instantMs(from.at) ? from.at : due;
  const data = dataOf(occasion, index);
  const fact = { subject, from: from.stage, to: to.id, at, note: reason, data, who: RULES_ACT_AS };
  return pathEntry(ruling(run), { kind: "moved", ...fact });
}

/**
 * Why a rule acts, in words.
 *
 * @example
 * reasonOf(fixtures.offers, { name: "Late", when: { on: "every", days: 5, stage: "offer" } }) //=> "Late: every 5 days in Offer"
 */
export function reasonOf(pipeline: Pipeline, { name, when }: Pick<Rule, "name" | "when">): string {
  const messages = pipeline.messages.map((message) => ({ ...message, aliases: [] }));
  return `${name}: ${textFromTrigger(when, { ...pipeline, messages })}`;
}

/**
 * The run as that of a rule, and of nobody.
 *
 * @example
 * ruling({ ...fixtures.run, actor: "Ada" }).knownBy //=> "rule"
 */
export function ruling({ actor: _, ...run }: Run): Run {
  return { ...run, knownBy: "rule" };
}

/**
 * What every entry of an act keeps of it.
 *
 * @example
 * dataOf({ rule: { id: "nudge" }, occurrence: "e1", due: "2026-11-28T00:00:00+00:00" }, 0)
 * //=> { rule: "nudge", occurrence: "e1", due: "2026-11-28T00:00:00+00:00", action: "0" }
 */
export function dataOf(
  { rule, occurrence, due }: Pick<Occasion, "occurrence" | "due"> & { readonly rule: Pick<Rule, "id"> },
  index: number,
): Readonly<Record<string, string>> {
  return { rule: rule.id, occurrence, due, action: String(index) };
}

function messageEntry(run: Run, { subject, rule, occurrence, due }: Occasion, index: number): Entry {
  const { board, record } = subject;
  const entry = factEntry(ruling(run), { kind: "message", subject, at: due, who: RULES_ACT_AS, occurrence });
  return { ...entry, id: actEntryId({ board, record, rule: rule.id, occurrence, index }) };
}

function noteOf(
  action: TellingAction,
  { pipeline, rule, about }: { readonly pipeline: Pipeline; readonly rule: Rule; readonly about: About },
): string {
  switch (action.do) {
    case "remind":
      return reminderText(action.text, { pipeline, ...about });
    case "notify":
      return reasonOf(pipeline, rule);
    case "send":
      return pipeline.messages.find(({ id }) => id === action.message)?.name ?? action.message;
  }
}
