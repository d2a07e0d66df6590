// The console of a script: lines in the log of its execution. It is the script's own, not Node's.

import { format } from "node:util";

type Say = (...parts: readonly unknown[]) => void;

export interface ScriptConsole {
  readonly log: Say;
  readonly info: Say;
  readonly warn: Say;
  readonly error: Say;
}

/** Lines that are not plain `log` begin with how grave they are. */
export function newScriptConsole(logs: string[]): ScriptConsole {
  const say =
    (level: string): Say =>
    (...parts) => {
      logs.push(`${level}${format(...parts)}`);
    };
  return { log: say(""), info: say("info: "), warn: say("warn: "), error: say("error: ") };
}
