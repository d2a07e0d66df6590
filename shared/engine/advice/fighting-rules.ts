// Rules that undo or repeat each other: at one moment they want different things, or the same thing twice; or one
// moves a record where another moves it back at once, without end.

import type { Pipeline } from "../../definition/pipeline.ts";
import type { Rule, RuleAction } from "../../definition/rule.ts";
import { textFromActions } from "../../definition/rule-text.ts";
import { rulesTab } from "../../definition/setup/rules-tab.ts";
import { fieldsOf } from "../../definition/standard-field.ts";
import { nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { oneOf } from "../../value/noun.ts";
import { type Advice, adviceAt, type PipelineFacts } from "./advice.ts";
import { namesWords } from "./advice-words.ts";
import { type Meeting, meetingOf, worksIn } from "./rule-scope.ts";

/**
 * What is told of rules that want different things at one moment, or the same thing twice.
 *
 * @example
 * fightingRules(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0]) //=> []
 */
export function fightingRules({ pipeline, book }: PipelineFacts): readonly Advice[] {
  return pairsOf(pipeline.rules).flatMap(([first, second]) => {
    const meeting = first === second ? "certain" : meetingOf(pipeline, first, second);
    if (meeting === "never") return [];
    return collisions(first, second).map((pair) => {
      const place = { layout: rulesTab, key: "does", id: second.id, pipeline: pipeline.id };
      return adviceAt(book, place, collisionWords(pipeline, { first, second, meeting, ...pair }));
    });
  });
}

/**
 * What is told of rules that move a record in a circle at once.
 *
 * @example
 * circlingRules(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0]) //=> []
 */
export function circlingRules({ pipeline, book }: PipelineFacts): readonly Advice[] {
  const steps = stepsOf(pipeline);
  const told = new Set<string>();
  return steps.flatMap((step) => {
    const circle = circleFrom(steps, step);
    const mark = circle
      .map(({ rule }) => rule.id)
      .sort()
      .join();
    if (circle.length === 0 || told.has(mark)) return [];
    told.add(mark);
    const verb = circle.every(({ rule }) => rule.onlyIf.length === 0) ? "move" : "may move";
    const names = namesWords(circle.map(({ rule }) => rule.name));
    const message = `${names} ${verb} ${oneOf(pipeline.noun)} in a circle at once, without end; let one of them wait, or ask for a condition`;
    return [
      adviceAt(book, { layout: rulesTab, key: "does", id: step.rule.id, pipeline: pipeline.id }, message),
    ];
  });
}

type Pair = readonly [Rule, Rule];

function pairsOf(rules: readonly Rule[]): readonly Pair[] {
  return rules.flatMap((first, index) => rules.slice(index).map((second): Pair => [first, second]));
}

interface Collision {
  readonly one: RuleAction;
  readonly other: RuleAction;
  readonly isSame: boolean;
}

function collisions(first: Rule, second: Rule): readonly Collision[] {
  return first.does.flatMap((one, index) => {
    const others = first === second ? first.does.slice(index + 1) : second.does;
    const other = others.find((each) => isSameAction(one, each) || fights(one, each));
    return other === undefined ? [] : [{ one, other, isSame: isSameAction(one, other) }];
  });
}

function isSameAction(one: RuleAction, other: RuleAction): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fights(one: RuleAction, other: RuleAction): boolean {
  if (one.do === "move" && other.do === "move") return one.stage !== other.stage;
  if (one.do !== "set" || other.do !== "set" || one.field !== other.field) return false;
  return nameKey(one.value) !== nameKey(other.value);
}

function collisionWords(
  pipeline: Pipeline,
  {
    first,
    second,
    meeting,
    one,
    other,
    isSame,
  }: Collision & {
    readonly first: Rule;
    readonly second: Rule;
    readonly meeting: Meeting;
  },
): string {
  const words = {
    stages: pipeline.stages,
    fields: fieldsOf(pipeline),
    messages: pipeline.messages.map((message) => ({ ...message, aliases: [] })),
  };
  const [left, right] = [one, other].map((action) => `"${textFromActions([action], words)}"`);
  const may = meeting === "possible" ? "may " : "";
  if (isSame) {
    const who =
      first === second
        ? `${quoted(first.name)} says twice`
        : `${quoted(second.name)} ${may === "" ? "repeats" : "may repeat"} ${quoted(first.name)}:`;
    return `${who} ${left}; once is enough`;
  }
  if (first === second)
    return `${quoted(first.name)} wants two things at once: ${left} and ${right}; keep one`;
  return `${quoted(second.name)} ${may}${may === "" ? "fights" : "fight"} with ${quoted(first.name)} at the same moment: ${right} against ${left}; keep one, or ask for a condition`;
}

// A move that a rule makes as soon as a record enters a stage.
interface Step {
  readonly rule: Rule;
  readonly from: string;
  readonly to: string;
}

function stepsOf(pipeline: Pipeline): readonly Step[] {
  return pipeline.rules.flatMap((rule) => {
    const { when } = rule;
    const from =
      when.on === "enters"
        ? when.stage
        : when.on === "time" && when.amount === 0 && when.from.of === "entry"
          ? when.from.stage
          : undefined;
    if (from === undefined || !worksIn(rule, from)) return [];
    return rule.does.flatMap((action) =>
      action.do === "move" && action.stage !== from ? [{ rule, from, to: action.stage }] : [],
    );
  });
}

// The steps that lead from the end of `first` back to its beginning, `first` included; none where no way does.
function circleFrom(steps: readonly Step[], first: Step): readonly Step[] {
  const ways: Step[][] = [[first]];
  const seen = new Set([first.from]);
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const at = way[way.length - 1]?.to ?? "";
    if (at === first.from) return way;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const step of steps) if (step.from === at) ways.push([...way, step]);
  }
  return [];
}
