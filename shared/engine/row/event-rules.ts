// Rules that act as soon as something happens to a record: a stage is entered or left, an activity is logged, a field
// changes. They set fields (setting-rules.ts), tell people, and move the record; what takes the whole book is done by
// the rules' own turn (rules/). Imports set no rule going; a move by a rule sets others going like any move, but a rule
// never moves a record twice in a run, so that two rules cannot play ball with it.

import type { Pipeline } from "../../definition/pipeline.ts";
import type { Rule, RuleAction, RuleTrigger } from "../../definition/rule.ts";
import { type Entry, isPathEntry } from "../../log/entry.ts";
import type { RecordState } from "../../log/replay.ts";
import { isTelling, type Occasion, ruledMove, toldEntry } from "../rules/rule-entries.ts";
import { unmetNeeds } from "./needs-met.ts";
import { type Draft, evidenceOf, stateOf, subjectOf } from "./row-draft.ts";
import { obeySetting, type Settings, takeBackSettings, tellSettings } from "./setting-rules.ts";

/** Lets every rule act on what came about since the last look, in its order. */
export function obeyRules(draft: Draft, state: RecordState): void {
  const rules = draft.board.pipeline.rules.filter(({ when }) => isOfEvents(when));
  if (rules.length === 0) return;
  const facts = [...draft.unshown, ...draft.entries].filter(({ knownBy }) => knownBy !== "import");
  const undone = new Set(facts.flatMap(({ kind, data }) => (kind === "undone" ? [data["of"] ?? ""] : [])));
  const settings: Settings = new Map();
  const moved = new Set<string>();
  let stage = stageBefore(facts, state);
  // The list grows by the moves that rules make.
  for (const fact of facts) {
    if (isPathEntry(fact.kind)) stage = fact.to ?? stage;
    if (fact.kind === "undone") takeBackSettings(draft, settings, fact);
    if (undone.has(fact.id)) continue;
    for (const rule of rules) {
      if (!isSetOff(rule.when, fact) || !isFor(rule, stage)) continue;
      const present = stateOf(draft, state) ?? state;
      if (unmetNeeds(rule.onlyIf, evidenceOf(draft, present)).length > 0) continue;
      const act = { rule, fact, settings, moved };
      const move = obey(draft, present, act);
      if (move !== undefined) facts.push(move);
    }
  }
  tellSettings(draft, stateOf(draft, state) ?? state, settings);
}

/**
 * Whether a rule acts on something that happened to its record, and not on time or on other records.
 *
 * @example
 * isOfEvents({ on: "every", days: 5, stage: "offer" }) //=> false
 */
export function isOfEvents({ on }: RuleTrigger): boolean {
  return on === "enters" || on === "leaves" || on === "logged" || on === "changed";
}

/**
 * Whether a fact of a record's history sets a trigger off.
 *
 * @example
 * isSetOff({ on: "enters", stage: "lead" }, fixtures.entry) //=> true
 */
export function isSetOff(when: RuleTrigger, fact: Entry): boolean {
  switch (when.on) {
    case "enters":
      return isPathEntry(fact.kind) && fact.to === when.stage;
    case "leaves":
      return fact.kind === "moved" && fact.from === when.stage;
    case "logged":
      return fact.kind === when.activity;
    case "changed":
      return fact.kind === "field" && fact.data["field"] === when.field;
    case "time":
    case "every":
    case "linked":
    case "behind":
      return false;
  }
}

/**
 * Whether a rule works for a record in that stage. Whoever leaves a stage was in it.
 *
 * @example
 * isFor({ when: { on: "logged", activity: "call" }, whileIn: ["offer"] }, "lead") //=> false
 */
export function isFor({ when, whileIn }: Pick<Rule, "when" | "whileIn">, stage: string): boolean {
  return whileIn.length === 0 || whileIn.includes(when.on === "leaves" ? when.stage : stage);
}

/**
 * Whether an action takes the whole book: other boards, or the tabs of money.
 *
 * @example
 * takesWholeBook({ do: "void invoice" }) //=> true
 */
export function takesWholeBook(action: RuleAction): boolean {
  return action.do === "create" || action.do === "invoice" || action.do === "void invoice";
}

/**
 * Whether facts set off a rule with such an action.
 *
 * @example
 * asksWholeBook(fixtures.offers, [fixtures.entry]) //=> false
 */
export function asksWholeBook({ rules }: Pick<Pipeline, "rules">, facts: readonly Entry[]): boolean {
  return rules.some(
    ({ when, does }) => does.some(takesWholeBook) && facts.some((fact) => isSetOff(when, fact)),
  );
}

function stageBefore(facts: readonly Entry[], state: RecordState): string {
  return facts.find(({ kind, from }) => kind === "moved" && from !== undefined)?.from ?? state.now.stage;
}

interface EventAct {
  readonly rule: Rule;
  readonly fact: Entry;
  readonly settings: Settings;
  /** Rules that moved the record in this run. */
  readonly moved: Set<string>;
}

// The move that the rule made, if it made one.
function obey(
  draft: Draft,
  state: RecordState,
  { rule, fact, settings, moved }: EventAct,
): Entry | undefined {
  const { run, pipeline } = draft.board;
  let move: Entry | undefined;
  rule.does.forEach((action, index) => {
    if (action.do === "set") obeySetting(draft, state, { settings, rule, action, cause: fact.id });
    const occasion = { subject: subjectOf(draft, state), rule, occurrence: fact.id, due: fact.at };
    const about = { state, values: draft.row.values };
    if (isTelling(action)) addOnce(draft, toldEntry(run, pipeline, { occasion, index, action, about }));
    if (action.do === "move" && !moved.has(rule.id))
      move = moveOnce(draft, state, { occasion, index, stage: action.stage });
  });
  if (move !== undefined) moved.add(rule.id);
  return move;
}

function moveOnce(
  draft: Draft,
  state: RecordState,
  move: { readonly occasion: Occasion; readonly index: number; readonly stage: string },
): Entry | undefined {
  const { run, pipeline, definition } = draft.board;
  const { occasion, index, stage } = move;
  const to = pipeline.stages.find(({ id }) => id === stage);
  const isDone = draft.unshown.some(
    ({ kind, data }) =>
      kind === "moved" && data["rule"] === occasion.rule.id && data["occurrence"] === occasion.occurrence,
  );
  if (to === undefined || isDone || state.now.stage === stage) return undefined;
  const from = { stage: state.now.stage, at: state.now.at };
  const entry = ruledMove(run, { definition, pipeline }, { occasion, index, from, to });
  addOnce(draft, entry);
  return entry.kind === "moved" ? entry : undefined;
}

function addOnce(draft: Draft, entry: Entry): void {
  const known = [...draft.unshown, ...draft.entries];
  if (!known.some(({ id }) => id === entry.id)) draft.entries.push(entry);
}
