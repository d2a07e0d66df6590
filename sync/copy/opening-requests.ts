// What is sent first: the spreadsheet's own settings, its sheets with their sizes and lines, and the names of ranges, which
// the formulas that come next may refer to.

import type { sheets_v4 } from "@googleapis/sheets";
import type { Tab } from "../../local/grid/spreadsheet.ts";
import { lineGroupsJson } from "../../local/sheets-api/resource/line-groups.ts";
import { namedRangeJson } from "../../local/sheets-api/resource/named-range.ts";
import { linesJson } from "../../local/sheets-api/resource/ranges.ts";
import { sheetPropertiesJson } from "../../local/sheets-api/resource/sheet-properties.ts";
import { lineRuns } from "./line-runs.ts";
import { sheetIdOf, type TargetPlan, targetRange } from "./target-plan.ts";

type Request = sheets_v4.Schema$Request;

const SETTINGS = ["timeZone", "locale"] as const;

/** Sheets in their order: those before the one that is used up push it to its place. */
export function openingRequests(
  plan: TargetPlan,
  settings: { readonly timeZone?: string; readonly locale?: string },
): readonly Request[] {
  const { early, used, state } = plan;
  const fields = SETTINGS.filter((name) => settings[name] !== undefined).join(",");
  const others = early.filter((tab) => tab !== used.tab);
  return [
    ...(fields === "" ? [] : [{ updateSpreadsheetProperties: { properties: settings, fields } }]),
    ...takenOver(plan),
    ...others.flatMap((tab) => sheetRequests(plan, tab, early.indexOf(tab))),
    ...hidden(plan),
    ...state.namedRanges.flatMap((named) => nameRequest(plan, named) ?? []),
  ];
}

/** A sheet that is not there yet, with its lines. */
export function sheetRequests(plan: TargetPlan, tab: Tab, index: number): readonly Request[] {
  const sheetId = sheetIdOf(plan, tab.id);
  const properties = { ...sheetPropertiesJson(plan.state, tab), sheetId, index };
  return [{ addSheet: { properties } }, ...lineRequests(tab, sheetId)];
}

// Until there is another one it has to stay in sight.
function takenOver({ state, used }: TargetPlan): readonly Request[] {
  const { index: _, sheetType: __, hidden: ___, ...properties } = sheetPropertiesJson(state, used.tab);
  const fields = Object.keys(properties).filter((name) => name !== "sheetId" && name !== "tabColor");
  return [
    { updateSheetProperties: { properties: { ...properties, sheetId: used.id }, fields: fields.join(",") } },
    ...lineRequests(used.tab, used.id),
  ];
}

function hidden({ used }: TargetPlan): readonly Request[] {
  if (!used.tab.isHidden) return [];
  return [{ updateSheetProperties: { properties: { sheetId: used.id, hidden: true }, fields: "hidden" } }];
}

function lineRequests(tab: Tab, sheetId: number): readonly Request[] {
  const rows = tab.rows.map((row) => ({ pixels: row?.heightPixels, isHidden: row?.isHidden }));
  const columns = tab.columns.map((column) => ({ pixels: column?.widthPixels, isHidden: column?.isHidden }));
  const sized = [
    ...lineRuns(rows).map((run) => ({ axis: "rows" as const, run })),
    ...lineRuns(columns).map((run) => ({ axis: "columns" as const, run })),
  ].map(({ axis, run: { first, last, line } }): Request => {
    const properties = {
      ...(line.pixels === undefined ? {} : { pixelSize: line.pixels }),
      ...(line.isHidden === true ? { hiddenByUser: true } : {}),
    };
    const range = { ...linesJson({ tab: sheetId, axis, first, last }), sheetId };
    return { updateDimensionProperties: { range, properties, fields: Object.keys(properties).join(",") } };
  });
  return [...sized, ...groupRequests(tab, sheetId)];
}

function groupRequests(tab: Tab, sheetId: number): readonly Request[] {
  const groups = [...lineGroupsJson(tab, "rows"), ...lineGroupsJson(tab, "columns")]
    .sort((left, right) => (left.depth ?? 0) - (right.depth ?? 0))
    .map((group) => ({ ...group, range: { ...group.range, sheetId } }));
  return [
    ...groups.map(({ range }): Request => ({ addDimensionGroup: { range } })),
    ...groups
      .filter(({ collapsed }) => collapsed === true)
      .map((group): Request => ({ updateDimensionGroup: { dimensionGroup: group, fields: "collapsed" } })),
  ];
}

function nameRequest(
  plan: TargetPlan,
  named: TargetPlan["state"]["namedRanges"][number],
): Request | undefined {
  if (named.range === undefined) return undefined;
  const json = namedRangeJson({ ...named, range: targetRange(plan, named.range) });
  const { namedRangeId: _, ...namedRange } = json ?? {};
  return { addNamedRange: { namedRange } };
}
