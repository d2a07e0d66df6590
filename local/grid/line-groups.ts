// Groups of rows or columns that fold away together, one within another. A new group goes one deeper than those that it
// lies in; what lies in it goes one deeper still. Google documents no more than that of how groups that meet are cut;
// one that would cross another is refused here.

import { GridError } from "./grid-error.ts";
import type { Span } from "./shift.ts";
import { type LineGroup, type Spreadsheet, type Tab, tabById, withTab } from "./spreadsheet.ts";

export interface GroupedLines extends Span {
  readonly tab: number;
  readonly axis: LineGroup["axis"];
}

/** @throws {GridError} where the lines are not there, or the group would cross another */
export function withGroup(state: Spreadsheet, lines: GroupedLines): Spreadsheet {
  const tab = tabById(state, lines.tab);
  const { axis, first, last } = lines;
  if (first < 1 || last < first || last > (axis === "rows" ? tab.maxRows : tab.maxColumns)) {
    throw new GridError(`Those ${axis} are out of bounds.`);
  }
  const groups = (tab.groups ?? []).map((group) => {
    if (group.axis !== axis || !meets(group, lines)) return group;
    if (isWithin(lines, group)) return group;
    if (isWithin(group, lines)) return { ...group, depth: group.depth + 1 };
    throw new GridError("A group cannot cross another one");
  });
  const around = groups.filter((group) => group.axis === axis && isWithin(lines, group)).length;
  const made: LineGroup = { axis, first, last, depth: around + 1 };
  return withTab(state, withGroups(tab, [...groups, made]));
}

/** The lines taken out of the deepest groups that they are in. @throws {GridError} where they are in none */
export function withoutGroup(state: Spreadsheet, lines: GroupedLines): Spreadsheet {
  const tab = tabById(state, lines.tab);
  const groups = tab.groups ?? [];
  const met = groups.filter((group) => group.axis === lines.axis && meets(group, lines));
  const deepest = Math.max(...met.map(({ depth }) => depth));
  const cut = met.filter(({ depth }) => depth === deepest);
  if (cut.length === 0) throw new GridError(`Those ${lines.axis} are in no group`);
  return withTab(
    state,
    withGroups(
      tab,
      groups.flatMap((group) => (cut.includes(group) ? rest(group, lines) : [group])),
    ),
  );
}

function withGroups({ groups: _, ...tab }: Tab, groups: readonly LineGroup[]): Tab {
  if (groups.length === 0) return tab;
  const sorted = groups.toSorted((one, other) => one.depth - other.depth || one.first - other.first);
  return { ...tab, groups: sorted };
}

function rest(group: LineGroup, { first, last }: Span): readonly LineGroup[] {
  const pieces = [
    { ...group, last: Math.min(group.last, first - 1) },
    { ...group, first: Math.max(group.first, last + 1) },
  ];
  return pieces.filter((piece) => piece.first <= piece.last);
}

function meets(one: Span, other: Span): boolean {
  return one.first <= other.last && other.first <= one.last;
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}
