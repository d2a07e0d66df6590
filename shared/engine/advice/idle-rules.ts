// Rules that can never work: the moment never comes, the record is never where the rule looks, or what it asks for
// cannot be true.

import type { Pipeline, Stage } from "../../definition/pipeline.ts";
import type { Rule, RuleAction, TimeOrigin } from "../../definition/rule.ts";
import { rulesTab } from "../../definition/setup/rules-tab.ts";
import { fieldsOf } from "../../definition/standard-field.ts";
import { nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { oneOf } from "../../value/noun.ts";
import { type Advice, adviceAt, type PipelineFacts } from "./advice.ts";
import { namesWords } from "./advice-words.ts";
import { idleAlternatives, whyNeverMet } from "./impossible-conditions.ts";
import { isSooner, type Span, stageOfTrigger, worksIn } from "./rule-scope.ts";
import { reachedStages } from "./stage-ways.ts";

interface Told {
  readonly key: string;
  readonly reason: string;
}

/**
 * What is told of rules that never work, or of the parts of them that never do.
 *
 * @example
 * idleRules(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0]) //=> []
 */
export function idleRules(facts: PipelineFacts): readonly Advice[] {
  const { pipeline, book } = facts;
  const reached = reachedStages(pipeline);
  return pipeline.rules.flatMap((rule) => {
    const told = [
      ...neverThere(pipeline, rule, reached),
      ...neverTrue(pipeline, rule),
      ...neverDue(pipeline, rule),
      ...neverLinked(facts, rule),
      ...neverMoved(pipeline, rule),
    ];
    return told.map(({ key, reason }) => {
      const place = { layout: rulesTab, key, id: rule.id, pipeline: pipeline.id };
      return adviceAt(book, place, `${quoted(rule.name)} ${reason}`);
    });
  });
}

function neverThere(pipeline: Pipeline, rule: Rule, reached: ReadonlySet<string>): readonly Told[] {
  const stage = stageNamed(pipeline, stageOfTrigger(rule.when));
  const noun = oneOf(pipeline.noun);
  if (stage !== undefined && !worksIn(rule, stage.id)) {
    const reason = `never works: ${noun} is in ${quoted(stage.name)} then, which "While in" leaves out; add it there, or empty the cell`;
    return [{ key: "while_in", reason }];
  }
  const named = [stage, stageNamed(pipeline, entryStage(rule))].filter((each) => each !== undefined);
  const [lost] = named.filter(({ id }) => !reached.has(id));
  if (lost !== undefined)
    return [
      { key: "when", reason: `may never work: no way leads from the first stage to ${quoted(lost.name)}` },
    ];
  const places = rule.whileIn.flatMap((id) => stageNamed(pipeline, id) ?? []);
  if (places.length === 0 || places.some(({ id }) => reached.has(id))) return [];
  const names = namesWords(places.map(({ name }) => name));
  return [{ key: "while_in", reason: `may never work: no way leads from the first stage to ${names}` }];
}

function neverTrue(pipeline: Pipeline, rule: Rule): readonly Told[] {
  const words = { fields: fieldsOf(pipeline), currency: pipeline.currency };
  const never = whyNeverMet(rule.onlyIf, words).map((reason) => `never works: ${reason}`);
  const idle = idleAlternatives(rule.onlyIf, words).map((reason) => `asks in vain: ${reason}`);
  return [...never, ...idle].map((reason) => ({ key: "only_if", reason }));
}

function neverDue(pipeline: Pipeline, rule: Rule): readonly Told[] {
  const from = rule.when.on === "time" ? rule.when.from : undefined;
  const field = fieldsOf(pipeline).find(({ id }) => from?.of === "field" && id === from.field);
  if (field !== undefined && !DATED.has(field.type)) {
    const verb = TEXTS.has(field.type) ? "may never work" : "never works";
    const reason = `${verb}: it counts from ${quoted(field.name)}, which holds ${field.type}; name a day field, or make its type day`;
    return [{ key: "when", reason }];
  }
  const waits = waitOf(rule);
  if (waits === undefined) return [];
  const mover = pipeline.rules.find((other) => other !== rule && movesOutBefore(other, waits));
  if (mover === undefined) return [];
  const stage = quoted(stageNamed(pipeline, waits.stage)?.name ?? waits.stage);
  const reason = `never works: ${quoted(mover.name)} has moved ${oneOf(pipeline.noun)} out of ${stage} before; make that one later, or this one sooner`;
  return [{ key: "when", reason }];
}

const DATED: ReadonlySet<string> = new Set(["day", "time"]);
const TEXTS: ReadonlySet<string> = new Set(["text", "long text", "choice"]);

interface Wait {
  readonly stage: string;
  readonly span: Span;
}

// How long a rule waits in a stage, where it works in that stage only.
function waitOf({ when, whileIn }: Rule): Wait | undefined {
  if (when.on === "every") return { stage: when.stage, span: { amount: when.days, unit: "days" } };
  if (when.on !== "time" || when.from.of !== "entry" || when.amount < 0) return undefined;
  const { stage } = when.from;
  return whileIn.length === 1 && whileIn[0] === stage ? { stage, span: when } : undefined;
}

// Nothing keeps the other rule from working: no condition, and no end but the move that it makes itself.
function movesOutBefore({ when, whileIn, onlyIf, until, does }: Rule, wait: Wait): boolean {
  if (when.on !== "time" || when.from.of !== "entry" || when.from.stage !== wait.stage) return false;
  if (when.amount < 0 || onlyIf.length > 0 || until.includes("a reply")) return false;
  const moves = does.some((action) => action.do === "move" && action.stage !== wait.stage);
  return moves && worksIn({ whileIn }, wait.stage) && isSooner(when, wait.span);
}

function neverLinked({ pipeline, book }: PipelineFacts, rule: Rule): readonly Told[] {
  const { pipelines } = book.definition;
  const unknown = rule.does.flatMap((action) => {
    if (action.do !== "create" || pipelines.some(({ name }) => nameKey(name) === nameKey(action.pipeline)))
      return [];
    const names = namesWords(pipelines.map(({ name }) => name));
    const reason = `makes no record: the book has no pipeline ${quoted(action.pipeline)}; there are ${names}`;
    return [{ key: "does", reason }];
  });
  if (rule.when.on !== "linked" || canBeLinked(pipeline, pipelines)) return unknown;
  const reason = `never works: no ${pipeline.noun} is linked with a record of another board; add a field of the type "record link", or a rule that creates one`;
  return [...unknown, { key: "when", reason }];
}

function canBeLinked(pipeline: Pipeline, pipelines: readonly Pipeline[]): boolean {
  const creates = (action: RuleAction) =>
    action.do === "create" && nameKey(action.pipeline) === nameKey(pipeline.name);
  return (
    pipeline.fields.some(({ type }) => type === "record link") ||
    pipeline.rules.some(({ does }) => does.some((action) => action.do === "create")) ||
    pipelines.some(({ rules }) => rules.some(({ does }) => does.some(creates)))
  );
}

function neverMoved(pipeline: Pipeline, rule: Rule): readonly Told[] {
  const [only] = rule.whileIn;
  if (rule.when.on === "leaves") return [];
  const stands = stageOfTrigger(rule.when) ?? (rule.whileIn.length === 1 ? only : undefined);
  return rule.does.flatMap((action) => {
    if (action.do !== "move" || action.stage !== stands) return [];
    const name = quoted(stageNamed(pipeline, stands)?.name ?? stands);
    return [
      {
        key: "does",
        reason: `moves ${oneOf(pipeline.noun)} to ${name}, where it is already; name another stage`,
      },
    ];
  });
}

function entryStage({ when }: Rule): string | undefined {
  const from: TimeOrigin | undefined = when.on === "time" ? when.from : undefined;
  return from?.of === "entry" ? from.stage : undefined;
}

function stageNamed(pipeline: Pipeline, id: string | undefined): Stage | undefined {
  return pipeline.stages.find((stage) => stage.id === id);
}
