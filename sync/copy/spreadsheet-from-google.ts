// A spreadsheet of the grid from what Google tells of one: first its frame, then the rows of its tabs, slice by slice. Cells
// that look alike share their look, so that a million cells cost a million values and no more. What the grid has no place
// for is told in words.

import type { sheets_v4 } from "@googleapis/sheets";
import type { GridChart } from "../../local/grid/chart.ts";
import type { Metadata, NamedRange, Protection } from "../../local/grid/protocol.ts";
import {
  newSpreadsheet,
  newTab,
  type Spreadsheet,
  type Tab,
  type TabFilter,
} from "../../local/grid/spreadsheet.ts";
import { type ApiGridRange, gridRangeFrom } from "../../local/sheets-api/grid-range.ts";
import { chartContentFrom } from "../../local/sheets-api/resource/chart-spec.ts";
import { hexOf } from "../../local/sheets-api/resource/colour.ts";
import { conditionalRuleFrom } from "../../local/sheets-api/resource/conditional-rule.ts";
import { placeFrom as placeOfOverlay } from "../../local/sheets-api/resource/embedded-chart.ts";
import { placeFrom } from "../../local/sheets-api/resource/metadata-entry.ts";
import { OTHER_GRID_PROPERTIES } from "../../local/sheets-api/resource/sheet-properties.ts";

type Sheet = sheets_v4.Schema$Sheet;

/** What is asked for first; the lists of what the grid does not know are there to be told of. */
export const FRAME_FIELDS =
  "spreadsheetId,properties(title,locale,timeZone),namedRanges,developerMetadata,sheets(properties,merges," +
  "conditionalFormats,protectedRanges,basicFilter,developerMetadata,rowGroups,columnGroups,charts," +
  "slicers(slicerId),filterViews(filterViewId),bandedRanges(bandedRangeId),tables(tableId))";

/** The spreadsheet with its tabs, of which no cell is known yet. */
export function frameFromGoogle(json: sheets_v4.Schema$Spreadsheet): Spreadsheet {
  const { title, locale, timeZone } = json.properties ?? {};
  const empty = newSpreadsheet({
    name: title ?? "",
    id: json.spreadsheetId ?? "",
    zone: timeZone ?? "Etc/GMT",
    locale: locale ?? "en_US",
    tabs: [],
  });
  const sheets = (json.sheets ?? []).filter(isGrid);
  const sized = { ...empty, tabs: sheets.map(sizedTab) };
  const metadata = [
    ...(json.developerMetadata ?? []),
    ...sheets.flatMap(({ developerMetadata }) => developerMetadata ?? []),
  ];
  return {
    ...sized,
    tabs: sized.tabs.map((tab, index) => coveredTab(sized, tab, sheets[index] ?? {})),
    metadata: metadata.map((entry) => metadataFrom(sized, entry)),
    namedRanges: (json.namedRanges ?? []).map(
      ({ name, range }): NamedRange => ({
        name: name ?? "",
        ...(range === undefined ? {} : { range: gridRangeFrom(sized, range as ApiGridRange) }),
      }),
    ),
  };
}

/** Whether a sheet has cells of its own; a chart or a source of data that fills a sheet has none. */
export function isGrid({ properties }: Sheet): boolean {
  return (properties?.sheetType ?? "GRID") === "GRID";
}

/** An entry of metadata in a spreadsheet that has its tab. */
export function metadataFrom(state: Spreadsheet, entry: sheets_v4.Schema$DeveloperMetadata): Metadata {
  return {
    id: entry.metadataId ?? 0,
    key: entry.metadataKey ?? "",
    value: entry.metadataValue ?? "",
    isVisibleToAll: entry.visibility !== "PROJECT",
    place: placeFrom(state, entry.location),
  };
}

