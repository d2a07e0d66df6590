// Times of day as people type them, and as a spreadsheet keeps them: the fraction of a day. A time is "HH:MM";
// seconds are left out, never rounded up, so that 8:30:59 has not yet become 8:31.

/**
 * The time of day, "HH:MM", that a text names; `undefined` where it names none.
 *
 * @example
 * timeFromText("8.30 pm") //=> "20:30"
 * timeFromText("24:00") //=> undefined
 */
export function timeFromText(text: string): string | undefined {
  const [matched, hourText = "", minutes = "00", half = ""] = TIME.exec(text.trim()) ?? [];
  if (matched === undefined) return undefined;
  const hours = Number(hourText);
  if (half === "") return hours > 23 ? undefined : `${two(hours)}:${minutes}`;
  if (hours < 1 || hours > 12) return undefined;
  return `${two((hours % 12) + (half.toLowerCase() === "p" ? 12 : 0))}:${minutes}`;
}

/**
 * The time of day of a serial number; `undefined` where the number is a day without a time, or negative.
 *
 * @example
 * timeFromSerial(46110.75) //=> "18:00"
 * timeFromSerial(46110) //=> undefined
 */
export function timeFromSerial(serial: number): string | undefined {
  const fraction = serial - Math.floor(serial);
  if (!(serial >= 0) || (serial >= 1 && fraction === 0)) return undefined;
  const seconds = Math.min(Math.round(fraction * 86_400), 86_399);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
}

/**
 * The fraction of a day that a time, "HH:MM", is.
 *
 * @example
 * serialFromTime("18:00") //=> 0.75
 */
export function serialFromTime(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) / 1440;
}

const TIME =
  /^(?!\d+$)([0-2]?\d)(?:(?:[:.]|\s?h\s?)([0-5]\d)(?::[0-5]\d(?:[.,]\d{1,9})?)?)?(?:\s*([ap])\.?m\.?|\s*(?:h|uhr|uur))?$/i;

function two(value: number): string {
  return String(value).padStart(2, "0");
}
