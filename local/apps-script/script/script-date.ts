// The `Date` of a script: `now` is the clock of the world, and local times are those of the script's own zone, which
// the manifest names and which need not be the spreadsheet's. Parsing and everything in UTC stay the engine's.

import type { ZoneClock } from "../zone-clock.ts";

const LOCAL_PARTS = [
  "FullYear",
  "Month",
  "Date",
  "Day",
  "Hours",
  "Minutes",
  "Seconds",
  "Milliseconds",
] as const;
const MINUTE_MS = 60_000;
/** A text without a zone is a local time, unless it is a day alone. */
const LOCAL_TEXT =
  /^\s*\d{4}-\d{2}-\d{2}T[^Z+]*$|^(?!.*(?:Z|GMT|UTC|[+-]\d{2}:?\d{2})\s*$)(?!\s*\d{4}(-\d{2}){0,2}\s*$)/i;

export interface DateSetting {
  readonly zone: ZoneClock;
  readonly now: () => number;
}

/** Changes the Date of one context, and returns the constructor that its scripts name. */
export function scriptDate(plain: DateConstructor, setting: DateSetting): DateConstructor {
  const { zone, now } = setting;
  patchLocalParts(plain, zone);
  const make = (args: readonly unknown[]): Date => {
    if (args.length === 0) return new plain(now());
    const [first] = args;
    if (args.length === 1)
      return new plain(typeof first === "string" ? parsed(plain, first, zone) : Number(first));
    return new plain(zone.instantOf(wallOf(args)));
  };
  const scripts: DateConstructor = new Proxy(plain, {
    construct: (_target, args: readonly unknown[]) => make(args),
    apply: () => new plain(now()).toString(),
    get: (target, name) => {
      if (name === "now") return now;
      if (name === "parse") return (text: unknown) => parsed(plain, String(text), zone);
      return Reflect.get(target, name) as unknown;
    },
  });
  Object.defineProperty(plain.prototype, "constructor", {
    value: scripts,
    configurable: true,
    writable: true,
  });
  return scripts;
}

function parsed(plain: DateConstructor, text: string, zone: ZoneClock): number {
  if (!LOCAL_TEXT.test(text)) return plain.parse(text);
  // What the engine takes for local is read as UTC and then put on the wall of the zone.
  const wall = plain.parse(`${text.trim()}${/T/.test(text) ? "Z" : " GMT"}`);
  return Number.isNaN(wall) ? plain.parse(text) : zone.instantOf(wall);
}

function wallOf(args: readonly unknown[]): number {
  const [year = 0, month = 0, day = 1, hours = 0, minutes = 0, seconds = 0, milliseconds = 0] =
    args.map(Number);
  return Date.UTC(year, month, day, hours, minutes, seconds, milliseconds);
}

function patchLocalParts(plain: DateConstructor, zone: ZoneClock): void {
  const wall = (date: Date) => new plain(date.getTime() + zone.offsetAt(date.getTime()));
  const set = (name: string, value: unknown) => {
    Object.defineProperty(plain.prototype, name, { value, configurable: true, writable: true });
  };
  for (const part of LOCAL_PARTS) {
    set(`get${part}`, function get(this: Date): number {
      return Number.isNaN(this.getTime()) ? Number.NaN : wall(this)[`getUTC${part}`]();
    });
    if (part === "Day") continue;
    set(`set${part}`, function change(this: Date, ...values: [number, number]): number {
      const moved = wall(this);
      moved[`setUTC${part}`](...values);
      return this.setTime(zone.instantOf(moved.getTime()));
    });
  }
  set("getTimezoneOffset", function offset(this: Date): number {
    return -zone.offsetAt(this.getTime()) / MINUTE_MS;
  });
  patchLocalTexts(plain, zone);
}

function patchLocalTexts(plain: DateConstructor, zone: ZoneClock): void {
  const text = (date: Date) => {
    const offset = Math.round(zone.offsetAt(date.getTime()) / MINUTE_MS);
    const wall = new plain(date.getTime() + offset * MINUTE_MS).toUTCString();
    const [, day = "", number = "", month = "", year = "", time = ""] =
      /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(wall) ?? [];
    const size = Math.abs(offset);
    const hours = String(Math.floor(size / 60)).padStart(2, "0");
    const minutes = String(size % 60).padStart(2, "0");
    return {
      day: `${day} ${month} ${number} ${year}`,
      time: `${time} GMT${offset < 0 ? "-" : "+"}${hours}${minutes}`,
    };
  };
  const texts = {
    toString: (date: Date) => `${text(date).day} ${text(date).time}`,
    toDateString: (date: Date) => text(date).day,
    toTimeString: (date: Date) => text(date).time,
  };
  for (const [name, show] of Object.entries(texts)) {
    Object.defineProperty(plain.prototype, name, {
      value: function shown(this: Date): string {
        return Number.isNaN(this.getTime()) ? "Invalid Date" : show(this);
      },
      configurable: true,
      writable: true,
    });
  }
}
