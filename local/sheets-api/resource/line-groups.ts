// Groups of rows or columns that fold away, in the API's words.

import type { sheets_v4 } from "@googleapis/sheets";
import type { LineGroup, Tab } from "../../grid/spreadsheet.ts";
import { type Axis, linesJson } from "./ranges.ts";

export function lineGroupsJson(tab: Tab, axis: Axis): readonly sheets_v4.Schema$DimensionGroup[] {
  return (tab.groups ?? []).filter((group) => group.axis === axis).map((group) => groupJson(tab, group));
}

function groupJson(tab: Tab, { axis, first, last, depth, isCollapsed }: LineGroup) {
  return {
    range: linesJson({ tab: tab.id, axis, first, last }),
    depth,
    ...(isCollapsed === true ? { collapsed: true } : {}),
  };
}
