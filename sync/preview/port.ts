// The port of an option.

import { StagelineError } from "../../shared/value/stageline-error.ts";

const HIGHEST_PORT = 65_535;

/** @throws {StagelineError} `usage`, when it is none */
export function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = /^\d+$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > HIGHEST_PORT) {
    throw new StagelineError("usage", `--port "${text}" is not a number from 1 to ${HIGHEST_PORT}`);
  }
  return port;
}
