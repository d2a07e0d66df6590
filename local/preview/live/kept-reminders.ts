// Whoever switched reminders on has them until somebody switches them off: Google's triggers outlast everything, and nothing
// there is ever started anew. Here they are set up again from what the book says of them, where it was a preview in which
// they were switched on. What the add-on then knows of them are their ids, which it keeps with the account.

import type { TriggerPlan } from "../../apps-script/requests.ts";
import { hasFunction } from "../../apps-script/world/script-record.ts";
import { storeKeyOf } from "../../apps-script/world/serve.ts";
import type { SpreadsheetFile } from "../../apps-script/world/spreadsheet-file.ts";
import { writeProperties } from "../../apps-script/world/stores.ts";
import { createTrigger } from "../../apps-script/world/triggers.ts";
import { scriptOf, type World } from "../../apps-script/world/world.ts";
import { stateRow } from "./state-row.ts";

/** The add-on has the same id in each preview, so that it knows what is its own. */
export const PREVIEW_SCRIPT = "stageline-preview";

export function keepReminders(world: World, file: SpreadsheetFile): void {
  const script = scriptOf(world, PREVIEW_SCRIPT);
  const owner = stateRow(file.state, "owner");
  const isOurs = stateRow(file.state, "owner_script") === PREVIEW_SCRIPT;
  if (owner === undefined || !isOurs || !world.accounts.has(owner)) return;
  const plans: readonly TriggerPlan[] = [
    { functionName: "ownerEdit", type: "ON_EDIT", spreadsheet: file.id },
    { functionName: "formAnswer", type: "ON_FORM_SUBMIT", spreadsheet: file.id },
    { functionName: "hourlyLook", type: "CLOCK", spreadsheet: file.id, everyHours: 1 },
  ];
  const triggers = plans
    .filter(({ functionName }) => hasFunction(script, functionName))
    .map((plan) => createTrigger(world, { email: owner, script }, plan));
  const key = storeKeyOf({ script: PREVIEW_SCRIPT, kind: "user", whose: owner });
  const ids = triggers.map(({ id }) => id).join(" ");
  writeProperties(world.stores, key, { values: { [`triggers ${file.id}`]: ids }, others: "keep" });
}