function sizedTab({ properties = {} }: Sheet): Tab {
  const { gridProperties = {}, tabColorStyle, tabColor } = properties;
  const colour = tabColorStyle?.rgbColor ?? tabColor;
  const others = Object.fromEntries(
    [
      ...OTHER_GRID_PROPERTIES.map((name) => [name, gridProperties[name]] as const),
      ["rightToLeft", properties.rightToLeft] as const,
    ].filter(([, value]) => value === true),
  );
  return {
    ...newTab(properties.sheetId ?? 0, properties.title ?? ""),
    isHidden: properties.hidden === true,
    frozenRows: gridProperties.frozenRowCount ?? 0,
    frozenColumns: gridProperties.frozenColumnCount ?? 0,
    maxRows: gridProperties.rowCount ?? 0,
    maxColumns: gridProperties.columnCount ?? 0,
    ...(colour === undefined || colour === null ? {} : { colour: hexOf(colour) }),
    ...(Object.keys(others).length === 0 ? {} : { otherProperties: others }),
  };
}

function coveredTab(state: Spreadsheet, tab: Tab, sheet: Sheet): Tab {
  const groups = [...groupsFrom(sheet.rowGroups, "rows"), ...groupsFrom(sheet.columnGroups, "columns")];
  const filter = filterFrom(state, sheet.basicFilter);
  return {
    ...tab,
    merges: (sheet.merges ?? []).map((range) => gridRangeFrom(state, range as ApiGridRange)),
    conditionalFormats: (sheet.conditionalFormats ?? []).flatMap((rule) => {
      const format = conditionalRuleFrom(state, rule);
      return format === undefined ? [] : [format];
    }),
    protections: (sheet.protectedRanges ?? []).map((each) => protectionFrom(state, tab, each)),
    charts: (sheet.charts ?? []).flatMap((chart) => chartFrom(state, chart)),
    ...(filter === undefined ? {} : { filter }),
    ...(groups.length === 0 ? {} : { groups }),
  };
}

function chartFrom(
  state: Spreadsheet,
  { chartId, spec, position }: sheets_v4.Schema$EmbeddedChart,
): readonly GridChart[] {
  const overlay = position?.overlayPosition;
  if (spec === undefined || overlay === undefined) return [];
  return [{ id: chartId ?? 0, place: placeOfOverlay(overlay), content: chartContentFrom(state, spec) }];
}

function groupsFrom(
  groups: readonly sheets_v4.Schema$DimensionGroup[] | undefined,
  axis: "rows" | "columns",
): NonNullable<Tab["groups"]> {
  return (groups ?? []).map(({ range, depth, collapsed }) => ({
    axis,
    first: (range?.startIndex ?? 0) + 1,
    last: range?.endIndex ?? 1,
    depth: depth ?? 1,
    ...(collapsed === true ? { isCollapsed: true } : {}),
  }));
}

function filterFrom(
  state: Spreadsheet,
  filter: sheets_v4.Schema$BasicFilter | undefined,
): TabFilter | undefined {
  if (filter?.range === undefined) return undefined;
  const criteria: readonly (readonly [number, sheets_v4.Schema$FilterCriteria | undefined])[] = [
    ...Object.entries(filter.criteria ?? {}).map(([column, each]) => [Number(column), each] as const),
    ...(filter.filterSpecs ?? []).map(
      ({ columnIndex, filterCriteria }) => [columnIndex ?? 0, filterCriteria] as const,
    ),
  ];
  const hidden = criteria.flatMap(([column, each]) => {
    const texts = each?.hiddenValues ?? [];
    return texts.length === 0 ? [] : [[column + 1, texts] as const];
  });
  return { range: gridRangeFrom(state, filter.range as ApiGridRange), hidden: Object.fromEntries(hidden) };
}

function protectionFrom(state: Spreadsheet, tab: Tab, json: sheets_v4.Schema$ProtectedRange): Protection {
  const { range, editors } = json;
  const bounds = ["startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex"] as const;
  const isWhole = range === undefined || bounds.every((bound) => (range[bound] ?? undefined) === undefined);
  const users = editors?.users ?? [];
  return {
    id: json.protectedRangeId ?? 0,
    tab: tab.id,
    description: json.description ?? "",
    onlyWarns: json.warningOnly === true,
    ...(isWhole ? {} : { range: gridRangeFrom(state, range as ApiGridRange) }),
    ...(users.length === 0 ? {} : { editors: users }),
  };
}
