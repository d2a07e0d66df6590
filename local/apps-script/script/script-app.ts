// ScriptApp: the triggers of the running user, and what the user has authorized.

import type { InstalledTrigger, TriggerPlan, TriggerType } from "../requests.ts";
import type { Execution } from "./execution.ts";
import { AUTHORIZED, permit } from "./permissions.ts";
import { constant, constants, standIn } from "./stand-in.ts";

type ScriptApp = GoogleAppsScript.Script.ScriptApp;
type Trigger = GoogleAppsScript.Script.Trigger;

export const authMode = constants<typeof GoogleAppsScript.Script.AuthMode>(
  "NONE",
  "CUSTOM_FUNCTION",
  "LIMITED",
  "FULL",
);
const authorizationStatus = constants<typeof GoogleAppsScript.Script.AuthorizationStatus>(
  "REQUIRED",
  "NOT_REQUIRED",
);
const eventType = constants<typeof GoogleAppsScript.Script.EventType>(
  "CLOCK",
  "ON_OPEN",
  "ON_EDIT",
  "ON_FORM_SUBMIT",
  "ON_CHANGE",
);
const triggerSource = constants<typeof GoogleAppsScript.Script.TriggerSource>("SPREADSHEETS", "CLOCK");

const triggerIds = new WeakMap<object, string>();

export function newScriptApp(execution: Execution): ScriptApp {
  const allow = (call: string) =>
    permit(execution, { call: `ScriptApp.${call}`, scope: "triggers", modes: AUTHORIZED });
  const triggers = (call: string, wanted: (trigger: InstalledTrigger) => boolean) => {
    allow(call);
    const all = execution.ask<"triggers">({ ask: "triggers" });
    return execution.realm.list(all.filter(wanted).map(newTrigger));
  };
  return standIn<ScriptApp>({
    AuthMode: authMode,
    AuthorizationStatus: authorizationStatus,
    EventType: eventType,
    TriggerSource: triggerSource,
    getScriptId: () => execution.launch.source.id,
    // Of the user in the whole project, whatever the document (reference of getProjectTriggers; for add-ons unverified).
    getProjectTriggers: () => triggers("getProjectTriggers", () => true),
    // Which clock triggers count as the document's, the world decides.
    getUserTriggers: (document: object) =>
      triggers("getUserTriggers", (trigger) => trigger.spreadsheet === spreadsheetId(execution, document)),
    newTrigger: (functionName) => {
      allow("newTrigger");
      return triggerBuilder(execution, functionName);
    },
    deleteTrigger: (trigger) => {
      allow("deleteTrigger");
      const id = triggerIds.get(trigger) ?? execution.fail("The parameters don't match the method signature");
      execution.ask<"deleteTrigger">({ ask: "deleteTrigger", id });
    },
    getAuthorizationInfo: () => authorizationInfo(execution),
  });
}

function newTrigger(trigger: InstalledTrigger): Trigger {
  const fromClock = trigger.type === "CLOCK";
  const object = standIn<Trigger>({
    getUniqueId: () => trigger.id,
    getHandlerFunction: () => trigger.functionName,
    getEventType: () => constant(eventType, trigger.type),
    getTriggerSource: () => constant(triggerSource, fromClock ? "CLOCK" : "SPREADSHEETS"),
    getTriggerSourceId: () => (fromClock ? "" : (trigger.spreadsheet ?? "")),
  });
  triggerIds.set(object, trigger.id);
  return object;
}

function triggerBuilder(execution: Execution, functionName: string): GoogleAppsScript.Script.TriggerBuilder {
  const container = execution.launch.book === undefined ? {} : { spreadsheet: execution.launch.book.id };
  return standIn<GoogleAppsScript.Script.TriggerBuilder>({
    forSpreadsheet: (document: unknown) =>
      spreadsheetBuilder(execution, { functionName, spreadsheet: spreadsheetId(execution, document) }),
    timeBased: () => clockBuilder(execution, { functionName, type: "CLOCK", ...container }),
  });
}

function spreadsheetBuilder(execution: Execution, plan: Omit<TriggerPlan, "type">) {
  const chosen: { type?: TriggerType } = {};
  const choose = (type: TriggerType) => () => {
    chosen.type = type;
    return builder;
  };
  const builder: GoogleAppsScript.Script.SpreadsheetTriggerBuilder =
    standIn<GoogleAppsScript.Script.SpreadsheetTriggerBuilder>({
      onOpen: choose("ON_OPEN"),
      onEdit: choose("ON_EDIT"),
      onChange: choose("ON_CHANGE"),
      onFormSubmit: choose("ON_FORM_SUBMIT"),
      create: () => {
        const type = chosen.type ?? execution.fail("A trigger needs an event such as onEdit");
        return newTrigger(
          execution.ask<"createTrigger">({ ask: "createTrigger", trigger: { ...plan, type } }),
        );
      },
    });
  return builder;
}

function clockBuilder(execution: Execution, plan: TriggerPlan) {
  let everyHours: number | undefined;
  const builder: GoogleAppsScript.Script.ClockTriggerBuilder =
    standIn<GoogleAppsScript.Script.ClockTriggerBuilder>({
      everyHours: (hours) => {
        everyHours = hours;
        return builder;
      },
      create: () => {
        const hours = everyHours ?? execution.fail("A clock trigger needs a time such as everyHours");
        return newTrigger(
          execution.ask<"createTrigger">({ ask: "createTrigger", trigger: { ...plan, everyHours: hours } }),
        );
      },
    });
  return builder;
}

/** A spreadsheet object of this script, or an id. */
function spreadsheetId(execution: Execution, document: unknown): string {
  if (typeof document === "string") return document;
  const { getId } = document as Partial<GoogleAppsScript.Spreadsheet.Spreadsheet>;
  return getId === undefined ? execution.fail("The parameters don't match the method signature") : getId();
}

function authorizationInfo(execution: Execution): GoogleAppsScript.Script.AuthorizationInfo {
  const missing = execution.ask<"missingScopes">({ ask: "missingScopes" });
  return standIn<GoogleAppsScript.Script.AuthorizationInfo>({
    getAuthorizationStatus: () =>
      constant(authorizationStatus, missing.length > 0 ? "REQUIRED" : "NOT_REQUIRED"),
    getAuthorizationUrl: () => (missing.length > 0 ? "https://accounts.google.com/o/oauth2/authorize" : ""),
  });
}
