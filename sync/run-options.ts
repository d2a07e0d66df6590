// The options that every command takes, and the run of the engine that they make: the one place where the command
// reads the clock and draws at random.

import { randomBytes } from "node:crypto";
import type { Run } from "../shared/engine/run.ts";
import type { KnownBy } from "../shared/log/entry.ts";
import { momentFromInstant, momentInZone, type Zone } from "../shared/value/moment.ts";
import { StagelineError } from "../shared/value/stageline-error.ts";

export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** Local time of the book, instead of the clock. */
  readonly now?: string;
  /** Who acts. */
  readonly as?: string;
  readonly accept?: boolean;
}

/**
 * The run that the options ask for, in the zone of the book.
 *
 * @throws {StagelineError} `usage`, when `--now` is no time
 */
export function runOf(options: CommonOptions, zone: Zone, knownBy: KnownBy): Run {
  const now =
    options.now === undefined ? momentFromInstant(Date.now(), zone) : momentInZone(options.now, zone);
  if (now === undefined) {
    throw new StagelineError("usage", `--now "${options.now}" is not a time like 2026-11-20T08:30`);
  }
  return {
    now,
    zone,
    knownBy,
    seed: randomBytes(16).toString("hex"),
    ...(options.as === undefined ? {} : { actor: options.as }),
    ...(options.accept === true ? { acceptsGuards: true } : {}),
  };
}
