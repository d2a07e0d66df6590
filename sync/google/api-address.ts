// Which Sheets API is asked: Google's, or one on this machine (`npm run sheets-api`) for trying things without an
// account. A server on this machine asks for no credentials, so none are looked for, and none can leak to it.

import { StagelineError } from "../../shared/value/stageline-error.ts";
import { isLoopback } from "./loopback.ts";

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
