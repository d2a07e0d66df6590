// A change under way: who makes it, over which line, and what was seen of the book last.

import type { Definition } from "../../../shared/definition/pipeline.ts";
import type { FingerprintIn } from "../../../shared/engine/writing/row-fingerprint.ts";
import { StagelineError } from "../../../shared/value/stageline-error.ts";
import type { ChangeOptions } from "../../stores/book-store.ts";
import type { Clock } from "../clock.ts";
import type { Connection } from "../connection.ts";
import type { GoogleBook } from "../reading/google-book.ts";
import type { TurnLine } from "./turn-line.ts";
import { releaseRequests } from "./turn-rows.ts";

/** What a change is made over. */
export interface ChangePlace {
  readonly connection: Connection;
  readonly clock: Clock;
  /** At least 80 random bits, others each time. */
  readonly seed: () => string;
  /** @default those of the core */
  readonly fingerprints?: (definition: Definition) => FingerprintIn;
}

export interface Work extends ChangePlace {
  readonly line: TurnLine;
  readonly options: ChangeOptions;
  latest: GoogleBook | undefined;
}

/** Everything has to be looked at again. */
export interface Again {
  readonly how: "again";
  /** What to tell where it never comes to an end. */
  readonly reason?: StagelineError;
}

/** Gives the turn back, where it is still held. */
export async function giveBack({ line, latest }: Work): Promise<void> {
  const requests = latest === undefined ? [] : releaseRequests(latest, line.writer);
  await line.giveBack({ what: "give the turn back", requests, ranges: [] });
}

/** What is said where others write again and again. */
export function busySheet(): StagelineError {
  return new StagelineError("busy", "others are at work in this spreadsheet; try again in a moment");
}
