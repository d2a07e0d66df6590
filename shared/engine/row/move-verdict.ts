// May this record move there? One answer for typing, paste, import, form and API alike, with its reason in words.
// A practice book, and a stage that only warns, answers yes and says what is missing; but what is closed stays
// closed whatever the next stage says of itself.

import { textFromNeed } from "../../definition/need-text.ts";
import type { Definition, Pipeline, Stage } from "../../definition/pipeline.ts";
import { mainLineOf } from "../../definition/pipeline.ts";
import { fieldsOf } from "../../definition/standard-field.ts";
import { nameKey } from "../../table/cell.ts";
import { type Evidence, unmetNeeds } from "./needs-met.ts";

export interface Move {
  /** Absent for a record that is new. */
  readonly from?: Stage;
  readonly to: Stage;
  /** Who moves it; absent when nobody knows. */
  readonly actor?: string;
}

export interface Verdict {
  readonly allowed: boolean;
  /** What is missing or wrong, in words; empty where nothing is. */
  readonly reason: string;
}

const ALLOWED: Verdict = { allowed: true, reason: "" };

/**
 * Whether a move is allowed, and what stands against it.
 *
 * @example
 * moveVerdict({ definition: fixtures.book, pipeline: fixtures.offers }, { from: fixtures.offers.stages[0], to: fixtures.offers.stages[1] },
 *   { values: {}, logged: new Set(), today: parseDay("2026-11-20") }).reason
 * //=> "Offer needs: Budget"
 */
export function moveVerdict(
  book: { readonly definition: Definition; readonly pipeline: Pipeline },
  move: Move,
  evidence: Evidence,
): Verdict {
  const closed = closedReason(book.pipeline, move);
  if (closed !== undefined) return { allowed: book.definition.practice, reason: closed };
  const reason =
    orderReason(book.pipeline, move) ??
    roleReason(book.definition, move) ??
    needsReason(book.pipeline, move.to, evidence);
  if (reason === undefined) return ALLOWED;
  return { allowed: book.definition.practice || move.to.enforce === "warn", reason };
}

/**
 * What a stage needs and a record lacks, in words; `undefined` where nothing is missing.
 *
 * @example
 * needsReason(fixtures.offers, fixtures.offers.stages[1], { values: {}, logged: new Set(), today: parseDay("2026-11-20") })
 * //=> "Offer needs: Budget"
 */
export function needsReason(pipeline: Pipeline, stage: Stage, evidence: Evidence): string | undefined {
  const missing = unmetNeeds(stage.needs, evidence);
  if (missing.length === 0) return undefined;
  const fields = fieldsOf(pipeline);
  return `${stage.name} needs: ${missing.map((need) => textFromNeed(need, fields)).join(", ")}`;
}

/**
 * Whether a stage is one that a record leaves by Reopen only: won, lost or avoid.
 *
 * @example
 * isClosed({ kind: "parked" }) //=> false
 */
export function isClosed({ kind }: Pick<Stage, "kind">): boolean {
  return kind !== "open" && kind !== "parked";
}

// From won one moves on along the main line; everything else out of won, lost or avoid takes Reopen.
function closedReason(pipeline: Pipeline, { from, to }: Move): string | undefined {
  if (from === undefined || !isClosed(from)) return undefined;
  const line = mainLineOf(pipeline);
  const isMovingOn = from.kind === "won" && line.indexOf(to) > line.indexOf(from);
  if (isMovingOn) return undefined;
  return `"${from.name}" is closed; pick Reopen in the Log column to take it back`;
}

function orderReason(pipeline: Pipeline, { from, to }: Move): string | undefined {
  if (from === undefined || from.next.length === 0 || from.next.includes(to.id)) return undefined;
  const names = pipeline.stages.filter((stage) => from.next.includes(stage.id)).map((stage) => stage.name);
  return `after "${from.name}" comes ${names.join(" or ")}`;
}

// Roles bind once anybody has one: a Team that is empty, or only names people, leaves every stage to everybody.
function roleReason(definition: Definition, { to, actor }: Move): string | undefined {
  if (to.mayEnter.length === 0 || !definition.team.some((person) => person.roles.length > 0))
    return undefined;
  const roles = to.mayEnter.join(" or ");
  if (actor === undefined)
    return `only ${roles} may move to "${to.name}"; move it from the sidebar, or, in a file, sync with --as <your name>`;
  const person = definition.team.find(
    ({ name, email }) =>
      nameKey(name) === nameKey(actor) || (email !== undefined && nameKey(email) === nameKey(actor)),
  );
  const held = new Set((person?.roles ?? []).map(nameKey));
  if (to.mayEnter.some((role) => held.has(nameKey(role)))) return undefined;
  return `only ${roles} may move to "${to.name}", and "${actor}" is not; ask one of them, or add the role in Team`;
}
