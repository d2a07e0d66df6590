// Installed triggers: who owns them, how many there may be, and when the clock ones are due
// (developers.google.com/apps-script/guides/triggers/installable, workspace/add-ons/concepts/editor-triggers).

import type { InstalledTrigger, TriggerPlan } from "../requests.ts";
import { seededUuid, wholeBelow } from "../seeded-random.ts";
import type { ScriptRecord } from "./script-record.ts";
import type { World } from "./world.ts";

export interface OwnedTrigger extends InstalledTrigger {
  readonly owner: string;
  readonly script: string;
  /** Of a clock trigger, when it fires next. */
  due?: number;
}

export class TriggerError extends Error {
  override readonly name = "TriggerError";
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const TRIGGERS_PER_USER = 20;
const HOURS = [1, 2, 4, 6, 8, 12];

/** @throws {TriggerError} where the user may have no further one; the sentences as public issues quote them */
export function createTrigger(
  world: World,
  owner: { readonly email: string; readonly script: ScriptRecord },
  plan: TriggerPlan,
): OwnedTrigger {
  const { source } = owner.script;
  const own = world.triggers.filter(
    (trigger) => trigger.owner === owner.email && trigger.script === source.id,
  );
  if (own.length >= TRIGGERS_PER_USER) {
    throw new TriggerError(
      "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
    );
  }
  const isDouble = own.some(
    (trigger) => trigger.type === plan.type && trigger.spreadsheet === plan.spreadsheet,
  );
  if (source.kind === "add-on" && isDouble) {
    const type = plan.type === "CLOCK" ? "time-based" : plan.type.slice(3).toLowerCase().replace("_", " ");
    throw new TriggerError(
      `This add-on has created too many ${type} triggers in this document for this Google user account.`,
    );
  }
  const trigger: OwnedTrigger = {
    ...plan,
    id: seededUuid(world.random),
    owner: owner.email,
    script: source.id,
    ...(plan.type === "CLOCK" ? { due: firstDue(world, plan.everyHours ?? 1) } : {}),
  };
  world.triggers.push(trigger);
  return trigger;
}

/** The clock trigger that is due first, at `until` at the latest; its next time is set. */
export function takeDueTrigger(
  world: World,
  until: number,
): (OwnedTrigger & { readonly at: number }) | undefined {
  const [first] = world.triggers
    .filter((trigger) => trigger.due !== undefined && trigger.due <= until)
    .sort((one, other) => (one.due ?? 0) - (other.due ?? 0));
  if (first?.due === undefined) return undefined;
  const at = first.due;
  first.due = at + (first.everyHours ?? 1) * HOUR_MS;
  return { ...first, at };
}

export function nextDue(world: World): number | undefined {
  const dues = world.triggers.flatMap((trigger) => trigger.due ?? []);
  return dues.length === 0 ? undefined : Math.min(...dues);
}

/** Google draws a minute and keeps it; whether the first firing is within the hour is unverified. */
function firstDue(world: World, everyHours: number): number {
  if (!HOURS.includes(everyHours)) throw new TriggerError(`everyHours takes one of ${HOURS.join(", ")}`);
  return world.now + (1 + wholeBelow(world.random, 60)) * MINUTE_MS;
}
