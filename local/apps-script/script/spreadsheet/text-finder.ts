// The class TextFinder, over one range.

import type { GridRange } from "../../../grid/protocol.ts";
import { standIn } from "../stand-in.ts";
import type { Workbook } from "./workbook.ts";

type TextFinder = GoogleAppsScript.Spreadsheet.TextFinder;

export function textFinder(workbook: Workbook, range: GridRange, text: string): TextFinder {
  const { execution } = workbook;
  let matchesEntireCell = false;
  let matchesCase = false;
  let next = 0;
  const find = () => execution.read<"find">({ ask: "find", range, text, matchesEntireCell, matchesCase });
  const finder: TextFinder = standIn<TextFinder>({
    matchEntireCell: (wanted) => {
      matchesEntireCell = wanted;
      return finder;
    },
    matchCase: (wanted) => {
      matchesCase = wanted;
      return finder;
    },
    findAll: () => execution.realm.list(find().map(workbook.range)),
    findNext: () => {
      const found = find()[next];
      next += 1;
      return found === undefined ? null : workbook.range(found);
    },
  });
  return finder;
}
