// Requests about sheets as wholes: made, copied, deleted, and their properties set.

import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { withNewTab, withoutTab, withTabCopy, withTabName, withTabPosition } from "../../grid/tabs.ts";
import { invalidArgument } from "../api-error.ts";
import { sheetPropertiesJson } from "../resource/sheet-properties.ts";
import { type Acted, type BatchActs, fieldsOf, type RequestOf } from "./batch-act.ts";
import { withSheetProperties } from "./sheet-settings.ts";

export const sheetActs: BatchActs = {
  addSheet: added,
  duplicateSheet: duplicated,
  deleteSheet: (state, { sheetId }) => ({ state: withoutTab(state, existing(state, sheetId ?? 0)) }),
  updateSheetProperties: (state, request) => {
    const properties = request.properties ?? {};
    const fields = fieldsOf(request);
    existing(state, properties.sheetId ?? 0);
    return { state: withSheetProperties(state, properties, fields) };
  },
};

function added(state: Spreadsheet, { properties }: RequestOf<"addSheet">): Acted {
  const { sheetId, title, index, sheetType, ...rest } = properties ?? {};
  if (sheetType !== undefined && sheetType !== null && sheetType !== "GRID") {
    throw invalidArgument(`this server makes no sheets of the type "${sheetType}"`);
  }
  if (typeof sheetId === "number") checkFree(state, sheetId);
  const made = withNewTab(state, {
    ...(typeof sheetId === "number" ? { id: sheetId } : {}),
    ...(typeof title === "string" && title !== "" ? { name: title } : {}),
    ...(typeof index === "number" ? { position: index + 1 } : {}),
  });
  const after = withSheetProperties(made.state, { ...rest, sheetId: made.tab.id }, "all");
  return { state: after, reply: { addSheet: { properties: propertiesOf(after, made.tab.id) } } };
}

function duplicated(state: Spreadsheet, request: RequestOf<"duplicateSheet">): Acted {
  const { sourceSheetId, insertSheetIndex, newSheetId, newSheetName } = request;
  if (typeof newSheetId === "number") checkFree(state, newSheetId);
  const copy = withTabCopy(
    state,
    existing(state, sourceSheetId ?? 0),
    typeof newSheetId === "number" ? newSheetId : undefined,
  );
  const { id } = copy.tab;
  const named =
    typeof newSheetName === "string" && newSheetName !== ""
      ? withTabName(copy.state, id, newSheetName)
      : copy.state;
  const after = withTabPosition(named, id, (insertSheetIndex ?? 0) + 1);
  return { state: after, reply: { duplicateSheet: { properties: propertiesOf(after, id) } } };
}

function propertiesOf(state: Spreadsheet, id: number) {
  const tab = state.tabs.find((candidate) => candidate.id === id);
  if (tab === undefined) throw new Error(`Sheet ${id} was made and is not there`);
  return sheetPropertiesJson(state, tab);
}

/** @throws {ApiError} where there is no such sheet */
function existing(state: Spreadsheet, id: number): number {
  if (state.tabs.some((tab) => tab.id === id)) return id;
  throw invalidArgument(`No sheet with id: ${id}`);
}

function checkFree(state: Spreadsheet, id: number): void {
  if (id < 0) throw invalidArgument(`Invalid sheet id: ${id}`);
  if (state.tabs.some((tab) => tab.id === id)) {
    throw invalidArgument(`A sheet with the id ${id} already exists`);
  }
}
