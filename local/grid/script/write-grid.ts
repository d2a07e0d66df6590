// One write of a script, done to a spreadsheet. A write that cannot be done throws and changes nothing; those before it
// in the buffer have been done, as at Google, where a failing flush leaves what went before. No event comes of it.

import { painter, withBlock, withoutContents } from "../cell-block.ts";
import { withChart, withNewChart, withoutChart } from "../chart.ts";
import { withInserted } from "../inserted-lines.ts";
import { checkInside } from "../limits.ts";
import { withMetadata, withMetadataValue, withoutMetadata } from "../metadata.ts";
import { shifted } from "../moved-lines.ts";
import type { Paint, ScriptWrite } from "../protocol.ts";
import { freshId, type Spreadsheet, tabById, withTab } from "../spreadsheet.ts";
import { withoutTab } from "../tabs.ts";
import { withColumnFrames, withTabSettings } from "./written-tab.ts";
import { withAppendedRow, withValues } from "./written-values.ts";

/** @throws {GridError} where the spreadsheet does not allow it */
export function writeGrid(state: Spreadsheet, write: ScriptWrite): Spreadsheet {
  switch (write.do) {
    case "setValues":
      return withValues(state, write);
    case "appendRow":
      return withAppendedRow(state, write);
    case "paint":
      return withPaint(state, write);
    case "clear":
      return cleared(state, write);
    case "insertRows":
      return withInserted(state, { ...write, axis: "rows", like: "line before" });
    case "insertColumns":
      return withInserted(state, { ...write, axis: "columns", like: "line before" });
    case "deleteRows":
      return shifted(state, { ...write, axis: "rows", kind: "delete", at: write.row });
    case "deleteColumns":
      return shifted(state, { ...write, axis: "columns", kind: "delete", at: write.column });
    case "setTab":
      return withTabSettings(state, write);
    case "setColumns":
      return withColumnFrames(state, write);
    case "setGridLines":
      return withGridLines(state, write);
    case "deleteTab":
      return withoutTab(state, write.tab);
    case "setConditionalFormats":
      return withTab(state, { ...tabById(state, write.tab), conditionalFormats: write.rules });
    case "protect":
      return withProtection(state, write);
    case "unprotect":
      return withoutProtection(state, write.id);
    case "insertChart":
      return withNewChart(state, write.tab, write).state;
    case "updateChart":
      return withChart(state, write.id, { place: write.place, content: write.content });
    case "removeChart":
      return withoutChart(state, write.id);
    case "addMetadata":
      return withMetadata(state, metadataEntry(write));
    case "setMetadata":
      return withMetadataValue(state, write.id, write.value);
    case "removeMetadata":
      return withoutMetadata(state, write.id);
  }
}

type Write<Kind extends ScriptWrite["do"]> = Extract<ScriptWrite, { do: Kind }>;

function withPaint(state: Spreadsheet, { range, paint }: Write<"paint">): Spreadsheet {
  const tab = tabById(state, range.tab);
  checkInside(tab, range);
  return withTab(state, withBlock(tab, range, painter(paint)));
}

const NO_FORMATS = {
  numberFormat: null,
  background: null,
  fontColour: null,
  isBold: null,
  wrap: null,
  otherFormat: null,
} as const;
const CLEARED = {
  formats: NO_FORMATS,
  notes: { note: null },
  validations: { validation: null },
} as const;

// `clear()` takes contents and formats; notes and rules stay.
// [developers.google.com/apps-script/reference/spreadsheet/range#clear]
function cleared(state: Spreadsheet, { range, what }: Write<"clear">): Spreadsheet {
  const tab = tabById(state, range.tab);
  checkInside(tab, range);
  const unpaint = painter(what === "contents" ? {} : (CLEARED[what === "all" ? "formats" : what] as Paint));
  return withTab(
    state,
    withBlock(tab, range, (cell, row, column) => {
      const emptied = what === "all" || what === "contents" ? withoutContents(cell) : cell;
      return what === "contents" ? emptied : unpaint(emptied, row, column);
    }),
  );
}

// Kept as the Sheets API names it.
function withGridLines(state: Spreadsheet, { tab: id, areHidden }: Write<"setGridLines">): Spreadsheet {
  const { otherProperties, ...tab } = tabById(state, id);
  const { hideGridlines: _, ...others } = otherProperties ?? {};
  const after = areHidden ? { ...others, hideGridlines: true } : others;
  return withTab(state, { ...tab, ...(Object.keys(after).length === 0 ? {} : { otherProperties: after }) });
}

function withProtection(
  state: Spreadsheet,
  { tab: id, range, description, onlyWarns }: Write<"protect">,
): Spreadsheet {
  const tab = tabById(state, id);
  if (range !== undefined) checkInside(tab, range);
  const made = {
    id: freshId(state),
    tab: id,
    description,
    onlyWarns,
    ...(range === undefined ? {} : { range }),
  };
  const after = withTab(state, { ...tab, protections: [...tab.protections, made] });
  return { ...after, nextId: made.id + 1 };
}

function withoutProtection(state: Spreadsheet, id: number): Spreadsheet {
  return {
    ...state,
    tabs: state.tabs.map((tab) => {
      const protections = tab.protections.filter((protection) => protection.id !== id);
      return protections.length === tab.protections.length ? tab : { ...tab, protections };
    }),
  };
}

function metadataEntry({ place, key, value, isVisibleToAll }: Write<"addMetadata">) {
  return { place, key, value, isVisibleToAll };
}
