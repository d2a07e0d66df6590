// The time zone of a book, in which every command counts; and the time at which it acts. History goes by time: where this
// machine's clock is a little late, what it does would come before what others did already, and count for nothing.

import { everyDefinition } from "../shared/definition/definition-versions.ts";
import { readSetup } from "../shared/definition/setup/read-setup.ts";
import { isOwnBook } from "../shared/engine/own-book.ts";
import type { Run } from "../shared/engine/run.ts";
import type { KnownBy } from "../shared/log/entry.ts";
import { logTab } from "../shared/log/log-tab.ts";
import { textOf } from "../shared/table/cell.ts";
import { tableOf, viewOf } from "../shared/table/tab-view.ts";
import type { Tables } from "../shared/table/table.ts";
import {
  compareMoments,
  instantMs,
  type Moment,
  momentFromInstant,
  momentInZone,
  utc,
  type Zone,
} from "../shared/value/moment.ts";
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
  const earlier = everyDefinition(tables);
  const [before] = earlier;
  // As the look that follows reads it, which then need not read it again.
  const { zone } = readSetup(tables, before, earlier).definition;
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
  const zone = bookZone(tables);
  const run = runOf(options, { zone, knownBy, source });
  return options.now === undefined ? { ...run, now: notBefore(lastEntryAt(tables), run.now, zone) } : run;
}

/** Clocks differ by minutes; what is written further ahead was dated so, or by a clock that is wrong. */
const LATE_MS = 600_000;
/** The latest entries stand among the last. */
const LAST_ROWS = 200;

function notBefore(last: Moment | undefined, now: Moment, zone: Zone): Moment {
  const aheadMs = last === undefined ? 0 : instantMs(last) - instantMs(now);
  return aheadMs > 0 && aheadMs <= LATE_MS ? momentFromInstant(instantMs(now) + aheadMs, zone) : now;
}

function lastEntryAt(tables: Tables): Moment | undefined {
  const table = tableOf(tables, logTab);
  if (table === undefined) return undefined;
  const { rows } = viewOf({ ...table, rows: table.rows.slice(-LAST_ROWS) }, logTab);
  const moments = rows.flatMap(({ cells }) => momentInZone(textOf(cells["at"]), utc) ?? []);
  return moments.sort(compareMoments).at(-1);
}
