// Roles that are named and that nobody has, once anybody has one; and roles that are nearly alike, of which one may
// be a slip. An empty Team, or one that only names people, leaves every role to everybody.

import type { Pipeline } from "../../definition/pipeline.ts";
import { rolesNamedIn } from "../../definition/role-names.ts";
import type { RuleAction } from "../../definition/rule.ts";
import { messagesTab } from "../../definition/setup/messages-tab.ts";
import { rulesTab } from "../../definition/setup/rules-tab.ts";
import { stagesTab } from "../../definition/setup/stages-tab.ts";
import { nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { oneOf } from "../../value/noun.ts";
import { type Advice, adviceAt, type BookFacts, type SetupPlace } from "./advice.ts";
import { namesWords } from "./advice-words.ts";
import { isNearName, nearNameIn } from "./near-names.ts";

/** A role as a cell names it. */
export interface NamedRole {
  readonly role: string;
  readonly place: SetupPlace;
}

/**
 * What is told of roles that nobody has and of those that are nearly alike.
 *
 * @example
 * roleAdvice(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now)) //=> []
 */
export function roleAdvice(book: BookFacts): readonly Advice[] {
  const named = book.definition.pipelines.flatMap(rolesOf);
  const held = book.definition.team.flatMap(({ roles }) => roles);
  return held.length === 0
    ? nearRoles(book, named)
    : [...lockedStages(book, held), ...unheldRoles(book, named, held)];
}

/**
 * Every role that a cell of the pipeline names, in the order of its tabs.
 *
 * @example
 * rolesOf(fixtures.offers) //=> []
 */
export function rolesOf(pipeline: Pipeline): readonly NamedRole[] {
  const at = (layout: SetupPlace["layout"], key: string, id: string): SetupPlace => ({
    layout,
    key,
    id,
    pipeline: pipeline.id,
  });
  return [
    ...pipeline.stages.flatMap(({ id, role, mayEnter }) => [
      ...rolesNamedIn(role).map((each) => ({ role: each, place: at(stagesTab, "role", id) })),
      ...mayEnter.map((each) => ({ role: each, place: at(stagesTab, "may_enter", id) })),
    ]),
    ...pipeline.rules.flatMap(({ id, does }) =>
      does.flatMap(roleOfAction).map((role) => ({ role, place: at(rulesTab, "does", id) })),
    ),
    ...pipeline.messages.flatMap(({ id, to, cc }) => [
      ...[to].filter(isRole).map((role) => ({ role, place: at(messagesTab, "to", id) })),
      ...cc.filter(isRole).map((role) => ({ role, place: at(messagesTab, "cc", id) })),
    ]),
  ];
}

function roleOfAction(action: RuleAction): readonly string[] {
  if (action.do === "notify") return isRole(action.role) ? [action.role] : [];
  return action.do === "remind" && action.role !== undefined ? [action.role] : [];
}

function isRole(text: string): boolean {
  return !["contact", "owner"].includes(nameKey(text)) && !text.includes("@");
}

function has(held: readonly string[], role: string): boolean {
  return held.some((each) => nameKey(each) === nameKey(role));
}

function lockedStages(book: BookFacts, held: readonly string[]): readonly Advice[] {
  return book.definition.pipelines.flatMap((pipeline) =>
    pipeline.stages.flatMap((stage) => {
      if (stage.mayEnter.length === 0 || stage.mayEnter.some((role) => has(held, role))) return [];
      const message = `nobody may move ${oneOf(pipeline.noun)} to ${quoted(stage.name)}: nobody in Team has the role ${namesWords(stage.mayEnter)}; give it to somebody, or empty the cell`;
      const place = { layout: stagesTab, key: "may_enter", id: stage.id, pipeline: pipeline.id };
      return [adviceAt(book, place, message)];
    }),
  );
}

// One line for each role, at the first cell that names it.
function unheldRoles(
  book: BookFacts,
  named: readonly NamedRole[],
  held: readonly string[],
): readonly Advice[] {
  const open = named.filter(({ role, place }) => !has(held, role) && place.key !== "may_enter");
  return firstOfEach(open).map(({ role, place }) => {
    const near = nearNameIn(held, role);
    const right = near === undefined ? "give it to somebody there" : `${quoted(near)} may be meant`;
    const others = open.filter((each) => nameKey(each.role) === nameKey(role)).length - 1;
    const where = others === 0 ? "" : `, which ${others} more cell${others === 1 ? " names" : "s name"}`;
    return adviceAt(book, place, `nobody in Team has the role ${quoted(role)}${where}; ${right}`);
  });
}

function nearRoles(book: BookFacts, named: readonly NamedRole[]): readonly Advice[] {
  const countOf = (role: string) => named.filter((each) => nameKey(each.role) === nameKey(role)).length;
  const roles = firstOfEach(named);
  return roles.flatMap(({ role, place }) => {
    const near = roles.find((each) => isNearName(each.role, role) && countOf(each.role) > countOf(role));
    if (near === undefined) return [];
    const message = `the role ${quoted(role)} may be meant as ${quoted(near.role)}, which ${countOf(near.role)} other cells name`;
    return [adviceAt(book, place, message)];
  });
}

function firstOfEach(named: readonly NamedRole[]): readonly NamedRole[] {
  const seen = new Set<string>();
  return named.filter(({ role }) => {
    const isNew = !seen.has(nameKey(role));
    seen.add(nameKey(role));
    return isNew;
  });
}
