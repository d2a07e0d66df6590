// A spreadsheet with the built add-on in it, and two people who may edit it. Ada has installed the add-on; it is enabled
// in the sheet, so that it runs for Ben, too.

import { type Google, openGoogle } from "../../local/apps-script/google.ts";
import type { ExecutionRecord } from "../../local/apps-script/world/execution-record.ts";
import type { Person } from "../../local/apps-script/world/person.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { cellAt } from "../../local/grid/spreadsheet.ts";
import { builtScript } from "./built-add-on.ts";

export const ADA = "ada@example.com";
export const BEN = "ben@example.com";

export interface SheetWorld {
  readonly google: Google;
  readonly script: string;
  readonly spreadsheet: string;
  readonly ada: Person;
  readonly ben: Person;
  /** The value of a cell such as "Sales!A2". */
  readonly cell: (address: string) => unknown;
  /** The columns of a tab by their headers; row → header → value. */
  readonly rows: (tab: string) => readonly Readonly<Record<string, unknown>>[];
  /** The last execution of that function. */
  readonly last: (functionName: string) => ExecutionRecord;
}

/** A spreadsheet of Ada's that Ben may edit, with the add-on. */
export function openSheet(
  plan: { readonly zone?: string; readonly state?: Spreadsheet; readonly now?: number } = {},
): SheetWorld {
  const { now, ...grid } = plan;
  const google = openGoogle(now === undefined ? {} : { now });
  google.addAccount(ADA);
  google.addAccount(BEN);
  const spreadsheet = google.addSpreadsheet({
    name: "Book",
    owner: ADA,
    editors: [BEN],
    zone: "Europe/Amsterdam",
    ...grid,
  });
  const script = google.addScript(builtScript());
  google.install(script, ADA, { inSpreadsheet: spreadsheet });
  const [ada, ben] = [google.person(ADA, spreadsheet), google.person(BEN, spreadsheet)];
  ada.open();
  ben.open();
  return { google, script, spreadsheet, ada, ben, ...eyes(google, spreadsheet) };
}

const made = new Map<string, { readonly state: Spreadsheet; readonly now: number }>();

/** The same with a board of a built-in pipeline. Making it is slow: once for a file of tests. */
export function openBoard(template = "sales", { zone = "Europe/Amsterdam" } = {}): SheetWorld {
  const key = `${template} ${zone}`;
  const known = made.get(key) ?? madeBoard(template, zone);
  made.set(key, known);
  return openSheet(known);
}

// The same seed gives the spreadsheet the same id, by which a book knows that it is no copy.
function madeBoard(template: string, zone: string) {
  const { ada, google, spreadsheet } = openSheet({ zone });
  const answer = ada.page("pageNewBoard", { template, tab: "" });
  if (typeof answer !== "object" || answer === null || "problem" in answer)
    throw new Error(JSON.stringify(answer));
  return { state: google.spreadsheet(spreadsheet).state, now: google.now() };
}

/** What is to be seen of a spreadsheet. */
export function eyes(google: Google, spreadsheet: string): Pick<SheetWorld, "cell" | "rows" | "last"> {
  const tabOf = (name: string) => {
    const tab = google.spreadsheet(spreadsheet).state.tabs.find((each) => each.name === name);
    if (tab === undefined) throw new Error(`there is no tab "${name}"`);
    return tab;
  };
  return {
    cell: (address) => {
      const [, tab = "", letters = "", row = ""] = /^(.+)!([A-Z]+)(\d+)$/.exec(address) ?? [];
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      return cellAt(tabOf(tab), Number(row), column)?.value ?? null;
    },
    rows: (name) => {
      const [header, ...rows] = tabOf(name).rows.map(
        (row) => row?.cells.map((cell) => cell?.value ?? null) ?? [],
      );
      const headers = (header ?? []).map(String);
      return rows
        .filter((row) => row.some((value) => value !== null))
        .map((row) => Object.fromEntries(headers.map((title, index) => [title, row[index] ?? null])));
    },
    last: (functionName) => {
      const found = google.executions.filter((each) => each.functionName === functionName).slice(-1)[0];
      if (found === undefined) throw new Error(`"${functionName}" was never run`);
      return found;
    },
  };
}
