// What a person's hands do to the cells: each act gives another state of the spreadsheet, and the events that it means
// to scripts.

import { parseAddress } from "../../grid/a1-notation.ts";
import { actAs, type HistoryOutcome, redo, undo } from "../../grid/people/history.ts";
import type { PersonAct } from "../../grid/people/person-act.ts";
import type { GridRange } from "../../grid/protocol.ts";
import { recalculate } from "../../grid/recalculate.ts";
import { tabById, tabNamed } from "../../grid/spreadsheet.ts";
import { startForEvents } from "./event-launches.ts";
import type { PersonState } from "./spreadsheet-file.ts";
import type { World } from "./world.ts";

/** @throws {GridError} what the spreadsheet says where it does not let the person */
export function perform(world: World, person: PersonState, what: PersonAct): void {
  happen(world, person, actAs(person.history, person.file.state, what), what);
}

export function takeBack(world: World, person: PersonState): void {
  happen(world, person, undo(person.file.state, person.history));
}

export function doAgain(world: World, person: PersonState): void {
  happen(world, person, redo(person.file.state, person.history));
}

/**
 * The cells of an address such as "Sales!A3:B4"; without a tab's name, of the tab that the person looks at.
 *
 * @throws {Error} where there is no such tab or the address is none
 */
export function rangeAt(person: PersonState, address: string): GridRange {
  const { state } = person.file;
  const parsed = parseAddress(address);
  if (parsed === undefined) throw new Error(`"${address}" is not an address such as "Sales!A3"`);
  const { tabName, row, column } = parsed;
  const tab = tabName === undefined ? tabById(state, person.selection.tab) : tabNamed(state, tabName);
  if (tab === undefined) throw new Error(`there is no tab "${tabName}"`);
  const { lastRow = tab.maxRows, lastColumn = tab.maxColumns } = parsed;
  return { tab: tab.id, row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

function happen(world: World, person: PersonState, outcome: HistoryOutcome, what?: PersonAct): void {
  const { file } = person;
  person.history = outcome.history;
  const before = file.state;
  file.state = recalculate(outcome.state, world.customFunctions(file));
  const { events } = outcome;
  world.hooks.observe?.({ kind: "act", person: person.email, before, after: file.state, events });
  // The answer to a form comes from whoever filled it in, not from the person at the sheet.
  startForEvents(world, what?.do === "formAnswer" ? { file } : { file, person }, events);
}
