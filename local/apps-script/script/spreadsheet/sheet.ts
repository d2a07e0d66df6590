// The class Sheet: what a tab is called and where it stands. Its other members are in the files sheet-….ts.

import type { TabSummary } from "../../../grid/protocol.ts";
import { standIn } from "../stand-in.ts";
import { markFrom, metadataFinder, newMetadata } from "./developer-metadata.ts";
import { protectionsOf, protectTab } from "./protection.ts";
import { sheetCharts } from "./sheet-charts.ts";
import { sheetLines } from "./sheet-lines.ts";
import { sheetRanges } from "./sheet-ranges.ts";
import { sheetRules } from "./sheet-rules.ts";
import { standsForTab, type Workbook } from "./workbook.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function newSheet(workbook: Workbook, id: number): Sheet {
  const { execution } = workbook;
  const self = (): Sheet => sheet;
  const fresh = (): TabSummary => freshTab(workbook, id);
  const set = (part: Partial<Omit<TabSummary, "id" | "colour">> & { colour?: string | null }): Sheet => {
    execution.write({ do: "setTab", tab: id, ...part });
    return sheet;
  };
  const sheet: Sheet = standIn<Sheet>({
    getSheetId: () => id,
    getName: () => execution.book().tabs.find((tab) => tab.id === id)?.name ?? "",
    setName: (name) => set({ name }),
    getIndex: () => tabsOf(workbook).findIndex((tab) => tab.id === id) + 1,
    isSheetHidden: () => fresh().isHidden,
    hideSheet: () => set({ isHidden: true }),
    showSheet: () => set({ isHidden: false }),
    setTabColor: (colour) => set({ colour: colour?.toLowerCase() ?? null }),
    setHiddenGridlines: (areHidden) => {
      execution.write({ do: "setGridLines", tab: id, areHidden });
      return sheet;
    },
    getFrozenRows: () => fresh().frozenRows,
    setFrozenRows: (frozenRows) => {
      set({ frozenRows });
    },
    getMaxRows: () => fresh().maxRows,
    getMaxColumns: () => fresh().maxColumns,
    activate: () => {
      execution.ask<"select">({ ask: "select", selection: { tab: id } });
      return sheet;
    },
    getProtections: (type) => protectionsOf(workbook, id, type),
    protect: () => protectTab(workbook, id),
    createDeveloperMetadataFinder: () => metadataFinder(workbook, { kind: "tab", tab: id }),
    getDeveloperMetadata: () => {
      const all = execution.read<"metadata">({ ask: "metadata", tab: id });
      const own = all.filter((metadata) => metadata.place.kind === "tab");
      return execution.realm.list(own.map((metadata) => newMetadata(workbook, metadata)));
    },
    addDeveloperMetadata: (key: string, ...rest: readonly unknown[]) => {
      execution.write({ do: "addMetadata", place: { kind: "tab", tab: id }, key, ...markFrom(rest) });
      return sheet;
    },
    ...sheetRanges(workbook, id, self),
    ...sheetLines(workbook, id, self),
    ...sheetRules(workbook, id),
    ...sheetCharts(workbook, id),
  });
  return standsForTab(sheet, id);
}

function freshTab(workbook: Workbook, id: number): TabSummary {
  return tabsOf(workbook).find((tab) => tab.id === id) ?? workbook.execution.fail(`Sheet ${id} not found`);
}

function tabsOf(workbook: Workbook): readonly TabSummary[] {
  return workbook.execution.read<"spreadsheet">({ ask: "spreadsheet" }).tabs;
}
