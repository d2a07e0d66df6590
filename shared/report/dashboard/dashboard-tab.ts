// The tab Dashboard: one sheet with where things stand, rewritten whole. B1 says as of when: formulas of people refer to
// that cell, so that they are computed anew when the book was looked at, and only then. People may have a tab of that
// name themselves; then ours goes by another.

import { DASHBOARD_KEY } from "../../engine/book-layouts.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import type { ColumnLayout, TabLayout } from "../../table/layout.ts";
import type { Table, Tables } from "../../table/table.ts";
import { momentInZone, utc } from "../../value/moment.ts";

const NAMES = ["Dashboard", "Stageline dashboard"];

/** Keys of the columns, from the left. */
export const dashboardKeys = ["label", "stamp", ...["c", "d", "e", "f", "g", "h", "i", "j"]] as const;

/** How wide the column of names is, and each of the others: three of these are as wide as one of names. */
export const LABEL_CHARACTERS = 36;
export const COLUMN_CHARACTERS = 12;

/**
 * The layout of the tab, with the moment that stands in B1.
 *
 * @example
 * dashboardTab("2026-11-20T08:30:00+00:00").columns[1].header //=> "2026-11-20T08:30:00+00:00"
 */
export function dashboardTab(stamp: string, tab = "Dashboard"): TabLayout {
  return {
    key: DASHBOARD_KEY,
    tab,
    hidden: false,
    tabColour: "#188038",
    columns: dashboardKeys.map((key) => columnOf(key, stamp)),
    gridLines: "none",
    preparedRows: 0,
  };
}

/**
 * Our tab, where the book has it: by its mark, or by its name where B1 holds a stamp of ours.
 *
 * @example
 * dashboardTable([{ ...fixtures.crmTable, tab: "Dashboard" }]) //=> undefined
 */
export function dashboardTable(tables: Tables): Table | undefined {
  return tables.find(({ key }) => key === DASHBOARD_KEY) ?? tables.find(isUnmarked);
}

/**
 * A name that the book has free for the tab.
 *
 * @example
 * freeDashboardName([{ ...fixtures.crmTable, tab: "Dashboard" }]) //=> "Stageline dashboard"
 */
export function freeDashboardName(tables: Tables): string {
  const taken = new Set(tables.map(({ tab }) => nameKey(tab)));
  const names = [...NAMES, ...[2, 3, 4, 5, 6, 7, 8, 9].map((count) => `${NAMES[1]} ${count}`)];
  return names.find((name) => !taken.has(nameKey(name))) ?? `${NAMES[1]} ${tables.length}`;
}

function isUnmarked({ tab, key, header }: Table): boolean {
  const [label = null, stamp = null] = header;
  const isNamed = key === undefined && NAMES.some((name) => nameKey(name) === nameKey(tab));
  return isNamed && textOf(label) === "As of" && momentInZone(textOf(stamp), utc) !== undefined;
}

function columnOf(key: (typeof dashboardKeys)[number], stamp: string): ColumnLayout {
  const plain = {
    key,
    header: "",
    widthCharacters: COLUMN_CHARACTERS,
    format: "general",
    derived: true,
  } as const;
  if (key === "label") {
    const note = "Written by Stageline and renewed whole: what is typed here does not stay";
    return { ...plain, header: "As of", widthCharacters: LABEL_CHARACTERS, note };
  }
  return key === "stamp" ? { ...plain, header: stamp, ownHeader: true } : plain;
}
