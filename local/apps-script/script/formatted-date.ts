// Dates in words by the letters of Java's SimpleDateFormat, which `Utilities.formatDate` takes. Text in quotes stays;
// a letter that stands for nothing is an error, as it is in Java.

import type { ZoneClock } from "../zone-clock.ts";

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const PIECE = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g;
const MINUTE_MS = 60_000;

/** @throws {Error} where the format has a letter that stands for nothing here */
export function formattedDate(instantMs: number, zone: ZoneClock, format: string): string {
  const offset = zone.offsetAt(instantMs);
  const wall = new Date(instantMs + offset);
  return format.replace(PIECE, (piece: string, quoted: string | undefined, letter: string | undefined) => {
    if (quoted !== undefined) return quoted === "" ? "'" : quoted.replaceAll("''", "'");
    return letter === undefined ? piece : field(wall, piece, offset / MINUTE_MS);
  });
}

function field(wall: Date, piece: string, offsetMinutes: number): string {
  const number = (value: number) => String(value).padStart(piece.length, "0");
  const hours = wall.getUTCHours();
  switch (piece.charAt(0)) {
    case "y":
      return piece.length === 2 ? String(wall.getUTCFullYear()).slice(-2) : number(wall.getUTCFullYear());
    case "M":
      return piece.length < 3 ? number(wall.getUTCMonth() + 1) : word(MONTHS[wall.getUTCMonth()], piece);
    case "d":
      return number(wall.getUTCDate());
    case "H":
      return number(hours);
    case "h":
      return number(hours % 12 === 0 ? 12 : hours % 12);
    case "m":
      return number(wall.getUTCMinutes());
    case "s":
      return number(wall.getUTCSeconds());
    case "S":
      return number(wall.getUTCMilliseconds());
    case "a":
      return hours < 12 ? "AM" : "PM";
    case "E":
      return word(DAYS[wall.getUTCDay()], piece);
    case "u":
      return number(wall.getUTCDay() === 0 ? 7 : wall.getUTCDay());
    case "X":
      return offsetMinutes === 0
        ? "Z"
        : offsetText(offsetMinutes, piece.length === 3 ? ":" : "", piece.length > 1);
    case "Z":
      return offsetText(offsetMinutes, "", true);
    default:
      throw new Error(`Illegal pattern character '${piece.charAt(0)}'`);
  }
}

function word(name: string | undefined, piece: string): string {
  return piece.length < 4 ? (name ?? "").slice(0, 3) : (name ?? "");
}

function offsetText(offsetMinutes: number, between: string, withMinutes: unknown): string {
  const size = Math.abs(Math.round(offsetMinutes));
  const hours = String(Math.floor(size / 60)).padStart(2, "0");
  const minutes = withMinutes === true ? between + String(size % 60).padStart(2, "0") : "";
  return `${offsetMinutes < 0 ? "-" : "+"}${hours}${minutes}`;
}
