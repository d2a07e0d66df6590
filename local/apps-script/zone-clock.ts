// The wall clock of a time zone, and the serial numbers of a spreadsheet in it. A serial counts days since 1899-12-30
// on the wall, without a zone; a script's Date is an instant. Times without a day stand on 1899-12-30 itself, when most
// zones still went by the sun.

import { zoneOffset } from "../zone-offset.ts";

const DAY_MS = 86_400_000;
/** 1970-01-01 as a serial. */
const EPOCH_SERIAL = 25_569;

export interface ZoneClock {
  readonly name: string;
  /** How far the wall clock is ahead of UTC at an instant. */
  readonly offsetAt: (instantMs: number) => number;
  /** The instant at which the wall shows this; of two, the earlier; in a gap, as if the clock had not been moved yet. */
  readonly instantOf: (wallMs: number) => number;
}

/** @throws {RangeError} when no zone has that name */
export function zoneClock(name: string): ZoneClock {
  const kept = clocks.get(name);
  if (kept !== undefined) return kept;
  const made = newClock(name);
  clocks.set(name, made);
  return made;
}

export function instantOfSerial(serial: number, zone: ZoneClock): number {
  return zone.instantOf(Math.round((serial - EPOCH_SERIAL) * DAY_MS));
}

export function serialOfInstant(instantMs: number, zone: ZoneClock): number {
  const wall = instantMs + zone.offsetAt(instantMs);
  const day = Math.floor(wall / DAY_MS);
  // The day first, so that the same time of day is the same fraction.
  return day + EPOCH_SERIAL + (wall - day * DAY_MS) / DAY_MS;
}

const clocks = new Map<string, ZoneClock>();

function newClock(name: string): ZoneClock {
  const offsetAt = zoneOffset(name);
  const instantOf = (wallMs: number): number => {
    const before = wallMs - offsetAt(wallMs - DAY_MS);
    if (before + offsetAt(before) === wallMs) return before;
    const after = wallMs - offsetAt(wallMs + DAY_MS);
    return after + offsetAt(after) === wallMs ? after : before;
  };
  return { name, offsetAt, instantOf };
}
