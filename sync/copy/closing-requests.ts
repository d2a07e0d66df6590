// What is sent when all cells are there: what covers parts of a tab (merged cells, colours by rule, filters, protections),
// then the tab that makes the spreadsheet a book of ours, the charts, and every mark. Before that nobody takes it for one.

import type { sheets_v4 } from "@googleapis/sheets";
import { chartsWith } from "../../local/grid/following-charts.ts";
import type { Metadata } from "../../local/grid/protocol.ts";
import type { Tab, TabFilter } from "../../local/grid/spreadsheet.ts";
import { conditionalRuleJson } from "../../local/sheets-api/resource/conditional-rule.ts";
import { chartJson } from "../../local/sheets-api/resource/embedded-chart.ts";
import { metadataJson } from "../../local/sheets-api/resource/metadata-entry.ts";
import { protectedRangeJson } from "../../local/sheets-api/resource/protected-range.ts";
import { rangeJson } from "../../local/sheets-api/resource/ranges.ts";
import { cellRequests } from "./cell-requests.ts";
import { sheetRequests } from "./opening-requests.ts";
import { sheetIdOf, type TargetPlan, targetRange } from "./target-plan.ts";

type Request = sheets_v4.Schema$Request;

/** What covers parts of a tab. */
export function coveringRequests(plan: TargetPlan, tab: Tab): readonly Request[] {
  const json = (range: Parameters<typeof targetRange>[1]) => rangeJson(targetRange(plan, range));
  const { filter } = tab;
  return [
    ...tab.merges.map((range): Request => ({ mergeCells: { range: json(range), mergeType: "MERGE_ALL" } })),
    ...tab.conditionalFormats.map((format, index): Request => {
      const ranges = format.ranges.map((range) => targetRange(plan, range));
      return { addConditionalFormatRule: { rule: conditionalRuleJson({ ...format, ranges }), index } };
    }),
    ...(filter === undefined ? [] : [filterRequest(json(filter.range), filter.hidden)]),
    ...tab.protections.map((protection): Request => {
      const { range, ...rest } = protection;
      const {
        protectedRangeId: _,
        requestingUserCanEdit: __,
        editors,
        ...protectedRange
      } = protectedRangeJson({
        ...rest,
        tab: sheetIdOf(plan, protection.tab),
        ...(range === undefined ? {} : { range: targetRange(plan, range) }),
      });
      const named = editors?.users === undefined || protection.onlyWarns ? {} : { editors };
      return { addProtectedRange: { protectedRange: { ...protectedRange, ...named } } };
    }),
  ];
}

/** All that is left, to be sent at once. */
export function closingRequests(plan: TargetPlan): readonly Request[] {
  return [
    ...plan.late.flatMap((tab) => [
      ...sheetRequests(plan, tab, plan.state.tabs.indexOf(tab)),
      ...cellRequests(plan, tab),
      ...coveringRequests(plan, tab),
    ]),
    ...plan.state.tabs.flatMap((tab) => chartRequests(plan, tab)),
    ...plan.state.metadata.map((entry): Request => {
      const { metadataId: _, location, ...said } = metadataJson(onSheet(plan, entry));
      const { locationType: __, ...place } = location ?? {};
      return { createDeveloperMetadata: { developerMetadata: { ...said, location: place } } };
    }),
  ];
}

// A chart may draw the cells of any tab. It keeps its id, by which the marks know ours.
function chartRequests(plan: TargetPlan, tab: Tab): readonly Request[] {
  const charts = chartsWith(tab.charts, (range) => targetRange(plan, range));
  return charts.map((chart): Request => ({ addChart: { chart: chartJson(chart, sheetIdOf(plan, tab.id)) } }));
}

function onSheet(plan: TargetPlan, entry: Metadata): Metadata {
  const { place } = entry;
  if (place.kind === "spreadsheet") return entry;
  return { ...entry, place: { ...place, tab: sheetIdOf(plan, place.tab) } };
}

function filterRequest(range: sheets_v4.Schema$GridRange, hidden: TabFilter["hidden"]): Request {
  const criteria: Record<string, sheets_v4.Schema$FilterCriteria> = {};
  for (const [column, texts] of Object.entries(hidden)) {
    criteria[String(Number(column) - 1)] = { hiddenValues: [...texts] };
  }
  return { setBasicFilter: { filter: { range, criteria } } };
}
