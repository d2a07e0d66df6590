// One sheet in the API's words: its properties, its data where that is wanted, and what covers parts of it. Lists that
// are empty are left out.

import type { sheets_v4 } from "@googleapis/sheets";
import type { GridRange } from "../../grid/protocol.ts";
import type { Spreadsheet, Tab } from "../../grid/spreadsheet.ts";
import { type Mask, maskWants, maskWithin } from "../field-mask.ts";
import { conditionalRuleJson } from "./conditional-rule.ts";
import { chartJson } from "./embedded-chart.ts";
import { gridDataJson } from "./grid-data.ts";
import { lineGroupsJson } from "./line-groups.ts";
import { metadataJson } from "./metadata-entry.ts";
import { protectedRangeJson } from "./protected-range.ts";
import { rangeJson } from "./ranges.ts";
import { sheetPropertiesJson } from "./sheet-properties.ts";

type Sheet = sheets_v4.Schema$Sheet;

export interface SheetAsked {
  readonly state: Spreadsheet;
  readonly tab: Tab;
  /** Which fields of the sheet are wanted. */
  readonly mask: Mask;
  /** Whose cells are told; none where no data is wanted. */
  readonly dataRanges: readonly GridRange[];
}

export function sheetJson({ state, tab, mask, dataRanges }: SheetAsked): Sheet {
  const sheet: Sheet = {};
  const wants = (field: keyof Sheet): boolean => maskWants(mask, field);
  const list = <Name extends keyof Sheet>(name: Name, make: () => readonly unknown[]): void => {
    if (!wants(name)) return;
    const items = make();
    if (items.length > 0) sheet[name] = [...items] as Sheet[Name];
  };
  if (wants("properties")) sheet.properties = sheetPropertiesJson(state, tab);
  const data = maskWithin(mask, "data");
  list("data", () => dataRanges.map((range) => gridDataJson({ state, tab, mask: data ?? "all" }, range)));
  list("merges", () => tab.merges.map(rangeJson));
  list("conditionalFormats", () => tab.conditionalFormats.map(conditionalRuleJson));
  list("protectedRanges", () => tab.protections.map(protectedRangeJson));
  list("charts", () => tab.charts.map((chart) => chartJson(chart, tab.id)));
  list("rowGroups", () => lineGroupsJson(tab, "rows"));
  list("columnGroups", () => lineGroupsJson(tab, "columns"));
  list("developerMetadata", () =>
    state.metadata
      .filter(({ place }) => place.kind === "tab" && place.tab === tab.id)
      .map((entry) => metadataJson(entry)),
  );
  if (tab.filter !== undefined && wants("basicFilter")) sheet.basicFilter = basicFilterJson(tab.filter);
  return sheet;
}

function basicFilterJson({ range, hidden }: NonNullable<Tab["filter"]>): sheets_v4.Schema$BasicFilter {
  const criteria = Object.entries(hidden).map(([column, texts]) => [
    String(Number(column) - 1),
    { hiddenValues: [...texts] },
  ]);
  return {
    range: rangeJson(range),
    ...(criteria.length === 0 ? {} : { criteria: Object.fromEntries(criteria) }),
  };
}
