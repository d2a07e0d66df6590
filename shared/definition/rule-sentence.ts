// A rule as one plain sentence, for an owner who reads it back: when, in which stages and on what condition, what it
// does, and until when. It stands in the Rules tab beside the parts that it is made of; the engine writes it.

import { oneOf } from "../value/noun.ts";
import { isActivityKind, wordOfActivity } from "./activity.ts";
import { asksPayment, type Condition, type Need } from "./need.ts";
import { paidText } from "./need-text.ts";
import type { Rule, RuleAction, RuleEnd, RuleTrigger, TimeOrigin } from "./rule.ts";
import { amountText, type RuleWords } from "./rule-text.ts";

/** What the sentence calls things. */
export interface SentenceWords extends RuleWords {
  /** What a record is called, such as "deal". */
  readonly noun: string;
}

/**
 * The rule in one sentence.
 *
 * @example
 * ruleSentence({ id: "r", name: "Nudge", when: { on: "time", amount: 5, unit: "working days", from: { of: "entry", stage: "offer" } },
 *   whileIn: ["offer"], onlyIf: [], does: [{ do: "remind", text: "ask" }], until: ["a move"] }, { ...fixtures.offers, messages: [] })
 * //=> '5 working days after a deal enters Offer, if it is still there: remind the owner "ask", until it moves'
 */
export function ruleSentence(rule: Rule, words: SentenceWords): string {
  const conditions = [stagesText(rule, words), ...rule.onlyIf.map((need) => needText(need, rule, words))];
  const told = conditions.filter((text) => text !== "");
  const when = capitalised(triggerText(rule.when, words));
  const only = told.length === 0 ? "" : `, if ${listed(told, "and")}`;
  const does = listed(
    rule.does.map((action) => actionText(action, words)),
    "and",
  );
  const until = rule.until.length === 0 ? "" : `, until ${listed(rule.until.map(endText), "or")}`;
  return `${when}${only}: ${does}${until}`;
}

function triggerText(trigger: RuleTrigger, words: SentenceWords): string {
  const record = oneOf(words.noun);
  switch (trigger.on) {
    case "enters":
    case "leaves":
      return `when ${record} ${trigger.on} ${nameOf(trigger.stage, words.stages)}`;
    case "logged":
      return `when ${activityText(trigger.activity)} is logged`;
    case "changed":
      return `when ${nameOf(trigger.field, words.fields)} of ${record} changes`;
    case "every":
      return `every ${amountText(trigger.days, "days")} while ${record} is in ${nameOf(trigger.stage, words.stages)}`;
    case "linked":
      return `when the record that ${record} is linked to is ${trigger.fate}`;
    case "behind":
      return `in each week in which ${record} is behind`;
    case "time":
      return timeText(trigger, words);
  }
}

function timeText(
  { amount, unit, from }: Extract<RuleTrigger, { on: "time" }>,
  words: SentenceWords,
): string {
  const origin = originText(from, words);
  if (amount === 0) return from.of === "field" ? `on ${origin}` : `as soon as ${origin}`;
  return `${amountText(Math.abs(amount), unit)} ${amount < 0 ? "before" : "after"} ${origin}`;
}

function originText(from: TimeOrigin, words: SentenceWords): string {
  switch (from.of) {
    case "entry":
      return `${oneOf(words.noun)} enters ${nameOf(from.stage, words.stages)}`;
    case "activity":
      return `${activityText(from.activity)} is logged`;
    case "field":
      return `the day in ${nameOf(from.field, words.fields)}`;
  }
}

function stagesText({ whileIn, when }: Rule, words: SentenceWords): string {
  if (whileIn.length === 0 || isSaidAlready(when, whileIn)) return "";
  const entered = when.on === "time" && when.from.of === "entry" ? when.from.stage : undefined;
  if (whileIn.length === 1 && whileIn[0] === entered) return "it is still there";
  const names = whileIn.map((id) => nameOf(id, words.stages));
  return `it is in ${listed(names, "or")}`;
}

function isSaidAlready(when: RuleTrigger, whileIn: readonly string[]): boolean {
  return when.on === "every" && whileIn.length === 1 && whileIn[0] === when.stage;
}

// Among other conditions, alternatives are held together by "either".
function needText(need: Need, rule: Rule, words: SentenceWords): string {
  const all = need.anyOf.map((condition) => conditionText(condition, words));
  const isAlone = rule.onlyIf.length === 1 && stagesText(rule, words) === "";
  return all.length > 1 && !isAlone ? `either ${all.join(" or ")}` : all.join(" or ");
}

function conditionText(condition: Condition, words: SentenceWords): string {
  if (condition.test === "logged") return `${activityText(condition.activity)} was logged`;
  if (asksPayment(condition)) return paidText(condition);
  const field = nameOf(condition.field, words.fields);
  switch (condition.test) {
    case "filled":
      return `${field} is filled in`;
    case "empty":
      return `${field} is empty`;
    case "is":
      return `${field} is ${condition.value}`;
    case "at least":
      return `${field} is at least ${condition.value}`;
    case "within days":
      return `${field} lies within ${amountText(condition.days, "days")}`;
  }
}

function actionText(action: RuleAction, words: SentenceWords): string {
  switch (action.do) {
    case "send":
      return `send the message "${nameOf(action.message, words.messages)}"`;
    case "remind":
      return `remind the ${action.role ?? "owner"} "${action.text}"`;
    case "notify":
      return `notify ${action.role}`;
    case "move":
      return `move it to ${nameOf(action.stage, words.stages)}`;
    case "set":
      return `set ${nameOf(action.field, words.fields)} to ${action.value}`;
    case "create":
      return `make a linked record on ${action.pipeline}`;
    case "invoice":
      return "make the invoice";
    case "void invoice":
      return "void the invoice";
  }
}

function endText(end: RuleEnd): string {
  return end === "a move" ? "it moves" : "a reply comes in";
}

function activityText(activity: string): string {
  return `"${isActivityKind(activity) ? wordOfActivity(activity) : activity}"`;
}

function nameOf(id: string, things: RuleWords["stages"]): string {
  return things.find((thing) => thing.id === id)?.name ?? id;
}

function listed(texts: readonly string[], word: "and" | "or"): string {
  const last = texts[texts.length - 1] ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} ${word} ${last}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
