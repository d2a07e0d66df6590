// Requests about rows and columns: inserted, added at the end, deleted, moved, sized, hidden, grouped.

import { type Insertion, withInserted } from "../../grid/inserted-lines.ts";
import { withGroup, withoutGroup } from "../../grid/line-groups.ts";
import { shifted } from "../../grid/moved-lines.ts";
import { type LineGroup, type Spreadsheet, withTab } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { sheetById } from "../grid-range.ts";
import { lineGroupsJson } from "../resource/line-groups.ts";
import { axisFrom, countOf, type Lines, linesFrom } from "../resource/ranges.ts";
import { otherProperties } from "../resource/sheet-properties.ts";
import { type Acted, type BatchActs, fieldsOf, type RequestOf, required } from "./batch-act.ts";
import { fittingSizes } from "./fitting-sizes.ts";
import { withLineFrames } from "./line-frames.ts";

export const lineActs: BatchActs = {
  insertDimension: (state, request) => ({ state: withInsertedLines(state, request) }),
  appendDimension: (state, request) => ({ state: withAppendedLines(state, request) }),
  deleteDimension: (state, request) => ({ state: withoutLines(state, request) }),
  moveDimension: (state, request) => ({ state: withMovedLines(state, request) }),
  updateDimensionProperties: (state, request) => {
    const lines = presentLines(state, request.range);
    const { pixelSize, hiddenByUser } = request.properties ?? {};
    return { state: withLineFrames(state, lines, { pixelSize, hiddenByUser, fields: fieldsOf(request) }) };
  },
  autoResizeDimensions: (state, request) => ({ state: withFittingLines(state, request) }),
  addDimensionGroup: grouped,
  deleteDimensionGroup: ungrouped,
  updateDimensionGroup: (state, request) => ({ state: withFoldedGroup(state, request) }),
};

function withInsertedLines(state: Spreadsheet, request: RequestOf<"insertDimension">): Spreadsheet {
  const { tab, axis, first, last } = linesFrom(state, request.range);
  const like = request.inheritFromBefore === true ? "line before" : "line after";
  if (first === 1 && like === "line before") {
    throw invalidArgument("inheritFromBefore cannot be true where the first line is inserted");
  }
  return withLines(state, { tab, axis, before: first, count: last - first + 1, like });
}

// What is inserted behind the last line has none behind it to look like: it is plain.
function withLines(state: Spreadsheet, insertion: Insertion): Spreadsheet {
  const { tab: id, axis, before, count, like } = insertion;
  const isAtEnd = before === countOf(sheetById(state, id), axis) + 1;
  if (isAtEnd && like === "line after") {
    return shifted(state, { tab: id, axis, kind: "insert", before, count });
  }
  return withInserted(state, insertion);
}

function withAppendedLines(state: Spreadsheet, request: RequestOf<"appendDimension">): Spreadsheet {
  const tab = sheetById(state, request.sheetId ?? 0);
  const axis = axisFrom(request.dimension);
  const count = request.length ?? 0;
  if (count < 1) throw invalidArgument(`length must be 1 or more, not ${count}`);
  return shifted(state, { tab: tab.id, axis, kind: "insert", before: countOf(tab, axis) + 1, count });
}

function withoutLines(state: Spreadsheet, { range }: RequestOf<"deleteDimension">): Spreadsheet {
  const { tab, axis, first, last } = linesFrom(state, range);
  if (last - first + 1 >= countOf(sheetById(state, tab), axis)) {
    throw invalidArgument(`You can't delete all the ${axis} on the sheet.`);
  }
  return shifted(state, { tab, axis, kind: "delete", at: first, count: last - first + 1 });
}

function withMovedLines(state: Spreadsheet, request: RequestOf<"moveDimension">): Spreadsheet {
  const { tab, axis, first, last } = linesFrom(state, request.source);
  const to = required(request.destinationIndex, "destinationIndex") + 1;
  if (to === first || to === last + 1) return state;
  return shifted(state, { tab, axis, kind: "move", at: first, count: last - first + 1, to });
}

function withFittingLines(state: Spreadsheet, request: RequestOf<"autoResizeDimensions">): Spreadsheet {
  const lines = presentLines(state, request.dimensions);
  return fittingSizes(state, lines).reduce(
    (rest, pixelSize, index) =>
      withLineFrames(
        rest,
        { ...lines, first: lines.first + index, last: lines.first + index },
        { pixelSize, fields: "all" },
      ),
    state,
  );
}

function grouped(state: Spreadsheet, { range }: RequestOf<"addDimensionGroup">): Acted {
  const lines = linesFrom(state, range);
  const after = withControls(withGroup(state, lines), lines);
  const dimensionGroups = [...lineGroupsJson(sheetById(after, lines.tab), lines.axis)];
  return { state: after, reply: { addDimensionGroup: { dimensionGroups } } };
}

function ungrouped(state: Spreadsheet, { range }: RequestOf<"deleteDimensionGroup">): Acted {
  const lines = linesFrom(state, range);
  const after = withoutGroup(state, lines);
  const dimensionGroups = [...lineGroupsJson(sheetById(after, lines.tab), lines.axis)];
  return {
    state: after,
    reply: { deleteDimensionGroup: dimensionGroups.length === 0 ? {} : { dimensionGroups } },
  };
}

function withFoldedGroup(state: Spreadsheet, request: RequestOf<"updateDimensionGroup">): Spreadsheet {
  const { range, depth, collapsed } = required(request.dimensionGroup, "dimensionGroup");
  const { tab: id, axis, first, last } = linesFrom(state, range);
  const tab = sheetById(state, id);
  const isMeant = (group: LineGroup): boolean =>
    group.axis === axis && group.first === first && group.last === last && group.depth === (depth ?? 1);
  if (tab.groups?.some(isMeant) !== true) throw invalidArgument("There is no such group of that depth.");
  const groups = tab.groups.map((group): LineGroup => {
    const { isCollapsed: _, ...open } = group;
    if (!isMeant(group)) return group;
    return collapsed === true ? { ...open, isCollapsed: true } : open;
  });
  return withTab(state, { ...tab, groups });
}

// With its first group a sheet has the sign that folds it behind the group, and keeps it there.
function withControls(state: Spreadsheet, { tab: id, axis }: Lines): Spreadsheet {
  const name = axis === "rows" ? "rowGroupControlAfter" : "columnGroupControlAfter";
  return {
    ...state,
    tabs: state.tabs.map((tab) =>
      tab.id === id ? { ...tab, otherProperties: { ...otherProperties(tab), [name]: true } } : tab,
    ),
  };
}

function presentLines(state: Spreadsheet, range: RequestOf<"deleteDimension">["range"]): Lines {
  const lines = linesFrom(state, range);
  const count = countOf(sheetById(state, lines.tab), lines.axis);
  if (lines.first > count)
    throw invalidArgument(`The range begins behind the last of ${count} ${lines.axis}`);
  return { ...lines, last: Math.min(lines.last, count) };
}
