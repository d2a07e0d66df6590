// The Rules tab: one row per rule, each part in words (rule-text.ts). What cannot be understood is a problem at its
// cell and says what would be right.

import { textOf } from "../../table/cell.ts";
import type { RowCells } from "../../table/layout.ts";
import { namedIn } from "../named.ts";
import { needsFromText, textFromNeeds } from "../need-text.ts";
import type { Rule } from "../rule.ts";
import { ruleSentence } from "../rule-sentence.ts";
import {
  actionsFromText,
  endsFromText,
  type RuleWords,
  textFromActions,
  textFromTrigger,
  triggerFromText,
} from "../rule-text.ts";
import { placeFaults, reminderWords } from "./merge-places.ts";
import {
  inWordsColumn,
  listOf,
  pipelineColumn,
  type RowFault,
  rowOf,
  setupTab,
  textColumn,
  textFromList,
} from "./setup-tab.ts";
import { unknownStage } from "./unknown-stage.ts";

/** The tab of the rules, one row each. */
export const rulesTab = setupTab("rules", "Rules", [
  pipelineColumn,
  textColumn("rule", "Rule", { widthCharacters: 26, note: "What you call it; rename it freely" }),
  textColumn("when", "When", {
    widthCharacters: 36,
    note: "enters <stage>; <activity> logged; <field> changes; 3 working days after entering <stage>; 2 days after E-mail out; every 5 days in <stage>",
  }),
  textColumn("while_in", "While in", {
    widthCharacters: 26,
    note: "Stages in which it works, parted by commas; empty: all",
  }),
  textColumn("only_if", "Only if", { widthCharacters: 30, note: "As in Needed first: Amount; Fit is yes" }),
  textColumn("does", "Then", {
    widthCharacters: 44,
    note: "send <message>; remind owner: <text>; notify <role>; move to <stage>; set <field> to <value>; create a record on <pipeline>; void the invoice",
  }),
  textColumn("until", "Until", {
    dropdown: { kind: "values", values: ["a reply", "a move", "a reply or a move"] },
    note: "a reply, or a move: then it stops for this time",
  }),
  inWordsColumn,
]);

/**
 * The row of a rule.
 *
 * @example
 * ruleCells(fixtures.offers, { id: "r", name: "Nudge", when: { on: "every", days: 5, stage: "offer" }, whileIn: [], onlyIf: [],
 *   does: [{ do: "remind", text: "ask" }], until: [] }, { ...fixtures.offers, messages: [] }).when //=> "every 5 days in Offer"
 */
export function ruleCells(
  pipeline: { readonly name: string; readonly noun: string },
  rule: Rule,
  words: RuleWords,
): RowCells {
  const stageName = (id: string) => words.stages.find((stage) => stage.id === id)?.name ?? id;
  return rowOf({
    pipeline: pipeline.name,
    rule: rule.name,
    when: textFromTrigger(rule.when, words),
    while_in: textFromList(rule.whileIn.map(stageName)),
    only_if: textFromNeeds(rule.onlyIf, words.fields),
    does: textFromActions(rule.does, words),
    until: rule.until.join(" or "),
    in_words: ruleSentence(rule, { ...words, noun: pipeline.noun }),
    id: rule.id,
  });
}

/**
 * What a row says, and the faults in it.
 *
 * @example
 * ruleFromCells({ rule: "Nudge", when: "every 5 days in Ofer", does: "remind owner: ask" }, { ...fixtures.offers, messages: [] })
 *   .faults[0].message //=> '"Ofer" is not a stage of this pipeline; there are Lead, Offer, Won, Lost'
 */
export function ruleFromCells(
  cells: RowCells,
  words: RuleWords,
): { readonly rule?: Rule; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const say = (key: string, messages: readonly string[]) =>
    faults.push(...messages.map((message) => ({ key, message })));
  const trigger = triggerFromText(textOf(cells["when"]), words);
  if ("fault" in trigger) say("when", [trigger.fault]);
  const stages = stagesNamed(textOf(cells["while_in"]), words);
  say("while_in", stages.faults);
  const needs = needsFromText(textOf(cells["only_if"]), words.fields);
  say("only_if", needs.faults);
  const actions = actionsFromText(textOf(cells["does"]), words);
  say("does", actions.faults);
  for (const action of actions.actions)
    if (action.do === "remind")
      say("does", placeFaults(action.text, { fields: words.fields, words: reminderWords }));
  if (actions.actions.length === 0 && actions.faults.length === 0)
    say("does", ["the rule does nothing; write what it does"]);
  const ends = endsFromText(textOf(cells["until"]));
  say("until", ends.faults);
  if (faults.length > 0 || "fault" in trigger) return { faults };
  const rule = {
    id: textOf(cells["id"]),
    name: textOf(cells["rule"]),
    when: trigger.part,
    whileIn: stages.ids,
    onlyIf: needs.needs,
    does: actions.actions,
    until: ends.ends,
  };
  return { rule, faults };
}

function stagesNamed(
  text: string,
  words: RuleWords,
): { readonly ids: readonly string[]; readonly faults: readonly string[] } {
  const found = listOf(text).map((name) => ({ name, stage: namedIn(words.stages, name) }));
  return {
    ids: found.flatMap(({ stage }) => (stage === undefined ? [] : [stage.id])),
    faults: found.flatMap(({ name, stage }) =>
      stage === undefined ? [unknownStage(name, words.stages)] : [],
    ),
  };
}
