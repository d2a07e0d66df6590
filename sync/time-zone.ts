// Time zones by the names that people write. The core asks one thing of a zone: how far its wall clock is ahead of UTC
// at an instant.

import { type ZoneOffset, zoneOffset } from "../local/zone-offset.ts";
import { utc, type Zone } from "../shared/value/moment.ts";
import { StagelineError } from "../shared/value/stageline-error.ts";

const MINUTE_MS = 60_000;

/**
 * The zone of an IANA name.
 *
 * @throws {StagelineError} `usage`, when this machine knows no such zone
 */
export function timeZone(name: string): Zone {
  if (name === "UTC") return utc;
  const offsetAt = offsetOf(name);
  return { name, offsetMinutesAt: (instantMs) => Math.round(offsetAt(instantMs) / MINUTE_MS) };
}

/** Whether this machine knows a zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    offsetOf(name);
    return true;
  } catch (error) {
    if (error instanceof StagelineError) return false;
    throw error;
  }
}

/** Whether two names are of one zone, as "UTC" and "Etc/GMT" are; a name that this machine does not know is its own. */
export function isSameZone(name: string, other: string): boolean {
  return firstName(name) === firstName(other);
}

function firstName(name: string): string {
  return isTimeZone(name) ? Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone : name;
}

/** The name of the zone in which this machine runs. */
export function machineZoneName(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function offsetOf(name: string): ZoneOffset {
  try {
    return zoneOffset(name);
  } catch (cause) {
    throw new StagelineError("usage", `"${name}" is not a time zone such as Europe/Amsterdam`, { cause });
  }
}
