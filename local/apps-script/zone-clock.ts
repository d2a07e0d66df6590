// The wall clock of a time zone, and the serial numbers of a spreadsheet in it. A serial counts days since 1899-12-30
// on the wall, without a zone; a script's Date is an instant. Times without a day stand on 1899-12-30 itself, when most
// zones still went by the sun: so offsets are kept to the millisecond and not to the quarter of an hour.

const QUARTER_MS = 15 * 60_000;
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
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const known = new Map<number, number>();
  const offsetAt = (instantMs: number): number => {
    const quarter = Math.floor(instantMs / QUARTER_MS);
    const offset = known.get(quarter) ?? readOffset(format, quarter * QUARTER_MS);
    known.set(quarter, offset);
    return offset;
  };
  const instantOf = (wallMs: number): number => {
    const before = wallMs - offsetAt(wallMs - DAY_MS);
    if (before + offsetAt(before) === wallMs) return before;
    const after = wallMs - offsetAt(wallMs + DAY_MS);
    return after + offsetAt(after) === wallMs ? after : before;
  };
  return { name, offsetAt, instantOf };
}

function readOffset(format: Intl.DateTimeFormat, instantMs: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instantMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instantMs;
}
