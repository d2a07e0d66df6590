// The times to which people move the clock, on the wall of the book's time zone: another hour, or the morning of a day.

import { zoneClock } from "../../apps-script/zone-clock.ts";

export type NextTime = "next hour" | "tomorrow" | "next Monday";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MORNING_HOUR = 9;
const MONDAY = 1;

export function nextTime(nowMs: number, to: NextTime, zoneName: string): number {
  if (to === "next hour") return nowMs + HOUR_MS;
  const zone = zoneClock(zoneName);
  const wallMs = nowMs + zone.offsetAt(nowMs);
  const today = Math.floor(wallMs / DAY_MS) * DAY_MS;
  const days = to === "tomorrow" ? 1 : ((MONDAY + 6 - new Date(today).getUTCDay()) % 7) + 1;
  return zone.instantOf(today + days * DAY_MS + MORNING_HOUR * HOUR_MS);
}
