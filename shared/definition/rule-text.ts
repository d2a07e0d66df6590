// A rule in words that an owner types in cells, one part each:
//
//   When:  enters Proposal · leaves Proposal · Reply: yes logged · Survey on changes ·
//          5 working days after entering Invoice · 2 days after E-mail out · 2 days before Show on ·
//          every 5 days in Contract sent · linked record is won · is behind
//   Then:  send Welcome · remind owner: call back · remind Accountant: ask · notify Store · move to Lost ·
//          set Temperature to Warm · create a record on Sales · make the invoice · void the invoice      (parted by ";")
//   Until: a reply or a move
//
// Names that hold one of these words stand in double quotes. What is written here and read again is the same rule.

import { nameKey } from "../table/cell.ts";
import { activityFromWord, activityKinds, isActivityKind, wordOfActivity } from "./activity.ts";
import { quotedName, splitOutsideQuotes, unquotedName } from "./cell-words.ts";
import { type Named, namedIn } from "./named.ts";
import type { RuleAction, RuleEnd, RuleTrigger, TimeOrigin, TimeUnit } from "./rule.ts";

/** Something of the pipeline that a rule may name. */
export interface NamedThing extends Named {
  readonly id: string;
}

/** What the names in a rule may mean. */
export interface RuleWords {
  readonly stages: readonly NamedThing[];
  readonly fields: readonly NamedThing[];
  readonly messages: readonly NamedThing[];
}

/** A part that was understood, or why it was not. */
export type Read<Part> = { readonly part: Part } | { readonly fault: string };

const UNITS: Readonly<Record<TimeUnit, string>> = {
  "working days": "working day",
  days: "day",
  hours: "hour",
};

/**
 * The trigger that a cell names.
 *
 * @example
 * triggerFromText("2 days after E-mail out", { stages: [], fields: [], messages: [] })
 * //=> { part: { on: "time", amount: 2, unit: "days", from: { of: "activity", activity: "email-out" } } }
 */
export function triggerFromText(text: string, words: RuleWords): Read<RuleTrigger> {
  const said = text.trim();
  const enters = /^(enters|leaves)\s+(.+)$/is.exec(said);
  if (enters) {
    const on = enters[1]?.toLowerCase() === "enters" ? "enters" : "leaves";
    return thingNamed(enters[2], words.stages, "stage", (stage) => ({ on, stage }));
  }
  const every = /^every\s+(\d+)\s+days?\s+in\s+(.+)$/is.exec(said);
  if (every)
    return thingNamed(every[2], words.stages, "stage", (stage) => ({
      on: "every",
      days: Number(every[1]),
      stage,
    }));
  if (/^is\s+behind$/i.test(said)) return { part: { on: "behind" } };
  const linked = /^linked\s+record\s+is\s+(won|lost)$/i.exec(said);
  if (linked) return { part: { on: "linked", fate: linked[1]?.toLowerCase() === "won" ? "won" : "lost" } };
  const time = /^(\d+)\s+(working\s+days?|days?|hours?)\s+(after|before)\s+(.+)$/is.exec(said);
  if (time) return timeTrigger(time, words);
  const logged = /^(.+)\s+logged$/is.exec(said);
  if (logged) {
    const activity = activityNamed(logged[1]);
    return activity === undefined ? { fault: notLogged(logged[1]) } : { part: { on: "logged", activity } };
  }
  const changed = /^(.+)\s+changes$/is.exec(said);
  if (changed) return thingNamed(changed[1], words.fields, "field", (field) => ({ on: "changed", field }));
  return {
    fault: `"${text}" names no moment; write "enters <stage>", "<activity> logged", "<field> changes", "3 working days after entering <stage>" or "every 5 days in <stage>"`,
  };
}

/**
 * The trigger in words.
 *
 * @example
 * textFromTrigger({ on: "every", days: 5, stage: "sent" }, { stages: [{ id: "sent", name: "Contract sent", aliases: [] }], fields: [], messages: [] })
 * //=> "every 5 days in Contract sent"
 */
