// Edits that could not be looked at, because another run held the lock: each leaves a mark with the place where it was,
// and whoever looks next looks there, too. A mark is a property of its own, so that two that are left at once do not write
// over each other; it is taken away before the look, so that one that is left during it stays. That there are any is
// said in the cache, which every edit asks anyway; should it forget, the hourly look takes them.

export interface EditedPlace {
  /** The id of the tab. */
  readonly sheet: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** From 0. */
  readonly firstColumn: number;
  readonly lastColumn: number;
}

const PREFIX = "look ";
/** The longest that a cache keeps anything. */
const SECONDS = 21_600;

/** The value of the cache that says that marks are left. */
export const MARKS_LEFT = "marks left";

/** Leaves a mark for whoever looks next. */
export function leaveMark(place: EditedPlace): void {
  PropertiesService.getDocumentProperties().setProperty(nameOf(place), "");
  CacheService.getDocumentCache()?.put(MARKS_LEFT, "yes", SECONDS);
}

/** The places that were marked; their marks are gone, and the cache says so. */
export function takeMarks(): readonly EditedPlace[] {
  CacheService.getDocumentCache()?.remove(MARKS_LEFT);
  return dropMarks();
}

/** The same for whoever looks at everything now: what the cache says too much costs the next edit one question. */
export function dropMarks(): readonly EditedPlace[] {
  const properties = PropertiesService.getDocumentProperties();
  const names = Object.keys(properties.getProperties()).filter((name) => name.startsWith(PREFIX));
  for (const name of names) properties.deleteProperty(name);
  return names.flatMap((name) => placeNamed(name) ?? []);
}

function nameOf({ sheet, firstRow, lastRow, firstColumn, lastColumn }: EditedPlace): string {
  return PREFIX + [sheet, firstRow, lastRow, firstColumn, lastColumn].join(" ");
}

function placeNamed(name: string): EditedPlace | undefined {
  const numbers = name.slice(PREFIX.length).split(" ").map(Number);
  const [sheet, firstRow, lastRow, firstColumn, lastColumn] = numbers;
  if (sheet === undefined || firstRow === undefined || lastRow === undefined) return undefined;
  if (firstColumn === undefined || lastColumn === undefined) return undefined;
  return { sheet, firstRow, lastRow, firstColumn, lastColumn };
}
