// A whole spreadsheet in the API's words. A mask says what of it is made; only without one does it count whether data of
// the grid was asked for. Ranges leave out the sheets that they do not touch, and of the others all data outside; that
// merges, colours by rule and protections of such a sheet are told in full is unverified.
// [developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/get]

import type { sheets_v4 } from "@googleapis/sheets";
import type { GridRange } from "../../grid/protocol.ts";
import type { Spreadsheet, Tab } from "../../grid/spreadsheet.ts";
import { type Mask, maskWants, maskWithin } from "../field-mask.ts";
import { wholeTab } from "../range-text.ts";
import { wantsData } from "./grid-data.ts";
import { metadataJson } from "./metadata-entry.ts";
import { namedRangeJson } from "./named-range.ts";
import { sheetJson } from "./sheet-resource.ts";
import { DEFAULT_FORMAT, THEME_JSON } from "./spreadsheet-defaults.ts";

type SpreadsheetJson = sheets_v4.Schema$Spreadsheet;

export interface ResourceAsked {
  /** All of it where none is named. */
  readonly ranges: readonly GridRange[];
  readonly includesGridData: boolean;
  readonly mask: Mask;
}

export function spreadsheetResource(state: Spreadsheet, asked: ResourceAsked): SpreadsheetJson {
  const { mask } = asked;
  const wants = (field: keyof SpreadsheetJson): boolean => maskWants(mask, field);
  const json: SpreadsheetJson = {};
  if (wants("spreadsheetId")) json.spreadsheetId = state.id;
  if (wants("properties")) json.properties = spreadsheetPropertiesJson(state);
  if (wants("sheets")) json.sheets = sheetsJson(state, asked);
  const names = wants("namedRanges") ? state.namedRanges.flatMap((named) => namedRangeJson(named) ?? []) : [];
  if (names.length > 0) json.namedRanges = names;
  if (wants("spreadsheetUrl")) json.spreadsheetUrl = spreadsheetUrl(state.id);
  const metadata = state.metadata.filter(({ place }) => place.kind === "spreadsheet");
  if (wants("developerMetadata") && metadata.length > 0) json.developerMetadata = metadata.map(metadataJson);
  return json;
}

function spreadsheetPropertiesJson(state: Spreadsheet): sheets_v4.Schema$SpreadsheetProperties {
  return {
    title: state.name,
    locale: state.locale,
    autoRecalc: "ON_CHANGE",
    timeZone: state.zone,
    defaultFormat: DEFAULT_FORMAT,
    spreadsheetTheme: THEME_JSON,
  };
}

function spreadsheetUrl(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit`;
}

function sheetsJson(state: Spreadsheet, { ranges, includesGridData, mask }: ResourceAsked) {
  const hasData = mask === "all" ? includesGridData : wantsData(mask);
  const told = state.tabs.filter(
    (tab) => ranges.length === 0 || ranges.some((range) => range.tab === tab.id),
  );
  const below = maskWithin(mask, "sheets") ?? "all";
  return told.map((tab) =>
    sheetJson({ state, tab, mask: below, dataRanges: hasData ? dataRanges(tab, ranges) : [] }),
  );
}

function dataRanges(tab: Tab, ranges: readonly GridRange[]): readonly GridRange[] {
  return ranges.length === 0 ? [wholeTab(tab)] : ranges.filter((range) => range.tab === tab.id);
}
