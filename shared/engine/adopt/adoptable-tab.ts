// Whether a tab can become a board at all: it is there, it is none of ours, no tab of people is called as one of
// ours, and nothing in it stands against it.

import type { Definition } from "../../definition/pipeline.ts";
import { nameKey } from "../../table/cell.ts";
import type { Problem } from "../../table/problem.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Table, Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { bookLayouts } from "../book-layouts.ts";
import { isOwnBook } from "../own-book.ts";
import { emptyDefinition } from "../setup/new-boards.ts";
import type { AdoptedColumn } from "./adopted-columns.ts";
import { formulaRefusals } from "./refusals.ts";
import { distinctTexts, type SheetColumn } from "./sheet-column.ts";
import { MOST_STAGES } from "./stage-guess.ts";

/**
 * The tab of that name, which is a plain one.
 *
 * @throws {StagelineError} `guard`, when there is none, or it is one of ours
 * @example
 * plainTable([fixtures.crmTable], fixtures.emptyBook, "crm").tab //=> "CRM"
 */
export function plainTable(tables: Tables, definition: Definition, tab: string): Table {
  const table = tables.find((each) => nameKey(each.tab) === nameKey(tab));
  if (table === undefined) {
    const names = tables.map((each) => `"${each.tab}"`).join(", ");
    throw new StagelineError("guard", `the book has no tab "${tab}"; its tabs are ${names}`);
  }
  const key = bookLayouts(definition).find((each) => tableOf(tables, each) === table)?.key ?? table.key;
  if (key === undefined || !isOwnBook(tables)) return table;
  const what = key.startsWith("board_") ? "is a board already" : "is a tab that Stageline keeps";
  throw new StagelineError("guard", `"${table.tab}" ${what}`);
}

/**
 * Tabs of a book that never was ours, and that are called as ours are: they would be taken for them.
 *
 * @example
 * takenNames([{ ...fixtures.crmTable, tab: "Team" }])[0].tab //=> "Team"
 */
export function takenNames(tables: Tables): readonly Problem[] {
  if (isOwnBook(tables)) return [];
  const own = new Set(
    bookLayouts(emptyDefinition({ zone: "UTC", practice: false })).map(({ tab }) => nameKey(tab)),
  );
  return tables
    .filter(({ tab }) => own.has(nameKey(tab)))
    .map(({ tab }) => ({
      tab,
      message: "Stageline keeps a tab of this name; give yours another name first",
    }));
}

/**
 * Why the columns cannot be those of a board: no names, or formulas where a name or a stage has to be set, or (where
 * nobody `told` the stages) more texts than there can be stages.
 *
 * @example
 * columnRefusals("CRM", { columns: [], told: false })[0].message
 * //=> 'no column looks like the names of records; head the one that holds them "Name"'
 */
export function columnRefusals(
  tab: string,
  { columns, told }: { readonly columns: readonly AdoptedColumn[]; readonly told: boolean },
): readonly Problem[] {
  const of = (key: string) => columns.find((each) => each.key === key)?.column;
  const [name, stage] = [of("name"), of("stage")];
  if (name === undefined) {
    const message = 'no column looks like the names of records; head the one that holds them "Name"';
    return [{ tab, message }];
  }
  return [
    ...formulaRefusals(tab, name, "Name"),
    ...(stage === undefined ? [] : formulaRefusals(tab, stage, "Stage")),
    ...(stage === undefined || told ? [] : manyStages(tab, stage)),
  ];
}

function manyStages(tab: string, column: SheetColumn): readonly Problem[] {
  const count = distinctTexts(column).size;
  if (count <= MOST_STAGES) return [];
  const message = `"${column.header}" holds ${count} different texts, too many for stages; if others are meant, head their column "Stage"`;
  return [{ tab, cell: `${column.letters}1`, message }];
}
