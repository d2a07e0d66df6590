// The time zone of a book, in which every command counts.

import { lastDefinition } from "../shared/definition/definition-versions.ts";
import { readSetup } from "../shared/definition/setup/read-setup.ts";
import { isOwnBook } from "../shared/engine/own-book.ts";
import type { Run } from "../shared/engine/run.ts";
import type { KnownBy } from "../shared/log/entry.ts";
import type { Tables } from "../shared/table/table.ts";
import type { Zone } from "../shared/value/moment.ts";
import { StagelineError } from "../shared/value/stageline-error.ts";
import { type CommonOptions, runOf } from "./run-options.ts";
import type { RunSource } from "./run-source.ts";
import { isTimeZone, timeZone } from "./time-zone.ts";

/**
 * The zone that the book's set-up names; where nobody knows such a zone, the one that was in force before.
 *
 * @throws {StagelineError} `usage`, when the book is none of ours
 */
export function bookZone(tables: Tables): Zone {
  if (!isOwnBook(tables)) {
    throw new StagelineError(
      "usage",
      'this book has no boards yet; make one with "stageline new <book>", or of a tab with "stageline adopt <book>"',
    );
  }
  const before = lastDefinition(tables);
  const { zone } = readSetup(tables, before).definition;
  return timeZone(before === undefined || isTimeZone(zone) ? zone : before.zone);
}

/** What a run is of. */
export interface BookRun {
  readonly tables: Tables;
  readonly knownBy: KnownBy;
  readonly source: RunSource;
}

/**
 * The run that the options ask for over a book.
 *
 * @throws {StagelineError} `usage`, when the book is none of ours, or `--now` is no time
 */
export function runIn({ tables, knownBy, source }: BookRun, options: CommonOptions): Run {
  return runOf(options, { zone: bookZone(tables), knownBy, source });
}