export function textFromTrigger(trigger: RuleTrigger, words: RuleWords): string {
  switch (trigger.on) {
    case "enters":
    case "leaves":
      return `${trigger.on} ${nameOf(trigger.stage, words.stages)}`;
    case "logged":
      return `${activityWord(trigger.activity)} logged`;
    case "changed":
      return `${nameOf(trigger.field, words.fields)} changes`;
    case "every":
      return `every ${amountText(trigger.days, "days")} in ${nameOf(trigger.stage, words.stages)}`;
    case "linked":
      return `linked record is ${trigger.fate}`;
    case "behind":
      return "is behind";
    case "time": {
      const side = trigger.amount < 0 ? "before" : "after";
      return `${amountText(Math.abs(trigger.amount), trigger.unit)} ${side} ${originText(trigger.from, words)}`;
    }
  }
}

/**
 * An amount of time.
 *
 * @example
 * amountText(1, "working days") //=> "1 working day"
 */
export function amountText(count: number, unit: TimeUnit): string {
  return `${count} ${UNITS[unit]}${count === 1 ? "" : "s"}`;
}

/**
 * The actions that a cell names, and what cannot be understood in it.
 *
 * @example
 * actionsFromText("remind owner: call back; move to Lost", { stages: [{ id: "lost", name: "Lost", aliases: [] }], fields: [], messages: [] }).actions
 * //=> [{ do: "remind", text: "call back" }, { do: "move", stage: "lost" }]
 */
export function actionsFromText(
  text: string,
  words: RuleWords,
): { readonly actions: readonly RuleAction[]; readonly faults: readonly string[] } {
  const read = splitOutsideQuotes(text, /^(?:;|\r?\n)/)
    .filter((part) => part !== "")
    .map((part) => actionFromText(part, words));
  return {
    actions: read.flatMap((each) => ("part" in each ? [each.part] : [])),
    faults: read.flatMap((each) => ("fault" in each ? [each.fault] : [])),
  };
}

/**
 * The actions as they stand in a cell.
 *
 * @example
 * textFromActions([{ do: "remind", role: "Accountant", text: "ask" }], { stages: [], fields: [], messages: [] })
 * //=> "remind Accountant: ask"
 */
export function textFromActions(actions: readonly RuleAction[], words: RuleWords): string {
  return actions.map((action) => textFromAction(action, words)).join("; ");
}

/**
 * What ends a rule, from the words of a cell; a word that names no end is a fault.
 *
 * @example
 * endsFromText("a reply or a move").ends //=> ["a reply", "a move"]
 */
export function endsFromText(text: string): {
  readonly ends: readonly RuleEnd[];
  readonly faults: readonly string[];
} {
  const ends: RuleEnd[] = [];
  const faults: string[] = [];
  for (const word of text.split(/\s+or\s+|[,;\n]/i).map((each) => each.trim())) {
    const key = nameKey(word).replace(/^an?\s+/, "");
    if (key === "") continue;
    if (key === "reply") ends.push("a reply");
    else if (key === "move") ends.push("a move");
    else faults.push(`"${word}" ends no rule; write "a reply" or "a move"`);
  }
  return { ends, faults };
}

function timeTrigger(match: RegExpExecArray, words: RuleWords): Read<RuleTrigger> {
  const [, count, unitText = "", side, origin = ""] = match;
  const amount = (side?.toLowerCase() === "before" ? -1 : 1) * Number(count);
  const unit: TimeUnit = /^working/i.test(unitText)
    ? "working days"
    : /^hour/i.test(unitText)
      ? "hours"
      : "days";
  const build = (from: TimeOrigin): RuleTrigger => ({
    on: "time",
    amount: amount === 0 ? 0 : amount,
    unit,
    from,
  });
  const entering = /^entering\s+(.+)$/is.exec(origin);
  if (entering)
    return thingNamed(entering[1], words.stages, "stage", (stage) => build({ of: "entry", stage }));
  // A field may be called "Call": then it stands in quotes.
  const activity = origin.trim().startsWith('"') ? undefined : activityNamed(origin);
  if (activity !== undefined) return { part: build({ of: "activity", activity }) };
  const field = namedIn(words.fields, unquotedName(origin));
  if (field !== undefined) return { part: build({ of: "field", field: field.id }) };
  return {
    fault: `"${unquotedName(origin)}" is neither an activity nor a field; for a stage write "after entering <stage>"`,
  };
}

