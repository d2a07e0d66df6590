// Which Sheets API is asked: Google's, or one on this machine (`npm run sheets-api`) for trying things without an
// account. A server on this machine asks for no credentials, so none are looked for, and none can leak to it.

import { StagelineError } from "../../shared/value/stageline-error.ts";
import { isLoopback } from "./loopback.ts";
import { PACE_MS } from "./pace.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Only where nothing else is said. */
export const GOOGLE_ADDRESS = "https://sheets.googleapis.com/";

/**
 * The address of the Sheets API on this machine that the environment names; `undefined` for Google's.
 *
 * @throws {StagelineError} `usage`, when it names another machine
 */
export function localAddress(environment: Environment): string | undefined {
  const address = environment["STAGELINE_SHEETS_API"];
  if (address === undefined || address === "") return undefined;
  if (isLoopback(address)) return address;
  throw new StagelineError(
    "usage",
    `STAGELINE_SHEETS_API "${address}" is not on this machine; it may only be one such as http://127.0.0.1:8080`,
  );
}

/**
 * How many milliseconds lie between two requests. Google's pace is not to be had otherwise; a server on this machine is
 * asked at that pace, too, so that trying a thing shows how long it takes, unless the environment names another.
 *
 * @throws {StagelineError} `usage`, when it names something else than milliseconds
 */
export function paceMsOf(environment: Environment): number {
  const text = environment["STAGELINE_SHEETS_API_PACE"];
  if (localAddress(environment) === undefined || text === undefined || text === "") return PACE_MS;
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new StagelineError(
    "usage",
    `STAGELINE_SHEETS_API_PACE "${text}" is not a number of milliseconds; it may be one such as 0`,
  );
}
