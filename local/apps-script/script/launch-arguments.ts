// What a function is called with: Google's event objects, the arguments of a page, the cells of a formula.

import type { GridEvent } from "../../grid/protocol.ts";
import type { CellArgument, Launch } from "../launch.ts";
import { zoneClock } from "../zone-clock.ts";
import type { Execution } from "./execution.ts";
import { authMode } from "./script-app.ts";
import { newUser } from "./session.ts";
import { scriptValue } from "./spreadsheet/cell-values.ts";
import type { Workbook } from "./spreadsheet/workbook.ts";
import { constant } from "./stand-in.ts";

export function argumentsOf(workbook: Workbook): readonly unknown[] {
  const { execution } = workbook;
  const given = execution.launch.arguments;
  switch (given.kind) {
    case "none":
      return [];
    case "installed":
      return [eventOf(execution, {})];
    case "opened":
      return [eventOf(execution, sourceOf(workbook))];
    case "grid event":
      return [eventOf(execution, { ...sourceOf(workbook), ...gridEvent(workbook, given.event) })];
    case "clock":
      return [eventOf(execution, clockEvent(execution.launch, given.zone))];
    case "page":
      return execution.realm.parseJson(given.json) as readonly unknown[];
    case "cells":
      return given.cells.map((cells) => cellsArgument(execution, cells));
  }
}

/** An object of the script's own engine, so that its checks of plain objects hold. */
function eventOf(execution: Execution, parts: Readonly<Record<string, unknown>>): object {
  const { launch, realm } = execution;
  const event = realm.parseJson("{}") as Record<string, unknown>;
  return Object.assign(event, {
    authMode: constant(authMode, launch.mode),
    ...(launch.triggerId === undefined ? {} : { triggerUid: launch.triggerId }),
    ...parts,
  });
}

/** In the mode NONE the document is out of reach, in an event as elsewhere. */
function sourceOf(workbook: Workbook): Readonly<Record<string, unknown>> {
  const { launch } = workbook.execution;
  const user = newUser(workbook.execution, launch.activeUser);
  return launch.mode === "NONE" ? {} : { source: workbook.spreadsheet(), user };
}

function gridEvent(workbook: Workbook, event: GridEvent): Readonly<Record<string, unknown>> {
  const { realm } = workbook.execution;
  switch (event.kind) {
    case "edit":
      return {
        range: workbook.range(event.range),
        ...(event.value === undefined ? {} : { value: String(event.value) }),
        ...(event.oldValue === undefined ? {} : { oldValue: String(event.oldValue) }),
      };
    case "change":
      return { changeType: event.changeType };
    case "formSubmit":
      return {
        range: workbook.range(event.range),
        values: realm.list(event.values),
        namedValues: realm.parseJson(JSON.stringify(event.namedValues)),
      };
  }
}

function clockEvent(launch: Launch, zone: string): Readonly<Record<string, unknown>> {
  const wall = new Date(launch.now + zoneClock(zone).offsetAt(launch.now));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    "day-of-month": wall.getUTCDate(),
    "day-of-week": wall.getUTCDay() === 0 ? 7 : wall.getUTCDay(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    timezone: zone,
  };
}

/** A range is rows of values, also where it is one cell wide; a single cell is a value (developers.google.com, custom functions). */
function cellsArgument(execution: Execution, cells: CellArgument): unknown {
  if (!isRows(cells)) return scriptValue(execution, cells);
  return execution.realm.rows(cells, (cell) => scriptValue(execution, cell));
}

function isRows(cells: CellArgument): cells is Extract<CellArgument, readonly unknown[]> {
  return Array.isArray(cells);
}
