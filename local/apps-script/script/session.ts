// Session: who runs the script, as far as Google tells. The active user's address is withheld in simple triggers and
// from users of another domain; the world decided that when it made the launch.

import type { Execution } from "./execution.ts";
import { permit } from "./permissions.ts";
import { standIn } from "./stand-in.ts";

export function newSession(execution: Execution): GoogleAppsScript.Base.Session {
  const { launch } = execution;
  const user = (call: string, email: string) => {
    permit(execution, {
      call: `Session.${call}`,
      scope: "user",
      modes: ["CUSTOM_FUNCTION", "LIMITED", "FULL"],
    });
    return newUser(execution, email);
  };
  return standIn<GoogleAppsScript.Base.Session>({
    getActiveUser: () => user("getActiveUser", launch.activeUser),
    // Nobody is told who runs a simple trigger (unverified for a script's own developer).
    getEffectiveUser: () => user("getEffectiveUser", launch.mode === "FULL" ? launch.effectiveUser : ""),
    getScriptTimeZone: () => launch.source.zone,
    getTemporaryActiveUserKey: () => launch.userKey,
  });
}

export function newUser(execution: Execution, email: string): GoogleAppsScript.Base.User {
  return standIn<GoogleAppsScript.Base.User>({
    getEmail: () => {
      execution.ask<"session">({ ask: "session" });
      return email;
    },
  });
}
