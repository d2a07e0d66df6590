// The options that every command takes, and the run of the engine that they make.

import type { Run } from "../shared/engine/run.ts";
import type { KnownBy } from "../shared/log/entry.ts";
import { momentFromInstant, momentInZone, type Zone } from "../shared/value/moment.ts";
import { StagelineError } from "../shared/value/stageline-error.ts";
import type { RunSource } from "./run-source.ts";

export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** Local time of the book, instead of the clock. */
  readonly now?: string;
  /** Who acts. */
  readonly as?: string;
  readonly accept?: boolean;
}

/** What is known of a run before its options. */
export interface RunPlace {
  readonly zone: Zone;
  readonly knownBy: KnownBy;
  readonly source: RunSource;
}

/**
 * The run that the options ask for, in the zone of the book.
 *
 * @throws {StagelineError} `usage`, when `--now` is no time
 */
export function runOf(options: CommonOptions, { zone, knownBy, source }: RunPlace): Run {
  const now =
    options.now === undefined ? momentFromInstant(source.nowMs(), zone) : momentInZone(options.now, zone);
  if (now === undefined) {
    throw new StagelineError("usage", `--now "${options.now}" is not a time like 2026-11-20T08:30`);
  }
  return {
    now,
    zone,
    knownBy,
    seed: source.seed(),
    ...(options.as === undefined ? {} : { actor: options.as }),
    ...(options.accept === true ? { acceptsGuards: true } : {}),
  };
}
