// What a running function may call: by the mode in which it runs and by the scopes that the manifest names and the
// user granted. The sentences are Google's; which of the two it says in which case is unverified.

import type { AuthorizationMode } from "../launch.ts";
import type { Execution } from "./execution.ts";

const SCOPES = {
  spreadsheet: ["spreadsheets.currentonly", "spreadsheets"],
  screen: ["script.container.ui"],
  triggers: ["script.scriptapp"],
  mail: ["script.send_mail"],
  user: ["userinfo.email"],
} as const;

const SCOPE_START = "https://www.googleapis.com/auth/";

export interface Need {
  /** As the sentence names it, such as "MailApp.sendEmail". */
  readonly call: string;
  readonly scope?: keyof typeof SCOPES;
  readonly modes: readonly AuthorizationMode[];
}

/** Modes in which a bound document, properties, caches and locks may be used. */
export const IN_DOCUMENT: readonly AuthorizationMode[] = ["CUSTOM_FUNCTION", "LIMITED", "FULL"];
export const AUTHORIZED: readonly AuthorizationMode[] = ["FULL"];

export function permit(execution: Execution, need: Need): void {
  const { mode, source } = execution.launch;
  const scopes = need.scope === undefined ? [] : SCOPES[need.scope].map((scope) => SCOPE_START + scope);
  if (!need.modes.includes(mode)) {
    const required = scopes.length === 0 ? "" : `. Required permissions: ${scopes.join(" || ")}`;
    execution.fail(`You do not have permission to call ${need.call}${required}`);
  }
  if (scopes.length > 0 && !scopes.some((scope) => source.scopes.includes(scope)))
    refuse(execution, need.call, scopes);
}

/** For what lies outside every scope of the manifest. */
export function refuse(execution: Execution, call: string, scopes: readonly string[]): never {
  return execution.fail(
    `Specified permissions are not sufficient to call ${call}. Required permissions: (${scopes.join(" || ")})`,
  );
}
