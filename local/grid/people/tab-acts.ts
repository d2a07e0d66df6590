// Tabs made, copied, deleted, renamed, hidden and shown by a person. Google calls a tab that comes or goes a grid that
// is inserted or removed; that a new name and hiding are changes of type "OTHER" is unverified.

import type { Spreadsheet } from "../spreadsheet.ts";
import { withNewTab, withoutTab, withTabCopy, withTabHidden, withTabName } from "../tabs.ts";
import { changeEvent } from "./edit-events.ts";
import type { ActOutcome, PersonAct } from "./person-act.ts";

export type TabAct = Extract<
  PersonAct,
  { do: "newTab" | "copyTab" | "deleteTab" | "renameTab" | "hideTab" | "showTab" }
>;

/** @throws {GridError} where a name is taken, or no tab would be left in sight */
export function changedTab(state: Spreadsheet, what: TabAct): ActOutcome {
  switch (what.do) {
    case "newTab":
      return { state: withNewTab(state, what).state, events: changeEvent("INSERT_GRID") };
    case "copyTab":
      return { state: withTabCopy(state, what.tab).state, events: changeEvent("INSERT_GRID") };
    case "deleteTab":
      return { state: withoutTab(state, what.tab), events: changeEvent("REMOVE_GRID") };
    case "renameTab":
      return { state: withTabName(state, what.tab, what.name), events: changeEvent("OTHER") };
    case "hideTab":
      return { state: withTabHidden(state, what.tab, "hidden"), events: changeEvent("OTHER") };
    case "showTab":
      return { state: withTabHidden(state, what.tab, "shown"), events: changeEvent("OTHER") };
  }
}
