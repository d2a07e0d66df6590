// The facts of a tab that people made: formulas, dropdowns with their values, its filter, protection. The dropdown of the
// first row stands for its column.

import type { sheets_v4 } from "@googleapis/sheets";
import { plainTab, type TabFacts } from "../../../shared/table/tab-facts.ts";
import type { Connection } from "../connection.ts";
import type { CellArea } from "./book-shape.ts";
import { areaFrom, areaText } from "./book-shape.ts";
import type { GoogleTab } from "./google-book.ts";
import { wholeRange } from "./tab-range.ts";

const FIELDS = [
  "basicFilter(range)",
  "protectedRanges(warningOnly)",
  "data(startRow,startColumn,rowData(values(userEnteredValue(formulaValue),dataValidation(condition))))",
].join(",");

/** The facts of the tab. */
export async function readTabFacts(connection: Connection, { table }: GoogleTab): Promise<TabFacts> {
  const { spreadsheetId } = connection;
  const answer = await connection.read("look at the tab", (sheets) =>
    sheets.spreadsheets.get({
      spreadsheetId,
      ranges: [wholeRange(table.tab)],
      fields: `sheets(${FIELDS})`,
    }),
  );
  const [sheet = {}] = answer.sheets ?? [];
  const range = sheet.basicFilter?.range;
  const filter: CellArea | undefined = range === undefined ? undefined : areaFrom(range);
  return {
    ...plainTab,
    formulas: formulaRows(sheet),
    choices: await choicesIn(connection, sheet),
    filters: filter === undefined ? [] : [areaText(filter)],
    isProtected: (sheet.protectedRanges ?? []).some(({ warningOnly }) => warningOnly !== true),
  };
}

function formulaRows({ data = [] }: sheets_v4.Schema$Sheet): TabFacts["formulas"] {
  const rows = new Map<number, number[]>();
  for (const { startRow, startColumn, rowData } of data) {
    (rowData ?? []).forEach(({ values }, down) => {
      const at = (startRow ?? 0) + down + 1;
      (values ?? []).forEach(({ userEnteredValue }, along) => {
        if (at < 2 || typeof userEnteredValue?.formulaValue !== "string") return;
        const column = (startColumn ?? 0) + along;
        const known = rows.get(column) ?? [];
        known.push(at);
        rows.set(column, known);
      });
    });
  }
  return rows;
}

async function choicesIn(
  connection: Connection,
  { data = [] }: sheets_v4.Schema$Sheet,
): Promise<TabFacts["choices"]> {
  const cells = data[0]?.rowData?.[1]?.values ?? [];
  const choices = new Map<number, readonly string[]>();
  const ranges: { readonly column: number; readonly range: string }[] = [];
  cells.forEach(({ dataValidation }, column) => {
    const { type, values = [] } = dataValidation?.condition ?? {};
    const texts = values.map(({ userEnteredValue }) => userEnteredValue ?? "");
    if (type === "ONE_OF_LIST") choices.set(column, distinct(texts));
    const [range = ""] = texts;
    if (type === "ONE_OF_RANGE" && range !== "") ranges.push({ column, range: range.replace(/^=/, "") });
  });
  const shown =
    ranges.length === 0
      ? []
      : await shownValues(
          connection,
          ranges.map(({ range }) => range),
        );
  ranges.forEach(({ column }, index) => {
    choices.set(column, distinct(shown[index] ?? []));
  });
  return new Map([...choices].filter(([, values]) => values.length > 0));
}

async function shownValues(
  connection: Connection,
  ranges: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const { spreadsheetId } = connection;
  const answer = await connection.read("read the values of dropdowns", (sheets) =>
    sheets.spreadsheets.values.batchGet({
      spreadsheetId,
      ranges: [...ranges],
      fields: "valueRanges(values)",
    }),
  );
  return (answer.valueRanges ?? []).map(({ values = [] }) => (values ?? []).flat().map(String));
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ""))];
}
