// The time zone of the spreadsheet, as the core asks for one: how far its wall clock is ahead of UTC. The script's own
// zone is the developer's and means nothing here. Asking Google for the wall clock at an instant costs time, and a tab
// holds thousands of dates: where a day (of UTC) begins and ends with the same offset, that offset is the day's. A time
// without a day is one of 1899, when places were ahead by minutes and seconds: offsets are kept in milliseconds.

import type { Zone } from "../shared/value/moment.ts";

export interface BookZone extends Zone {
  /** Milliseconds since 1970 as the wall clock of the zone shows them. */
  readonly wallMsAt: (instantMs: number) => number;
}

const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;
const MINUTE_MS = 60_000;

/** The zone of that IANA name. */
export function bookZone(name: string): BookZone {
  const byDay = new Map<number, number>();
  const byQuarter = new Map<number, number>();
  const known = (offsets: Map<number, number>, count: number, unitMs: number): number => {
    const offset = offsets.get(count) ?? askedOffsetMs(name, count * unitMs);
    offsets.set(count, offset);
    return offset;
  };
  const offsetMsAt = (instantMs: number): number => {
    const day = Math.floor(instantMs / DAY_MS);
    const first = known(byDay, day, DAY_MS);
    if (first === known(byDay, day + 1, DAY_MS)) return first;
    return known(byQuarter, Math.floor(instantMs / QUARTER_MS), QUARTER_MS);
  };
  return {
    name,
    offsetMinutesAt: (instantMs) => Math.round(offsetMsAt(instantMs) / MINUTE_MS),
    wallMsAt: (instantMs) => instantMs + offsetMsAt(instantMs),
  };
}

function askedOffsetMs(name: string, instantMs: number): number {
  const shown = Utilities.formatDate(new Date(instantMs), name, "yyyy-MM-dd-HH-mm-ss");
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = shown.split("-").map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instantMs / 1000) * 1000;
}
