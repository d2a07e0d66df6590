// What holds for a whole Sheet: its conditional formats, which are set all at once, and its filter.

import { standIn } from "../stand-in.ts";
import { formatOf, newConditionalFormat } from "./conditional-format.ts";
import type { Workbook } from "./workbook.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function sheetRules(workbook: Workbook, tab: number): Partial<Sheet> {
  const { execution } = workbook;
  return {
    getConditionalFormatRules: () => {
      const formats = execution.read<"conditionalFormats">({ ask: "conditionalFormats", tab });
      return execution.realm.list(formats.map((format) => newConditionalFormat(workbook, format)));
    },
    setConditionalFormatRules: (rules) =>
      execution.write({
        do: "setConditionalFormats",
        tab,
        rules: Array.from(rules, (rule) => formatOf(execution, rule)),
      }),
    getFilter: () => {
      const range = execution.read<"filter">({ ask: "filter", tab });
      if (range === null) return null;
      return standIn<GoogleAppsScript.Spreadsheet.Filter>({ getRange: () => workbook.range(range) });
    },
  };
}
