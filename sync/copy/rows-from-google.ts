// The rows of a tab from the slices in which Google told them. The cells of a look are told apart by what the grid keeps of
// it, and every cell that is empty and looks alike is one and the same.

import type { sheets_v4 } from "@googleapis/sheets";
import { rowOf, tidied } from "../../local/grid/cell-block.ts";
import type { Metadata, Validation } from "../../local/grid/protocol.ts";
import type { ColumnFrame, GridCell, Row, Spreadsheet, Tab } from "../../local/grid/spreadsheet.ts";
import { type CellLook, lookFrom } from "../../local/sheets-api/resource/cell-format.ts";
import { valueFrom } from "../../local/sheets-api/resource/cell-value.ts";
import {
  DEFAULT_COLUMN_PIXELS,
  DEFAULT_ROW_PIXELS,
} from "../../local/sheets-api/resource/spreadsheet-defaults.ts";
import { validationFrom } from "../../local/sheets-api/resource/validation-rule.ts";
import { metadataFrom } from "./spreadsheet-from-google.ts";

type CellData = sheets_v4.Schema$CellData;
type GridData = sheets_v4.Schema$GridData;

/** What is asked for of the rows of a tab. */
export const ROW_FIELDS =
  "sheets(properties(sheetId),data(startRow,rowData(values(userEnteredValue,effectiveValue,userEnteredFormat,note," +
  "dataValidation,textFormatRuns(startIndex),pivotTable(source))),rowMetadata(hiddenByUser,pixelSize," +
  "developerMetadata),columnMetadata(hiddenByUser,pixelSize,developerMetadata)))";

/** What a slice tells of a tab. */
export interface RowSlice {
  readonly rows: readonly (Row | undefined)[];
  /** Metadata of its rows and columns. */
  readonly metadata: readonly Metadata[];
  readonly columns: readonly (ColumnFrame | undefined)[];
  /** Addresses of cells by what is in them that the grid does not know. */
  readonly odd: ReadonlyMap<string, number>;
}

/** Reads slices of one spreadsheet. */
export function sliceReader(state: Spreadsheet): (tab: Tab, data: GridData) => RowSlice {
  const cellOf = cellReader(state);
  return (tab, data) => {
    const odd = new Map<string, number>();
    const found = (what: string): void => void odd.set(what, (odd.get(what) ?? 0) + 1);
    const count = Math.max(data.rowData?.length ?? 0, data.rowMetadata?.length ?? 0);
    const rows = Array.from({ length: count }, (_, index): Row | undefined => {
      const values = data.rowData?.[index]?.values ?? [];
      const frame = rowFrame(data.rowMetadata?.[index] ?? {});
      return rowOf(
        values.map((cell) => cellOf(cell, tab.id, found)),
        frame,
      );
    });
    const lines = [...(data.rowMetadata ?? []), ...(data.columnMetadata ?? [])];
    return {
      rows,
      metadata: lines.flatMap(({ developerMetadata }) =>
        (developerMetadata ?? []).map((entry) => metadataFrom(state, entry)),
      ),
      columns: columnFrames(data.columnMetadata ?? []),
      odd,
    };
  };
}

const BARE: Row = { cells: [], refers: false, computes: false };

function rowFrame({ hiddenByUser, pixelSize }: sheets_v4.Schema$DimensionProperties): Row {
  const isUsual = (pixelSize ?? DEFAULT_ROW_PIXELS) === DEFAULT_ROW_PIXELS;
  return {
    ...BARE,
    ...(hiddenByUser === true ? { isHidden: true } : {}),
    ...(isUsual || typeof pixelSize !== "number" ? {} : { heightPixels: pixelSize }),
  };
}

function columnFrames(
  columns: readonly sheets_v4.Schema$DimensionProperties[],
): readonly (ColumnFrame | undefined)[] {
  const frames = columns.map(({ hiddenByUser, pixelSize }): ColumnFrame | undefined => {
    const isUsual = (pixelSize ?? DEFAULT_COLUMN_PIXELS) === DEFAULT_COLUMN_PIXELS;
    if (isUsual && hiddenByUser !== true) return undefined;
    return {
      ...(isUsual || typeof pixelSize !== "number" ? {} : { widthPixels: pixelSize }),
      ...(hiddenByUser === true ? { isHidden: true } : {}),
    };
  });
  return frames.slice(0, frames.findLastIndex((frame) => frame !== undefined) + 1);
}

type Reader = (cell: CellData, tab: number, found: (what: string) => void) => GridCell | undefined;

function cellReader(state: Spreadsheet): Reader {
  const looks = known((format: sheets_v4.Schema$CellFormat) => lookFrom(format, state.locale));
  const rules = new Map<number, (rule: sheets_v4.Schema$DataValidationRule) => Validation | undefined>();
  const ruleOf = (tab: number) => {
    const read = rules.get(tab) ?? known((rule) => validationFrom(state, rule, tab));
    rules.set(tab, read);
    return read;
  };
  const blanks = new Map<CellLook | undefined, Map<Validation | undefined, GridCell | undefined>>();
  return (cell, tab, found) => {
    const { userEnteredFormat, dataValidation, note } = cell;
    const look = userEnteredFormat === undefined ? undefined : looks(userEnteredFormat);
    const validation = dataValidation === undefined ? undefined : ruleOf(tab)(dataValidation);
    if (dataValidation !== undefined && validation === undefined) found("rule");
    if ((cell.textFormatRuns ?? []).length > 0) found("look of a part");
    if (cell.pivotTable !== undefined) found("pivot table");
    const held = heldBy(cell);
    if (held === undefined && note === undefined) {
      const ofLook = blanks.get(look) ?? new Map<Validation | undefined, GridCell | undefined>();
      blanks.set(look, ofLook);
      if (!ofLook.has(validation)) {
        ofLook.set(
          validation,
          tidied({ value: null, ...look, ...(validation === undefined ? {} : { validation }) }),
        );
      }
      return ofLook.get(validation);
    }
    return tidied({
      value: null,
      ...held,
      ...look,
      ...(note === undefined || note === null ? {} : { note }),
      ...(validation === undefined ? {} : { validation }),
    });
  };
}

// A reader that reads each text once: what comes of it is the same object for all that read alike.
function known<Json extends object, Read>(read: (json: Json) => Read): (json: Json) => Read {
  const byText = new Map<string, Read>();
  return (json) => {
    const text = JSON.stringify(json);
    const before = byText.get(text);
    if (before !== undefined || byText.has(text)) return before as Read;
    const made = read(json);
    byText.set(text, made);
    return made;
  };
}

// A cell that shows something and got nothing is one that a formula elsewhere fills.
function heldBy({
  userEnteredValue,
  effectiveValue,
}: CellData): Pick<GridCell, "value" | "formula" | "spilled"> | undefined {
  const formula = userEnteredValue?.formulaValue;
  const effective = valueFrom(effectiveValue);
  if (typeof formula === "string") return { value: effective, formula };
  const entered = valueFrom(userEnteredValue);
  if (entered !== null) return { value: entered };
  return effective === null ? undefined : { value: null, spilled: effective };
}
