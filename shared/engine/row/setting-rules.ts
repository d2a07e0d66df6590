// Rules that set a field as soon as something happens: a stage is entered or left, an activity is logged, a field
// changes. A value that a person typed is kept; a rule fills what is blank, what still is as it starts, and what a rule
// set before. When the move that set a rule going is undone, so is what the rule set. Imports set no rule going, nor does what
// another rule set.

import type { Rule, RuleAction, RuleTrigger } from "../../definition/rule.ts";
import type { Entry } from "../../log/entry.ts";
import { isPathEntry } from "../../log/entry.ts";
import type { RecordState } from "../../log/replay.ts";
import { isBlank } from "../../table/cell.ts";
import { factEntry } from "./entry-making.ts";
import { unmetNeeds } from "./needs-met.ts";
import { type Draft, evidenceOf, subjectOf } from "./row-draft.ts";
import { fillField } from "./row-fields.ts";
import { textOfValue } from "./watched-field.ts";

type SetAction = Extract<RuleAction, { do: "set" }>;

/** What the rules make of one field in a run; the history tells it once, with its last cause. */
interface Setting {
  readonly from: string;
  readonly rule: string;
  readonly cause: string;
}

type Settings = Map<string, Setting>;

/** Lets every rule that sets a field act on what came about since the last look, in its order. */
export function obeySettingRules(draft: Draft, state: RecordState): void {
  const rules = draft.board.pipeline.rules.filter((rule) => settingsOf(rule).length > 0);
  if (rules.length === 0) return;
  const facts = [...draft.unshown, ...draft.entries].filter(({ knownBy }) => knownBy !== "import");
  const undone = new Set(facts.flatMap(({ kind, data }) => (kind === "undone" ? [data["of"] ?? ""] : [])));
  const settings: Settings = new Map();
  let stage = stageBefore(facts, state);
  for (const fact of facts) {
    if (isPathEntry(fact.kind)) stage = fact.to ?? stage;
    if (fact.kind === "undone") takeBack(draft, settings, fact);
    if (undone.has(fact.id)) continue;
    for (const rule of rules) {
      if (!isSetOff(rule.when, fact) || !isFor(rule, stage)) continue;
      if (unmetNeeds(rule.onlyIf, evidenceOf(draft, state)).length > 0) continue;
      for (const action of settingsOf(rule)) obey(draft, state, { settings, rule, action, cause: fact.id });
    }
  }
  for (const [field, setting] of settings) tell(draft, state, { field, setting });
}

function settingsOf(rule: Rule): readonly SetAction[] {
  return rule.does.filter((action) => action.do === "set");
}

function stageBefore(facts: readonly Entry[], state: RecordState): string {
  return facts.find(({ kind, from }) => kind === "moved" && from !== undefined)?.from ?? state.now.stage;
}

function isSetOff(when: RuleTrigger, fact: Entry): boolean {
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

// Whoever leaves a stage was in it.
function isFor({ when, whileIn }: Rule, stage: string): boolean {
  return whileIn.length === 0 || whileIn.includes(when.on === "leaves" ? when.stage : stage);
}

function obey(
  draft: Draft,
  state: RecordState,
  set: {
    readonly settings: Settings;
    readonly rule: Rule;
    readonly action: SetAction;
    readonly cause: string;
  },
): void {
  const { settings, rule, action, cause } = set;
  const { field, value } = action;
  if (!settings.has(field) && !isFollowing(draft, state, field)) return;
  const from = settings.get(field)?.from ?? textOfValue(draft.row.values[field]);
  const fault = fillField(draft, field, value);
  if (fault === undefined) settings.set(field, { from, rule: rule.id, cause });
  else draft.problems.push({ key: field, message: `the rule "${rule.name}" cannot set it: ${fault}` });
}

// Whether the field follows the rules: nobody typed another value into it.
function isFollowing(draft: Draft, state: RecordState, field: string): boolean {
  if (isBlank(draft.row.cells[field])) return true;
  const setBy = state.setBy[field];
  if (setBy !== undefined) return setBy === "rule";
  const known = draft.board.pipeline.fields.find((each) => each.id === field);
  return textOfValue(draft.row.values[field]) === known?.default;
}

function takeBack(draft: Draft, settings: Settings, undo: Entry): void {
  const caused = draft.board
    .entriesOf(draft.id)
    .filter(({ kind, data }) => kind === "field" && data["cause"] === undo.data["of"]);
  for (const { data } of caused) {
    const { field = "", from = "", to = "", rule = "" } = data;
    if (textOfValue(draft.row.values[field]) !== to) continue;
    if (fillField(draft, field, from) === undefined) settings.set(field, { from: to, rule, cause: undo.id });
  }
}

function tell(
  draft: Draft,
  state: RecordState,
  { field, setting }: { readonly field: string; readonly setting: Setting },
): void {
  const { from, rule, cause } = setting;
  const to = textOfValue(draft.row.values[field]);
  if (from === to) return;
  const run = { ...draft.board.run, knownBy: "rule" as const };
  const data = { field, from, to, rule, cause };
  const occurrence = `${rule}\n${cause}\n${field}`;
  draft.entries.push(factEntry(run, { kind: "field", subject: subjectOf(draft, state), data, occurrence }));
}
