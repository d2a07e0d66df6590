// The class Protection. A new one is still a waiting write, so what is said of it before it is sent goes out with it;
// afterwards, and for those that were there, a change takes the old protection away and puts one in its place.

import type { Protection as GridProtection, GridRange } from "../../../grid/protocol.ts";
import { constant, constants, standIn } from "../stand-in.ts";
import { expectedTab, type Workbook } from "./workbook.ts";

type Protection = GoogleAppsScript.Spreadsheet.Protection;
type Draft = Omit<GridProtection, "id"> & { readonly id?: number };

export const protectionType = constants<typeof GoogleAppsScript.Spreadsheet.ProtectionType>("RANGE", "SHEET");

export function protectRange(workbook: Workbook, range: GridRange): Protection {
  return newProtection(workbook, { tab: range.tab, range, description: "", onlyWarns: false });
}

export function protectTab(workbook: Workbook, tab: number): Protection {
  return newProtection(workbook, { tab, description: "", onlyWarns: false });
}

export function protectionsOf(workbook: Workbook, tab: number, type: unknown): Protection[] {
  const all = workbook.execution.read<"protections">({ ask: "protections", tab });
  const wanted = all.filter((protection) => typeOf(protection) === type);
  return workbook.execution.realm.list(wanted.map((protection) => protectionObject(workbook, protection)));
}

function newProtection(workbook: Workbook, draft: Draft): Protection {
  return protectionObject(workbook, draft);
}

function protectionObject(workbook: Workbook, start: Draft): Protection {
  const { execution } = workbook;
  let draft: Draft = start;
  let state: "new" | "there" | "gone" = start.id === undefined ? "new" : "there";
  const waits = () => {
    execution.write(() => {
      if (state === "gone") return undefined;
      state = "there";
      const { id: _, ...protection } = draft;
      return { do: "protect", ...protection };
    });
  };
  if (state === "new") waits();
  const change = (part: Partial<Draft>): Protection => {
    if (state === "there" && start.id === undefined)
      execution.fail("Change a new protection before it is sent: not imitated");
    if (state === "there" && draft.id !== undefined) {
      execution.write({ do: "unprotect", id: draft.id });
      const { id: _, ...rest } = draft;
      draft = rest;
      state = "new";
      waits();
    }
    draft = { ...draft, ...part };
    return self;
  };
  const self = standIn<Protection>({
    getDescription: () => draft.description,
    setDescription: (description) => change({ description }),
    isWarningOnly: () => draft.onlyWarns,
    setWarningOnly: (onlyWarns) => change({ onlyWarns }),
    getProtectionType: () => typeOf(draft),
    getRange: () => workbook.range(draft.range ?? wholeTab(workbook, draft.tab)),
    remove: () => {
      if (draft.id !== undefined) execution.write({ do: "unprotect", id: draft.id });
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
