// The spreadsheet of Google's that a copy goes into: a new one that holds nothing, or one that a copy had been begun in.
// Whatever else is in it is somebody's, and then nothing is written.

import type { sheets_v4 } from "@googleapis/sheets";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Connection } from "../google/connection.ts";
import { copyMarkIn } from "./copy-mark.ts";

type Sheet = sheets_v4.Schema$Sheet;

export interface GoogleTarget {
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  /** Its sheets; the first is used up. */
  readonly sheetIds: readonly number[];
  readonly namedRangeIds: readonly string[];
  /** Whether a copy into it was begun and did not end. */
  readonly isCutShort: boolean;
}

const FIELDS =
  "properties(title,timeZone,locale),namedRanges(namedRangeId,name),developerMetadata,sheets(properties(sheetId,title," +
  "sheetType),charts(chartId),slicers(slicerId),filterViews(filterViewId),bandedRanges(bandedRangeId)," +
  "tables(tableId),merges,conditionalFormats,protectedRanges(protectedRangeId),basicFilter(range),developerMetadata)";

/**
 * The target as it stands.
 *
 * @throws {StagelineError} `guard`, when it holds anything, and nothing says that this is an unfinished copy
 */
export async function googleTarget(connection: Connection): Promise<GoogleTarget> {
  const { spreadsheetId } = connection;
  const json = await connection.read("read what is in it", (sheets) =>
    sheets.spreadsheets.get({ spreadsheetId, fields: FIELDS }),
  );
  const name = json.properties?.title ?? "";
  const isCutShort = copyMarkIn(json.developerMetadata) !== undefined;
  if (!isCutShort) await refuseFilled(connection, json, name);
  return {
    name,
    zone: json.properties?.timeZone ?? "",
    locale: json.properties?.locale ?? "",
    sheetIds: (json.sheets ?? []).map(({ properties }) => properties?.sheetId ?? 0),
    namedRangeIds: (json.namedRanges ?? []).flatMap(({ namedRangeId }) => namedRangeId ?? []),
    isCutShort,
  };
}

async function refuseFilled(
  connection: Connection,
  json: sheets_v4.Schema$Spreadsheet,
  name: string,
): Promise<void> {
  const [sheet, ...others] = json.sheets ?? [];
  const what = others.length > 0 ? `${others.length + 1} tabs` : thingIn(sheet ?? {}, json);
  const cells = what === undefined ? await filledCells(connection, sheet ?? {}) : undefined;
  const found = what ?? cells;
  if (found === undefined) return;
  throw new StagelineError(
    "guard",
    `"${name}" holds ${found}; a copy goes only into a new spreadsheet with one empty tab, and nothing was written`,
  );
}

const LISTS: readonly (readonly [keyof Sheet, string])[] = [
  ["charts", "a chart"],
  ["slicers", "a slicer"],
  ["filterViews", "a filter view"],
  ["bandedRanges", "alternating colours"],
  ["tables", "a table"],
  ["merges", "merged cells"],
  ["conditionalFormats", "colours by rule"],
  ["protectedRanges", "a protected range"],
  ["developerMetadata", "notes of an add-on"],
];

function thingIn(
  sheet: Sheet,
  { namedRanges, developerMetadata }: sheets_v4.Schema$Spreadsheet,
): string | undefined {
  const [named] = namedRanges ?? [];
  if (named !== undefined) return `the named range "${named.name}"`;
  if ((developerMetadata ?? []).length > 0) return "notes of an add-on";
  if (sheet.basicFilter !== undefined) return "a filter";
  if ((sheet.properties?.sheetType ?? "GRID") !== "GRID") return "a tab without cells";
  return LISTS.find(([list]) => {
    const items = sheet[list];
    return Array.isArray(items) && items.length > 0;
  })?.[1];
}

async function filledCells(connection: Connection, { properties }: Sheet): Promise<string | undefined> {
  const { spreadsheetId } = connection;
  const title = properties?.title ?? "";
  const range = `'${title.replace(/'/g, "''")}'`;
  const answer = await connection.read("read whether its tab is empty", (sheets) =>
    sheets.spreadsheets.get({
      spreadsheetId,
      ranges: [range],
      fields: "sheets(data(rowData(values(userEnteredValue,note,dataValidation(condition(type))))))",
    }),
  );
  const rows = (answer.sheets ?? []).flatMap(({ data }) =>
    (data ?? []).flatMap(({ rowData }) => rowData ?? []),
  );
  const isFilled = rows.some(({ values }) => (values ?? []).some((cell) => Object.keys(cell).length > 0));
  return isFilled ? `something on its tab "${title}"` : undefined;
}
