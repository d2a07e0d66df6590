// Time zones as Node knows them. The core asks one thing of a zone: how far its wall clock is ahead of UTC at an
// instant. Offsets change at whole quarters of an hour, so one answer serves each quarter.

import { utc, type Zone } from "../shared/value/moment.ts";
import { StagelineError } from "../shared/value/stageline-error.ts";

const QUARTER_MS = 15 * 60_000;
const MINUTE_MS = 60_000;

/**
 * The zone of an IANA name.
 *
 * @throws {StagelineError} `usage`, when this machine knows no such zone
 */
export function timeZone(name: string): Zone {
  if (name === "UTC") return utc;
  const format = formatOf(name);
  const known = new Map<number, number>();
  return {
    name,
    offsetMinutesAt: (instantMs) => {
      const quarter = Math.floor(instantMs / QUARTER_MS);
      const offset = known.get(quarter) ?? offsetAt(format, quarter * QUARTER_MS);
      known.set(quarter, offset);
      return offset;
    },
  };
}

/** Whether this machine knows a zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    return formatOf(name) !== undefined;
  } catch (error) {
    if (error instanceof StagelineError) return false;
    throw error;
  }
}

/** The name of the zone in which this machine runs. */
export function machineZoneName(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function formatOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch (cause) {
    throw new StagelineError("usage", `"${name}" is not a time zone such as Europe/Amsterdam`, { cause });
  }
}

function offsetAt(format: Intl.DateTimeFormat, instantMs: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instantMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - instantMs) / MINUTE_MS);
}
