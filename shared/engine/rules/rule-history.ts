// Since when a rule binds. A rule that came into the book later, or was changed, tells nobody of what was due before: a
// backlog of messages helps no one. What it moves, it moves all the same, but not at once: a whole day stays to see it
// coming. Records that were imported are held likewise against the moment of their import.

import type { DatedDefinition } from "../../definition/definition-versions.ts";
import type { Definition } from "../../definition/pipeline.ts";
import type { Rule } from "../../definition/rule.ts";
import type { Entry } from "../../log/entry.ts";
import { addDays } from "../../value/day.ts";
import { compareMoments, dayOf, type Moment, parseMoment, type Zone } from "../../value/moment.ts";
import { startOf } from "./due-moment.ts";

/** Pipeline id and rule id → since when the rule is as it is; a rule that the book began with is left out. */
export type RuleStarts = ReadonlyMap<string, Moment>;

/**
 * Since when each rule of the definition is as it is; `versions` are all that were ever in force, the latest first.
 *
 * @example
 * ruleStarts(fixtures.book, []).size //=> 0
 */
export function ruleStarts(definition: Definition, versions: readonly DatedDefinition[]): RuleStarts {
  const starts = new Map<string, Moment>();
  for (const { id, rules } of definition.pipelines) {
    for (const rule of rules) {
      const same = versions.findIndex((version) => !hasRule(version.definition, id, rule));
      const start = same < 0 ? undefined : versions[same - 1]?.at;
      if (start !== undefined) starts.set(startKey(id, rule.id), start);
    }
  }
  return starts;
}

/**
 * The key of a rule in `RuleStarts`.
 *
 * @example
 * startKey("sales", "nudge") //=> "sales nudge"
 */
export function startKey(pipeline: string, rule: string): string {
  return `${pipeline} ${rule}`;
}

/**
 * When a rule is to act that was due before it bound the record; `undefined` where it is not to act any more.
 *
 * @example
 * const late = { due: parseMoment("2026-11-02T00:00:00Z"), since: parseMoment("2026-11-20T08:30:00Z") };
 * boundDue({ ...late, moves: "no" }, utc) //=> undefined
 * boundDue({ ...late, moves: "yes" }, utc) //=> "2026-11-22T00:00:00+00:00"
 */
export function boundDue(
  {
    due,
    since,
    moves,
  }: { readonly due: Moment; readonly since: Moment | undefined; readonly moves: "yes" | "no" },
  zone: Zone,
): Moment | undefined {
  if (since === undefined || compareMoments(due, since) >= 0) return due;
  return moves === "yes" ? startOf(addDays(dayOf(since), 2), zone) : undefined;
}

/**
 * When the record was imported; `undefined` for one that was not.
 *
 * @example
 * importedAt([fixtures.entry]) //=> undefined
 */
export function importedAt(entries: readonly Entry[]): Moment | undefined {
  const text = entries.find(({ kind, data }) => kind === "created" && data["imported"] !== undefined)?.data[
    "imported"
  ];
  return text === undefined ? undefined : parseMoment(text);
}

/**
 * Since when a field holds what it holds, as far as the history tells; since the record began where it tells nothing.
 *
 * @example
 * typedAt([], { field: "budget", text: "5", began: parseMoment("2026-11-20T08:30:00Z") }) //=> "2026-11-20T08:30:00+00:00"
 */
export function typedAt(
  entries: readonly Entry[],
  told: { readonly field: string; readonly text: string; readonly began: Moment | undefined },
): Moment | undefined {
  let at = told.began;
  for (const { kind, data, at: when } of entries)
    if (kind === "field" && data["field"] === told.field && data["to"] === told.text) at = when;
  return at;
}

// What a rule is called, and in which words it is said, changes nothing.
function hasRule(definition: Definition, pipeline: string, rule: Rule): boolean {
  const rules = definition.pipelines.find(({ id }) => id === pipeline)?.rules ?? [];
  const known = rules.find(({ id }) => id === rule.id);
  return known !== undefined && meaningOf(known) === meaningOf(rule);
}

const meaningsKnown = new WeakMap<Rule, string>();

function meaningOf(rule: Rule): string {
  const known = meaningsKnown.get(rule);
  if (known !== undefined) return known;
  const { when, whileIn, onlyIf, does, until } = rule;
  const meaning = JSON.stringify([when, whileIn, onlyIf, does, until], (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
      : value,
  );
  meaningsKnown.set(rule, meaning);
  return meaning;
}
