// The stages of a pipeline as somebody wants them who begins with it: renamed, added, removed, put in another order, or
// meant otherwise. What spoke of a stage that is gone goes with it; what spoke of a renamed one speaks of it still, since
// a stage is told by its id.

import { nameKey } from "../table/cell.ts";
import { identifierFrom } from "./identifier.ts";
import { MOST_STAGES, type Pipeline, type Stage, type StageKind } from "./pipeline.ts";
import type { Rule } from "./rule.ts";
import { plainStage } from "./stage-line.ts";

export interface WantedStage {
  /** Of the pipeline's own stage that it is; empty for a new one. */
  readonly id: string;
  readonly name: string;
  readonly kind: StageKind;
}

/** What is wrong with the list; `at` is the place of the stage, or -1 where it is the list. */
export interface StageFault {
  readonly at: number;
  readonly message: string;
}

/**
 * All that is wrong with the stages; none where a board can be made of them.
 *
 * @example
 * stageFaults([{ id: "", name: "Lead", kind: "open" }, { id: "", name: "lead", kind: "won" }])
 * //=> [{ at: 1, message: '"lead" stands twice; give one of them another name' }]
 */
export function stageFaults(wanted: readonly WantedStage[]): readonly StageFault[] {
  const seen = new Set<string>();
  const faults = wanted.flatMap(({ name }, at): readonly StageFault[] => {
    const key = nameKey(name);
    if (key === "") return [{ at, message: "the stage has no name" }];
    if (seen.has(key))
      return [{ at, message: `"${name.trim()}" stands twice; give one of them another name` }];
    seen.add(key);
    return [];
  });
  return [...faults, ...listFaults(wanted)];
}

function listFaults(wanted: readonly WantedStage[]): readonly StageFault[] {
  const message = listFault(wanted);
  return message === undefined ? [] : [{ at: -1, message }];
}

function listFault(wanted: readonly WantedStage[]): string | undefined {
  const isOpen = ({ kind }: WantedStage) => kind === "open";
  if (!wanted.some(isOpen)) return "a board needs a stage that is open, where work begins";
  if (wanted.length > MOST_STAGES * 2)
    return `${wanted.length} stages are more than anybody keeps apart; ${MOST_STAGES} will do`;
  const first = wanted.find(({ kind }) => kind === "open" || kind === "won");
  return first !== undefined && !isOpen(first)
    ? `"${first.name}" is won; work begins in an open stage, so put one before it`
    : undefined;
}

/**
 * The pipeline with these stages, which have no faults. What takes a stage to be elsewhere, on the line or beside it, is
 * put there by its kind.
 *
 * @example
 * withEditedStages(fixtures.offers, [{ id: "lead", name: "Asked", kind: "open" }, { id: "", name: "Sold", kind: "won" }])
 *   .stages.map(({ id, name }) => `${id}: ${name}`) //=> ["lead: Asked", "sold: Sold"]
 */
export function withEditedStages(pipeline: Pipeline, wanted: readonly WantedStage[]): Pipeline {
  const taken = new Set(pipeline.stages.map(({ id }) => id));
  const stages = wanted.map(({ id, name, kind }): Stage => {
    const own = pipeline.stages.find((stage) => stage.id === id);
    if (own !== undefined) return edited(own, { name: name.trim(), kind });
    const fresh = identifierFrom(name, taken);
    taken.add(fresh);
    return plainStage({ id: fresh, name: name.trim(), kind, onMainLine: isOnLine(kind) });
  });
  const kept = new Set(stages.map(({ id }) => id));
  return {
    ...pipeline,
    stages: stages.map((stage) => ({ ...stage, next: stage.next.filter((id) => kept.has(id)) })),
    milestones: pipeline.milestones.filter(
      ({ reachedWhen }) => reachedWhen.by !== "stage" || kept.has(reachedWhen.stage),
    ),
    rules: pipeline.rules.flatMap((rule) => ruleWithout(rule, kept)),
  };
}

function edited(own: Stage, { name, kind }: Pick<Stage, "name" | "kind">): Stage {
  const former = nameKey(own.name) === nameKey(name) ? [] : [own.name];
  const aliases = [...own.aliases, ...former];
  return own.kind === kind
    ? { ...own, name, aliases }
    : { ...own, name, aliases, kind, onMainLine: isOnLine(kind) };
}

function isOnLine(kind: StageKind): boolean {
  return kind === "open" || kind === "won";
}

// A rule that worked in some stages works in those that are left; one that has none left, or leads to a stage that is
// gone, goes too.
function ruleWithout(rule: Rule, kept: ReadonlySet<string>): readonly Rule[] {
  const whileIn = rule.whileIn.filter((id) => kept.has(id));
  const isLost =
    namedStages(rule).some((id) => !kept.has(id)) || (rule.whileIn.length > 0 && whileIn.length === 0);
  return isLost ? [] : [{ ...rule, whileIn }];
}

function namedStages({ when, does }: Rule): readonly string[] {
  const moves = does.flatMap((action) => (action.do === "move" ? [action.stage] : []));
  switch (when.on) {
    case "enters":
    case "leaves":
    case "every":
      return [when.stage, ...moves];
    case "time":
      return when.from.of === "entry" ? [when.from.stage, ...moves] : moves;
    case "logged":
    case "changed":
    case "linked":
    case "behind":
      return moves;
  }
}
