// How far the wall clock of a time zone is ahead of UTC, as this machine knows it. Zones change at whole quarters of an
// hour, so one answer serves each quarter; before zones were agreed on, clocks went by the sun, to the second.

const QUARTER_MS = 15 * 60_000;

/** Milliseconds that the wall clock is ahead of UTC at an instant. */
export type ZoneOffset = (instantMs: number) => number;

/** @throws {RangeError} when this machine knows no zone of that name */
export function zoneOffset(name: string): ZoneOffset {
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
  return (instantMs) => {
    const quarter = Math.floor(instantMs / QUARTER_MS);
    const offset = known.get(quarter) ?? offsetIn(format, quarter * QUARTER_MS);
    known.set(quarter, offset);
    return offset;
  };
}

function offsetIn(format: Intl.DateTimeFormat, instantMs: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instantMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instantMs;
}
