// Days and times of the sheet in words. They come as ISO texts of the sheet's zone and are shown as they stand, never
// moved into the zone of the browser.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2 Nov 2026", of a day or of a time; the text itself where it is neither. */
export function dayWords(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
  if (year === undefined || month === undefined || day === undefined) return iso;
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** "2 Nov 2026, 14:05". */
export function timeWords(iso: string): string {
  const [, time] = /T(\d\d:\d\d)/.exec(iso) ?? [];
  return time === undefined ? dayWords(iso) : `${dayWords(iso)}, ${time}`;
}

/** "14:05": of today nobody needs the day. */
export function clockWords(iso: string): string {
  return /T(\d\d:\d\d)/.exec(iso)?.[1] ?? iso;
}