function actionFromText(text: string, words: RuleWords): Read<RuleAction> {
  const send = /^send\s+(.+)$/is.exec(text);
  if (send) return thingNamed(send[1], words.messages, "message", (message) => ({ do: "send", message }));
  const remind = /^remind\s+("(?:[^"]|"")*"|[^:"]+?)\s*:\s*(.+)$/is.exec(text);
  if (remind) return { part: reminder(unquotedName(remind[1] ?? ""), unquotedName(remind[2] ?? "")) };
  const notify = /^notify\s+(.+)$/is.exec(text);
  if (notify) return { part: { do: "notify", role: unquotedName(notify[1] ?? "") } };
  const move = /^move\s+to\s+(.+)$/is.exec(text);
  if (move) return thingNamed(move[1], words.stages, "stage", (stage) => ({ do: "move", stage }));
  const set = /^set\s+("(?:[^"]|"")*"|.+?)\s+to\s+(.+)$/is.exec(text);
  if (set) {
    const value = unquotedName(set[2] ?? "");
    return thingNamed(set[1], words.fields, "field", (field) => ({ do: "set", field, value }));
  }
  const create = /^create\s+a\s+record\s+on\s+(.+)$/is.exec(text);
  if (create) return { part: { do: "create", pipeline: unquotedName(create[1] ?? "") } };
  if (/^make\s+the\s+invoice$/i.test(text)) return { part: { do: "invoice" } };
  if (/^void\s+the\s+invoice$/i.test(text)) return { part: { do: "void invoice" } };
  return {
    fault: `"${text}" is nothing that a rule does; write "send <message>", "remind owner: <text>", "notify <role>", "move to <stage>", "set <field> to <value>", "create a record on <pipeline>", "make the invoice" or "void the invoice"`,
  };
}

function reminder(who: string, text: string): RuleAction {
  return nameKey(who) === "owner" ? { do: "remind", text } : { do: "remind", role: who, text };
}

function textFromAction(action: RuleAction, words: RuleWords): string {
  switch (action.do) {
    case "send":
      return `send ${nameOf(action.message, words.messages)}`;
    case "remind":
      return `remind ${action.role === undefined ? "owner" : quotedName(action.role, /:|^owner$/i)}: ${quotedName(action.text)}`;
    case "notify":
      return `notify ${quotedName(action.role)}`;
    case "move":
      return `move to ${nameOf(action.stage, words.stages)}`;
    case "set":
      return `set ${nameOf(action.field, words.fields)} to ${quotedName(action.value)}`;
    case "create":
      return `create a record on ${quotedName(action.pipeline)}`;
    case "invoice":
      return "make the invoice";
    case "void invoice":
      return "void the invoice";
  }
}

function originText(from: TimeOrigin, words: RuleWords): string {
  switch (from.of) {
    case "entry":
      return `entering ${nameOf(from.stage, words.stages)}`;
    case "activity":
      return activityWord(from.activity);
    case "field": {
      const name = words.fields.find((field) => field.id === from.field)?.name ?? from.field;
      return activityFromWord(name) === undefined ? quotedName(name) : quotedName(name, /^/);
    }
  }
}

function thingNamed<Part>(
  written: string | undefined,
  things: readonly NamedThing[],
  kind: string,
  part: (id: string) => Part,
): Read<Part> {
  const name = unquotedName(written ?? "");
  const thing = namedIn(things, name);
  if (thing !== undefined) return { part: part(thing.id) };
  const names = things.map((each) => each.name).join(", ");
  return {
    fault: `"${name}" is not a ${kind} of this pipeline${names === "" ? "" : `; there are ${names}`}`,
  };
}

function activityNamed(written: string | undefined): string | undefined {
  const activity = activityFromWord(unquotedName(written ?? ""));
  return activity !== undefined && isActivityKind(activity) ? activity : undefined;
}

function notLogged(written: string | undefined): string {
  const words = activityKinds.map(wordOfActivity).join(", ");
  return `"${unquotedName(written ?? "")}" is nothing that is logged; write one of ${words}`;
}

function activityWord(activity: string): string {
  return isActivityKind(activity) ? wordOfActivity(activity) : quotedName(activity);
}

function nameOf(id: string, things: readonly NamedThing[]): string {
  return quotedName(things.find((thing) => thing.id === id)?.name ?? id);
}
