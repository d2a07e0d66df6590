// The class Protection. A new one is still a waiting write, so what is said of it before it is sent goes out with it;
// afterwards, and for those that were there, a change takes the old protection away and puts one in its place.

import type { Protection as GridProtection, GridRange } from "../../../grid/protocol.ts";
import { constant, constants, standIn } from "../stand-in.ts";
import { expectedTab, type Workbook } from "./workbook.ts";

type Protection = GoogleAppsScript.Spreadsheet.Protection;
type Draft = Omit<GridProtection, "id"> & { readonly id?: number };

export const protectionType = constants<typeof GoogleAppsScript.Spreadsheet.ProtectionType>("RANGE", "SHEET");

export function protectRange(workbook: Workbook, range: GridRange): Protection {
  return protectionObject(workbook, { tab: range.tab, range, description: "", onlyWarns: false });
}

export function protectTab(workbook: Workbook, tab: number): Protection {
  return protectionObject(workbook, { tab, description: "", onlyWarns: false });
}

export function protectionsOf(workbook: Workbook, tab: number, type: unknown): Protection[] {
  const all = workbook.execution.read<"protections">({ ask: "protections", tab });
  const wanted = all.filter((protection) => typeOf(protection) === type);
  return workbook.execution.realm.list(wanted.map((protection) => protectionObject(workbook, protection)));
}

function protectionObject(workbook: Workbook, start: Draft): Protection {
  const { execution } = workbook;
  let draft: Draft = start;
  let state: "waits" | "sent" | "gone" = "sent";
  const wait = () => {
    state = "waits";
    execution.write(() => {
      if (state === "gone") return undefined;
      state = "sent";
      const { id: _, ...protection } = draft;
      return { do: "protect", ...protection };
    });
  };
  const takeAway = (): void => {
    const { id, ...rest } = draft;
    // Its id is known only to the spreadsheet: a script has to ask for its protections to change one that it made.
    const sent = id ?? execution.fail("A new protection that was sent already is not changed: not imitated");
    execution.write({ do: "unprotect", id: sent });
    draft = rest;
  };
  const change = (part: Partial<Draft>): Protection => {
    if (state === "sent") {
      takeAway();
      wait();
    }
    draft = { ...draft, ...part };
    return self;
  };
  if (start.id === undefined) wait();
  const self = standIn<Protection>({
    getDescription: () => draft.description,
    setDescription: (description) => change({ description }),
    isWarningOnly: () => draft.onlyWarns,
    setWarningOnly: (onlyWarns) => change({ onlyWarns }),
    getProtectionType: () => typeOf(draft),
    getRange: () => workbook.range(draft.range ?? wholeTab(workbook, draft.tab)),
    remove: () => {
      if (state === "sent") takeAway();
      state = "gone";
    },
  });
  return self;
}

function typeOf(protection: { readonly range?: GridRange }) {
  return constant(protectionType, protection.range === undefined ? "SHEET" : "RANGE");
}

function wholeTab(workbook: Workbook, id: number): GridRange {
  const tab = expectedTab(workbook.execution, id);
  return { tab: id, row: 1, column: 1, rows: tab.maxRows, columns: tab.maxColumns };
}
