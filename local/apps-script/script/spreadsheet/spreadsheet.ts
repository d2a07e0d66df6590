// The class Spreadsheet: its tabs, its names and marks, and what its user looks at.

import { standIn } from "../stand-in.ts";
import { markFrom, metadataFinder } from "./developer-metadata.ts";
import { addressedRange } from "./sheet-ranges.ts";
import { tabOf, type Workbook } from "./workbook.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export function newSpreadsheetObject(workbook: Workbook): Spreadsheet {
  const { execution } = workbook;
  const book = execution.book;
  const tabs = () => execution.read<"spreadsheet">({ ask: "spreadsheet" }).tabs;
  const spreadsheet: Spreadsheet = standIn<Spreadsheet>({
    getId: () => book().id,
    getUrl: () => `https://docs.google.com/spreadsheets/d/${book().id}/edit`,
    getName: () => execution.read<"spreadsheet">({ ask: "spreadsheet" }).name,
    getSpreadsheetTimeZone: () => execution.read<"spreadsheet">({ ask: "spreadsheet" }).zone,
    getSpreadsheetLocale: () => execution.read<"spreadsheet">({ ask: "spreadsheet" }).locale,
    getSheets: () => execution.realm.list(tabs().map((tab) => workbook.sheet(tab.id))),
    getSheetByName: (name) => {
      const found = tabs().find((tab) => tab.name === name);
      return found === undefined ? null : workbook.sheet(found.id);
    },
    getRange: (address) => workbook.range(addressedRange(workbook, looksAt(workbook).tab, address)),
    insertSheet: (...wishes: readonly unknown[]) => insertSheet(workbook, wishes),
    deleteSheet: (sheet) => execution.write({ do: "deleteTab", tab: tabOf(execution, sheet) }),
    toast: (message, title: string = "") => {
      execution.ask<"toast">({ ask: "toast", title, message });
    },
    createDeveloperMetadataFinder: () => metadataFinder(workbook, { kind: "spreadsheet" }),
    addDeveloperMetadata: (key: string, ...rest: readonly unknown[]) => {
      execution.write({ do: "addMetadata", place: { kind: "spreadsheet" }, key, ...markFrom(rest) });
      return spreadsheet;
    },
    getNamedRanges: () => execution.realm.list(namedRanges(workbook)),
    ...activePlace(workbook),
  });
  return spreadsheet;
}

/** What the user of the script looks at; where nobody does, the first tab in sight (unverified). */
export function activePlace(workbook: Workbook) {
  const { execution } = workbook;
  const activeRange = () => {
    const { tab, range } = looksAt(workbook);
    return workbook.range(range ?? { tab, row: 1, column: 1, rows: 1, columns: 1 });
  };
  return {
    getActiveSheet: () => workbook.sheet(looksAt(workbook).tab),
    getActiveRange: activeRange,
    getCurrentCell: () => {
      const { tab, range } = looksAt(workbook);
      return workbook.range({ tab, row: range?.row ?? 1, column: range?.column ?? 1, rows: 1, columns: 1 });
    },
    setActiveSheet: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => {
      execution.ask<"select">({ ask: "select", selection: { tab: tabOf(execution, sheet) } });
      return sheet;
    },
  };
}

function looksAt(workbook: Workbook) {
  const { launch, book, fail } = workbook.execution;
  const first = book().tabs.find((tab) => !tab.isHidden) ?? fail("There is no visible sheet");
  return launch.selection ?? { tab: first.id };
}

function insertSheet(workbook: Workbook, wishes: readonly unknown[]): GoogleAppsScript.Spreadsheet.Sheet {
  const name = wishes.find((wish) => typeof wish === "string");
  const index = wishes.find((wish) => typeof wish === "number");
  const tab = workbook.execution.read<"insertTab">({
    ask: "insertTab",
    ...(name === undefined ? {} : { name }),
    ...(index === undefined ? {} : { position: index + 1 }),
  });
  // "The new sheet becomes the active sheet" (reference of insertSheet).
  return workbook.sheet(tab.id).activate();
}

function namedRanges(workbook: Workbook): GoogleAppsScript.Spreadsheet.NamedRange[] {
  return workbook.execution.read<"namedRanges">({ ask: "namedRanges" }).map(({ name, range }) =>
    standIn<GoogleAppsScript.Spreadsheet.NamedRange>({
      getName: () => name,
      getRange: () =>
        range === undefined ? workbook.execution.fail("Range not found") : workbook.range(range),
    }),
  );
}
