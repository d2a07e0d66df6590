// Properties of a sheet that are set: those that the mask names, and none else. A sheet that gets more rows or columns gets
// plain ones at the end, and one that gets fewer loses the last. A place among the sheets counts as they stood before,
// so that a sheet which goes to the right goes before the one that has that place.

import { given } from "../../grid/cell-block.ts";
import { shifted } from "../../grid/moved-lines.ts";
import { withTabSettings } from "../../grid/script/written-tab.ts";
import { type Spreadsheet, type Tab, tabById, withTab } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { type Mask, maskWants, maskWithin } from "../field-mask.ts";
import { lookFrom } from "../resource/cell-format.ts";
import {
  OTHER_GRID_PROPERTIES,
  otherProperties,
  type SheetProperties,
} from "../resource/sheet-properties.ts";

/** @throws {ApiError | GridError} where a name is taken, no sheet would be left in sight, or a size cannot be */
export function withSheetProperties(
  state: Spreadsheet,
  properties: SheetProperties,
  fields: Mask,
): Spreadsheet {
  const id = properties.sheetId ?? 0;
  const told = <Value>(path: string, value: Value | null | undefined): Value | undefined =>
    maskWants(fields, path) ? (value ?? undefined) : undefined;
  const grid = properties.gridProperties ?? {};
  const rows = sized(state, { id, axis: "rows", count: told("gridProperties.rowCount", grid.rowCount) });
  const columns = sized(rows, {
    id,
    axis: "columns",
    count: told("gridProperties.columnCount", grid.columnCount),
  });
  const index = told("index", properties.index);
  const settings = {
    name: told("title", properties.title),
    isHidden: named(fields, "hidden") ? properties.hidden === true : told("hidden", properties.hidden),
    colour: colourOf(properties, fields),
    frozenRows: frozen(fields, "gridProperties.frozenRowCount", grid.frozenRowCount),
    frozenColumns: frozen(fields, "gridProperties.frozenColumnCount", grid.frozenColumnCount),
    position: index === undefined ? undefined : positionOf(state, id, index),
  };
  const set = withTabSettings(columns, { do: "setTab", tab: id, ...given(settings) });
  return withTab(set, withOthers(tabById(set, id), properties, fields));
}

interface Sizing {
  readonly id: number;
  readonly axis: "rows" | "columns";
  readonly count: number | undefined;
}

function sized(state: Spreadsheet, { id, axis, count }: Sizing): Spreadsheet {
  const tab = tabById(state, id);
  const present = axis === "rows" ? tab.maxRows : tab.maxColumns;
  if (count === undefined || count === present) return state;
  if (count < 1) throw invalidArgument(`You can't delete all the ${axis} on the sheet.`);
  if (count < present) {
    return shifted(state, { tab: id, axis, kind: "delete", at: count + 1, count: present - count });
  }
  return shifted(state, { tab: id, axis, kind: "insert", before: present + 1, count: count - present });
}

function withOthers(tab: Tab, properties: SheetProperties, fields: Mask): Tab {
  const others: Record<string, unknown> = { ...otherProperties(tab) };
  const set = (name: string, path: string, value: unknown): void => {
    if (!named(fields, path) && (!maskWants(fields, path) || value === undefined || value === null)) return;
    if (value === true) others[name] = true;
    else delete others[name];
  };
  set("rightToLeft", "rightToLeft", properties.rightToLeft);
  for (const name of OTHER_GRID_PROPERTIES) {
    set(name, `gridProperties.${name}`, properties.gridProperties?.[name]);
  }
  const { otherProperties: _, ...rest } = tab;
  return Object.keys(others).length === 0 ? rest : { ...rest, otherProperties: others };
}

function colourOf({ tabColor, tabColorStyle }: SheetProperties, fields: Mask): string | null | undefined {
  const isMeant = maskWants(fields, "tabColor") || maskWants(fields, "tabColorStyle");
  if (!isMeant) return undefined;
  const { background } = lookFrom(
    given({ backgroundColor: tabColor ?? undefined, backgroundColorStyle: tabColorStyle ?? undefined }),
    "en_US",
  );
  return background ?? (fields === "all" ? undefined : null);
}

function frozen(fields: Mask, path: string, count: number | null | undefined): number | undefined {
  if (typeof count === "number") return maskWants(fields, path) ? count : undefined;
  return named(fields, path) ? 0 : undefined;
}

/** Whether the mask names that very field: then a value that is missing is none. */
function named(fields: Mask, path: string): boolean {
  if (fields === "all") return false;
  const parts = path.split(".");
  const above = parts.slice(0, -1).join(".");
  const within = above === "" ? fields : maskWithin(fields, above);
  return within !== undefined && within !== "all" && Object.hasOwn(within, parts.at(-1) ?? "");
}

function positionOf(state: Spreadsheet, id: number, index: number): number {
  const present = state.tabs.findIndex((tab) => tab.id === id);
  if (index < 0 || index > state.tabs.length) throw invalidArgument(`Invalid sheet index: ${index}`);
  return index > present ? index : index + 1;
}
