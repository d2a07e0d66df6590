// Marks on the row or column that a Range stands for.

import type { GridRange, MetadataPlace } from "../../../grid/protocol.ts";
import { markFrom } from "./developer-metadata.ts";
import { expectedTab, type Workbook } from "./workbook.ts";

type Range = GoogleAppsScript.Spreadsheet.Range;

export function rangeMetadata(workbook: Workbook, range: GridRange, self: () => Range): Partial<Range> {
  return {
    addDeveloperMetadata: (key: string, ...rest: readonly unknown[]) => {
      const place = linePlace(workbook, range);
      workbook.execution.write({ do: "addMetadata", place, key, ...markFrom(rest) });
      return self();
    },
  };
}

function linePlace(workbook: Workbook, range: GridRange): MetadataPlace {
  const { execution } = workbook;
  const tab = expectedTab(execution, range.tab);
  if (range.columns === 1 && range.rows === tab.maxRows)
    return { kind: "column", tab: range.tab, column: range.column };
  if (range.rows === 1 && range.columns === tab.maxColumns)
    return { kind: "row", tab: range.tab, row: range.row };
  return execution.fail(
    "Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.",
  );
}
